/// Which tokens may stand inside the name of an organization.
struct NameGrammar: @unchecked Sendable {
  let cues: NameCues
  private let lexicon: Lexicon
  /// Costs of single characters by code; the lexicon keeps them.
  private let costs: UnsafeBufferPointer<Int32>

  init(cues: NameCues, lexicon: Lexicon) {
    self.cues = cues
    self.lexicon = lexicon
    costs = lexicon.single
  }

  /// Words that no name of two characters or more holds.
  private static let stops: WordTags = [
    .particle, .preposition, .conjunction, .pronoun, .numeral, .measure, .timeWord, .adverb,
    .reporting, .genericVerb, .caseWord, .auxiliary, .coordinator, .former, .quantity, .title,
    .number, .metric, .locative, .classNoun,
  ]
  /// Single characters that no made-up brand holds.
  private static let closed: WordTags = [
    .particle, .preposition, .conjunction, .pronoun, .reporting, .genericVerb, .caseWord,
    .coordinator, .former, .quantity, .title, .number, .classNoun,
  ]
  /// Single characters that a brand holds now and then: 半夏, 未迟.
  private static let soft: WordTags = [
    .numeral, .measure, .timeWord, .adverb, .auxiliary, .locative,
  ]

  /// How a token fits into a brand.
  enum Fit { case no, soft, yes }

  /// Whether a single Han character may be part of a brand.
  @inline(__always)
  func single(_ token: Int, _ draft: MentionDraft) -> Fit {
    let mark = draft.marks[token]
    guard mark & (TokenMarks.Bit.brand | TokenMarks.Bit.soft) != 0, draft.owner[token] < 0 else {
      return .no
    }
    return mark & TokenMarks.Bit.brand != 0 ? .yes : .soft
  }

  /// How a single Han character with some tags fits into a brand; `code` is its code.
  func fit(_ tags: WordTags, _ code: UInt16) -> Fit {
    let cost = Int(code) < costs.count ? costs[Int(code)] : 0
    if !tags.isDisjoint(with: Self.closed), cost < Self.rare { return .no }
    if !tags.isDisjoint(with: Self.soft) { return .soft }
    return cost < (tags.contains(.verb) ? Self.commonVerb : Self.common) ? .soft : .yes
  }

  /// Single characters that cost less as words are seldom part of a brand.
  private static let common = Int32(8.8 * Double(Candidate.unit))
  /// Words of grammar that cost more are hardly used as such: 嗨, 兮.
  private static let rare = Int32(10.5 * Double(Candidate.unit))
  private static let commonVerb = Int32(10.5 * Double(Candidate.unit))

  /// Whether a word ends the search for a name to its left.
  func isStop(_ token: Int, _ draft: MentionDraft) -> Bool {
    let kind = draft.kind(token)
    guard kind == CharacterClass.han.rawValue || kind == CharacterClass.letter.rawValue else {
      return true
    }
    if let spot = draft.spot(at: token) {
      if spot.origin == .occupation {
        return !draft.tags(token).isDisjoint(with: Self.stops.subtracting(.title))
      }
      if spot.kind == .title || !spot.kind.isEntity { return true }
      if spot.kind == .person, spot.origin != .shape { return true }
      if spot.origin == .shape { return false }
    }
    return !draft.tags(token).isDisjoint(with: Self.stops)
  }

  /// A verb that is no noun.
  func isVerbOnly(_ token: Int, _ draft: MentionDraft) -> Bool {
    let tags = draft.tags(token)
    return tags.contains(.verb) && !tags.contains(.noun)
  }

  /// A word that may be the whole brand of a company.
  func canBrand(_ token: Int, _ draft: MentionDraft) -> Bool {
    !isStop(token, draft) && !isVerbOnly(token, draft)
      && form(token, draft) & NameCues.Form.guarded == 0
  }

  /// A longer word that may be a brand though it is no noun: 千里, 未来.
  func canBeBrandWord(_ token: Int, _ draft: MentionDraft) -> Bool {
    let kind = draft.kind(token)
    guard kind == CharacterClass.han.rawValue || kind == CharacterClass.letter.rawValue,
      draft.owner[token] < 0, form(token, draft) & NameCues.Form.guarded == 0
    else { return false }
    return draft.tags(token).isDisjoint(with: Self.closed) && !isVerbOnly(token, draft)
  }

  /// Forms of a token's word.
  @inline(__always)
  func form(_ token: Int, _ draft: MentionDraft) -> UInt16 { cues.form(draft.tokens[token].word) }

  /// A word that no name holds: 有关, 各级.
  func isGuard(_ token: Int, _ draft: MentionDraft) -> Bool {
    form(token, draft) & (NameCues.Form.guarded | NameCues.Form.common | NameCues.Form.firm)
      == NameCues.Form.guarded
  }

  /// A Han place name.
  func isPlace(_ token: Int, _ draft: MentionDraft) -> Bool {
    draft.tags(token).contains(.place) && draft.kind(token) == CharacterClass.han.rawValue
  }

  /// A free trade word or company suffix.
  func isTrade(_ token: Int, _ draft: MentionDraft) -> Bool {
    let form = form(token, draft)
    guard draft.owner[token] < 0, form & NameCues.Form.noTail == 0 else { return false }
    return draft.tags(token).contains(.tradeWord)
      || form & (NameCues.Form.company | NameCues.Form.firm) != 0
  }

  /// Whether a name may begin right after `token`.
  func isBoundary(_ token: Int, _ bounds: Range<Int>, _ draft: MentionDraft) -> Bool {
    token < bounds.lowerBound
      || (draft.kind(token) != CharacterClass.han.rawValue
        && draft.kind(token) != CharacterClass.letter.rawValue
        && draft.kind(token) != CharacterClass.digit.rawValue)
  }
}
