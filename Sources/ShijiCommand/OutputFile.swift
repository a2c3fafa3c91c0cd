import Shiji

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Where data go: standard output, or a file that appears whole or not at all.
///
/// A file is written under a temporary name beside it and renamed by `commit`. Devices and pipes
/// are written in place.
final class OutputFile {
  private let descriptor: Int32
  private let path: String
  private let temporary: String?
  private var isDone = false
  /// Why the last write failed.
  private(set) var failure = CommandError.closedPipe

  private init(descriptor: Int32, path: String, temporary: String?) {
    self.descriptor = descriptor
    self.path = path
    self.temporary = temporary
  }

  /// Standard output.
  static func standard() -> OutputFile {
    OutputFile(descriptor: 1, path: "standard output", temporary: nil)
  }

  /// Opens a file for writing; nothing or `-` is standard output.
  static func open(_ path: String?) throws(CommandError) -> OutputFile {
    guard let path, path != "-" else { return standard() }
    if FileSystem.isFolder(path) {
      throw .file(FileError(path: path, reason: "is a folder; -o takes a file"))
    }
    if FileSystem.exists(path), !FileSystem.isOrdinary(path) {
      return try open(path, flags: O_WRONLY, path: path, temporary: nil)
    }
    let temporary = "\(path).\(getpid()).tmp"
    return try open(
      temporary, flags: O_WRONLY | O_CREAT | O_TRUNC, path: path, temporary: temporary)
  }

  private static func open(
    _ name: String, flags: Int32, path: String, temporary: String?
  ) throws(CommandError) -> OutputFile {
    #if canImport(Darwin)
      let descriptor = Darwin.open(name, flags | O_CLOEXEC, 0o666)
    #else
      let descriptor = Glibc.open(name, flags | O_CLOEXEC, 0o666)
    #endif
    guard descriptor >= 0 else {
      throw .file(FileError(path: path, reason: "cannot be written: \(lastError())"))
    }
    return OutputFile(descriptor: descriptor, path: path, temporary: temporary)
  }

  /// Writes bytes; false when that failed, and `failure` says why.
  func write(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBytes { write($0) }
  }

  /// Writes bytes; false when that failed, and `failure` says why.
  func write(_ bytes: UnsafeRawBufferPointer) -> Bool {
    var rest = bytes
    while let base = rest.baseAddress, !rest.isEmpty {
      #if canImport(Darwin)
        let written = Darwin.write(descriptor, base, rest.count)
      #else
        let written = Glibc.write(descriptor, base, rest.count)
      #endif
      if written < 0, errno == EINTR { continue }
      guard written > 0 else {
        if errno != EPIPE {
          let reason = "cannot be written: \(Self.lastError())"
          failure = .file(FileError(path: path, reason: reason))
        }
        return false
      }
      rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(written))
    }
    return true
  }

  /// Gives the file its name.
  func commit() throws(CommandError) {
    guard let temporary else { return }
    isDone = true
    guard close(descriptor) == 0, rename(temporary, path) == 0 else {
      let reason = "cannot be written: \(Self.lastError())"
      unlink(temporary)
      throw .file(FileError(path: path, reason: reason))
    }
  }

  deinit {
    if let temporary, !isDone {
      close(descriptor)
      unlink(temporary)
    }
  }

  private static func lastError() -> String { String(cString: strerror(errno)) }
}
