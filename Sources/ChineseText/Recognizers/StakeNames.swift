/// Finds companies by the share of them that changes hands: 收购麦川智能50.1%的股权.
///
/// Announcements name firms that no list holds and that have no suffix; what stands between a verb
/// (or 的, 将, a list mark) and the share of its 股权 is the name.
struct StakeNames: Sendable {
  let grammar: NameGrammar

  /// Characters of the longest name.
  private static let longest = 12

  /// Adds the names right before a share of stock. O(tokens).
  func find(in draft: inout MentionDraft) {
    var place = MarkedTokens(TokenMarks.Bit.tagged, draft)
    while place.next(draft) {
      guard draft.tags(place.token).contains(.percent),
        isStake(behind: place.token, in: place.bounds, draft)
      else { continue }
      addName(before: place.token, in: place.bounds, to: &draft)
    }
  }

  /// Whether 股权, 的股份 … follows the share of `percent`.
  private func isStake(
    behind percent: Int, in bounds: Range<Int>, _ draft: MentionDraft
  ) -> Bool {
    var next = draft.next(percent + 1, in: bounds)
    if next >= 0, draft.tags(next).contains(.particle) { next = draft.next(next + 1, in: bounds) }
    return next >= 0 && grammar.form(next, draft) & NameCues.Form.share != 0
  }

  private func addName(
    before percent: Int, in bounds: Range<Int>, to draft: inout MentionDraft
  ) {
    var end = percent
    while end > bounds.lowerBound, isGap(end - 1, draft) { end -= 1 }
    var start = end
    while start > bounds.lowerBound, belongs(start - 1, end, draft) { start -= 1 }
    guard start < end, isOpen(start - 1, in: bounds, draft) else { return }
    let range = start..<end
    if let spot = draft.spot(at: start), spot.tokens == range, spot.origin == .suffix { return }
    let count = draft.span(range).count
    guard count > 1, count <= Self.longest, isName(range, draft) else { return }
    draft.add(Spot(tokens: range, kind: .company, origin: .context, points: 8))
  }

  /// A blank, or the 的 of 麦川智能的50%股权.
  private func isGap(_ token: Int, _ draft: MentionDraft) -> Bool {
    draft.isBlank(token) || draft.tags(token).contains(.particle)
  }

  private func belongs(_ token: Int, _ end: Int, _ draft: MentionDraft) -> Bool {
    guard draft.tokens[end - 1].end - draft.tokens[token].start <= Self.longest else {
      return false
    }
    if let spot = draft.spot(at: token) {
      // 苏州|垄栗: the place belongs to what was found behind it.
      return spot.kind == .place || spot.origin == .shape || spot.origin == .suffix
    }
    guard draft.kind(token) == CharacterClass.han.rawValue else { return false }
    if draft.length(token) == 1 { return grammar.single(token, draft) != .no }
    return (!grammar.isStop(token, draft) || isFirmNoun(token, end, draft))
      && !grammar.isVerbOnly(token, draft) && !grammar.isGuard(token, draft)
      && grammar.cues.before(draft.tokens[token].word, .company) == 0
  }

  /// 公司 at the end of a name.
  private func isFirmNoun(_ token: Int, _ end: Int, _ draft: MentionDraft) -> Bool {
    token == end - 1 && grammar.form(token, draft) & NameCues.Form.same != 0
  }

  /// Whether a name may begin behind a token: a verb that firms stand behind, 的, 将, a list mark.
  private func isOpen(_ token: Int, in bounds: Range<Int>, _ draft: MentionDraft) -> Bool {
    guard token >= bounds.lowerBound else { return false }
    if draft.marks[token] & TokenMarks.Bit.listComma != 0 { return true }
    if grammar.cues.before(draft.tokens[token].word, .company) > 0 { return true }
    return !draft.tags(token).isDisjoint(with: [.particle, .caseWord, .coordinator, .verb])
  }

  /// Whether some part of a stretch is no ordinary noun, or a place begins it. Full names with a
  /// legal form are found by that.
  private func isName(_ range: Range<Int>, _ draft: MentionDraft) -> Bool {
    let last = range.upperBound - 1
    let form = grammar.form(last, draft)
    let isFirm = form & (NameCues.Form.same | NameCues.Form.firm) != 0
    if form & NameCues.Form.legal != 0 || !isFirm && form & Self.plain != 0 { return false }
    if range.count == 1 {
      return draft.spot(at: last)?.origin == .shape && !grammar.isPlace(last, draft)
        && draft.length(last) > 3
    }
    if grammar.isPlace(range.lowerBound, draft) { return true }
    if grammar.isTrade(last, draft), form & NameCues.Form.same == 0 { return true }
    let odd = range.filter { isOdd($0, draft) }
    return odd.count > 2 || !odd.isEmpty && odd.count < range.count
      || odd.contains { draft.length($0) > 1 }
      || !odd.isEmpty
        && grammar.cues.before(draft.tokens[range.lowerBound - 1].word, .company) > 1
  }

  private static let plain =
    NameCues.Form.noTail | NameCues.Form.guarded | NameCues.Form.common

  /// A person by shape, an unknown word, a single character of brands.
  private func isOdd(_ token: Int, _ draft: MentionDraft) -> Bool {
    draft.spot(at: token)?.origin == .shape || draft.tags(token).contains(.unknown)
      || grammar.single(token, draft) == .yes
  }
}
