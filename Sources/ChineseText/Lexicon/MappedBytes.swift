#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Read-only memory: a file mapped by `mmap`, or a copy of bytes; released with the object.
final class MappedBytes: @unchecked Sendable {
  let bytes: UnsafeRawBufferPointer
  private let isMapped: Bool

  /// Maps the file at `path`.
  init(path: String) throws(LexiconError) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw LexiconError(
        file: path, message: "cannot be opened: \(String(cString: strerror(errno)))")
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_size > 0 else {
      throw LexiconError(file: path, message: "is empty or no file")
    }
    let size = Int(status.st_size)
    guard let address = mmap(nil, size, PROT_READ, MAP_PRIVATE, descriptor, 0),
      address != MAP_FAILED
    else { throw LexiconError(file: path, message: "cannot be mapped into memory") }
    bytes = UnsafeRawBufferPointer(start: address, count: size)
    isMapped = true
  }

  /// Copies bytes to memory aligned for all sections.
  init(copying source: [UInt8]) {
    let copy = UnsafeMutableRawBufferPointer.allocate(
      byteCount: max(source.count, 1), alignment: 16)
    copy.copyBytes(from: source)
    bytes = UnsafeRawBufferPointer(rebasing: copy[0..<source.count])
    isMapped = false
  }

  deinit {
    guard let address = bytes.baseAddress else { return }
    if isMapped {
      munmap(UnsafeMutableRawPointer(mutating: address), bytes.count)
    } else {
      UnsafeMutableRawPointer(mutating: address).deallocate()
    }
  }
}
