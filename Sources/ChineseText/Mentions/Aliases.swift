/// Finds the short forms and other names of what the document has named in full.
struct Aliases: Sendable {
  let cues: NameCues
  private let lexicon: Lexicon
  /// What a word must cost to be a short name without a cue, in lattice units.
  private let rareCost: UInt32

  init(cues: NameCues, lexicon: Lexicon) throws(LexiconError) {
    self.cues = cues
    self.lexicon = lexicon
    rareCost = UInt32(clamping: try CandidateCosts.of(lexicon)[.aliasWord])
  }

  /// A form to look for, with the spot that it abbreviates.
  private struct Short {
    let span: TextSpan
    let source: Int
    /// Stated by the text, or so unlike a word that it needs no cue.
    let isSafe: Bool
    /// The next other form with the same two first characters, or -1.
    var next = -1
    /// The next equal form, of another spot, or -1.
    var same = -1
  }

  /// Adds a spot for every short form to `draft`, and to `links` which spot each one stands for.
  func find(
    in draft: inout MentionDraft, stated: [StatedNames.Statement],
    links: inout [(alias: Int, source: Int)]
  ) {
    var shorts: [Short] = []
    for item in stated where item.span.count > 1 {
      shorts.append(Short(span: item.span, source: item.spot, isSafe: true))
    }
    var seen = HashMap<Bool>()
    for (number, spot) in draft.spots.enumerated() where mayShorten(spot, draft) {
      let name = draft.text.nameHash(draft.span(spot.tokens))
      if seen.find(name) >= 0 { continue }
      seen[name] = true
      if let short = short(of: spot, number, draft), short.span.count > 1 { shorts.append(short) }
      if let given = givenName(of: spot, number, draft) { shorts.append(given) }
    }
    scan(&shorts, in: &draft, links: &links)
  }

  /// Whether a spot can have short forms at all: a quick look.
  private func mayShorten(_ spot: Spot, _ draft: MentionDraft) -> Bool {
    if spot.tokens.isEmpty { return false }
    switch spot.kind {
    case .person: return spot.origin != .shape || draft.span(spot.tokens).count > 4
    case .company, .organization:
      return !spot.brand.isEmpty || spot.tokens.count > 1
        || draft.kind(spot.tokens.lowerBound) == CharacterClass.letter.rawValue
    default: return false
    }
  }

  private func short(of spot: Spot, _ number: Int, _ draft: MentionDraft) -> Short? {
    guard spot.origin != .alias else { return nil }
    switch spot.kind {
    case .company, .organization: return brand(of: spot, number, draft)
    case .person: return familyName(spot, number, draft)
    default: return nil
    }
  }

  /// The brand of a company: what is left without place, trade words and suffix.
  private func brand(of spot: Spot, _ number: Int, _ draft: MentionDraft) -> Short? {
    if spot.origin == .gazetteer || spot.origin == .latin { return latinBrand(spot, number, draft) }
    guard spot.kind == .company, !spot.brand.isEmpty else { return nil }
    let span = draft.span(spot.brand)
    guard spot.brand.count < spot.tokens.count, span.count >= 2, span.count <= 6 else { return nil }
    let isWord = spot.brand.count == 1 && draft.tokens[spot.brand.lowerBound].word >= 0
    return Short(span: span, source: number, isSafe: !isWord || isRare(span, draft))
  }

  /// 栈桥 once 栈桥智能 was named; but 未来 and 世界 need a cue.
  private func isRare(_ span: TextSpan, _ draft: MentionDraft) -> Bool {
    lexicon.baseCost(draft.text.folded[span.start..<span.end]).map { $0 >= rareCost } ?? true
  }

  /// The first word of a Latin company name: Thrive of Thrive Capital.
  private func latinBrand(_ spot: Spot, _ number: Int, _ draft: MentionDraft) -> Short? {
    let span = draft.span(spot.tokens)
    guard draft.text.classes[span.start] == CharacterClass.letter.rawValue,
      let blank = (span.start..<span.end).first(where: { isCut(draft.text.folded[$0]) }),
      blank - span.start >= 4
    else { return nil }
    return Short(span: TextSpan(span.start, blank), source: number, isSafe: true)
  }

  private func isCut(_ unit: UInt16) -> Bool { unit == 32 || unit == 44 }

  /// The last part of a foreign name, as written and in the text after the full name.
  private func familyName(_ spot: Spot, _ number: Int, _ draft: MentionDraft) -> Short? {
    let span = draft.span(spot.tokens)
    guard let cut = (span.start..<span.end).last(where: { isJoint(draft.text.folded[$0]) }),
      span.end - cut > 2
    else { return nil }
    return Short(span: TextSpan(cut + 1, span.end), source: number, isSafe: true)
  }

  /// The first part of a Latin name: Ada of Ada Lindqvist.
  private func givenName(of spot: Spot, _ number: Int, _ draft: MentionDraft) -> Short? {
    guard spot.kind == .person, spot.origin == .latin else { return nil }
    let span = draft.span(spot.tokens)
    guard let blank = (span.start..<span.end).first(where: { draft.text.folded[$0] == 32 }),
      blank - span.start > 2
    else { return nil }
    return Short(span: TextSpan(span.start, blank), source: number, isSafe: true)
  }

  private func isJoint(_ unit: UInt16) -> Bool { unit == 32 || unit == 0xB7 }
}

extension Aliases {
  /// Adds a spot at every free place where a form stands between token boundaries; the longest
  /// form first. One pass over the tokens.
  private func scan(
    _ shorts: inout [Short], in draft: inout MentionDraft,
    links: inout [(alias: Int, source: Int)]
  ) {
    guard !shorts.isEmpty else { return }
    let firsts = chain(&shorts, draft)
    var heads: UInt64 = 0
    for short in shorts { heads |= 1 << UInt64(draft.text.folded[short.span.start] & 63) }
    for sentence in draft.sentences {
      for token in sentence.tokens where heads >> UInt64(draft.head(token) & 63) & 1 != 0 {
        guard let first = firsts[Self.key(draft.tokens[token].start, draft)],
          let (tokens, short) = match(shorts, first, at: token, in: sentence.tokens, draft)
        else { continue }
        let spot = Spot(
          tokens: tokens, kind: draft.spots[short.source].kind, origin: .alias, via: .alias,
          points: 5)
        if draft.add(spot) { links.append((draft.spots.count - 1, short.source)) }
      }
    }
  }

  /// The two characters at an offset; no form is shorter.
  @inline(__always)
  private static func key(_ offset: Int, _ draft: MentionDraft) -> UInt64 {
    // Behind the last character stands the end mark.
    UInt64(draft.text.folded[offset]) << 16 | UInt64(draft.text.folded[offset + 1])
  }

  /// Chains the forms that begin alike, equal ones in order behind the first of them, and answers
  /// the head of each chain.
  private func chain(_ shorts: inout [Short], _ draft: MentionDraft) -> HashMap<Int> {
    var firsts = HashMap<Int>()
    for index in shorts.indices.reversed() {
      let key = Self.key(shorts[index].span.start, draft)
      let first = firsts[key] ?? -1
      var before = -1
      var other = first
      while other >= 0, !isEqual(shorts[other].span, shorts[index].span, draft) {
        before = other
        other = shorts[other].next
      }
      guard other >= 0 else {
        shorts[index].next = first
        firsts[key] = index
        continue
      }
      shorts[index].same = other
      shorts[index].next = shorts[other].next
      if before >= 0 { shorts[before].next = index } else { firsts[key] = index }
    }
    return firsts
  }

  private func isEqual(_ a: TextSpan, _ b: TextSpan, _ draft: MentionDraft) -> Bool {
    a.count == b.count && draft.text.repeats(a, at: b.start)
  }

  /// The longest of the forms from `first` on that begins at a token, on free ground.
  private func match(
    _ shorts: [Short], _ first: Int, at token: Int, in bounds: Range<Int>, _ draft: MentionDraft
  ) -> (Range<Int>, Short)? {
    var best: (Range<Int>, Short)?
    let offset = draft.tokens[token].start
    var index = first
    while index >= 0 {
      let form = index
      let span = shorts[form].span
      index = shorts[form].next
      guard span.count > best?.1.span.count ?? 0, draft.text.repeats(span, at: offset),
        let tokens = tokens(from: token, to: offset + span.count, in: bounds, draft),
        isFree(tokens, draft), let short = usable(shorts, form, tokens, in: bounds, draft)
      else { continue }
      best = (tokens, short)
    }
    return best
  }

  /// The first of equal forms whose spot still stands and that needs no cue or has one here.
  private func usable(
    _ shorts: [Short], _ first: Int, _ tokens: Range<Int>, in bounds: Range<Int>,
    _ draft: MentionDraft
  ) -> Short? {
    var index = first
    while index >= 0 {
      let short = shorts[index]
      index = short.same
      guard !draft.spots[short.source].tokens.isEmpty,
        short.isSafe || hasCue(tokens, in: bounds, draft)
      else { continue }
      return short
    }
    return nil
  }

  /// The tokens from `first` on that exactly reach `end`.
  private func tokens(
    from first: Int, to end: Int, in bounds: Range<Int>, _ draft: MentionDraft
  ) -> Range<Int>? {
    var last = first
    while last < bounds.upperBound, draft.tokens[last].end < end { last += 1 }
    guard last < bounds.upperBound, draft.tokens[last].end == end else { return nil }
    return first..<last + 1
  }

  /// Whether no firm spot covers the tokens: a shape that covers no more than them may go.
  private func isFree(_ tokens: Range<Int>, _ draft: MentionDraft) -> Bool {
    tokens.allSatisfy { token in
      guard let spot = draft.spot(at: token) else { return true }
      return spot.origin == .shape && tokens.contains(spot.tokens.lowerBound)
        && tokens.contains(spot.tokens.upperBound - 1)
    }
  }

  /// Whether a brand that is a common word stands here as a name.
  private func hasCue(
    _ tokens: Range<Int>, in bounds: Range<Int>, _ draft: MentionDraft
  ) -> Bool {
    cues.evidence(tokens, in: bounds, draft).company >= 2
  }
}
