/// Resolves pronouns and descriptions (该公司, 其, 他, 后者, 双方) to entities of the document.
///
/// What does not resolve gets no mention. Left to right in one pass. O(tokens).
struct References: Sendable {
  let words: ReferenceWords

  /// Longest description between 这家 and its noun, in tokens.
  private static let longest = 12

  /// Adds the resolved references; the names must have their entities.
  func resolve(in draft: inout MentionDraft, entities: [Entity]) {
    var focus = Focus()
    let cast = Cast(entities)
    let marks = draft.marks
    let bits = TokenMarks.Bit.covered | TokenMarks.Bit.reference
    // One search serves all sentences up to the token that it finds.
    var token = draft.marked(bits, from: 0)
    for (number, sentence) in draft.sentences.enumerated() {
      let end = sentence.tokens.upperBound
      var isClean = true
      var read = sentence.tokens.lowerBound
      if token < read { token = draft.marked(bits, from: read) }
      while token < end {
        if let spot = draft.spot(at: token), spot.origin != .reference, spot.kind != .count {
          isClean = stays(isClean, read..<token, marks)
          note(spot, number, isClean, cast, draft, in: &focus)
          read = max(spot.tokens.upperBound, token + 1)
          token = draft.marked(bits, from: read)
          continue
        }
        let place = Place(token: token, sentence: number, paragraph: sentence.paragraph)
        if let next = add(place, in: sentence.tokens, focus, cast, to: &draft) {
          isClean = stays(isClean, read..<token, marks)
          read = next
          token = draft.marked(bits, from: read)
        } else {
          token = draft.marked(bits, from: token + 1)
        }
      }
    }
  }

  /// The entities, as far as references care.
  private struct Cast {
    var kinds: [MentionKind] = []
    /// 1: speaks for the press, 2: a bank.
    var roles: [UInt8] = []

    init(_ entities: [Entity]) {
      kinds.reserveCapacity(entities.count)
      roles.reserveCapacity(entities.count)
      for index in entities.indices {
        kinds.append(entities[index].kind)
        let subtype = entities[index].subtype
        roles.append(subtype == "media" ? 1 : subtype == "bank" ? 2 : 0)
      }
    }
  }

  private struct Place {
    let token: Int
    let sentence: Int
    let paragraph: Int
  }

  /// Whether nothing stands in the clause that would make a name no subject, after `tokens`.
  @inline(__always)
  private func stays(_ isClean: Bool, _ tokens: Range<Int>, _ marks: ArrayView<UInt16>) -> Bool {
    var token = tokens.upperBound - 1
    while token >= tokens.lowerBound {
      if marks[token] & TokenMarks.Bit.clauseEnd != 0 { return true }
      if marks[token] & TokenMarks.Bit.predicate != 0 { return false }
      token -= 1
    }
    return isClean
  }

  private func note(
    _ spot: Spot, _ number: Int, _ isClean: Bool, _ cast: Cast, _ draft: MentionDraft,
    in focus: inout Focus
  ) {
    let sentence = draft.sentences[number]
    guard spot.entity >= 0, spot.entity < cast.kinds.count, spot.kind.isEntity, !sentence.isTitle
    else { return }
    let role = cast.roles[spot.entity]
    guard role != 1, !(role == 2 && speaks(spot, draft)) else { return }
    focus.note(
      Focus.Item(
        entity: spot.entity, kind: cast.kinds[spot.entity], sentence: number,
        paragraph: sentence.paragraph,
        isSubject: isClean))
  }

  /// A bank that speaks of others: 德银称，该公司….
  private func speaks(_ spot: Spot, _ draft: MentionDraft) -> Bool {
    draft.tags(spot.tokens.upperBound).contains(.reporting)
  }

  /// Adds the reference that begins at a token and answers where it ends.
  private func add(
    _ place: Place, in bounds: Range<Int>, _ focus: Focus, _ cast: Cast,
    to draft: inout MentionDraft
  ) -> Int? {
    guard draft.marks[place.token] & TokenMarks.Bit.reference != 0,
      let (range, word) = match(place.token, in: bounds, draft),
      let found = target(of: word, place, range, in: bounds, focus, cast, draft)
    else { return nil }
    let isPronoun = word.use != .noun && word.use != .bare
    let kind = cast.kinds[found.entity]
    var spot = Spot(
      tokens: range, kind: kind, origin: .reference, entity: found.entity,
      via: isPronoun ? .pronoun : .definite)
    spot.other = found.other
    return draft.add(spot) ? range.upperBound : nil
  }

  /// The reference at a token: one word, or a demonstrative with its noun.
  private func match(
    _ token: Int, in bounds: Range<Int>, _ draft: MentionDraft
  ) -> (Range<Int>, ReferenceWords.Word)? {
    var found: (Range<Int>, ReferenceWords.Word)?
    for end in token + 1...min(token + 3, bounds.upperBound) {
      if let word = words.word(draft.text, draft.span(token..<end)) { found = (token..<end, word) }
    }
    guard let (range, word) = found else { return demonstrativePrefix(token, in: bounds, draft) }
    switch word.use {
    case .plural where range.count > 1:
      return startsPhrase(token, in: bounds, draft) ? (range, word) : nil
    case .demonstrative, .proximal:
      return noun(after: range, word.use == .proximal, in: bounds, draft)
    case .noun: return nil
    case .bare: return isBare(token, in: bounds, draft) ? (range, word) : nil
    default: return (range, word)
    }
  }

  /// 该公司 as one word of the lexicon: the noun after the first character decides.
  private func demonstrativePrefix(
    _ token: Int, in bounds: Range<Int>, _ draft: MentionDraft
  ) -> (Range<Int>, ReferenceWords.Word)? {
    let span = draft.tokens[token].span
    for cut in 1..<3 where span.count > cut {
      let first = words.word(draft.text, TextSpan(span.start, span.start + cut))
      guard first?.use == .demonstrative || first?.use == .proximal,
        let noun = words.word(draft.text, TextSpan(span.start + cut, span.end)),
        noun.use == .noun || noun.use == .bare
      else { continue }
      return (
        token..<token + 1,
        ReferenceWords.Word(
          use: .noun, kind: noun.kind, isParty: noun.isParty, isProximal: first?.use == .proximal)
      )
    }
    return nil
  }

  /// The noun that a demonstrative belongs to; words between them must not end the phrase.
  private func noun(
    after start: Range<Int>, _ isProximal: Bool, in bounds: Range<Int>, _ draft: MentionDraft
  ) -> (Range<Int>, ReferenceWords.Word)? {
    var token = start.upperBound
    let isTight = draft.span(start).count == 1
    let limit = start.upperBound + (isTight ? 2 : Self.longest)
    while token < min(bounds.upperBound, limit) {
      let kind = draft.kind(token)
      if kind == CharacterClass.comma.rawValue || kind == CharacterClass.stop.rawValue {
        return nil
      }
      if let word = words.word(draft.text, draft.tokens[token].span),
        word.use == .noun || word.use == .bare, draft.owner[token] < 0,
        !continues(token, in: bounds, draft)
      {
        let isNear =
          token - start.upperBound < 4
          && (start.upperBound..<token).allSatisfy { draft.owner[$0] < 0 }
        let range = (isNear ? start.lowerBound : token)..<token + 1
        return (
          range,
          ReferenceWords.Word(
            use: .noun, kind: word.kind, isParty: word.isParty, isProximal: isProximal)
        )
      }
      token += 1
    }
    return nil
  }

  /// Whether the noun is only part of a longer phrase: 这家科技 公司, 该平台 公司.
  private func continues(_ token: Int, in bounds: Range<Int>, _ draft: MentionDraft) -> Bool {
    guard token + 1 < bounds.upperBound else { return false }
    let next = words.word(draft.text, draft.tokens[token + 1].span)
    return next?.use == .noun || next?.use == .bare
  }

  /// Whether 两家公司 means those just named, not two of many: at the head of a clause.
  private func startsPhrase(
    _ token: Int, in bounds: Range<Int>, _ draft: MentionDraft
  ) -> Bool {
    let before = token - 1
    return before < bounds.lowerBound
      || (draft.kind(before) == CharacterClass.comma.rawValue && draft.head(before) != 0x3001)
  }

  /// Whether 公司 stands alone, as a subject or possessor.
  private func isBare(_ token: Int, in bounds: Range<Int>, _ draft: MentionDraft) -> Bool {
    let before = token - 1
    let startsClause =
      before < bounds.lowerBound
      || draft.kind(before) == CharacterClass.comma.rawValue && draft.head(before) != 0x3001
      || !draft.tags(before).isDisjoint(with: [.conjunction, .reporting, .timeWord, .time])
    guard startsClause, token + 1 < bounds.upperBound else { return false }
    let next = draft.tags(token + 1)
    if draft.head(token + 1) == 0x7684 { return true }
    if draft.spot(at: token + 1)?.kind == .title { return true }
    return !next.isDisjoint(with: [
      .verb, .adverb, .auxiliary, .caseWord, .preposition, .time, .timeWord, .metric, .number,
    ])
  }
}

extension References {
  /// What a reference points to.
  private func target(
    of word: ReferenceWords.Word, _ place: Place, _ range: Range<Int>, in bounds: Range<Int>,
    _ focus: Focus, _ cast: Cast, _ draft: MentionDraft
  ) -> (entity: Int, other: Int)? {
    let fits: (Focus.Item) -> Bool = { Self.fits($0.kind, word) }
    switch word.use {
    case .plural, .latter, .former:
      let pair = focus.pair(paragraph: place.paragraph, sentence: place.sentence) {
        word.kind == nil ? $0.kind == .company || $0.kind == .person : fits($0)
      }
      guard let pair else { return nil }
      if word.use == .latter { return (pair.latter, -1) }
      return (pair.former, word.use == .plural ? pair.latter : -1)
    case .pronoun:
      return pronoun(word, place, range, in: bounds, focus, draft).map { ($0, -1) }
    case .demonstrative, .proximal: return nil
    case .noun, .bare:
      if word.isProximal, let last = focus.last(in: place.sentence, where: fits) {
        return (last, -1)
      }
      let near = focus.nearest(paragraph: place.paragraph, sentence: place.sentence, where: fits)
      if let near { return (near, -1) }
      if word.use == .noun,
        let before = focus.subjectBefore(
          paragraph: place.paragraph, sentence: place.sentence, where: fits)
      {
        return (before, -1)
      }
      guard word.kind == .company, let main = focus.mainCompany else { return nil }
      return (main, -1)
    }
  }

  /// The line before the paragraph, where it is a heading: it has no end mark.
  private func heading(before place: Place, _ draft: MentionDraft) -> Place? {
    let number = place.sentence - 1
    guard number >= 0, !draft.sentences[number].isTitle,
      draft.sentences[number].paragraph != place.paragraph,
      let last = draft.sentences[number].tokens.last,
      draft.kind(last) != CharacterClass.stop.rawValue
    else { return nil }
    return Place(token: last, sentence: number, paragraph: draft.sentences[number].paragraph)
  }

  private static func fits(_ kind: MentionKind, _ word: ReferenceWords.Word) -> Bool {
    if word.isParty { return kind == .company || kind == .product }
    guard let wanted = word.kind else { return kind != .place }
    return kind == wanted
  }

  /// 他 and 其: the subject of this sentence or the one before; 及其 what stands before it.
  private func pronoun(
    _ word: ReferenceWords.Word, _ place: Place, _ range: Range<Int>, in bounds: Range<Int>,
    _ focus: Focus, _ draft: MentionDraft
  ) -> Int? {
    let before = draft.previous(range.lowerBound, in: bounds)
    if draft.tags(before).contains(.coordinator) || draft.head(before) == 0x53CA {
      if let spot = draft.spot(at: draft.previous(before, in: bounds)), spot.entity >= 0 {
        return spot.entity
      }
    }
    return focus.nearest(paragraph: place.paragraph, sentence: place.sentence, back: 2) {
      Self.fits($0.kind, word) && (word.kind != nil || $0.kind != .product)
    }
  }
}
