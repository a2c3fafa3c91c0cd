import Shiji

/// The lines of a text, held as strings before any clock starts.
struct Passages {
  /// The lines, without their ends.
  private(set) var lines: [String] = []
  /// UTF-8 bytes of the lines, one more for each end.
  private(set) var bytes = 0
  /// Unicode scalars of the lines.
  private(set) var characters = 0
  /// What a thread takes at a time: runs of lines of about 64 KiB, of less in a small text, so that
  /// all threads have something to do.
  private(set) var chunks: [Range<Int>] = []

  /// Reads files, one after the other.
  init(_ paths: [String]) throws(BenchError) {
    for path in paths {
      do throws(FileError) {
        add(try FileSystem.read(path))
      } catch {
        throw .file(error)
      }
    }
    guard !lines.isEmpty else {
      throw .file(FileError(path: paths.joined(separator: ", "), reason: "holds no line of text"))
    }
    cut()
  }

  private mutating func add(_ file: [UInt8]) {
    var pieces = file.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    if pieces.last?.isEmpty == true { pieces.removeLast() }
    for line in pieces { add(line) }
  }

  /// Bytes that are no UTF-8 become U+FFFD.
  private mutating func add(_ line: ArraySlice<UInt8>) {
    var line = line
    while line.last == UInt8(ascii: "\r") { line.removeLast() }
    let text = String(decoding: line, as: UTF8.self)
    lines.append(text)
    bytes += text.utf8.count + 1
    characters += text.unicodeScalars.count
  }

  private mutating func cut() {
    let limit = min(bytes / 16, 1 << 16)
    var first = 0
    var size = 0
    for (index, line) in lines.enumerated() {
      size += line.utf8.count
      if size >= limit || index == lines.count - 1 {
        chunks.append(first..<index + 1)
        first = index + 1
        size = 0
      }
    }
  }
}
