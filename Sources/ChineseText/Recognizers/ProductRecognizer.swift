/// Finds products: quoted names beside words of launching, models after their maker.
struct ProductRecognizer: Sendable {
  let grammar: NameGrammar

  private static let threshold = 4
  private static let certain = 5
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
    guard draft.span(inner).count >= 2, !isPredicate(inner, draft),
      let kind = kind(inner, in: bounds, draft)
    else { return }
    draft.add(Spot(tokens: inner, kind: kind, origin: .context, points: 5))
  }

  /// What a quoted stretch names: what the class noun before it says (智能助理“大圆”), else a
  /// made-up word that words of launching or business stand beside.
  private func kind(
    _ inner: Range<Int>, in bounds: Range<Int>, _ draft: MentionDraft
  ) -> MentionKind? {
    let noun = classNoun(before: inner.lowerBound - 1, in: bounds, draft)
    let evidence = grammar.cues.evidence(inner, in: bounds, draft)
    guard evidence.product > 2 || evidence.company >= Self.threshold || noun != nil else {
      return nil
    }
    let isHead = !isModifier(inner, in: bounds, draft)
    if let noun, isHead, noun == .product || isFirm(inner, draft) { return noun }
    // 「律动节拍」已于近期完成A轮融资: whatever the words, a round of financing names a firm.
    if isHead, evidence.company >= Self.certain, evidence.product == 0 {
      return .company
    }
    guard isProper(inner, draft), noun != nil || isHead else { return nil }
    return evidence.company > evidence.product ? .company : .product
  }

  /// Whether a trade word that speaks for a firm ends the stretch.
  private func isFirm(_ inner: Range<Int>, _ draft: MentionDraft) -> Bool {
    inner.count > 1
      && grammar.form(inner.upperBound - 1, draft) & NameCues.Form.firm != 0
  }

  /// What a noun right before an opening mark calls the name behind it.
  private func classNoun(
    before open: Int, in bounds: Range<Int>, _ draft: MentionDraft
  ) -> MentionKind? {
    let left = draft.previous(open, in: bounds)
    guard left >= 0, draft.tags(left).contains(.noun), !draft.tags(left).contains(.verb) else {
      return nil
    }
    let points = grammar.cues.points(draft.tokens[left].word)
    if NameCues.before(points, .product) > 2 { return .product }
    return NameCues.before(points, .company) > 2 ? .company : nil
  }

  /// Whether a noun behind the closing mark makes the quoted words its attribute: “…式”情节.
  private func isModifier(
    _ inner: Range<Int>, in bounds: Range<Int>, _ draft: MentionDraft
  ) -> Bool {
    let right = inner.upperBound + 1
    guard right < bounds.upperBound, draft.owner[right] < 0,
      draft.kind(right) == CharacterClass.han.rawValue
    else { return false }
    let tags = draft.tags(right)
    return tags.contains(.noun) && !tags.contains(.verb)
      && NameCues.after(grammar.cues.points(draft.tokens[right].word), .product) == 0
      && NameCues.after(grammar.cues.points(draft.tokens[right].word), .company) == 0
  }

  private func isNameToken(_ token: Int, _ draft: MentionDraft) -> Bool {
    let kind = draft.kind(token)
    guard
      kind == CharacterClass.han.rawValue || kind == CharacterClass.letter.rawValue
        || kind == CharacterClass.digit.rawValue || kind == CharacterClass.space.rawValue
    else { return false }
    // 长得像人 is said of something; 我的世界, 星海之路 are names.
    if draft.tags(token).contains(.particle), !Self.joints.contains(draft.head(token)),
      draft.length(token) == 1, !draft.tags(token).contains(.noun)
    {
      return false
    }
    return draft.length(token) == 1
      || draft.tags(token).isDisjoint(with: [.particle, .pronoun, .reporting, .auxiliary])
  }

  private static let joints: [UInt16] = [0x7684, 0x4E4B]

  /// Whether verbs and adjectives make up the words: “不够聪明” is said of something.
  private func isPredicate(_ range: Range<Int>, _ draft: MentionDraft) -> Bool {
    range.allSatisfy {
      draft.tags($0).isDisjoint(with: [.noun, .unknown, .latin, .number, .quantity])
        && draft.tags($0).isDisjoint(with: .name) && draft.length($0) > 1
        && !draft.tags($0).isDisjoint(with: [.verb, .adjective, .adverb])
    }
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
