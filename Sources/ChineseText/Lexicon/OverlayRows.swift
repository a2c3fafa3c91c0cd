/// The rows of an overlay while they are laid out: one for each key.
struct OverlayRows {
  private(set) var keys: [UInt16] = []
  private(set) var starts: [UInt32] = [0]
  private(set) var costs: [UInt32] = []
  private(set) var tags: [UInt64] = []
  private(set) var entryStarts: [UInt32] = []
  private(set) var entries: [UInt32] = [0]
  private(set) var problems: [LexiconProblem] = []
  private let builder: OverlayBuilder
  private var group: [OverlayBuilder.Record] = []

  /// Unites the records of equal keys. O(records × log records).
  init(_ builder: OverlayBuilder) {
    self.builder = builder
    keys.reserveCapacity(builder.pool.count)
    starts.reserveCapacity(builder.records.count + 1)
    costs.reserveCapacity(builder.records.count)
    tags.reserveCapacity(builder.records.count)
    entryStarts.reserveCapacity(builder.records.count)
    for index in builder.sorted() {
      let record = builder.records[Int(index)]
      if let last = group.first, !builder.isSameKey(last, record) { finishGroup() }
      group.append(record)
    }
    finishGroup()
  }

  private mutating func finishGroup() {
    guard let first = group.first else { return }
    defer { group.removeAll(keepingCapacity: true) }
    checkGroup()
    let key = builder.key(first)
    keys.append(contentsOf: key)
    starts.append(UInt32(truncatingIfNeeded: keys.count))
    let cuts = group.reduce(UInt64(0)) { $1.kind == .cut ? $0 | $1.tags : $0 }
    if cuts != 0 {
      return append(cost: Overlay.cut, tags: WordTags(rawValue: cuts), entries: [])
    }
    let base = builder.base.baseWord(key)
    let known = base.map { builder.base.tags($0) } ?? []
    let typed = group.filter { $0.kind == .typed }
    let isWeighed = typed.isEmpty && group.allSatisfy { $0.kind == .weighed }
    let own = tags(typed, known)
    var rows = ownEntries()
    if let base, typed.isEmpty || rows.isEmpty && !known.isDisjoint(with: own.intersection(.name)) {
      rows += builder.base.baseEntries(base)
    }
    append(
      cost: isWeighed ? weight(builder.base.baseCost(key)) : Overlay.wins, tags: own, entries: rows)
  }

  private mutating func append(cost: UInt32, tags own: WordTags, entries rows: [UInt32]) {
    costs.append(cost)
    tags.append(own.rawValue)
    entryStarts.append(rows.isEmpty ? 0 : UInt32(entries.count))
    for (index, row) in rows.enumerated() {
      entries.append(row & 0x7FFF_FFFF | (index == rows.count - 1 ? 1 << 31 : 0))
    }
  }

  /// What a word is: as the last layer says that says anything, else as other records and the
  /// base say. Its classes of use (trigger, cue, case word …) stay what they were.
  private func tags(_ typed: [OverlayBuilder.Record], _ known: WordTags) -> WordTags {
    let weighed = group.reduce(UInt64(0)) { $1.kind == .weighed ? $0 | $1.tags : $0 }
    let uses = group.reduce(known.rawValue) { $0 | $1.tags } & ~0xFFFF_FFFF | weighed
    guard let top = typed.map(\.layer).max() else {
      let all = group.reduce(known.rawValue) { $0 | $1.tags }
      return WordTags(rawValue: all & 0xFFFF_FFFF == 0 ? all | WordTags.noun.rawValue : all)
    }
    let own = typed.filter { $0.layer == top }.reduce(UInt64(0)) { $0 | $1.tags }
    return WordTags(rawValue: own | uses)
  }

  /// Rows of names tables, those of the last layer first.
  private func ownEntries() -> [UInt32] {
    guard group.contains(where: { $0.entry != .max }) else { return [] }
    var result: [UInt32] = []
    for layer in Set(group.map(\.layer)).sorted(by: >) {
      for record in group where record.layer == layer && record.entry != .max {
        if !result.contains(record.entry) { result.append(record.entry) }
      }
    }
    return result
  }

  /// A weighed word costs a little less than the base's own, so that the user's tags are found.
  private func weight(_ base: UInt32?) -> UInt32 {
    let own = group.map(\.cost).min() ?? 1
    return max(1, min(own, base.map { $0 > 1 ? $0 - 1 : 1 } ?? own))
  }

  private static func contradict(
    _ a: OverlayBuilder.Record, _ b: OverlayBuilder.Record
  ) -> Bool {
    if (a.kind == .cut) != (b.kind == .cut) { return true }
    return a.kind == .typed && b.kind == .typed && a.tags != b.tags
  }

  /// A word list must not contradict itself.
  private mutating func checkGroup() {
    guard group.count > 1 else { return }
    let lines = group.filter { $0.line > 0 }
    for (index, record) in lines.enumerated() {
      guard
        let other = lines[..<index].first(where: {
          $0.file == record.file && Self.contradict($0, record)
        })
      else { continue }
      let word = String(decoding: builder.key(record), as: UTF16.self)
      let isCut = (record.kind == .cut) != (other.kind == .cut)
      problems.append(
        LexiconProblem(
          file: builder.files[Int(record.file)], line: Int(record.line),
          message: isCut
            ? "\(word) is cut here and a word in line \(other.line); keep one of the two"
            : "\(word) has another type in line \(other.line); keep one of the two"))
    }
  }
}

extension OverlayBuilder {
  /// The binary overlay; `tables` are sections of the user's tables, from the compiler.
  func write(
    tables: [(LexiconFormat.Section, [UInt8])]
  ) throws(LexiconError) -> [UInt8] {
    let rows = OverlayRows(self)
    guard rows.problems.isEmpty else { throw LexiconError(rows.problems) }
    let trie = OverlayTrie(keys: rows.keys, starts: rows.starts)
    let hasWeighed = rows.costs.contains { $0 != Overlay.wins && $0 != Overlay.cut }
    let header: [UInt64] = [
      base.baseChecksum, UInt64(base.baseTableCount), hasWeighed ? 1 : 0,
      rows.costs.contains(Overlay.cut) ? 1 : 0,
    ]
    return LexiconFormat.assemble(
      [
        (.overlayBase, LexiconFormat.bytes(header)),
        (.overlayKeys, LexiconFormat.bytes(trie.keys)),
        (.overlayStarts, LexiconFormat.bytes(trie.starts)),
        (.overlayLabels, LexiconFormat.bytes(trie.labels)),
        (.overlayNodes, LexiconFormat.bytes(trie.nodes)),
        (.overlayPairs, LexiconFormat.bytes(trie.pairs)),
        (.overlayFilter, LexiconFormat.bytes(trie.filter)), (.overlayFirsts, trie.firsts),
        (.overlayCosts, LexiconFormat.bytes(rows.costs)),
        (.wordTags, LexiconFormat.bytes(rows.tags)),
        (.wordEntries, LexiconFormat.bytes(rows.entryStarts)),
        (.entries, LexiconFormat.bytes(rows.entries)),
      ] + tables, magic: Overlay.magic)
  }
}
