/// How likely a shape is a person at its place, in tenths of a nat: a logistic sum over the words
/// beside it, its form, and how much dearer the words are that could stand there instead.
struct PersonScore: Sendable {
  let cues: NameCues
  let characters: NameCharacters
  let lexicon: Lexicon

  /// A family name this rare needs a cue.
  private static let rare = 8 * Candidate.unit
  /// A family name that hardly anybody has is rather the head of a word: 折痕.
  private static let rarest = 21 * Candidate.unit / 2
  /// What a name loses that shares a word with what stands beside it.
  private static let torn = 10
  /// A joined name is one but in a title of a work.
  private static let joined = 30
  /// A person of the lexicon.
  private static let known = 40
  private static let book: UInt16 = 0x300A
  private static let quote: UInt16 = 0x201C

  /// Points of the shape `spot`; names have 5 or more.
  func points(_ spot: Spot, in bounds: Range<Int>, _ draft: MentionDraft) -> Int {
    let first = spot.tokens.lowerBound
    let isForeign = draft.tags(first).contains(.foreignName)
    let span = draft.span(spot.tokens)
    var points = open(before: first, isForeign: isForeign, draft)
    if isForeign, spot.tokens.count > 1 || draft.text.folded[span.start..<span.end].contains(0xB7) {
      return points + Self.joined
    }
    points += evidence(spot, isForeign: isForeign, in: bounds, draft)
    if !isForeign {
      if isBranded(spot, draft) { points -= Self.branded }
      if first == bounds.lowerBound, draft.head(first + 1) == 0x3A { points += Self.speaker }
    }
    points += neighbours(first, isForeign: isForeign, draft)
    if isTorn(first, draft) { points -= Self.torn }
    if !isClean(first - 1, in: bounds, draft) { points -= isForeign ? 8 : 11 }
    if !isClean(first + 1, in: bounds, draft) { points -= isForeign ? 8 : 11 }
    return points + (isForeign ? foreign(first, span, draft) : chinese(first, span, draft))
  }

  /// What a name loses beside a brand in Latin letters: ZOWIE（卓威）, TOPPING 拓品.
  private static let branded = 12
  /// What a speaker at the head of a line is worth.
  private static let speaker = 8
  /// What a name loses where a company rather stands.
  private static let company = 8

  /// Whether a Latin brand that nobody knows stands right before a Chinese name, as its other name.
  func isBranded(_ spot: Spot, _ draft: MentionDraft) -> Bool {
    let first = spot.tokens.lowerBound
    let mark = draft.head(first - 1)
    guard mark == 32 || mark == 40, first > 1, draft.tags(first).isDisjoint(with: .foreignName),
      draft.owner[first - 2] < 0, draft.tags(first - 2).contains(.latin)
    else { return false }
    return LatinForm(draft.text.scalars, draft.tokens[first - 2].span).isAbbreviation
  }

  /// What an opening mark before the name says: titles of works are no persons.
  private func open(before first: Int, isForeign: Bool, _ draft: MentionDraft) -> Int {
    switch draft.head(first - 1) {
    case Self.book: return isForeign ? -28 : -39
    case Self.quote: return isForeign ? -5 : -16
    default: return 0
    }
  }

  private static let evidence = [0, 8, 9, 17, 22]
  private static let foreignEvidence = [0, 4, 11, 18, 33]
  /// Words that are family names too: only a cue tells them apart.
  private static let common: WordTags = [.adjective, .locative, .timeWord, .numeral, .place]

  private func evidence(
    _ spot: Spot, isForeign: Bool, in bounds: Range<Int>, _ draft: MentionDraft
  ) -> Int {
    let sum = cues.evidence(spot.tokens, in: bounds, draft)
    let found = max(0, min(4, sum.person))
    if isForeign { return Self.foreignEvidence[found] }
    let rather = sum.company > sum.person + 2 ? Self.company : 0
    guard found == 0 else { return Self.evidence[found] - rather }
    let head = draft.text.folded[draft.tokens[spot.tokens.lowerBound].start]
    let isCommon =
      lexicon.word(CollectionOfOne(head)).map {
        !lexicon.tags($0).isDisjoint(with: Self.common)
      } ?? false
    let isShort = draft.span(spot.tokens).count == 2
    guard isCommon else { return isShort ? -3 : 0 }
    return characters.roles(head) & NameTables.Role.pure != 0 ? -4 : -10
  }

  /// What the words on both sides are.
  private func neighbours(_ first: Int, isForeign: Bool, _ draft: MentionDraft) -> Int {
    let left = draft.tags(first - 1)
    var right = draft.tags(first + 1)
    // 文石 Note X6: what a brand makes stands behind it.
    if !isForeign, draft.isBlank(first + 1), draft.tags(first + 2).contains(.latin) {
      right = draft.tags(first + 2)
    }
    return Self.left(left, isForeign) + Self.right(right, isForeign)
  }

  private static func left(_ tags: WordTags, _ isForeign: Bool) -> Int {
    if tags.isEmpty { return isForeign ? 10 : 20 }
    if tags.contains(.punctuation) { return isForeign ? 6 : 13 }
    var points = 0
    if !tags.isDisjoint(with: [.coordinator, .conjunction]) { points += isForeign ? 8 : 4 }
    if tags.contains(.particle) { points += isForeign ? 6 : 9 }
    if tags.contains(.title) { points += isForeign ? 5 : 13 }
    if tags.contains(.person), isForeign { points -= 13 }
    if !tags.isDisjoint(with: [.preposition, .caseWord]) { points += isForeign ? 1 : 6 }
    if tags.contains(.verb), tags.isDisjoint(with: [.noun, .preposition]) {
      points += isForeign ? 8 : 7
    }
    if !tags.isDisjoint(with: [.measure, .count, .numeral]) { points += isForeign ? 3 : 4 }
    return points
  }

  private static func right(_ tags: WordTags, _ isForeign: Bool) -> Int {
    if tags.isEmpty { return isForeign ? -6 : 4 }
    var points = 0
    if tags.contains(.punctuation) { return isForeign ? 6 : 0 }
    if tags.contains(.latin) { points -= isForeign ? 22 : 14 }
    if tags.contains(.person) { points -= isForeign ? 22 : 6 }
    if tags.contains(.noun), tags.isDisjoint(with: [.verb, .title, .adverb]) { points -= 6 }
    if !tags.isDisjoint(with: [.orgSuffix, .tradeWord]) { points -= isForeign ? 3 : 4 }
    if tags.contains(.title) { points += isForeign ? 4 : 3 }
    if tags.contains(.verb) {
      points += tags.contains(.noun) ? (isForeign ? 7 : -2) : isForeign ? 10 : 2
    }
    if tags.contains(.particle) { points += isForeign ? 12 : 2 }
    if tags.contains(.adverb) { points += isForeign ? 4 : 2 }
    if isForeign, !tags.isDisjoint(with: [.coordinator, .conjunction]) { points += 6 }
    if isForeign, !tags.isDisjoint(with: [.preposition, .caseWord]) { points += 4 }
    if !tags.isDisjoint(with: [.timeWord, .time]) { points += isForeign ? 12 : 4 }
    return points
  }

  /// Whether the name and a single character beside it share a word: 下|方列明.
  private func isTorn(_ token: Int, _ draft: MentionDraft) -> Bool {
    let span = draft.tokens[token].span
    if isPiece(token - 1, span.start - 1, draft) { return true }
    // 何景行|将接任: an auxiliary or adverb rather begins the verb.
    return draft.tags(token + 1).isDisjoint(with: [.auxiliary, .adverb])
      && isPiece(token + 1, span.end - 1, draft)
  }

  private func isPiece(_ token: Int, _ start: Int, _ draft: MentionDraft) -> Bool {
    guard token >= 0, token < draft.tokens.count, draft.length(token) == 1,
      draft.kind(token) == CharacterClass.han.rawValue,
      draft.tokens[token].start == start || draft.tokens[token].start == start + 1
    else { return false }
    return lexicon.word(draft.text.folded[start..<start + 2]) != nil
  }

  /// Whether a neighbour is a word of its own, not a piece that the name has torn off.
  private func isClean(_ token: Int, in bounds: Range<Int>, _ draft: MentionDraft) -> Bool {
    guard bounds.contains(token), draft.kind(token) == CharacterClass.han.rawValue,
      draft.length(token) == 1, draft.tokens[token].candidate < 0
    else { return true }
    return characters.roles(draft.head(token)) & NameTables.Role.grammar != 0
  }
}

extension PersonScore {
  /// Longest listed names that are looked for inside longer ones.
  private static let longestPiece = 3
  /// How much dearer a transliteration character is as a word that goes on with the name beside it.
  private static let rest = 5 * Candidate.unit / 2

  /// Whether a listed name is a piece of a longer transliteration that nobody lists: 利|贝尔.
  func isPiece(_ spot: Spot, _ draft: MentionDraft) -> Bool {
    guard spot.kind == .person, spot.origin == .gazetteer, spot.tokens.count == 1 else {
      return false
    }
    let span = draft.span(spot.tokens)
    guard span.count <= Self.longestPiece,
      (span.start..<span.end).allSatisfy({ characters.isForeign(draft.text.folded[$0]) })
    else { return false }
    let first = spot.tokens.lowerBound
    return first > 0 && draft.tokens[first - 1].end == span.start && isRest(first - 1, draft)
      || first + 1 < draft.tokens.count && draft.tokens[first + 1].start == span.end
        && isRest(first + 1, draft)
  }

  /// Whether a token is one character that is seldom a word beside a foreign name.
  private func isRest(_ token: Int, _ draft: MentionDraft) -> Bool {
    let place = draft.tokens[token].start
    let head = draft.text.folded[place]
    guard draft.length(token) == 1, draft.tokens[token].candidate < 0, characters.isForeign(head),
      characters.roles(head) & NameTables.Role.grammar == 0,
      draft.tags(token).isDisjoint(with: [.place, .title, .measure])
    else { return false }
    let margin = lexicon.singleCost(draft.text.codes[place]) &- characters.foreign(head)
    return margin > (draft.tags(token).contains(.verb) ? 2 &* Self.rest : Self.rest)
  }

  /// Form of a transliterated name without interpunct.
  private func foreign(_ token: Int, _ span: TextSpan, _ draft: MentionDraft) -> Int {
    var points = -31 + (span.count == 3 ? 5 : span.count > 3 ? 9 : 0)
    if draft.tokens[token].candidate < 0 {
      points += 13
    } else if let word = lexicon.word(draft.text.folded[span.start..<span.end]),
      lexicon.tags(word).isDisjoint(with: [.person, .foreignName])
    {
      // 厄尔尼诺 is a word.
      points -= Self.torn * 2
    }
    let next = token + 1
    if next < draft.tokens.count, draft.length(next) == 1, Self.placeEnds.contains(draft.head(next))
    {
      points -= 20
    }
    return points
  }

  /// Form of a Chinese name.
  private func chinese(_ token: Int, _ span: TextSpan, _ draft: MentionDraft) -> Int {
    let item = draft.tokens[token]
    var points = -18 - (span.count > 2 ? 9 : 0)
    if let word = lexicon.word(draft.text.folded[span.start..<span.end]) {
      if lexicon.tags(word).contains(.person) { return Self.known }
      if lexicon.tags(word).contains(.notPerson) { points -= 20 }
    }
    if item.candidate >= 0 {
      let cost = draft.candidates[Int(item.candidate)].cost
      let margin = (alternative(span, draft.text) - cost) / (Candidate.unit / 10)
      points += Int(max(-20, min(margin, 100))) * 27 / 100
    }
    let surname = characters.surname(draft.head(token))
    if surname >= Self.rare { points -= surname >= Self.rarest ? 20 : 8 }
    if Self.placeEnds.contains(draft.text.folded[span.end - 1]) { points -= 9 }
    if isTransliteration(span, draft.text) { points -= 13 }
    if isTitled(span, draft.text) { points -= 30 }
    return points
  }

  /// Last characters of places, things and colours.
  private static let placeEnds = Set(
    "城岛村镇路街山湖河江桥港湾州县市区园楼店网杯奖传记卡车机器酒茶药画展报军妻家人氏姓队族国党派宫寺庙塔门殿府院堂黑紫灰粉褐橙棕绿银纹".utf16)

  /// Whether what follows the family name is a title: 李|所长.
  private func isTitled(_ span: TextSpan, _ text: TextView) -> Bool {
    guard span.count == 3 else { return false }
    return lexicon.word(text.folded[span.start + 1..<span.end]).map {
      lexicon.tags($0).contains(.title)
    } ?? false
  }

  /// What the words of the lexicon cost that could stand in the name's place. A person of the
  /// lexicon whose name goes on is none of them: 刘洋|军.
  private func alternative(_ span: TextSpan, _ text: TextView) -> Int32 {
    let far = Int32.max / 2
    var best = [Int32](repeating: far, count: span.count + 1)
    best[0] = 0
    for place in 0..<span.count where best[place] < far {
      let cost = best[place]
      let offset = span.start + place
      best[place + 1] = min(best[place + 1], cost &+ lexicon.singleCost(text.codes[offset]))
      lexicon.forEachWord(text, from: offset, to: span.end) { word in
        if place == 0, word.end < span.end, PersonRecognizer.isPersonAlone(lexicon.tags(word.row)) {
          return
        }
        let index = word.end - span.start
        best[index] = min(best[index], cost &+ word.cost)
      }
    }
    return best[span.count]
  }

  /// Whether a Chinese name is rather a piece of a foreign word: 沙尔克, 费|耶诺德.
  private func isTransliteration(_ span: TextSpan, _ text: TextView) -> Bool {
    let isAll = (span.start..<span.end).allSatisfy { characters.isForeign(text.folded[$0]) }
    let before = span.start > 0 && characters.isForeign(text.folded[span.start - 1])
    let after = characters.isForeign(text.folded[span.end])
    return isAll || (before && characters.isForeign(text.folded[span.start]))
      || (after && characters.isForeign(text.folded[span.end - 1]))
  }
}
