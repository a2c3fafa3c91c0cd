#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A file or folder that could not be read or written.
public struct FileError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The path as the user named it.
  public let path: String
  /// What is wrong, and where possible what to do.
  public let reason: String

  /// Makes the error.
  public init(path: String, reason: String) {
    self.path = path
    self.reason = reason
  }

  /// `path: reason`.
  public var description: String { "\(path): \(reason)" }

  /// The error that the C library has just reported.
  static func last(_ path: String, _ action: String) -> FileError {
    FileError(path: path, reason: "\(action): \(String(cString: strerror(errno)))")
  }
}
