/// Finds organizations whose suffix is enough: legal forms (有限公司) and public bodies (大学, 法院).
struct OrganizationRecognizer: Sendable {
  let grammar: NameGrammar

  private static let longest = 18

  private static let endings =
    NameCues.Form.company | NameCues.Form.organization | NameCues.Form.fund

  /// Adds the organizations of the document.
  func find(in draft: inout MentionDraft) {
    var place = MarkedTokens(TokenMarks.Bit.suffix, draft)
    while place.next(draft) {
      let form = grammar.form(place.token, draft)
      guard form & Self.endings != 0 else { continue }
      if draft.owner[place.token] >= 0 {
        addForeign(place.token, form, in: place.bounds, to: &draft)
        continue
      }
      if form & NameCues.Form.fund != 0 {
        addFund(place.token, form, in: place.bounds, to: &draft)
      } else if form & NameCues.Form.legal != 0 {
        addCompany(place.token, in: place.bounds, to: &draft)
      } else if form & NameCues.Form.organization != 0 {
        addBody(place.token, form, in: place.bounds, to: &draft)
      }
    }
  }

  // MARK: companies

  private func addCompany(_ suffix: Int, in bounds: Range<Int>, to draft: inout MentionDraft) {
    let next = suffix + 1
    if next < bounds.upperBound, draft.owner[next] < 0,
      grammar.form(next, draft) & NameCues.Form.legal != 0
    {
      return
    }
    guard let (start, brand) = companyStart(suffix, in: bounds, draft) else { return }
    var spot = Spot(tokens: start..<suffix + 1, kind: .company, origin: .suffix, points: 8)
    spot.brand = brand
    draft.add(spot)
  }

  /// Where a full name begins, and its brand: at its place or the firm it belongs to, else at the
  /// first word that may be in a name.
  private func companyStart(
    _ suffix: Int, in bounds: Range<Int>, _ draft: MentionDraft
  ) -> (start: Int, brand: Range<Int>)? {
    var start = suffix
    var tail = suffix
    while start > bounds.lowerBound, suffix - start < Self.longest {
      let token = start - 1
      if let inner = bracketStart(token, bounds, draft) {
        start = inner
        continue
      }
      if grammar.isPlace(token, draft) {
        let brand = start..<max(tail, start)
        while start > bounds.lowerBound, isPlacePart(start - 1, draft) { start -= 1 }
        if let parent = draft.spot(at: start - 1), start > bounds.lowerBound,
          parent.kind == .company, parent.origin == .gazetteer
        {
          start = parent.tokens.lowerBound
        }
        return brand.isEmpty && tail == suffix ? nil : (start, brand)
      }
      if draft.spot(at: token)?.kind == .company {
        var first = token
        while first > bounds.lowerBound, isPlacePart(first - 1, draft) { first -= 1 }
        return (first, token..<token + 1)
      }
      if endsFullName(token, draft) { break }
      start = token
      if tail == start + 1, grammar.isTrade(token, draft) { tail = token }
    }
    return start < tail && draft.head(start) != 40 ? (start, start..<tail) : nil
  }

  private func isPlacePart(_ token: Int, _ draft: MentionDraft) -> Bool {
    if grammar.isPlace(token, draft) { return true }
    let head = draft.head(token)
    return draft.length(token) == 1 && (head == 0x5E02 || head == 0x7701)
  }

  /// A full name may hold numerals and adverbs, but no grammar of the sentence around it.
  private func endsFullName(_ token: Int, _ draft: MentionDraft) -> Bool {
    if draft.length(token) == 1, draft.kind(token) == CharacterClass.han.rawValue {
      let head = draft.head(token)
      return grammar.single(token, draft) == .no && head != 0x4E4B && head != 0x548C
    }
    if !draft.tags(token).isDisjoint(with: [.classNoun, .numeral, .adverb, .timeWord]) {
      return true
    }
    if grammar.cues.before(draft.tokens[token].word, .company) > 1,
      !grammar.isTrade(token, draft) || !isTail(token + 1, draft)
    {
      return true
    }
    return grammar.isStop(token, draft) || grammar.isVerbOnly(token, draft)
  }

  /// What a trade word of the name's end may have after it.
  private func isTail(_ token: Int, _ draft: MentionDraft) -> Bool {
    draft.head(token) == 40 || grammar.isTrade(token, draft)
      || grammar.form(token, draft) & NameCues.Form.legal != 0
  }

  /// `（北京）` or `（集团）` inside a full name: where it begins, if `token` closes it.
  private func bracketStart(_ token: Int, _ bounds: Range<Int>, _ draft: MentionDraft) -> Int? {
    guard draft.head(token) == 41, token - 2 > bounds.lowerBound, draft.head(token - 2) == 40,
      grammar.isPlace(token - 1, draft) || grammar.isTrade(token - 1, draft)
    else { return nil }
    return token - 2
  }

  // MARK: funds, banks, law firms

  /// A fund of a province or city, or one that has a firm's name: 浙江省新能源汽车产业基金; a bank
  /// or a law firm with its place and brand.
  private func addFund(
    _ last: Int, _ form: UInt16, in bounds: Range<Int>, to draft: inout MentionDraft
  ) {
    let next = last + 1
    if next < bounds.upperBound, draft.owner[next] < 0, grammar.isTrade(next, draft) { return }
    guard let start = bodyStart(last, in: bounds, draft), last - start < 8,
      let spot = draft.spot(at: start), spot.kind != .organization
    else { return }
    if spot.kind == .place {
      let end = draft.text.folded[draft.tokens[start].end - 1]
      let isDistrict = end == 0x7701 || end == 0x5E02 || end == 0x533A
      let isBranded = form & NameCues.Form.strong != 0 && last - start > 1
      guard isDistrict || isBranded else { return }
    }
    draft.add(Spot(tokens: start..<next, kind: .company, origin: .suffix, points: 7))
  }

  // MARK: public bodies

  /// A body of another country that bears the name of one of the lexicon: 伊朗|外交部.
  private func addForeign(
    _ token: Int, _ form: UInt16, in bounds: Range<Int>, to draft: inout MentionDraft
  ) {
    guard form & NameCues.Form.organization != 0, token > bounds.lowerBound,
      let spot = draft.spot(at: token), spot.kind == .organization, spot.origin == .gazetteer,
      spot.tokens.count == 1, draft.spot(at: token - 1)?.kind == .place,
      grammar.isPlace(token - 1, draft)
    else { return }
    var longer = Spot(
      tokens: token - 1..<token + 1, sentence: spot.sentence, kind: .organization,
      origin: .suffix, points: 8)
    if draft.head(token - 1) == 0x4E2D, draft.length(token - 1) == 2 {
      longer.origin = spot.origin
      longer.word = spot.word
    }
    draft.add(longer)
  }

  private func addBody(
    _ suffix: Int, _ form: UInt16, in bounds: Range<Int>, to draft: inout MentionDraft
  ) {
    let next = suffix + 1
    if next < bounds.upperBound, draft.owner[next] < 0,
      grammar.form(next, draft) & NameCues.Form.organization != 0
    {
      return
    }
    let isStrong = form & NameCues.Form.strong != 0
    if !isStrong, draft.tags(suffix).contains(.verb) { return }
    guard isStrong || (draft.length(suffix) > 1 && form & NameCues.Form.common == 0) else { return }
    guard var start = bodyStart(suffix, in: bounds, draft) else { return }
    // 瑞士驻伊朗大使馆
    if start - 2 >= bounds.lowerBound, draft.head(start - 1) == 0x9A7B,
      draft.length(start - 1) == 1, grammar.isPlace(start - 2, draft)
    {
      start -= 2
    }
    let isNear = suffix - start <= 1
    guard isStrong || !isNear || grammar.isPlace(start, draft) else { return }
    draft.add(
      Spot(tokens: start..<suffix + 1, kind: .organization, origin: .suffix, points: 8))
  }

  /// Where the name of a public body begins: at its place or owner; nowhere without one.
  private func bodyStart(_ suffix: Int, in bounds: Range<Int>, _ draft: MentionDraft) -> Int? {
    var start = suffix
    while start > bounds.lowerBound, suffix - start < Self.longest {
      let token = start - 1
      if isProper(token, draft) {
        start = token
        while start > bounds.lowerBound, isPlacePart(start - 1, draft) { start -= 1 }
        return start > bounds.lowerBound && isOwner(start - 1, draft) ? start - 1 : start
      }
      let isJoin = draft.head(token) == 0x548C && start < suffix
      if !isJoin, grammar.isStop(token, draft) || grammar.isVerbOnly(token, draft) { return nil }
      let tags = draft.tags(token)
      if tags.contains(.verb) || !tags.contains(.noun),
        grammar.isGuard(token, draft)
          || grammar.cues.after(draft.tokens[token].word, .company) > 1
      {
        return nil
      }
      start = token
    }
    return nil
  }

  private func isOwner(_ token: Int, _ draft: MentionDraft) -> Bool {
    guard let spot = draft.spot(at: token), spot.tokens.count == 1 else { return false }
    return spot.kind == .organization || spot.kind == .company
  }

  private func isProper(_ token: Int, _ draft: MentionDraft) -> Bool {
    guard let spot = draft.spot(at: token) else { return grammar.isPlace(token, draft) }
    return spot.kind == .place || spot.kind == .organization || spot.kind == .company
  }
}
