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

  /// Fills a role with the noun run before the trigger that its maker begins, and the maker's role
  /// with that: vivo|降噪耳机|正式发布.
  func fillLiteral(
    before trigger: Int, _ clause: Int, _ index: Int, of type: EventType, _ draft: inout Draft
  ) {
    let low = view.clauses[clause].items.lowerBound
    guard let run = nounRun(endingBefore: trigger, from: low, type.roles[index].heads) else {
      return
    }
    draft.roles[index].append(Fill(mention: -1, span: run.span, provenance: .explicit))
    let kind = FillerTypes(analysis.mentions[run.maker].kind)
    let makers = type.roles.indices.filter { !type.roles[$0].types.isDisjoint(with: kind) }
    if makers.count == 1, draft.roles[makers[0]].isEmpty {
      append(run.maker, .explicit, to: makers[0], &draft)
    }
  }

  /// The nouns that end before a trigger, and the mention of the firm that stands before them.
  private func nounRun(
    endingBefore trigger: Int, from low: Int, _ heads: WordTags
  ) -> (span: TextSpan, maker: Int)? {
    var end = trigger
    while end > low, trigger - end < 4, isBetween(view.items[end - 1]) { end -= 1 }
    var head = end - 1
    while head >= low, isModel(view.items[head]) { head -= 1 }
    guard head >= low, view.items[head].mention < 0, view.items[head].tags.contains(.noun),
      !view.items[head].tags.isDisjoint(with: heads)
    else { return nil }
    var first = head
    var index = head - 1
    while index >= low, head - index < Self.longest {
      let item = view.items[index]
      if item.kind == .company || item.kind == .organization {
        guard first < head else { return nil }
        let span = TextSpan(view.items[first].span.start, view.items[end - 1].span.end)
        return (span, item.mention)
      }
      guard isPart(item), item.word != lookup.attributive || index == head - 1 else { return nil }
      if isContent(item), item.tags.isDisjoint(with: .possessive) { first = index }
      index -= 1
    }
    return nil
  }

  /// What may stand between a thing and what is told of it: 现已, 正式, 今日.
  private func isBetween(_ item: Item) -> Bool {
    if item.mention >= 0 { return item.kind == .time }
    return item.unit == Mark.blank
      || !item.tags.isDisjoint(with: [.adverb, .auxiliary, .timeWord])
        && item.tags.isDisjoint(with: [.form, .latin])
  }

  /// A model's code behind the thing: 浴霸|M3.
  private func isModel(_ item: Item) -> Bool {
    item.mention < 0 && (item.unit == Mark.blank || !item.tags.isDisjoint(with: [.latin, .number]))
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
    var last = head
    var next = head + 1
    while next < range.upperBound, next - head < 4, isModel(view.items[next]) {
      if view.items[next].unit != Mark.blank { last = next }
      next += 1
    }
    return TextSpan(view.items[first].span.start, view.items[last].span.end)
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
