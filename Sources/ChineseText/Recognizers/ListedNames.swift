/// Finds companies by the ticker behind their name: 万科置业海外(01036), 赤水微电（688917.SH）.
struct ListedNames: Sendable {
  let grammar: NameGrammar

  private static let longest = 10

  /// Adds the names right before a ticker in parentheses, and members of lists of companies.
  func find(in draft: inout MentionDraft) {
    var place = MarkedTokens(TokenMarks.Bit.digit, draft)
    while place.next(draft) {
      guard isTicker(place.token, draft) else { continue }
      addName(before: place.token - 1, in: place.bounds, to: &draft)
    }
  }

  /// Four to six digits in parentheses, with or without the exchange's code.
  private func isTicker(_ token: Int, _ draft: MentionDraft) -> Bool {
    guard token > 0, draft.head(token - 1) == 40 else { return false }
    let span = draft.tokens[token].span
    let digits = tickerDigits(span, draft)
    guard (4...6).contains(digits), draft.spot(at: token) == nil || digits > 4 else { return false }
    if draft.head(token + 1) == 41 { return digits > 4 || span.count > digits }
    return draft.head(token + 1) == 46 && draft.kind(token + 2) == CharacterClass.letter.rawValue
  }

  /// The digits of a stretch that is nothing but them and the code of an exchange before or after
  /// them (SH600000, 600000.SH); 0 for dates and sums: 6.1-8.31, 12GB+512GB.
  private func tickerDigits(_ span: TextSpan, _ draft: MentionDraft) -> Int {
    var digits = 0
    var borders = 0
    for offset in span.start..<span.end {
      let isDigit = draft.text.classes[offset] == CharacterClass.digit.rawValue
      let isStop = draft.text.folded[offset] == 46
      guard isDigit || isStop || draft.text.classes[offset] == CharacterClass.letter.rawValue else {
        return 0
      }
      if isDigit { digits += 1 }
      if offset > span.start, isDigit != (draft.text.classes[offset - 1] == digit) { borders += 1 }
    }
    return borders < 2 && span.count - digits <= 3 ? digits : 0
  }

  private var digit: UInt8 { CharacterClass.digit.rawValue }

  private func addName(before open: Int, in bounds: Range<Int>, to draft: inout MentionDraft) {
    var start = open
    while start > bounds.lowerBound, belongs(start - 1, open, draft) {
      start -= 1
      let isPlace = grammar.isPlace(start, draft)
      let isFirm = draft.spot(at: start)?.kind == .company
      if isPlace || isFirm { break }
    }
    guard start < open, draft.tokens[open].start - draft.tokens[start].start >= 2 else { return }
    if let spot = draft.spot(at: open - 1), spot.tokens.lowerBound <= start { return }
    draft.add(Spot(tokens: start..<open, kind: .company, origin: .context, points: 8))
  }

  private func belongs(_ token: Int, _ open: Int, _ draft: MentionDraft) -> Bool {
    guard draft.tokens[open].start - draft.tokens[token].start <= Self.longest else { return false }
    if let spot = draft.spot(at: token), spot.kind == .company { return true }
    if draft.length(token) == 1, draft.kind(token) == CharacterClass.han.rawValue {
      return grammar.single(token, draft) != .no
    }
    return !grammar.isStop(token, draft) && !grammar.isVerbOnly(token, draft)
      && grammar.cues.before(draft.tokens[token].word, .company) == 0
  }
}
