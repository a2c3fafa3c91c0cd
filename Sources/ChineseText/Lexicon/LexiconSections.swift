/// The checked directory of a compiled lexicon.
struct LexiconSections {
  private let memory: UnsafeRawBufferPointer
  private let path: String
  private var ranges: [UInt64: Range<Int>] = [:]
  let checksum: UInt64

  init(
    _ memory: UnsafeRawBufferPointer, path: String, verifying: Bool,
    magic: UInt64 = LexiconFormat.magic
  ) throws(LexiconError) {
    self.memory = memory
    self.path = path
    guard memory.count >= LexiconFormat.headerSize else {
      throw LexiconError(file: path, message: "is too short for a compiled lexicon")
    }
    let header = (0..<4).map { memory.loadUnaligned(fromByteOffset: $0 * 8, as: UInt64.self) }
    guard header[0] == magic, header[1] == LexiconFormat.mark else {
      throw LexiconError(
        file: path, message: "is no compiled lexicon of this version; build it again")
    }
    checksum = header[2]
    if verifying { try Self.verify(memory, checksum, path: path) }
    let count = header[3]
    let room = (memory.count - LexiconFormat.headerSize) / 24
    guard count <= UInt64(room) else {
      throw LexiconError(file: path, message: "is cut short; build it again")
    }
    for index in 0..<Int(count) { try readEntry(index) }
  }

  /// Compares the checksum with the bytes it stands for.
  static func verify(
    _ memory: UnsafeRawBufferPointer, _ checksum: UInt64, path: String
  ) throws(LexiconError) {
    guard LexiconFormat.checksum(memory, from: LexiconFormat.headerSize) == checksum else {
      throw LexiconError(file: path, message: "is damaged (wrong checksum); build it again")
    }
  }

  private mutating func readEntry(_ index: Int) throws(LexiconError) {
    let at = LexiconFormat.headerSize + index * 24
    let entry = (0..<3).map { memory.loadUnaligned(fromByteOffset: at + $0 * 8, as: UInt64.self) }
    let size = UInt64(memory.count)
    guard entry[1] % 8 == 0, entry[1] <= size, entry[2] <= size - entry[1] else {
      throw LexiconError(file: path, message: "has a section outside the file; build it again")
    }
    ranges[entry[0]] = Int(entry[1])..<Int(entry[1] + entry[2])
  }

  /// The values of a section. Throws where it is missing or shorter than asked.
  func array<T: BitwiseCopyable>(
    _ section: LexiconFormat.Section, atLeast count: Int
  ) throws(LexiconError) -> UnsafeBufferPointer<T> {
    guard let range = ranges[section.rawValue],
      range.count / MemoryLayout<T>.stride >= count
    else {
      throw LexiconError(file: path, message: "lacks a part; build it again")
    }
    return UnsafeRawBufferPointer(rebasing: memory[range]).bindMemory(to: T.self)
  }
}
