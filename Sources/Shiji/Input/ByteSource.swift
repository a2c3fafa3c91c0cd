#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The bytes of one input as UTF-8, read piece by piece.
///
/// A byte order mark is skipped; other encodings are converted on the way.
final class ByteSource {
  static let pieceSize = 1 << 17

  private let descriptor: Int32
  private let path: String
  private var encoding: InputEncoding
  private var isFirst = true
  #if canImport(Glibc)
    private var converter: Converter?
  #endif
  /// Whether everything was read.
  private(set) var isAtEnd = false
  /// The encoding that was found, where it is not UTF-8.
  private(set) var foundEncoding: InputEncoding?

  /// Opens an input.
  init(_ item: InputItem, encoding: InputEncoding) throws(FileError) {
    path = item.label
    self.encoding = encoding
    descriptor = item.path.isEmpty ? 0 : open(item.path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileError.last(item.label, "cannot be opened") }
  }

  deinit { if descriptor > 0 { close(descriptor) } }

  /// Appends the next bytes, or sets `isAtEnd`.
  func read(into buffer: inout [UInt8]) throws(FileError) {
    if isFirst { return try readFirst(into: &buffer) }
    if isConverting {
      var piece: [UInt8] = []
      try readPiece(into: &piece)
      convert(piece[...], into: &buffer)
    } else {
      try readPiece(into: &buffer)
    }
  }

  private func readFirst(into buffer: inout [UInt8]) throws(FileError) {
    isFirst = false
    var piece: [UInt8] = []
    while piece.count < 3, !isAtEnd { try readPiece(into: &piece) }
    let guess = InputEncoding.guess(piece)
    if encoding == .auto { encoding = guess.encoding }
    if encoding == .utf8 {
      buffer.append(contentsOf: piece[min(guess.mark, piece.count)...])
    } else {
      foundEncoding = encoding
      try openConverter()
      convert(piece[...], into: &buffer)
    }
  }

  private func readPiece(into buffer: inout [UInt8]) throws(FileError) {
    let got = FileSystem.read(descriptor, into: &buffer, atMost: Self.pieceSize)
    if got < 0 { throw FileError.last(path, "cannot be read") }
    if got == 0 { isAtEnd = true }
  }

  #if canImport(Glibc)
    private var isConverting: Bool { converter != nil }

    private func openConverter() throws(FileError) {
      converter = Converter(encoding)
      if converter == nil {
        throw FileError(path: path, reason: "this system cannot convert \(encoding.rawValue)")
      }
    }

    private func convert(_ piece: ArraySlice<UInt8>, into buffer: inout [UInt8]) {
      converter?.convert(piece, isLast: isAtEnd, into: &buffer)
    }
  #else
    private var isConverting: Bool { false }

    private func openConverter() throws(FileError) {
      throw FileError(path: path, reason: "only UTF-8 can be read on this system; convert it first")
    }

    private func convert(_ piece: ArraySlice<UInt8>, into buffer: inout [UInt8]) {}
  #endif
}
