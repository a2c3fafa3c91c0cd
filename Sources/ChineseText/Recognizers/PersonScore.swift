/// How likely a shape is a person at its place: a linear model over the words and marks beside it,
/// its form, and how much dearer the words are that could stand there instead. The weights are
/// data: `names/person-weights.tsv`.
struct PersonScore: Sendable {
  let cues: NameCues
  let characters: NameCharacters
  let lexicon: Lexicon
  let weights: PersonWeights

  /// A joined name is one but in a title of a work, in tenths of a nat.
  private static let joined = 30
  /// A person of the lexicon.
  private static let known = 40
  /// A name in marks of a work.
  private static let book: UInt16 = 0x300A
  private static let quote: UInt16 = 0x201C

  /// Points of the shape `spot` in tenths of a nat; names have 0 or more.
  func points(_ spot: Spot, in bounds: Range<Int>, _ draft: MentionDraft) -> Int {
    let first = spot.tokens.lowerBound
    let isForeign = draft.tags(first).contains(.foreignName)
    let span = draft.span(spot.tokens)
    var sum = Sum(weights: weights, isForeign: isForeign)
    if isForeign, spot.tokens.count > 1 || draft.text.folded[span.start..<span.end].contains(0xB7) {
      addOpen(before: first, draft, &sum)
      return sum.points + Self.joined
    }
    let word = lexicon.word(draft.text.folded[span.start..<span.end])
    let tags = word.map { lexicon.tags($0) } ?? []
    if !isForeign, tags.contains(.person) { return Self.known }
    sum.add(.base)
    addLeft(first, in: bounds, draft, &sum)
    addRight(spot, in: bounds, draft, &sum)
    addCues(spot, in: bounds, draft, &sum)
    if isTorn(first, draft) { sum.add(.torn) }
    if !isClean(first - 1, in: bounds, draft) { sum.add(.leftPiece) }
    if !isClean(spot.tokens.upperBound, in: bounds, draft) { sum.add(.rightPiece) }
    switch span.count {
    case 2: sum.add(.two)
    case 3: sum.add(.three)
    case 4: sum.add(.four)
    default: sum.add(.five)
    }
    if word != nil, tags.isDisjoint(with: [.person, .foreignName]) { sum.add(.word) }
    if tags.contains(.notPerson) { sum.add(.denied) }
    if isForeign {
      addForeignForm(spot, span, draft, &sum)
    } else {
      addChineseForm(spot, span, in: bounds, draft, &sum)
    }
    return sum.points
  }

  /// Adds up weights.
  struct Sum {
    let weights: PersonWeights
    let isForeign: Bool
    private var hundredths = 0

    init(weights: PersonWeights, isForeign: Bool) {
      self.weights = weights
      self.isForeign = isForeign
    }

    mutating func add(_ feature: PersonFeature) {
      hundredths += weights.weight(feature, isForeign: isForeign)
    }

    /// Adds a feature that counts for every nat of a cost.
    mutating func add(_ feature: PersonFeature, _ cost: Int32) {
      add(feature, hundredths: Int(cost) * PersonWeights.unit / Int(Candidate.unit))
    }

    /// Adds a feature that counts for every nat of these hundredths.
    mutating func add(_ feature: PersonFeature, hundredths amount: Int) {
      hundredths += weights.weight(feature, isForeign: isForeign) * amount / PersonWeights.unit
    }

    mutating func add(_ feature: PersonFeature, _ tags: WordTags, _ some: WordTags) {
      if !tags.isDisjoint(with: some) { add(feature) }
    }

    /// Tenths of a nat.
    var points: Int { hundredths / (PersonWeights.unit / 10) }
  }
}

extension PersonScore {
  private func addOpen(before first: Int, _ draft: MentionDraft, _ sum: inout Sum) {
    switch draft.head(first - 1) {
    case Self.book: sum.add(.leftBook)
    case Self.quote: sum.add(.leftQuote)
    default: break
    }
  }

  /// What stands before the name.
  private func addLeft(
    _ first: Int, in bounds: Range<Int>, _ draft: MentionDraft, _ sum: inout Sum
  ) {
    guard first > bounds.lowerBound else {
      sum.add(.leftEdge)
      return
    }
    addOpen(before: first, draft, &sum)
    switch draft.head(first - 1) {
    case 0x2C: sum.add(.leftComma)
    case 0x3A: sum.add(.leftColon)
    case 0x3001: sum.add(.leftList)
    case 0x28: sum.add(.leftBracket)
    default: break
    }
    let tags = draft.tags(first - 1)
    sum.add(.leftMark, tags, .punctuation)
    sum.add(.leftNoun, tags, .noun)
    sum.add(.leftVerb, tags, .verb)
    if tags.contains(.verb), !tags.contains(.noun) { sum.add(.leftVerbOnly) }
    if tags.contains(.noun), tags.isDisjoint(with: [.verb, .adverb, .title]) {
      sum.add(.leftNounOnly)
    }
    sum.add(.leftAdverb, tags, .adverb)
    sum.add(.leftPreposition, tags, [.preposition, .caseWord])
    sum.add(.leftConjunction, tags, [.conjunction, .coordinator])
    sum.add(.leftParticle, tags, .particle)
    sum.add(.leftNumber, tags, [.numeral, .number, .measure, .count])
    sum.add(.leftTime, tags, [.timeWord, .time])
    sum.add(.leftLocative, tags, .locative)
    sum.add(.leftLatin, tags, .latin)
    sum.add(.leftOrganization, tags, [.company, .organization])
    sum.add(.leftPerson, tags, .person)
    sum.add(.leftPlace, tags, .place)
    sum.add(.leftTitle, tags, .title)
    sum.add(.leftSuffix, tags, [.orgSuffix, .tradeWord])
  }

  /// What stands behind the name.
  private func addRight(
    _ spot: Spot, in bounds: Range<Int>, _ draft: MentionDraft, _ sum: inout Sum
  ) {
    var next = spot.tokens.upperBound
    guard next < bounds.upperBound else {
      sum.add(.rightEdge)
      return
    }
    // 文石 Note X6: what a brand makes stands behind it.
    if !sum.isForeign, draft.isBlank(next), draft.tags(next + 1).contains(.latin) { next += 1 }
    switch draft.head(next) {
    case 0x2C: sum.add(.rightComma)
    case 0x3002: sum.add(.rightStop)
    case 0x3A: sum.add(.rightColon)
    case 0x3001: sum.add(.rightList)
    case 0x28: sum.add(.rightBracket)
    case 0x29: sum.add(.rightBracketEnd)
    case Self.book: sum.add(.rightBook)
    case 0x300B: sum.add(.rightBookEnd)
    default: break
    }
    let tags = draft.tags(next)
    sum.add(.rightMark, tags, .punctuation)
    sum.add(.rightNoun, tags, .noun)
    sum.add(.rightVerb, tags, .verb)
    if tags.contains(.verb), !tags.contains(.noun) { sum.add(.rightVerbOnly) }
    if tags.contains(.noun), tags.isDisjoint(with: [.verb, .adverb, .title]) {
      sum.add(.rightNounOnly)
    }
    sum.add(.rightAdverb, tags, .adverb)
    sum.add(.rightPreposition, tags, [.preposition, .caseWord])
    sum.add(.rightConjunction, tags, [.conjunction, .coordinator])
    sum.add(.rightParticle, tags, .particle)
    sum.add(.rightNumber, tags, [.numeral, .number, .measure, .count])
    sum.add(.rightTime, tags, [.timeWord, .time])
    sum.add(.rightLocative, tags, .locative)
    sum.add(.rightLatin, tags, .latin)
    sum.add(.rightOrganization, tags, [.company, .organization])
    sum.add(.rightPerson, tags, .person)
    sum.add(.rightTitle, tags, .title)
    sum.add(.rightSuffix, tags, [.orgSuffix, .tradeWord])
  }

  private func addCues(
    _ spot: Spot, in bounds: Range<Int>, _ draft: MentionDraft, _ sum: inout Sum
  ) {
    switch cues.evidence(spot.tokens, in: bounds, draft).person {
    case ...0: sum.add(.cueNone)
    case 1: sum.add(.cueOne)
    case 2: sum.add(.cueTwo)
    case 3: sum.add(.cueThree)
    default: sum.add(.cueFour)
    }
  }
}
