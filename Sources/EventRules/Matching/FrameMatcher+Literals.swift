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
    guard isNamed else { return }
    if let name = codeName(behind: trigger, in: view.clauses[clause].items, role.heads) {
      draft.roles[index].append(Fill(mention: -1, span: name, provenance: .sentence))
      return
    }
    guard let span = nounRun(behind: trigger, in: view.clauses[clause].items, role.heads)
    else { return }
    guard tells(span, view.clauses[clause].items) else { return }
    draft.roles[index].append(Fill(mention: -1, span: span, provenance: .sentence))
  }

  /// Fills a role with the noun run before the trigger that its maker begins, and the maker's role
  /// with that: vivo|降噪耳机|正式发布.
  func fillLiteral(
    before trigger: Int, _ clause: Int, _ index: Int, of type: EventType, _ draft: inout Draft
  ) {
    let heads = type.roles[index].heads
    guard let run = nounRun(endingBefore: trigger, in: clause, heads),
      tells(run.span, view.clauses[clause].items)
    else { return }
    draft.roles[index].append(Fill(mention: -1, span: run.span, provenance: .explicit))
    let kind = FillerTypes(analysis.mentions[run.maker].kind)
    let makers = type.roles.indices.filter { !type.roles[$0].types.isDisjoint(with: kind) }
    if makers.count == 1, draft.roles[makers[0]].isEmpty {
      append(run.maker, .explicit, to: makers[0], &draft)
    }
  }

  /// The nouns that end before a trigger, and the mention of the firm that stands before them.
  private func nounRun(
    endingBefore trigger: Int, in clause: Int, _ heads: WordTags
  ) -> (span: TextSpan, maker: Int)? {
    let low = view.clauses[clause].items.lowerBound
    let end = edge(before: trigger, from: low, phrases[clause])
    var head = end - 1
    while head >= low, isModel(view.items[head]) { head -= 1 }
    guard head >= low, view.items[head].mention < 0, view.items[head].tags.contains(.noun),
      !view.items[head].tags.isDisjoint(with: heads)
    else { return nil }
    var first = head
    var quoted: Range<Int>?
    var index = head - 1
    while index >= low, head - index < Self.longest {
      let item = view.items[index]
      if item.kind == .company || item.kind == .organization {
        guard first < head else { return nil }
        let run = quoted ?? first..<end
        return (span(run), item.mention)
      }
      guard isPart(item), item.word != lookup.attributive || index == head - 1 else { return nil }
      if item.unit == Mark.quoteOpen, let close = closing(index, before: head), first <= close {
        quoted = index + 1..<close
      }
      if isContent(item), item.tags.isDisjoint(with: .possessive) { first = index }
      index -= 1
    }
    return nil
  }

  /// Where the thing ends of which a trigger tells: adverbs, times and places lie between them:
  /// 移动电源|现已在京东|发售.
  private func edge(before trigger: Int, from low: Int, _ all: [Phrase]) -> Int {
    var end = trigger
    while end > low, trigger - end < Self.farthest {
      let item = view.items[end - 1]
      let isCase = item.mention < 0 && !item.tags.isDisjoint(with: [.caseWord, .preposition])
      if isBetween(item) || isCase && end < trigger && view.items[end].kind == .time {
        end -= 1
      } else if let place = all.first(where: { $0.caseWord >= 0 && $0.items.upperBound == end }),
        place.items.lowerBound > low
      {
        end = place.items.lowerBound - 1
      } else {
        break
      }
    }
    return end
  }

  /// Most items between a thing and its trigger.
  private static let farthest = 8

  /// What may stand between a thing and what is told of it: 现已, 正式, 今日.
  private func isBetween(_ item: Item) -> Bool {
    if item.mention >= 0 { return item.kind == .time }
    return item.unit == Mark.blank
      || !item.tags.isDisjoint(with: [.adverb, .auxiliary, .timeWord])
        && item.tags.isDisjoint(with: [.form, .latin])
  }

  /// Whether words say which thing it is, more than 新车 and 首款产品 do; counted things are told
  /// by their number: 18853辆汽车.
  private func tells(_ span: TextSpan, _ range: Range<Int>) -> Bool {
    var scalars = 0
    for index in range where span.contains(view.items[index].span) {
      let item = view.items[index]
      if scalars == 0, index > range.lowerBound, view.items[index - 1].kind == .count {
        return true
      }
      let isLight = !item.tags.isDisjoint(with: [.possessive, .trigger, .pronoun])
      if isContent(item), !isLight { scalars += item.span.count }
    }
    return scalars >= Self.leastText
  }

  /// Fewest scalars of the words that name a thing by its kind.
  private static let leastText = 4

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
    if let open = (trigger + 1..<head).first(where: { view.items[$0].unit == Mark.quoteOpen }),
      let close = closing(open, before: head)
    {
      return span(open + 1..<close)
    }
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
    return span(first..<last + 1)
  }

  /// The mark that closes a quotation of letters and digits: a model's name, “P2426”的显示器.
  private func closing(_ open: Int, before end: Int) -> Int? {
    var index = open + 1
    while index < end, view.items[index].unit != Mark.quoteClose {
      let item = view.items[index]
      guard item.mention < 0, !item.tags.isDisjoint(with: [.latin, .number]) else { return nil }
      index += 1
    }
    return index < end && index > open + 1 ? index : nil
  }

  /// The words, without what an earlier quotation leaves before them: “龙虾”|密钥沙箱.
  private func span(_ range: Range<Int>) -> TextSpan {
    if let close = range.first(where: { view.items[$0].unit == Mark.quoteClose }),
      !range.contains(where: { view.items[$0].unit == Mark.quoteOpen && $0 < close }),
      close + 1 < range.upperBound
    {
      return span(close + 1..<range.upperBound)
    }
    return TextSpan(
      view.items[range.lowerBound].span.start, view.items[range.upperBound - 1].span.end)
  }

  private func isPart(_ item: Item) -> Bool {
    if item.unit == Mark.quoteOpen || item.unit == Mark.quoteClose { return true }
    if item.mention < 0, item.tags.contains(.calling) { return true }
    if item.mention >= 0 {
      return item.kind == .count || item.kind == .place || item.kind == .company
        || item.kind == .organization || item.kind == .product
    }
    let parts: WordTags = [
      .noun, .adjective, .latin, .number, .measure, .numeral, .particle, .possessive,
    ]
    let stops: WordTags = [
      .caseWord, .auxiliary, .preposition, .conjunction, .coordinator, .punctuation, .reporting,
      .cue, .people,
    ]
    // 旗下, 首款 are nouns that also open lines of rules; 新品 is told of by itself.
    let isTold = item.tags.contains(.trigger) && (item.isVerb || item.tags.contains(.form))
    return !item.tags.isDisjoint(with: parts) && item.tags.isDisjoint(with: stops) && !isTold
  }

  /// Whether an item says what the thing is, not how many there are.
  private func isContent(_ item: Item) -> Bool {
    if item.mention >= 0 { return item.kind != .count }
    return !item.tags.isDisjoint(with: [.noun, .adjective, .latin])
      && item.tags.isDisjoint(with: [.measure, .numeral, .particle])
  }
}
