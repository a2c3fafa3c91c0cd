/// Finds organizations by the grammar of their names: place, brand, trade words, suffix.
///
/// A strong suffix (有限公司, 大学, 法院) is enough; names that end in a trade word alone (星河科技)
/// need a brand and words beside them that speak for a company, anywhere in the document.
struct OrganizationRecognizer: Sendable {
  let cues: NameCues

  private static let longest = 18
  /// Classes of words that no name holds.
  private static let stops: WordTags = [
    .particle, .preposition, .conjunction, .pronoun, .numeral, .measure, .timeWord, .adverb,
    .reporting, .genericVerb, .caseWord, .auxiliary, .coordinator, .former, .quantity, .title,
    .number, .metric,
  ]

  /// A name without strong suffix, with what speaks for it.
  private struct Weak {
    let tokens: Range<Int>
    let points: Int
  }

  /// Adds the organizations of the document.
  func find(in draft: inout MentionDraft) {
    var weak: [Weak] = []
    for sentence in draft.sentences {
      for token in sentence.tokens {
        let form = cues.form(draft.tokens[token].word)
        let isTrade = draft.tokens[token].tags.contains(.tradeWord)
        let suffix = form & (NameCues.Form.company | NameCues.Form.organization)
        guard suffix != 0 || isTrade else { continue }
        let isBody = form & NameCues.Form.organization != 0 && form & NameCues.Form.strong != 0
        if isBody || form & NameCues.Form.legal != 0 {
          addStrong(token, form, in: sentence.tokens, to: &draft)
        } else if form & NameCues.Form.organization == 0 || isTrade {
          if let name = weakName(token, form, in: sentence.tokens, draft) { weak.append(name) }
        }
      }
    }
    addWeak(weak, to: &draft)
  }

  // MARK: strong suffixes

  private func addStrong(
    _ suffix: Int, _ form: UInt8, in bounds: Range<Int>, to draft: inout MentionDraft
  ) {
    let isCompany = form & NameCues.Form.legal != 0
    guard draft.owner[suffix] < 0 else { return }
    let next = suffix + 1
    if next < bounds.upperBound, isSuffix(next, draft), draft.owner[next] < 0 { return }
    let start = isCompany
      ? companyStart(suffix, in: bounds, draft) : bodyStart(suffix, in: bounds, draft)
    guard let start, start < suffix else { return }
    draft.add(
      Spot(
        tokens: start..<suffix + 1, kind: isCompany ? .company : .organization, origin: .suffix,
        points: 8))
  }

  private func isSuffix(_ token: Int, _ draft: MentionDraft) -> Bool {
    cues.form(draft.tokens[token].word) & NameCues.Form.strong != 0
  }

  /// Where a company's full name begins: at its place, else at its brand.
  private func companyStart(_ suffix: Int, in bounds: Range<Int>, _ draft: MentionDraft) -> Int? {
    var start = suffix
    var brand = false
    while start > bounds.lowerBound, suffix - start < Self.longest {
      let token = start - 1
      if let inner = bracketStart(token, bounds, draft) {
        start = inner
        continue
      }
      if isPlace(token, draft) {
        while start > bounds.lowerBound, isPlace(start - 1, draft) { start -= 1 }
        break
      }
      if isStop(token, draft) || draft.tags(token).contains(.classNoun) { break }
      if isVerbOnly(token, draft), draft.length(token) > 1 { break }
      let form = cues.form(draft.tokens[token].word)
      if form & NameCues.Form.guarded == 0, !draft.tags(token).contains(.tradeWord) { brand = true }
      start = token
    }
    return brand || start < suffix - 1 ? start : nil
  }

  /// `（北京）` inside a full name: where it begins, if `token` closes it.
  private func bracketStart(_ token: Int, _ bounds: Range<Int>, _ draft: MentionDraft) -> Int? {
    guard draft.head(token) == 41, token - 2 > bounds.lowerBound, draft.head(token - 2) == 40,
      isPlace(token - 1, draft)
    else { return nil }
    return token - 2
  }

  /// Where the name of a public body begins: at its place or owner, else nowhere.
  private func bodyStart(_ suffix: Int, in bounds: Range<Int>, _ draft: MentionDraft) -> Int? {
    var start = suffix
    var proper: Int?
    while start > bounds.lowerBound, suffix - start < Self.longest {
      let token = start - 1
      let isJoin = draft.head(token) == 0x548C && start < suffix && proper == nil
      if isProper(token, draft) {
        start = token
        proper = token
        if token > bounds.lowerBound, isProper(token - 1, draft) { continue }
        break
      }
      if !isJoin, isStop(token, draft) || isVerbOnly(token, draft) { break }
      if draft.tags(token).contains(.classNoun) { break }
      start = token
    }
    return proper
  }

  private func isPlace(_ token: Int, _ draft: MentionDraft) -> Bool {
    draft.tags(token).contains(.place) && draft.kind(token) == CharacterClass.han.rawValue
  }

  private func isProper(_ token: Int, _ draft: MentionDraft) -> Bool {
    guard let spot = draft.spot(at: token) else { return isPlace(token, draft) }
    return spot.kind == .place || spot.kind == .organization || spot.kind == .company
  }

  // MARK: what ends a name

  private func isStop(_ token: Int, _ draft: MentionDraft) -> Bool {
    let kind = draft.kind(token)
    if kind == CharacterClass.digit.rawValue { return true }
    guard kind == CharacterClass.han.rawValue || kind == CharacterClass.letter.rawValue else {
      return true
    }
    if let spot = draft.spot(at: token) {
      if spot.kind == .title || !spot.kind.isEntity { return true }
      if spot.kind == .person { return spot.origin != .shape }
    }
    return !draft.tags(token).isDisjoint(with: Self.stops)
  }

  private func isVerbOnly(_ token: Int, _ draft: MentionDraft) -> Bool {
    let tags = draft.tags(token)
    return tags.contains(.verb) && !tags.contains(.noun)
  }
}

// MARK: weak suffixes

extension OrganizationRecognizer {
  /// A name that ends in the trade word `last`: the brand before it and the points it has here.
  private func weakName(
    _ last: Int, _ form: UInt8, in bounds: Range<Int>, _ draft: MentionDraft
  ) -> Weak? {
    guard draft.owner[last] < 0 else { return nil }
    let next = last + 1
    if next < bounds.upperBound, isTrade(next, draft) { return nil }
    var chain = last
    while chain > bounds.lowerBound, last - chain < 3, isTrade(chain - 1, draft) { chain -= 1 }
    guard let brand = brand(before: chain, in: bounds, draft) else { return nil }
    let range = brand.start..<last + 1
    let evidence = cues.evidence(range, in: bounds, draft).company
    var points = brand.points + evidence + (form & NameCues.Form.company != 0 ? 1 : 0)
    if form & NameCues.Form.strong != 0 { points += 1 }
    if isBoundary(brand.start - 1, bounds, draft) { points += 1 }
    if next < bounds.upperBound, draft.head(next) == 40 { points += 1 }
    return points >= 2 ? Weak(tokens: range, points: points) : nil
  }

  private func isTrade(_ token: Int, _ draft: MentionDraft) -> Bool {
    guard draft.owner[token] < 0 else { return false }
    return draft.tags(token).contains(.tradeWord)
      || cues.form(draft.tokens[token].word) & NameCues.Form.company != 0
  }

  private func isBoundary(_ token: Int, _ bounds: Range<Int>, _ draft: MentionDraft) -> Bool {
    token < bounds.lowerBound || draft.kind(token) != CharacterClass.han.rawValue
  }

  /// The brand that ends before `end`, with points for looking like one.
  private func brand(
    before end: Int, in bounds: Range<Int>, _ draft: MentionDraft
  ) -> (start: Int, points: Int)? {
    let token = end - 1
    guard token >= bounds.lowerBound, canBrand(token, draft) else { return nil }
    if draft.kind(token) == CharacterClass.letter.rawValue { return (token, 2) }
    if isPlace(token, draft) { return nil }
    if draft.spot(at: token)?.kind == .company { return nil }
    if draft.length(token) == 1 { return singles(token, in: bounds, draft) }
    if draft.spot(at: token)?.origin == .shape { return (token, 2) }
    let isPlainNoun = draft.tags(token).contains(.noun) && !draft.tags(token).contains(.verb)
    return (token, isPlainNoun ? 0 : -1)
  }

  /// A brand made of single characters that are no word together.
  private func singles(
    _ last: Int, in bounds: Range<Int>, _ draft: MentionDraft
  ) -> (start: Int, points: Int)? {
    var start = last
    while start > bounds.lowerBound, last - start < 3, draft.length(start - 1) == 1,
      canBrand(start - 1, draft)
    {
      start -= 1
    }
    switch last - start + 1 {
    case 1:
      guard start > bounds.lowerBound, draft.length(start - 1) == 2, canBrand(start - 1, draft),
        !isPlace(start - 1, draft), !isVerbOnly(start - 1, draft)
      else { return nil }
      return (start - 1, 0)
    case 2: return (start, 2)
    case 3: return (start, 1)
    default: return (last - 1, 0)
    }
  }

  private func canBrand(_ token: Int, _ draft: MentionDraft) -> Bool {
    if isStop(token, draft) { return false }
    if draft.tags(token).contains(.classNoun) { return false }
    if draft.tags(token).contains(.locative) { return false }
    return cues.form(draft.tokens[token].word) & NameCues.Form.guarded == 0
  }

  /// Accepts weak names by the sum of what all their places say.
  private func addWeak(_ names: [Weak], to draft: inout MentionDraft) {
    guard !names.isEmpty else { return }
    var sums: [[UInt16]: (best: Int, count: Int)] = [:]
    for name in names {
      let span = draft.span(name.tokens)
      let key = Array(draft.text.folded[span.start..<span.end])
      let old = sums[key] ?? (0, 0)
      sums[key] = (max(old.best, name.points), old.count + 1)
    }
    for name in names {
      let span = draft.span(name.tokens)
      let sum = sums[Array(draft.text.folded[span.start..<span.end])] ?? (0, 0)
      guard sum.best >= 4 || (sum.best >= 3 && sum.count > 1) else { continue }
      draft.add(Spot(tokens: name.tokens, kind: .company, origin: .suffix, points: sum.best))
    }
  }
}
