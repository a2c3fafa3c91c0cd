/// Keeps the persons by shape that the document bears out, and drops the rest.
struct PersonFilter: Sendable {
  let cues: NameCues
  private let tables: NameTables
  private let characters: NameCharacters
  private let lexicon: Lexicon

  init(cues: NameCues, tables: NameTables, lexicon: Lexicon) {
    self.cues = cues
    self.tables = tables
    self.lexicon = lexicon
    characters = tables.characters
  }

  /// Costs below this are names by themselves.
  private static let plain = 18 * Candidate.unit

  /// Least points for a name.
  static let threshold = 2

  /// A family name this rare needs a cue.
  private static let rare = 8 * Candidate.unit

  /// Decides over all persons by shape of the document, by the sum of what their places say.
  func filter(_ draft: inout MentionDraft) {
    var sums = HashMap<(best: Int, count: Int)>()
    var shapes: [(spot: Int, key: UInt64)] = []
    for (index, spot) in draft.spots.enumerated()
    where spot.origin == .shape && !spot.tokens.isEmpty {
      let key = draft.text.nameHash(draft.span(spot.tokens))
      let points = points(spot, in: draft.sentences[spot.sentence].tokens, draft)
      let old = sums[key] ?? (-9, 0)
      sums[key] = (max(old.best, points), old.count + 1)
      shapes.append((index, key))
    }
    for shape in shapes {
      let sum = sums[shape.key] ?? (0, 0)
      if sum.best + min(sum.count - 1, 2) < Self.threshold { draft.remove(shape.spot) }
    }
  }

  func points(_ spot: Spot, in bounds: Range<Int>, _ draft: MentionDraft) -> Int {
    let token = draft.tokens[spot.tokens.lowerBound]
    var points = cues.evidence(spot.tokens, in: bounds, draft).person
    guard token.candidate >= 0 else { return points }
    if points == 0, characters.surname(draft.head(spot.tokens.lowerBound)) >= Self.rare {
      points -= 1
    }
    if draft.candidates[Int(token.candidate)].cost < Self.plain { points += 1 }
    if token.end - token.start >= 3 { points += 1 }
    let index = spot.tokens.lowerBound
    let isClean = isClean(index - 1, in: bounds, draft) && isClean(index + 1, in: bounds, draft)
    if !isClean { points -= 1 }
    let isPure = characters.roles(draft.head(index)) & NameTables.Role.pure != 0
    if isClean, isPure || token.end - token.start > 3, !hasCommonTail(token, draft) { points += 1 }
    if draft.head(index - 1) == 0x300A { points -= 5 }
    if token.tags.contains(.foreignName) {
      if hasInterpunct(token, draft) { points += 4 }
    } else if isTransliteration(token, draft) {
      points -= 2
    }
    return points
  }

  /// Whether a neighbour is a word of its own, not a piece that the name has torn off.
  private func isClean(_ token: Int, in bounds: Range<Int>, _ draft: MentionDraft) -> Bool {
    guard bounds.contains(token), draft.kind(token) == CharacterClass.han.rawValue,
      draft.length(token) == 1, draft.tokens[token].candidate < 0
    else { return true }
    return characters.roles(draft.head(token)) & NameTables.Role.grammar != 0
  }

  /// Whether the last two characters are a word that no given name is: 许|一个.
  private func hasCommonTail(_ token: Token, _ draft: MentionDraft) -> Bool {
    guard let word = lexicon.word(draft.text.folded[token.end - 2..<token.end]) else {
      return false
    }
    return !lexicon.tags(word).isDisjoint(with: [
      .numeral, .measure, .pronoun, .adverb, .preposition, .conjunction, .timeWord, .classNoun,
    ])
  }

  private func hasInterpunct(_ token: Token, _ draft: MentionDraft) -> Bool {
    draft.text.folded[token.start..<token.end].contains(0xB7)
  }

  /// Whether a Chinese name is rather a piece of a foreign word: 沙尔克, 费|耶诺德.
  private func isTransliteration(_ token: Token, _ draft: MentionDraft) -> Bool {
    let isAll = (token.start..<token.end).allSatisfy { characters.isForeign(draft.text.folded[$0]) }
    let before = token.start > 0 && characters.isForeign(draft.text.folded[token.start - 1])
    let after = characters.isForeign(draft.text.folded[token.end])
    return isAll || (before && characters.isForeign(draft.text.folded[token.start]))
      || (after && characters.isForeign(draft.text.folded[token.end - 1]))
  }
}
