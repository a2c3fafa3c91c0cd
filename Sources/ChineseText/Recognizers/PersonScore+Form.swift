/// What the form of a name says of its being one, and what it may have torn off its neighbours.
extension PersonScore {
  /// Whether a Latin brand that nobody knows stands right before a Chinese name, as its other name.
  func isBranded(_ spot: Spot, _ draft: MentionDraft) -> Bool {
    let first = spot.tokens.lowerBound
    let mark = draft.head(first - 1)
    guard mark == 32 || mark == 40, first > 1, draft.tags(first).isDisjoint(with: .foreignName),
      draft.owner[first - 2] < 0, draft.tags(first - 2).contains(.latin)
    else { return false }
    return LatinForm(draft.text.scalars, draft.tokens[first - 2].span).isAbbreviation
  }

  /// Whether the name and a single character beside it share a word: 下|方列明.
  func isTorn(_ token: Int, _ draft: MentionDraft) -> Bool {
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
  func isClean(_ token: Int, in bounds: Range<Int>, _ draft: MentionDraft) -> Bool {
    guard bounds.contains(token), draft.kind(token) == CharacterClass.han.rawValue,
      draft.length(token) == 1, draft.tokens[token].candidate < 0
    else { return true }
    return characters.roles(draft.head(token)) & NameTables.Role.grammar != 0
  }
}

extension PersonScore {
  /// Form of a transliterated name without interpunct.
  func addForeignForm(
    _ spot: Spot, _ span: TextSpan, _ draft: MentionDraft, _ sum: inout Sum
  ) {
    let item = draft.tokens[spot.tokens.lowerBound]
    if item.candidate >= 0 {
      let cost = draft.candidates[Int(item.candidate)].cost
      sum.add(.perCharacter, cost / Int32(truncatingIfNeeded: max(span.count, 1)))
    } else {
      sum.add(.listed)
    }
    let next = spot.tokens.upperBound
    let endsPlace =
      next < draft.tokens.count && draft.length(next) == 1
      && Self.placeEnds.contains(draft.head(next))
    if endsPlace || Self.placeEnds.contains(draft.text.folded[span.end - 1]) {
      sum.add(.placeEnd)
    }
  }

  /// Words that are family names too: only a cue tells them apart.
  private static let common: WordTags = [.adjective, .locative, .timeWord, .numeral, .place]
  /// A family name that costs more is rare.
  private static let rare = 7 * Candidate.unit

  /// Form of a Chinese name.
  func addChineseForm(
    _ spot: Spot, _ span: TextSpan, in bounds: Range<Int>, _ draft: MentionDraft,
    _ sum: inout Sum
  ) {
    let first = spot.tokens.lowerBound
    let item = draft.tokens[first]
    let head = draft.text.folded[span.start]
    if item.candidate >= 0 {
      let cost = draft.candidates[Int(item.candidate)].cost
      let margin = alternative(span, draft.text) - cost
      sum.add(.margin, max(-2 * Candidate.unit, min(margin, 10 * Candidate.unit)))
    }
    let surname = characters.surname(head)
    sum.add(.surname, surname)
    if surname > Self.rare { sum.add(.rareSurname, surname - Self.rare) }
    let roles = characters.roles(head)
    if roles & NameTables.Role.pure != 0 { sum.add(.headPure) }
    if roles & NameTables.Role.grammar != 0 { sum.add(.headGrammar) }
    if let word = lexicon.word(CollectionOfOne(head)) {
      sum.add(.headCommon, lexicon.tags(word), Self.common)
    }
    addGiven(span, draft, &sum)
    if Self.placeEnds.contains(draft.text.folded[span.end - 1]) { sum.add(.placeEnd) }
    if isTransliteration(span, draft.text) { sum.add(.transliteration) }
    if isTitled(span, draft.text) { sum.add(.titled) }
    if isBranded(spot, draft) { sum.add(.branded) }
    if first == bounds.lowerBound, draft.head(first + 1) == 0x3A { sum.add(.speaker) }
  }

  /// How much likelier the characters are in a given name than in a text.
  private func addGiven(_ span: TextSpan, _ draft: MentionDraft, _ sum: inout Sum) {
    let given = span.start + (span.count == 4 ? 2 : 1)
    guard given < span.end else { return }
    let end = draft.text.folded[span.end - 1]
    if span.end - given == 1 {
      sum.add(.only, hundredths: characters.oddsOfLast(end))
    } else {
      sum.add(.given, hundredths: characters.oddsOfFirst(draft.text.folded[given]))
      sum.add(.last, hundredths: characters.oddsOfLast(end))
    }
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
