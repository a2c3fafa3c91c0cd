/// Tells which states of the trie are words, and which row each has: rows are numbered in the order
/// of their states.
///
/// A block of 32 states is one number: below, a bit for each state that is a word; above, the
/// number of words before the block. A row costs one load from a table that stays in the cache,
/// where a row for every state would be a far load.
struct WordRanks {
  let blocks: UnsafeBufferPointer<UInt64>

  /// The row of a state, or -1 where it is no word. O(1).
  @inline(__always)
  func row(ofState state: Int) -> Int32 {
    let index = state >> 5
    guard index < blocks.count, state >= 0 else { return -1 }
    let block = blocks[index]
    let place = UInt32(truncatingIfNeeded: state & 31)
    let bits = UInt32(truncatingIfNeeded: block)
    let before = (bits & ((1 &<< place) &- 1)).nonzeroBitCount
    let row = Int32(truncatingIfNeeded: block >> 32) &+ Int32(truncatingIfNeeded: before)
    return bits &>> place & 1 == 1 ? row : -1
  }

  /// The blocks of `count` states, of which `states`, in ascending order, are words.
  static func make(states: [Int], count: Int) -> [UInt64] {
    var blocks = [UInt64](repeating: 0, count: count / 32 + 1)
    for state in states where state / 32 < blocks.count {
      blocks[state / 32] |= 1 &<< UInt64(state % 32)
    }
    var before: UInt64 = 0
    for index in blocks.indices {
      let own = UInt64(blocks[index].nonzeroBitCount)
      blocks[index] |= before << 32
      before += own
    }
    return blocks
  }
}
