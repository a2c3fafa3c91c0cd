/// Bits by word number for a few thousand words of the lexicon: one small filter that stays in the
/// cache answers for nearly all others.
struct WordBits: Sendable {
  /// What is known of a word.
  struct Cell: Sendable {
    var word: Int32 = -1
    /// See `NameCues`.
    var points: UInt32 = 0
    var forms: UInt8 = 0
  }

  private var filter = [UInt64](repeating: 0, count: 512)
  private var cells: [Cell]
  private var count = 0

  init(capacity: Int) {
    var size = 64
    while size < capacity &* 2 { size &*= 2 }
    cells = [Cell](repeating: Cell(), count: size)
  }

  /// What is known of a word; nothing for the others.
  @inline(__always)
  subscript(word: Int32) -> Cell {
    let bit = UInt32(bitPattern: word) & 32767
    guard filter[Int(bit >> 6)] >> UInt64(bit & 63) & 1 != 0, word >= 0 else { return Cell() }
    return find(word)
  }

  private func find(_ word: Int32) -> Cell {
    let cell = cells[slot(of: word)]
    return cell.word == word ? cell : Cell()
  }

  /// Changes what is known of a word.
  mutating func update(_ word: Int32, _ change: (inout Cell) -> Void) {
    guard word >= 0 else { return }
    var slot = slot(of: word)
    if cells[slot].word < 0 {
      count += 1
      if count &* 2 > cells.count { grow() }
      slot = self.slot(of: word)
      cells[slot].word = word
      let bit = UInt32(bitPattern: word) & 32767
      filter[Int(bit >> 6)] |= 1 << UInt64(bit & 63)
    }
    change(&cells[slot])
  }

  private mutating func grow() {
    let old = cells
    cells = [Cell](repeating: Cell(), count: old.count &* 2)
    for cell in old where cell.word >= 0 { cells[slot(of: cell.word)] = cell }
  }

  /// Where a word is, or would be.
  private func slot(of word: Int32) -> Int {
    let hash = UInt64(UInt32(bitPattern: word)) &* 0x9E37_79B9_7F4A_7C15
    var slot = Int(truncatingIfNeeded: hash >> 40) & (cells.count &- 1)
    while cells[slot].word >= 0, cells[slot].word != word {
      slot = (slot &+ 1) & (cells.count &- 1)
    }
    return slot
  }
}
