extension Lexicon {
  /// A word that begins at a place of a text.
  struct PrefixWord {
    /// First scalar after it.
    let end: Int
    /// Row of the word list.
    let row: Int32
    /// Its cost in the lattice.
    let cost: Int32
  }

  /// Calls `body` with each word of two or more characters that begins at `start` and ends by
  /// `limit`, the shorter first. The words of an overlay are not among them. O(length).
  @inline(__always)
  func forEachWord(
    _ text: TextView, from start: Int, to limit: Int, _ body: (PrefixWord) -> Void
  ) {
    let code = Int(text.codes[start])
    guard code != 0, code < first.count else { return }
    var state = first[code] & TrieBuilder.mask22
    var base = first[code] >> 22
    var place = start + 1
    while base != 0, place < limit {
      let code = Int(text.codes[place])
      guard code != 0 else { return }
      let slot = Int(base) + code
      guard slot < nodes.count else { return }
      let node = nodes[slot]
      guard node & TrieBuilder.mask22 == state else { return }
      place += 1
      let cost = node >> 44
      let row = cost != TrieBuilder.noCost ? ranks.row(ofState: slot) : -1
      if row >= 0 { body(PrefixWord(end: place, row: row, cost: Int32(cost))) }
      state = UInt64(slot)
      base = node >> 22 & TrieBuilder.mask22
    }
  }

  /// Row of a single character as a word, or -1.
  @inline(__always)
  func singleRow(_ code: UInt16) -> Int32 {
    guard code != 0, Int(code) < first.count, first[Int(code)] != 0 else { return -1 }
    return ranks.row(ofState: Int(first[Int(code)] & TrieBuilder.mask22))
  }

  /// Cost of a single character as a word.
  @inline(__always)
  func singleCost(_ code: UInt16) -> Int32 {
    Int(code) < single.count ? single[Int(code)] : Self.unknownCost
  }

  private static let unknownCost = 25 * Candidate.unit
}
