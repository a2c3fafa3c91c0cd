/// Finds products: quoted names beside words of launching, models after their maker.
struct ProductRecognizer: Sendable {
  let grammar: NameGrammar

  private static let threshold = 4
  private static let longest = 8

  /// Adds quoted names; the words beside the quotation marks tell companies from products.
  func find(in draft: inout MentionDraft) {
    var place = MarkedTokens(TokenMarks.Bit.quote, draft)
    while place.next(draft) { addQuoted(after: place.token, in: place.bounds, to: &draft) }
  }

  private func addQuoted(
    after open: Int, in bounds: Range<Int>, to draft: inout MentionDraft
  ) {
    var close = open + 1
    while close < bounds.upperBound, close - open <= Self.longest, draft.head(close) != 0x201D,
      draft.head(close) != 0x201C
    {
      if !isNameToken(close, draft) { return }
      close += 1
    }
    guard close < bounds.upperBound, close > open + 1, close - open <= Self.longest else { return }
    let inner = open + 1..<close
    guard draft.span(inner).count >= 2, isProper(inner, draft) else { return }
    let evidence = grammar.cues.evidence(inner, in: bounds, draft)
    guard evidence.product > 2 || evidence.company >= Self.threshold else { return }
    let kind: MentionKind = evidence.company > evidence.product ? .company : .product
    draft.add(Spot(tokens: inner, kind: kind, origin: .context, points: 5))
  }

  private func isNameToken(_ token: Int, _ draft: MentionDraft) -> Bool {
    let kind = draft.kind(token)
    guard
      kind == CharacterClass.han.rawValue || kind == CharacterClass.letter.rawValue
        || kind == CharacterClass.digit.rawValue || kind == CharacterClass.space.rawValue
    else { return false }
    return draft.length(token) == 1
      || draft.tags(token).isDisjoint(with: [.particle, .pronoun, .reporting, .auxiliary])
  }

  /// Whether the words look made up: Latin letters, an unknown word, single characters.
  private func isProper(_ range: Range<Int>, _ draft: MentionDraft) -> Bool {
    var singles = 0
    for token in range {
      if draft.kind(token) == CharacterClass.letter.rawValue { return true }
      if draft.tags(token).contains(.unknown) { return true }
      if draft.spot(at: token)?.origin == .shape { return true }
      if grammar.single(token, draft) == .yes { singles += 1 }
    }
    return singles > 1 || (singles == 1 && range.count < 3)
  }
}
