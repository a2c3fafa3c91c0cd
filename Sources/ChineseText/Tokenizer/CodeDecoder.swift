/// A piece of text as codes of the lexicon's alphabet; the codes themselves lie in the lattice.
///
/// One value serves one thread.
final class CodeBlock {
  /// Byte offset of every character, and of the end.
  let offsets: UnsafeMutablePointer<UInt32>
  /// UTF-16 unit of every character, U+FFFF outside the BMP: for a user's words.
  let units: UnsafeMutablePointer<UInt16>
  /// Positions of Latin letters and digits.
  let runs: UnsafeMutablePointer<Int32>
  var count = 0
  var runCount = 0

  init(capacity: Int) {
    offsets = .allocate(capacity: capacity + 1)
    units = .allocate(capacity: capacity + 1)
    runs = .allocate(capacity: capacity + 1)
  }

  deinit {
    offsets.deallocate()
    units.deallocate()
    runs.deallocate()
  }
}

/// Decodes UTF-8 straight to codes: one table from characters to codes, with folding in it.
///
/// Characters that no word holds get a code of their class, behind the alphabet.
struct CodeDecoder: Sendable {
  /// Code of every BMP character.
  let codes: [UInt16]
  /// `CharacterClass` of every code.
  let classes: [UInt8]

  init(lexicon: Lexicon) {
    let alphabet = lexicon.single.count
    var codes = [UInt16](repeating: 0, count: 65536)
    var classes = [UInt8](repeating: 0, count: alphabet + RootNodes.classCodes)
    for kind in 0..<RootNodes.classCodes { classes[alphabet + kind] = UInt8(kind) }
    for unit in 0..<65536 {
      let folded = Int(lexicon.foldTable[unit])
      let code = lexicon.codeTable[folded]
      let kind = lexicon.classTable[folded]
      codes[unit] = code == 0 ? UInt16(clamping: alphabet + Int(kind)) : code
      if code != 0 { classes[Int(code)] = kind }
    }
    self.codes = codes
    self.classes = classes
  }

  /// Decodes a piece: up to a line end when it is long enough, else up to the last mark that ends
  /// a sentence or clause, else up to the limit. Returns the position of the first byte after it.
  func decode(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int, into block: CodeBlock,
    _ lattice: Lattice
  ) -> Int {
    lattice.reserve(Segmenter.limit)
    let stop = codes.withUnsafeBufferPointer { table in
      classes.withUnsafeBufferPointer { classes in
        fill(bytes, from: start, to: end, into: block, lattice.codes, table, classes)
      }
    }
    if block.count == Segmenter.limit, stop < end { cutBack(block, lattice.codes) }
    let count = block.count
    lattice.codes[count] = 0
    lattice.codes[count + 1] = 0
    return Int(block.offsets[count])
  }

  /// Decodes until the piece is full; returns the next position.
  private func fill(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int, into block: CodeBlock,
    _ codes: UnsafeMutablePointer<UInt16>, _ table: UnsafeBufferPointer<UInt16>,
    _ classes: UnsafeBufferPointer<UInt8>
  ) -> Int {
    let raw = UnsafeRawBufferPointer(bytes)
    let (offsets, units, runs) = (block.offsets, block.units, block.runs)
    // Four bytes are read at once; the last three characters are read with care.
    let safe = bytes.count &- 4
    var (position, count, runCount) = (start, 0, 0)
    while position < end, count < Segmenter.limit {
      let word =
        position <= safe
        ? UInt32(littleEndian: raw.loadUnaligned(fromByteOffset: position, as: UInt32.self))
        : Self.tail(bytes, position)
      offsets[count] = UInt32(truncatingIfNeeded: position)
      let (unit, length) = Self.character(word)
      let code = table[unit]
      units[count] = UInt16(truncatingIfNeeded: unit)
      codes[count] = code
      runs[runCount] = Int32(truncatingIfNeeded: count)
      // A choice, not a branch: letters and digits come unforeseen.
      runCount &+= UnknownWords.isRunClass(classes[Int(code)]) ? 1 : 0
      position &+= length
      count &+= 1
      if unit == 0x0A, count > Segmenter.enough { break }
    }
    position = min(position, end)
    offsets[count] = UInt32(truncatingIfNeeded: position)
    block.count = count
    block.runCount = runCount
    return position
  }

  /// The character at the start of four bytes as a UTF-16 unit, and its length in bytes; U+FFFF
  /// outside the BMP and for a byte that begins nothing.
  @inline(__always)
  private static func character(_ word: UInt32) -> (unit: Int, length: Int) {
    if word & 0xC0_C0F0 == 0x80_80E0 {
      let unit = (word & 0x0F) << 12 | (word >> 2 & 0xFC0) | (word >> 16 & 0x3F)
      return (Int(truncatingIfNeeded: unit), 3)
    }
    if word & 0x80 == 0 { return (Int(truncatingIfNeeded: word & 0x7F), 1) }
    if word & 0xC0E0 == 0x80C0 {
      return (Int(truncatingIfNeeded: (word & 0x1F) << 6 | (word >> 8 & 0x3F)), 2)
    }
    return (0xFFFF, word & 0xC0C0_C0F8 == 0x8080_80F0 ? 4 : 1)
  }

  /// The last bytes of the text, with zeros behind them.
  private static func tail(_ bytes: UnsafeBufferPointer<UInt8>, _ position: Int) -> UInt32 {
    var word: UInt32 = 0
    for offset in 0..<min(4, bytes.count &- position) {
      word |= UInt32(bytes[position &+ offset]) << UInt32(8 &* offset)
    }
    return word
  }

  /// Ends a full piece behind its last end mark, else behind its last comma.
  private func cutBack(_ block: CodeBlock, _ codes: UnsafeMutablePointer<UInt16>) {
    for kind in [CharacterClass.newline, .stop, .comma, .space] {
      var index = block.count
      while index > Segmenter.enough {
        if classes[Int(codes[index &- 1])] == kind.rawValue {
          block.count = index
          while block.runCount > 0, Int(block.runs[block.runCount - 1]) >= index {
            block.runCount -= 1
          }
          return
        }
        index &-= 1
      }
    }
  }
}
