/// Finds organizations named after another: a known company with a place (可口可乐中国) or a branch
/// of trade (碧桂园创投), and branches and departments of what is named (招商银行深圳分行,
/// 外交部领事司, 东兴证券（香港）).
struct OrganizationExtensions: Sendable {
  let grammar: NameGrammar

  private static let longest = 6

  /// What may follow `X中国` where it names a firm.
  private static let followers: WordTags = [
    .verb, .auxiliary, .caseWord, .coordinator, .reporting, .genericVerb, .title, .adverb,
    .punctuation, .preposition,
  ]

  /// Adds the extended names of the document.
  func find(in draft: inout MentionDraft) {
    var place = MarkedTokens(TokenMarks.Bit.covered, draft)
    while place.next(draft) {
      let number = Int(draft.owner[place.token])
      let spot = draft.spots[number]
      let end = spot.tokens.upperBound
      if (spot.kind == .company || spot.kind == .organization), end < place.bounds.upperBound {
        place.skip(to: extend(spot, in: place.bounds, &draft))
      } else {
        place.skip(to: end)
      }
    }
  }

  /// Adds the name that `spot` begins, if it is longer than `spot`; answers where it ends.
  private func extend(
    _ spot: Spot, in bounds: Range<Int>, _ draft: inout MentionDraft
  ) -> Int {
    let base = spot.tokens
    var end = base.upperBound
    var kind = spot.kind
    var isFirst = true
    while true {
      if let unit = unit(after: end, in: bounds, draft),
        kind == .organization || unit.isBranch || isTeam(unit.end - 1, in: bounds, draft)
      {
        end = unit.end
        if !unit.isBranch { kind = .organization }
      } else if isFirst {
        end = firm(spot, in: bounds, draft)
      } else {
        break
      }
      isFirst = false
    }
    guard end > base.upperBound else { return base.upperBound }
    var longer = Spot(
      tokens: base.lowerBound..<end, sentence: spot.sentence, kind: kind, origin: .context,
      points: 6)
    if isSame(base.upperBound..<end, of: spot, draft) {
      longer.origin = spot.origin
      longer.word = spot.word
      longer.brand = spot.brand
    }
    draft.add(longer)
    return end
  }

  // MARK: the firm itself

  /// Where the name of a firm ends that may be longer than the spot.
  private func firm(_ spot: Spot, in bounds: Range<Int>, _ draft: MentionDraft) -> Int {
    let next = spot.tokens.upperBound
    guard spot.kind == .company else { return next }
    if let tail = latinTail(spot, in: bounds, draft) { return tail }
    if draft.head(next) == 40, next + 2 < bounds.upperBound, draft.head(next + 2) == 41 {
      return grammar.isPlace(next + 1, draft) ? next + 3 : next
    }
    guard spot.origin == .gazetteer else { return next }
    if grammar.isPlace(next, draft), draft.spot(at: next)?.kind == .place {
      return isFollowed(next + 1, in: bounds, draft) ? next + 1 : next
    }
    guard draft.owner[next] < 0, draft.length(next) > 1 else { return next }
    if grammar.form(next, draft) & NameCues.Form.same != 0 {
      return isHead(next, in: bounds, draft) ? next + 1 : next
    }
    return isBranch(next, in: bounds, draft) ? next + 1 : next
  }

  /// Whether a firm is still the one of `spot` with some more words.
  private func isSame(_ more: Range<Int>, of spot: Spot, _ draft: MentionDraft) -> Bool {
    guard spot.origin == .gazetteer else { return false }
    if more.count == 1 { return grammar.form(more.lowerBound, draft) & NameCues.Form.same != 0 }
    return more.allSatisfy {
      draft.kind($0) != CharacterClass.letter.rawValue || grammar.cues.isLegal($0, draft)
    } && draft.kind(more.lowerBound) != CharacterClass.open.rawValue
      && draft.head(more.lowerBound) < 0x250
  }

  /// Whether 公司 ends the name: not in 公司债 or 公司治理.
  private func isHead(_ token: Int, in bounds: Range<Int>, _ draft: MentionDraft) -> Bool {
    let next = token + 1
    guard next < bounds.upperBound else { return true }
    return draft.tags(next).isDisjoint(with: .noun) || draft.owner[next] >= 0
      || draft.tags(next).contains(.verb)
  }

  /// Whether the word after a firm makes another firm of it.
  private func isBranch(_ token: Int, in bounds: Range<Int>, _ draft: MentionDraft) -> Bool {
    let form = grammar.form(token, draft)
    guard form & NameCues.Form.firm != 0, form & NameCues.Form.common == 0 else { return false }
    // 中兴通讯|控股子公司: a firm that it holds.
    if draft.head(token) == 0x63A7, token + 1 < bounds.upperBound,
      grammar.cues.before(draft.tokens[token + 1].word, .company) > 2
    {
      return false
    }
    return !grammar.isVerbOnly(token, draft) && isFollowed(token + 1, in: bounds, draft)
  }

  private func isFollowed(_ token: Int, in bounds: Range<Int>, _ draft: MentionDraft) -> Bool {
    guard token < bounds.upperBound else { return true }
    if draft.spot(at: token)?.kind == .title { return true }
    if grammar.cues.after(draft.tokens[token].word, .company) > 0 { return true }
    if draft.tags(token).contains(.noun), !draft.tags(token).contains(.verb) { return false }
    return !draft.tags(token).isDisjoint(with: Self.followers)
  }
}

// MARK: Latin firms

extension OrganizationExtensions {
  /// Where a known Latin name ends with the words of its firm behind it: Anysphere, Inc.,
  /// POSCO International, LG CNS.
  private func latinTail(
    _ spot: Spot, in bounds: Range<Int>, _ draft: MentionDraft
  ) -> Int? {
    let end = spot.tokens.upperBound
    guard draft.kind(end - 1) == CharacterClass.letter.rawValue, draft.head(end - 1) < 0x250 else {
      return nil
    }
    var word = draft.head(end) == 44 ? end + 1 : end
    guard draft.isBlank(word), draft.length(word) == 1 else { return nil }
    word += 1
    guard isFreeLatin(word, in: bounds, draft) else { return nil }
    if grammar.cues.isLegal(word, draft) {
      return draft.head(word + 1) == 46 && word + 1 < bounds.upperBound ? word + 2 : word + 1
    }
    guard draft.head(end) != 44 else { return nil }
    while word + 2 < bounds.upperBound, draft.isBlank(word + 1), draft.length(word + 1) == 1,
      isFreeLatin(word + 2, in: bounds, draft), word - end < 5
    {
      word += 2
    }
    return isLatinFirm(spot.tokens.lowerBound..<word + 1, in: bounds, draft) ? word + 1 : nil
  }

  private func isFreeLatin(_ token: Int, in bounds: Range<Int>, _ draft: MentionDraft) -> Bool {
    guard token < bounds.upperBound, draft.owner[token] < 0,
      draft.marks[token] & TokenMarks.Bit.latin != 0
    else { return false }
    let form = LatinForm(draft.text.scalars, draft.tokens[token].span)
    return form.isCapitalised && form.digits == 0
      && grammar.cues.latinForm(token, draft) & NameCues.Form.noTail == 0
  }

  /// Whether a firm's words end a Latin run, or its place is that of a firm.
  private func isLatinFirm(
    _ run: Range<Int>, in bounds: Range<Int>, _ draft: MentionDraft
  ) -> Bool {
    let next = draft.next(run.upperBound, in: bounds)
    if next >= 0 {
      let kind = draft.kind(next)
      guard kind != CharacterClass.letter.rawValue, kind != CharacterClass.digit.rawValue else {
        return false
      }
    }
    let evidence = grammar.cues.evidence(run, in: bounds, draft)
    let form = grammar.cues.latinForm(run.upperBound - 1, draft)
    if form & NameCues.Form.company != 0 {
      return form & NameCues.Form.common == 0 || evidence.company > 1
    }
    return evidence.company > 2 && evidence.company > evidence.product
  }
}

// MARK: branches and departments

extension OrganizationExtensions {
  /// The branch or department whose name begins at `start`.
  private func unit(
    after start: Int, in bounds: Range<Int>, _ draft: MentionDraft
  ) -> (end: Int, isBranch: Bool)? {
    var token = start
    var isPlaced = false
    while token < bounds.upperBound, token - start < Self.longest {
      let form = grammar.form(token, draft)
      if form & (NameCues.Form.branch | NameCues.Form.unit) != 0, draft.owner[token] < 0 {
        let isOwn = form & NameCues.Form.own != 0
        if token > start || isOwn, isUnitEnd(token, in: bounds, draft) {
          return (token + 1, form & NameCues.Form.branch != 0)
        }
      }
      if token > start, isPlaced || grammar.isTrade(token - 1, draft), isFirmHead(token, draft) {
        return (token + 1, true)
      }
      let isPlace = isPlacePart(token, after: start, draft)
      guard isPlace || mayQualify(token, draft) else { return nil }
      isPlaced = isPlace
      token += 1
    }
    return nil
  }

  /// Whether a firm's department is more than the place of a post: what 小米汽车部副总裁 does,
  /// he does for 小米.
  private func isTeam(_ token: Int, in bounds: Range<Int>, _ draft: MentionDraft) -> Bool {
    guard draft.length(token) > 1 else { return false }
    return grammar.form(token, draft) & NameCues.Form.own != 0
      || draft.spot(at: token + 1)?.kind != .title
  }

  /// The bare 公司 after a place: 中海地产上海公司.
  private func isFirmHead(_ token: Int, _ draft: MentionDraft) -> Bool {
    draft.owner[token] < 0
      && grammar.form(token, draft) & (NameCues.Form.same | NameCues.Form.guarded)
        == NameCues.Form.same | NameCues.Form.guarded
      && draft.head(token) == 0x516C
  }

  /// A unit of one character stands after a longer word and before no other single one: 组织|部.
  private func isUnitEnd(_ token: Int, in bounds: Range<Int>, _ draft: MentionDraft) -> Bool {
    let next = token + 1
    if next < bounds.upperBound, draft.owner[next] < 0 {
      let form = grammar.form(next, draft)
      if form & (NameCues.Form.branch | NameCues.Form.unit) != 0 { return false }
    }
    guard draft.length(token) == 1 else { return true }
    return draft.length(token - 1) > 1
      && (next >= bounds.upperBound || draft.kind(next) != CharacterClass.han.rawValue
        || draft.length(next) > 1 || draft.tags(next).isDisjoint(with: [.measure, .unknown]))
  }

  private func isPlacePart(_ token: Int, after start: Int, _ draft: MentionDraft) -> Bool {
    if grammar.isPlace(token, draft) { return true }
    let head = draft.head(token)
    return draft.length(token) == 1 && token > start && grammar.isPlace(token - 1, draft)
      && (head == 0x5E02 || head == 0x7701 || head == 0x533A || head == 0x53BF)
  }

  /// A word that may stand between an owner and its department.
  private func mayQualify(_ token: Int, _ draft: MentionDraft) -> Bool {
    guard draft.owner[token] < 0, draft.length(token) > 1,
      draft.kind(token) == CharacterClass.han.rawValue, !grammar.isStop(token, draft),
      grammar.cues.after(draft.tokens[token].word, .company) == 0,
      grammar.cues.before(draft.tokens[token].word, .company) == 0
    else { return false }
    let form = grammar.form(token, draft)
    if form & NameCues.Form.common != 0 { return true }
    return !grammar.isVerbOnly(token, draft)
  }
}
