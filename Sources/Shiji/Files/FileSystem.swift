#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// What the reading stages need of the file system, by the C library alone.
package enum FileSystem {
  /// Whether something exists at `path`.
  package static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// Whether what exists at `path` may be read.
  package static func isReadable(_ path: String) -> Bool { access(path, R_OK) == 0 }

  /// Whether `path` is a folder (or leads to one).
  package static func isFolder(_ path: String) -> Bool {
    information(path).map { $0.st_mode & S_IFMT == S_IFDIR } ?? false
  }

  /// Whether `path` is an ordinary file (or leads to one).
  package static func isOrdinary(_ path: String) -> Bool {
    information(path).map { $0.st_mode & S_IFMT == S_IFREG } ?? false
  }

  /// Makes a folder and those above it that are missing.
  package static func makeFolder(_ path: String) throws(FileError) {
    if isFolder(path) || path.isEmpty { return }
    let parent = PathName.parent(path)
    if parent != path, parent != "." { try makeFolder(parent) }
    if mkdir(path, 0o777) != 0, !isFolder(path) {
      throw FileError.last(path, "cannot be made a folder")
    }
  }

  private static func information(_ path: String) -> stat? {
    var result = stat()
    return stat(path, &result) == 0 ? result : nil
  }

  /// All bytes of a file.
  package static func read(_ path: String) throws(FileError) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileError.last(path, "cannot be opened") }
    defer { close(descriptor) }
    let limit = min(information(path).map { Int($0.st_size) } ?? 0, 1 << 31) + 1
    var bytes: [UInt8] = []
    while true {
      let got = read(
        descriptor, into: &bytes, atMost: bytes.isEmpty ? max(limit, 1 << 18) : 1 << 18)
      if got == 0 { return bytes }
      if got < 0 { throw FileError.last(path, "cannot be read") }
    }
  }

  /// The first bytes of a file.
  package static func start(_ path: String, count: Int) throws(FileError) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileError.last(path, "cannot be opened") }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    if read(descriptor, into: &bytes, atMost: count) < 0 {
      throw FileError.last(path, "cannot be read")
    }
    return bytes
  }

  /// Appends what one call of `read` gives, waiting for it; 0 at the end, negative on failure.
  static func read(_ descriptor: Int32, into bytes: inout [UInt8], atMost limit: Int) -> Int {
    var got = -1
    let piece = [UInt8](unsafeUninitializedCapacity: limit) { buffer, count in
      repeat { got = once(descriptor, buffer) } while got < 0 && errno == EINTR
      count = max(got, 0)
    }
    if bytes.isEmpty { bytes = piece } else { bytes.append(contentsOf: piece) }
    return got
  }

  /// One call of `read`; an input that the user wants to end has ended.
  private static func once(_ descriptor: Int32, _ buffer: UnsafeMutableBufferPointer<UInt8>) -> Int
  {
    if Interruption.isRequested { return 0 }
    #if canImport(Darwin)
      return Darwin.read(descriptor, buffer.baseAddress, buffer.count)
    #else
      return Glibc.read(descriptor, buffer.baseAddress, buffer.count)
    #endif
  }

  /// The files below a folder as relative paths, in bytewise order; hidden ones are left out.
  ///
  /// Links are followed, but no folder is entered twice on one way down.
  package static func walk(_ folder: String) -> [String] {
    var result: [String] = []
    walk(folder, prefix: "", above: [], into: &result)
    return result.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  private struct FileID: Equatable {
    let device: UInt64
    let number: UInt64
  }

  private static func walk(
    _ folder: String, prefix: String, above: [FileID], into result: inout [String]
  ) {
    guard let status = information(folder), above.count < 64 else { return }
    let own = FileID(
      device: UInt64(truncatingIfNeeded: status.st_dev),
      number: UInt64(truncatingIfNeeded: status.st_ino))
    guard !above.contains(own) else { return }
    for name in names(in: folder) {
      let path = PathName.join(folder, name)
      if isFolder(path) {
        walk(path, prefix: prefix + name + "/", above: above + [own], into: &result)
      } else {
        result.append(prefix + name)
      }
    }
  }

  private static func names(in folder: String) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 1) { String(cString: $0) }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names
  }
}
