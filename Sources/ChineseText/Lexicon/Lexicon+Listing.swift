/// A word of the base lexicon, as a list shows it.
package struct ListedWord: Sendable {
  /// The folded surface.
  package let surface: String
  /// What it can be.
  package let tags: WordTags
  /// What it costs in the lattice; nothing for a word that takes no part by itself.
  package let cost: Int?
}

extension Lexicon {
  /// Calls `body` with every word of the counted lists and terms, in the order of the trie.
  ///
  /// The trie leads from characters to words; here each word is read from its end to its beginning,
  /// since a state knows the one before it. Slow: for looking at. O(states × length).
  package func forEachListedWord(_ body: (ListedWord) -> Void) {
    var units = [UInt16](repeating: 0, count: single.count)
    for unit in codeTable.indices where codeTable[unit] > 0 && Int(codeTable[unit]) < units.count {
      units[Int(codeTable[unit])] = UInt16(truncatingIfNeeded: unit)
    }
    var heads: [Int: Int] = [:]
    for code in first.indices where first[code] != 0 {
      heads[Int(first[code] & TrieBuilder.mask22)] = code
    }
    for state in nodes.indices {
      let row = ranks.row(ofState: state)
      guard row >= 0, Int(row) < wordCount, listedTags(row).contains(.listed) else { continue }
      guard let codes = codes(to: state, heads) else { continue }
      let cost = nodes[state] >> 44
      body(
        ListedWord(
          surface: String(decoding: codes.map { units[$0] }, as: UTF16.self),
          tags: listedTags(row), cost: cost == TrieBuilder.noCost ? nil : Int(cost)))
    }
  }

  /// The codes that lead to a state; `heads` gives the code of each state behind one character.
  private func codes(to state: Int, _ heads: [Int: Int]) -> [Int]? {
    var codes: [Int] = []
    var state = state
    while heads[state] == nil {
      let parent = Int(nodes[state] & TrieBuilder.mask22)
      guard parent < nodes.count, codes.count < OverlayBuilder.longest else { return nil }
      let base =
        heads[parent].map { first[$0] >> 22 & TrieBuilder.mask22 }
        ?? nodes[parent] >> 22 & TrieBuilder.mask22
      codes.append(state - Int(base))
      state = parent
    }
    guard let head = heads[state] else { return nil }
    codes.append(head)
    guard codes.allSatisfy({ (1..<single.count).contains($0) }) else { return nil }
    return codes.reversed()
  }

  /// The word of the counted lists and terms with a surface, whatever an overlay says.
  package func listedWord(_ surface: String) -> ListedWord? {
    let key = folded(surface)
    guard let word = baseWord(key), listedTags(word).contains(.listed) else { return nil }
    return ListedWord(
      surface: String(decoding: key, as: UTF16.self), tags: listedTags(word),
      cost: baseCost(key).map(Int.init))
  }
}
