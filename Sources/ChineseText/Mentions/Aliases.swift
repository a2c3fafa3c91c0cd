/// Finds the short forms and other names of what the document has named in full.
struct Aliases: Sendable {
  let cues: NameCues
  let lexicon: Lexicon

  /// A form to look for, with the spot that it abbreviates.
  private struct Short {
    let units: [UInt16]
    let source: Int
    /// Stated by the text, or so unlike a word that it needs no cue.
    let isSafe: Bool
  }

  /// A form of a name that the text states beside it: 以下简称“X”, X（Y）.
  struct Stated {
    let source: Int
    let span: TextSpan
    let basis: String
  }

  /// Adds a spot for every short form and answers which spot each one stands for.
  func find(in draft: inout MentionDraft, stated: [Stated]) -> [(alias: Int, source: Int)] {
    var shorts = stated.map {
      Short(
        units: Array(draft.text.folded[$0.span.start..<$0.span.end]), source: $0.source,
        isSafe: true)
    }
    var seenNames: Set<UInt64> = []
    for number in draft.spots.indices {
      guard mayShorten(draft.spots[number], draft),
        seenNames.insert(draft.text.nameHash(draft.span(draft.spots[number].tokens))).inserted
      else { continue }
      shorts += self.shorts(of: draft.spots[number], number, draft)
    }
    var seen: Set<[UInt16]> = []
    var links: [(alias: Int, source: Int)] = []
    for short in shorts where short.units.count > 1 && seen.insert(short.units).inserted {
      links += scan(short, in: &draft)
    }
    return links
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

  private func shorts(of spot: Spot, _ number: Int, _ draft: MentionDraft) -> [Short] {
    switch spot.kind {
    case .company, .organization:
      guard spot.origin != .alias else { return [] }
      return brand(of: spot, number, draft).map { [$0] } ?? []
    case .person: return spot.origin == .alias ? [] : familyNames(spot, number, draft)
    default: return []
    }
  }

  /// The brand of a company: what is left without place, trade words and suffix.
  private func brand(of spot: Spot, _ number: Int, _ draft: MentionDraft) -> Short? {
    if spot.origin == .gazetteer || spot.origin == .latin { return latinBrand(spot, number, draft) }
    guard spot.kind == .company, !spot.brand.isEmpty else { return nil }
    let span = draft.span(spot.brand)
    guard spot.brand.count < spot.tokens.count, span.count >= 2, span.count <= 6 else { return nil }
    let isWord = spot.brand.count == 1 && draft.tokens[spot.brand.lowerBound].word >= 0
    return Short(
      units: Array(draft.text.folded[span.start..<span.end]), source: number, isSafe: !isWord)
  }

  /// The first word of a Latin company name: Thrive of Thrive Capital.
  private func latinBrand(_ spot: Spot, _ number: Int, _ draft: MentionDraft) -> Short? {
    let span = draft.span(spot.tokens)
    guard draft.text.classes[span.start] == CharacterClass.letter.rawValue,
      let blank = (span.start..<span.end).first(where: { draft.text.folded[$0] == 32 }),
      blank - span.start >= 4
    else { return nil }
    return Short(
      units: Array(draft.text.folded[span.start..<blank]), source: number, isSafe: true)
  }

  /// The last part of a foreign name, as written and in the text after the full name.
  private func familyNames(_ spot: Spot, _ number: Int, _ draft: MentionDraft) -> [Short] {
    let span = draft.span(spot.tokens)
    guard let cut = (span.start..<span.end).last(where: { isJoint(draft.text.folded[$0]) }),
      span.end - cut > 2
    else { return [] }
    return [
      Short(
        units: Array(draft.text.folded[cut + 1..<span.end]), source: number, isSafe: true)
    ]
  }

  private func isJoint(_ unit: UInt16) -> Bool { unit == 32 || unit == 0xB7 }
}

extension Aliases {
  /// Adds a spot at every free place where the form stands between token boundaries.
  private func scan(_ short: Short, in draft: inout MentionDraft) -> [(alias: Int, source: Int)] {
    guard let first = short.units.first else { return [] }
    let source = draft.spots[short.source]
    guard !source.tokens.isEmpty else { return [] }
    var links: [(alias: Int, source: Int)] = []
    let count = draft.text.count
    var offset = 0
    while offset + short.units.count <= count {
      defer { offset += 1 }
      guard draft.text.folded[offset] == first, draft.text.matches(short.units, at: offset),
        let tokens = tokens(from: offset, to: offset + short.units.count, draft),
        isFree(tokens, draft), short.isSafe || hasCue(tokens, draft)
      else { continue }
      let spot = Spot(tokens: tokens, kind: source.kind, origin: .alias, via: .alias, points: 5)
      if draft.add(spot) { links.append((draft.spots.count - 1, short.source)) }
    }
    return links
  }

  /// The tokens that exactly fill a stretch.
  private func tokens(from start: Int, to end: Int, _ draft: MentionDraft) -> Range<Int>? {
    var low = 0
    var high = draft.tokens.count
    while low < high {
      let middle = (low + high) / 2
      if draft.tokens[middle].start < start { low = middle + 1 } else { high = middle }
    }
    guard low < draft.tokens.count, draft.tokens[low].start == start else { return nil }
    var last = low
    while last < draft.tokens.count, draft.tokens[last].end < end { last += 1 }
    guard last < draft.tokens.count, draft.tokens[last].end == end else { return nil }
    return low..<last + 1
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
  private func hasCue(_ tokens: Range<Int>, _ draft: MentionDraft) -> Bool {
    guard
      let sentence = draft.sentences.first(where: { $0.tokens.contains(tokens.lowerBound) })
    else { return false }
    return cues.evidence(tokens, in: sentence.tokens, draft).company >= 2
  }
}

extension Aliases {
  /// Unites a full legal name with the short name that it holds: 北京星河科技有限公司, 星河科技.
  func uniteContained(_ table: inout EntityTable, _ draft: MentionDraft, _ draftOfSpot: [Int]) {
    let companies = draft.spots.indices.filter {
      draftOfSpot[$0] >= 0 && (draft.spots[$0].kind == .company)
    }
    var full: [Int] = []
    for number in companies {
      let last = draft.spots[number].tokens.upperBound - 1
      if cues.form(draft.tokens[last].word) & NameCues.Form.legal != 0 { full.append(number) }
    }
    for number in full {
      let long = draft.span(draft.spots[number].tokens)
      for other in companies where table.root(draftOfSpot[other]) != table.root(draftOfSpot[number])
      {
        let short = draft.span(draft.spots[other].tokens)
        guard short.count >= 2, short.count < long.count,
          isInside(short, of: long, draft.spots[number].tokens, draft)
        else { continue }
        if table.unite(draftOfSpot[number], draftOfSpot[other]) { break }
      }
    }
  }

  /// Whether the short name begins where the long one's brand begins.
  private func isInside(
    _ short: TextSpan, of long: TextSpan, _ tokens: Range<Int>, _ draft: MentionDraft
  ) -> Bool {
    var token = tokens.lowerBound
    let units = Array(draft.text.folded[short.start..<short.end])
    if draft.text.matches(units, at: long.start) { return true }
    while token < tokens.upperBound - 1,
      draft.tags(token).contains(.place) || draft.head(token) == 0x5E02
        || draft.head(token) == 0x7701
    {
      token += 1
    }
    return draft.text.matches(units, at: draft.tokens[token].start)
  }
}
