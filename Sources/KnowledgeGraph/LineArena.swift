/// Holds many lines in a few large pieces of memory.
struct LineArena: Sendable {
  /// Where a line stands.
  struct Place: Sendable {
    let chunk: UInt32
    let offset: UInt32
    let length: UInt32
  }

  private static let chunkSize = 1 << 22
  private var chunks: [[UInt8]] = []

  /// Makes an arena without lines.
  init() {}

  /// Makes an arena whose lines lie in bytes that stand ready; `place` says where.
  init(adopting bytes: [UInt8]) { chunks = [bytes] }

  /// A line within adopted bytes; nil beyond 4 GiB.
  func place(of range: Range<Int>) -> Place? {
    guard let offset = UInt32(exactly: range.lowerBound),
      let length = UInt32(exactly: range.count)
    else { return nil }
    return Place(chunk: 0, offset: offset, length: length)
  }

  /// Copies a line and says where it stands; lines of 4 GiB and more are refused.
  mutating func append(_ line: UnsafeRawBufferPointer) -> Place? {
    guard let length = UInt32(exactly: line.count) else { return nil }
    if chunks.last.map({ $0.count + line.count > Self.chunkSize }) ?? true {
      chunks.append([])
      chunks[chunks.count - 1].reserveCapacity(max(Self.chunkSize, line.count))
    }
    let last = chunks.count - 1
    let offset = UInt32(chunks[last].count)
    chunks[last].append(contentsOf: line)
    return Place(chunk: UInt32(last), offset: offset, length: length)
  }

  /// Calls `body` with the bytes of a line.
  @inline(__always)
  func withBytes<Result>(
    at place: Place, _ body: (UnsafeRawBufferPointer) throws -> Result
  ) rethrows -> Result {
    try chunks[Int(place.chunk)].withUnsafeBytes { chunk in
      let end = Int(place.offset) + Int(place.length)
      return try body(UnsafeRawBufferPointer(rebasing: chunk[Int(place.offset)..<end]))
    }
  }

  /// Compares two lines bytewise: negative, zero or positive.
  func compare(_ left: Place, _ right: Place) -> Int {
    withBytes(at: left) { first in withBytes(at: right) { compareBytes(first, $0) } }
  }
}
