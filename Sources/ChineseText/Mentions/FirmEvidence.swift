/// What speaks for a company beyond the words right beside the name: an adverb or a date before the
/// verb (星河科技近日完成…), a parenthesis (星河科技（以下简称…）), the other end of a list of
/// investors, a funding round, 名为X的公司.
extension NameCues {
  /// Adds the points that a firm's wider surroundings give. O(1).
  func addFirm(
    _ range: Range<Int>, in sentence: Range<Int>, _ draft: MentionDraft,
    to sum: inout NameEvidence
  ) {
    let right = afterBracket(range.upperBound, in: sentence, draft, &sum)
    guard right >= 0 else { return }
    if draft.marks[right] & TokenMarks.Bit.listComma != 0
      || draft.tags(right).contains(.coordinator)
    {
      sum.company += investors(from: right, in: sentence, draft) ? 2 : 0
      return
    }
    if draft.head(right) == 0x7684 { return addNamed(range, right, in: sentence, draft, to: &sum) }
    let verb = verb(from: right, in: sentence, draft)
    guard verb >= 0 else { return }
    let all = points(draft.tokens[verb].word)
    let company = Self.after(all, .company)
    guard company > 1, draft.tags(verb).contains(.verb) else { return }
    if verb > range.upperBound {
      sum.company += company
      sum.product += Self.after(all, .product)
      sum.person += Self.after(all, .person)
    }
    if isFunding(verb, in: sentence, draft) { sum.company += 2 }
  }

  /// The first token behind a name and the parenthesis that may follow it; what the parenthesis
  /// says of a short name or a ticker counts.
  private func afterBracket(
    _ end: Int, in sentence: Range<Int>, _ draft: MentionDraft, _ sum: inout NameEvidence
  ) -> Int {
    var right = draft.next(end, in: sentence)
    if right >= 0, draft.kind(right) == CharacterClass.close.rawValue, draft.head(right) != 41 {
      right = draft.next(right + 1, in: sentence)
    }
    guard right >= 0, draft.head(right) == 40 else { return right }
    if naming(draft, right + 1) { sum.company += 3 }
    var close = right + 1
    while close < sentence.upperBound, close - right < 16, draft.head(close) != 41 { close += 1 }
    guard close < sentence.upperBound, draft.head(close) == 41 else { return -1 }
    return draft.next(close + 1, in: sentence)
  }

  /// Whether words that state a short name or a ticker begin at `token`: 以下简称, 股票代码.
  private func naming(_ draft: MentionDraft, _ token: Int) -> Bool {
    for end in token + 1...token + 3 where end <= draft.tokens.count {
      let span = draft.span(token..<end)
      if isNaming(draft.text.folded[span.start..<span.end]) { return true }
    }
    return false
  }

  private static let skipped: WordTags = [.adverb, .auxiliary, .time, .adjective]

  /// The verb of a name at `token`: adverbs, dates and 在 with a place may stand before it.
  private func verb(from token: Int, in sentence: Range<Int>, _ draft: MentionDraft) -> Int {
    var index = token
    while index < sentence.upperBound, index - token < 5 {
      if draft.isBlank(index) {
        index += 1
        continue
      }
      guard Self.after(points(draft.tokens[index].word), .company) < 3 else { return index }
      let isIn = draft.head(index) == 0x4E8E || draft.head(index) == 0x5728
      let isDate =
        draft.spot(at: index)?.kind == .time
        || (index > token && draft.spot(at: index)?.kind == .place)
      guard isIn || isDate || !draft.tags(index).isDisjoint(with: Self.skipped) else {
        return index
      }
      index += 1
    }
    return -1
  }

  /// Whether a funding round or the word for it follows a verb in its clause.
  private func isFunding(_ verb: Int, in sentence: Range<Int>, _ draft: MentionDraft) -> Bool {
    var index = verb + 1
    while index < sentence.upperBound, index - verb < 10 {
      let mark = draft.marks[index]
      if mark & TokenMarks.Bit.clauseEnd != 0 { return false }
      if draft.spot(at: index)?.kind == .round { return true }
      index += 1
    }
    return false
  }

  /// Whether the list that goes on at `token` is one of investors: it ends in 领投, 跟投.
  private func investors(
    from token: Int, in sentence: Range<Int>, _ draft: MentionDraft
  ) -> Bool {
    var index = token
    while index < sentence.upperBound, index - token < 40 {
      if draft.marks[index] & TokenMarks.Bit.clauseEnd != 0 { return false }
      let word = draft.tokens[index].word
      if form(word) & Form.investing != 0 { return true }
      index += 1
    }
    return false
  }

  /// 名为X的公司, 一家叫X的初创企业.
  private func addNamed(
    _ range: Range<Int>, _ particle: Int, in sentence: Range<Int>, _ draft: MentionDraft,
    to sum: inout NameEvidence
  ) {
    var left = draft.previous(range.lowerBound, in: sentence)
    if left >= 0, draft.kind(left) == CharacterClass.open.rawValue {
      left = draft.previous(left, in: sentence)
    }
    guard left >= 0, form(draft.tokens[left].word) & Form.calling != 0 else { return }
    let product = sum.product
    sum.product = 0
    var index = particle + 1
    while index < sentence.upperBound, index - particle < 8 {
      if draft.marks[index] & TokenMarks.Bit.clauseEnd != 0 { return }
      if Self.before(points(draft.tokens[index].word), .product) > 1 {
        sum.product = product
        return
      }
      if draft.tags(index).contains(.classNoun),
        Self.before(points(draft.tokens[index].word), .company) > 1
      {
        sum.company += 5
        return
      }
      index += 1
    }
  }
}
