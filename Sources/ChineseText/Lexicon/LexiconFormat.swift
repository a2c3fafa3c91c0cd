/// The binary lexicon: a header, a directory of sections, 8-aligned sections.
///
/// Layout (native byte order, which the mark checks): magic 8 bytes, mark 8, checksum 8, number
/// of sections 8, then a directory entry of 24 bytes a section (identifier, offset, length in
/// bytes), then the sections.
enum LexiconFormat {
  /// `SHIJILX` and the version of the layout.
  static let magic: UInt64 = 0x53_48_49_4A_49_4C_58_02
  static let mark: UInt64 = 0x0102_0304_0506_0708
  static let headerSize = 32

  enum Section: UInt64, CaseIterable {
    case fold = 1
    case classes, codes, single, first, nodes, wordRanks, wordTags, wordEntries, entries
    case tables, cells, pool, tagSets
    case overlayBase, overlayKeys, overlayStarts, overlayLabels, overlayNodes, overlayPairs
    case overlayFilter, overlayFirsts, overlayCosts
  }

  /// Sum of the bytes from `start` in four lanes of eight bytes: finds truncation and damage.
  static func checksum(_ bytes: UnsafeRawBufferPointer, from start: Int) -> UInt64 {
    let prime: UInt64 = 0x0000_0100_0000_01B3
    var sums = SIMD4<UInt64>(repeating: 0xCBF2_9CE4_8422_2325)
    var offset = start
    while offset &+ 32 <= bytes.count {
      let words = bytes.loadUnaligned(fromByteOffset: offset, as: SIMD4<UInt64>.self)
      sums = (sums ^ words) &* prime
      offset &+= 32
    }
    var sum = (sums[0] &* 3) ^ (sums[1] &* 5) ^ (sums[2] &* 7) ^ (sums[3] &* 11)
    while offset &+ 8 <= bytes.count {
      let word = bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      sum = (sum ^ word) &* prime
      offset &+= 8
    }
    while offset < bytes.count {
      sum = (sum ^ UInt64(bytes[offset])) &* prime
      offset &+= 1
    }
    return sum ^ sum >> 29
  }

  /// The bytes of an array.
  static func bytes<T: BitwiseCopyable>(_ values: [T]) -> [UInt8] {
    values.withUnsafeBytes { Array($0) }
  }

  /// Lays sections out behind a header.
  static func assemble(
    _ sections: [(LexiconFormat.Section, [UInt8])], magic: UInt64
  ) -> [UInt8] {
    let start = headerSize + 24 * sections.count
    var directory: [UInt64] = []
    var size = start
    for (section, content) in sections {
      directory += [section.rawValue, UInt64(size), UInt64(content.count)]
      size += (content.count + 7) & ~7
    }
    var result: [UInt8] = []
    result.reserveCapacity(size)
    result += bytes([magic, mark, 0, UInt64(sections.count)])
    result += bytes(directory)
    for (_, content) in sections {
      result += content
      while result.count % 8 != 0 { result.append(0) }
    }
    let sum = result.withUnsafeBytes { checksum($0, from: headerSize) }
    result.replaceSubrange(16..<24, with: bytes([sum]))
    return result
  }
}
