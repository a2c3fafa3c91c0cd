/// Listed names that are pieces of longer ones.
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
}
