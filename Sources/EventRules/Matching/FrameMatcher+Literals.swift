import ChineseText

/// Things that have no name: 发布三款智能手表.
extension FrameMatcher {
  /// Most items that such a thing is made of.
  private static let longest = 12

  /// Fills a role with the noun run behind the trigger, where its last noun is of the class that
  /// the role asks for. Somebody must be named beside it: else too little is said.
  func fillLiteral(
    behind trigger: Int, _ clause: Int, _ index: Int, _ role: Role, _ draft: inout Draft
  ) {
    let isNamed = draft.roles.contains { fills in
      fills.contains { $0.mention >= 0 && $0.provenance == .explicit }
    }
    guard isNamed, let span = nounRun(behind: trigger, in: view.clauses[clause].items, role.heads)
    else { return }
    draft.roles[index].append(Fill(mention: -1, span: span, provenance: .sentence))
  }

  /// Longest text behind a word, in scalars.
  private static let longestText = 20

  /// Fills a text role with what stands behind a word of the clause, up to its end: 用于|研发.
  func fillText(behind word: Int32, _ index: Int, _ draft: inout Draft) {
    for clause in draft.clause..<min(draft.clause + 2, view.clauses.count) {
      let range = view.clauses[clause].items
      guard let at = range.first(where: { view.items[$0].word == word }), at + 1 < range.upperBound
      else { continue }
      let span = TextSpan(view.items[at + 1].span.start, view.clauses[clause].span.end)
      guard span.count <= Self.longestText else { return }
      draft.roles[index].append(Fill(mention: -1, span: span, provenance: .explicit))
      return
    }
  }

  private func nounRun(
    behind trigger: Int, in range: Range<Int>, _ heads: WordTags
  ) -> TextSpan? {
    var first = -1
    var head = -1
    var index = trigger + 1
    while index < range.upperBound, index - trigger <= Self.longest, isPart(view.items[index]) {
      let item = view.items[index]
      if first < 0, isContent(item) { first = index }
      if item.mention < 0, item.tags.contains(.noun), !item.tags.isDisjoint(with: heads) {
        head = index
      }
      index += 1
    }
    guard first >= 0, head >= first else { return nil }
    if head + 1 < range.upperBound {
      let next = view.items[head + 1]
      if next.word == lookup.attributive { return nil }
      // A noun behind it is the thing, whatever stands before it.
      if isPart(next), next.mention < 0, next.tags.contains(.noun) { return nil }
    }
    return TextSpan(view.items[first].span.start, view.items[head].span.end)
  }

  private func isPart(_ item: Item) -> Bool {
    if item.mention >= 0 {
      return item.kind == .count || item.kind == .place || item.kind == .company
        || item.kind == .organization || item.kind == .product
    }
    let parts: WordTags = [
      .noun, .adjective, .latin, .number, .measure, .numeral, .particle, .possessive,
    ]
    let stops: WordTags = [
      .caseWord, .auxiliary, .preposition, .conjunction, .coordinator, .punctuation, .reporting,
      .trigger, .cue, .people,
    ]
    return !item.tags.isDisjoint(with: parts) && item.tags.isDisjoint(with: stops)
  }

  /// Whether an item says what the thing is, not how many there are.
  private func isContent(_ item: Item) -> Bool {
    if item.mention >= 0 { return item.kind != .count }
    return !item.tags.isDisjoint(with: [.noun, .adjective, .latin])
      && item.tags.isDisjoint(with: [.measure, .numeral, .particle])
  }
}
