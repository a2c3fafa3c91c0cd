/// Bits by word number for a few thousand words of the lexicon: one small filter that stays in the
/// cache answers for nearly all others.
final class WordBits: @unchecked Sendable {
  /// What is known of a word.
  struct Cell: Sendable {
    var word: Int32 = -1
    /// See `NameCues`.
    var points: UInt32 = 0
    var forms: UInt16 = 0
  }

  private static let filterBits: UInt32 = 32768

  private let filter: UnsafeMutablePointer<UInt64>
  /// The same for the words that end names of organizations: asked for every word of a text.
  private let endings: UnsafeMutablePointer<UInt64>
  private let cells: UnsafeMutableBufferPointer<Cell>
  private var count = 0

  /// Makes an empty table for at most `capacity` words.
  init(capacity: Int) {
    var size = 64
    while size < capacity &* 2 { size &*= 2 }
    cells = .allocate(capacity: size)
    cells.initialize(repeating: Cell())
    filter = .allocate(capacity: Int(Self.filterBits / 64))
    filter.initialize(repeating: 0, count: Int(Self.filterBits / 64))
    endings = .allocate(capacity: Int(Self.filterBits / 64))
    endings.initialize(repeating: 0, count: Int(Self.filterBits / 64))
  }

  deinit {
    cells.deallocate()
    filter.deallocate()
    endings.deallocate()
  }

  /// A view for look-ups; the words must not change any more and must outlive it.
  var view: View {
    View(filter: filter, endings: endings, cells: UnsafeBufferPointer(cells))
  }

  /// The words without their owner.
  struct View: @unchecked Sendable {
    fileprivate let filter: UnsafePointer<UInt64>
    fileprivate let endings: UnsafePointer<UInt64>
    fileprivate let cells: UnsafeBufferPointer<Cell>

    /// Whether a word ends names of organizations.
    @inline(__always)
    func isEnding(_ word: Int32) -> Bool {
      let bit = UInt32(bitPattern: word) & (filterBits - 1)
      return endings[Int(bit >> 6)] >> UInt64(bit & 63) & 1 != 0
        && self[word].forms & WordBits.ending != 0
    }

    /// What is known of a word; nothing for the others.
    @inline(__always)
    subscript(word: Int32) -> Cell {
      let bit = UInt32(bitPattern: word) & (filterBits - 1)
      guard filter[Int(bit >> 6)] >> UInt64(bit & 63) & 1 != 0, word >= 0 else { return Cell() }
      let cell = cells[WordBits.slot(of: word, in: cells)]
      return cell.word == word ? cell : Cell()
    }
  }

  private static let ending =
    NameCues.Form.company | NameCues.Form.organization | NameCues.Form.firm | NameCues.Form.fund

  /// Changes what is known of a word; only while the tables are read.
  func update(_ word: Int32, _ change: (inout Cell) -> Void) {
    guard word >= 0 else { return }
    let slot = Self.slot(of: word, in: UnsafeBufferPointer(cells))
    if cells[slot].word < 0 {
      guard count &* 2 < cells.count else { return }
      count += 1
      cells[slot].word = word
      let bit = UInt32(bitPattern: word) & (Self.filterBits - 1)
      filter[Int(bit >> 6)] |= 1 << UInt64(bit & 63)
    }
    change(&cells[slot])
    if cells[slot].forms & Self.ending != 0 {
      let bit = UInt32(bitPattern: word) & (Self.filterBits - 1)
      endings[Int(bit >> 6)] |= 1 << UInt64(bit & 63)
    }
  }

  /// Where a word is, or would be: at most half of the slots are taken.
  private static func slot(of word: Int32, in cells: UnsafeBufferPointer<Cell>) -> Int {
    let hash = UInt64(UInt32(bitPattern: word)) &* 0x9E37_79B9_7F4A_7C15
    var slot = Int(truncatingIfNeeded: hash >> 40) & (cells.count &- 1)
    while cells[slot].word >= 0, cells[slot].word != word {
      slot = (slot &+ 1) & (cells.count &- 1)
    }
    return slot
  }
}
