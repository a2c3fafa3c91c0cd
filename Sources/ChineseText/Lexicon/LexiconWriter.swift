extension LexiconCompiler {
  /// Lays the words, tables and folding out as one binary lexicon.
  func write() -> [UInt8] {
    let alphabet = makeAlphabet()
    let keys = sortedKeys(alphabet)
    var sections: [(LexiconFormat.Section, [UInt8])] = [
      (.fold, LexiconFormat.bytes(tables.fold)), (.classes, tables.classes),
      (.codes, LexiconFormat.bytes(alphabet.codes)),
    ]
    sections += wordSections(keys, alphabet)
    sections += tableSections()
    return LexiconFormat.assemble(sections, magic: LexiconFormat.magic)
  }

  private struct Alphabet {
    var codes: [UInt16]
    var size: Int
  }

  /// Dense codes for the characters of all words, the frequent ones first.
  private func makeAlphabet() -> Alphabet {
    var uses = [Int](repeating: 0, count: 65536)
    for (key, draft) in drafts {
      for unit in key { uses[Int(unit)] += 1 + Int(min(draft.count, 1e6) / 1000) }
    }
    let used = (1..<65536).filter { uses[$0] > 0 }
      .sorted { (uses[$1], $0) < (uses[$0], $1) }
    var codes = [UInt16](repeating: 0, count: 65536)
    for (index, unit) in used.enumerated() { codes[unit] = UInt16(index + 1) }
    return Alphabet(codes: codes, size: used.count + 1)
  }

  private func sortedKeys(_ alphabet: Alphabet) -> [[UInt16]] {
    drafts.keys.sorted { a, b in
      a.lazy.map { alphabet.codes[Int($0)] }
        .lexicographicallyPrecedes(b.lazy.map { alphabet.codes[Int($0)] })
    }
  }

  private func wordSections(
    _ keys: [[UInt16]], _ alphabet: Alphabet
  ) -> [(LexiconFormat.Section, [UInt8])] {
    var words: [TrieBuilder.Word] = []
    var tags: [UInt64] = []
    var starts: [UInt32] = []
    var entries: [UInt32] = [0]
    let unknown = UInt32(Swift.min(Double(Cost.most), 25.5 * Cost.unit))
    var single = [Int32](repeating: Int32(unknown), count: alphabet.size)
    for (row, key) in keys.enumerated() {
      guard let draft = drafts[key] else { continue }
      let codes = key.map { alphabet.codes[Int($0)] }
      let cost = self.cost(of: draft)
      words.append(TrieBuilder.Word(codes: codes, cost: cost, row: UInt32(row)))
      if codes.count == 1 { single[Int(codes[0])] = Int32(cost) }
    }
    let trie = TrieBuilder(words: words, alphabetSize: alphabet.size)
    let states = trie.stateRows.indices.filter { trie.stateRows[$0] > 0 }
    let ordered = states.map { keys[Int(trie.stateRows[$0]) - 1] }
    for draft in ordered.compactMap({ drafts[$0] }) {
      tags.append(draft.tags.rawValue)
      starts.append(draft.entries.isEmpty ? 0 : UInt32(entries.count))
      for (index, entry) in draft.entries.sorted().enumerated() {
        entries.append(entry | (index == draft.entries.count - 1 ? 1 << 31 : 0))
      }
    }
    let sets = TagSets(tags)
    return [
      (.single, LexiconFormat.bytes(single)), (.first, LexiconFormat.bytes(trie.first)),
      (.nodes, LexiconFormat.bytes(trie.nodes)),
      (.wordRanks, LexiconFormat.bytes(WordRanks.make(states: states, count: trie.nodes.count))),
      (.wordTags, LexiconFormat.bytes(sets.indices)), (.tagSets, LexiconFormat.bytes(sets.sets)),
      (.wordEntries, LexiconFormat.bytes(starts)), (.entries, LexiconFormat.bytes(entries)),
    ]
  }

  /// Every table but the word lists, as cells that point into one pool of text; rule files, if they
  /// are to be kept, in one more table.
  func tableSections(rules: [Source] = []) -> [(LexiconFormat.Section, [UInt8])] {
    var directory: [UInt32] = []
    var cells: [UInt32] = []
    var pool: [UInt8] = []
    func intern(_ text: String) {
      cells.append(UInt32(pool.count))
      pool += Array(text.utf8)
    }
    for (index, file) in files.enumerated() {
      let kept = Self.keepsRows(names[index])
      directory += [UInt32(cells.count), UInt32(file.columns.count)]
      directory.append(kept ? UInt32(file.rows.count) : 0)
      intern(names[index])
      for column in file.columns { intern(column) }
      if kept { for row in file.rows { for cell in row { intern(cell) } } }
    }
    if !rules.isEmpty {
      let columns = ["name", "path", "text"]
      directory += [UInt32(cells.count), UInt32(columns.count), UInt32(rules.count)]
      for text in [OverlayBuilder.rulesTable] + columns { intern(text) }
      for rule in rules {
        intern(rule.name)
        intern(rule.path)
        cells.append(UInt32(pool.count))
        pool += rule.bytes
      }
    }
    cells.append(UInt32(pool.count))
    return [
      (.tables, LexiconFormat.bytes(directory)), (.cells, LexiconFormat.bytes(cells)),
      (.pool, pool),
    ]
  }

  private static func keepsRows(_ name: String) -> Bool {
    switch LexiconSchema.rule(for: name).use {
    case .counted, .terms, .deny, .folding, .classes: return false
    default: return true
    }
  }
}
