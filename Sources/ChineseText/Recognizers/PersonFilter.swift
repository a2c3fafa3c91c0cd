/// Keeps the persons by shape that the document bears out, and drops the rest.
struct PersonFilter: Sendable {
  let cues: NameCues
  let tables: NameTables

  /// Costs below this are names by themselves.
  private static let plain = 20 * Candidate.unit

  /// Decides over all persons by shape of the document, by the sum of what their places say.
  func filter(_ draft: inout MentionDraft) {
    var sums: [[UInt16]: (best: Int, count: Int)] = [:]
    var shapes: [(spot: Int, key: [UInt16])] = []
    for (number, sentence) in draft.sentences.enumerated() {
      _ = number
      for token in sentence.tokens where draft.owner[token] >= 0 {
        let index = Int(draft.owner[token])
        let spot = draft.spots[index]
        guard spot.origin == .shape, spot.tokens.lowerBound == token else { continue }
        let span = draft.span(spot.tokens)
        let key = Array(draft.text.folded[span.start..<span.end])
        let points = self.points(spot, in: sentence.tokens, draft)
        let old = sums[key] ?? (-9, 0)
        sums[key] = (max(old.best, points), old.count + 1)
        shapes.append((index, key))
      }
    }
    for shape in shapes {
      let sum = sums[shape.key] ?? (0, 0)
      if sum.best + min(sum.count - 1, 2) < 2 { draft.remove(shape.spot) }
    }
  }

  private func points(_ spot: Spot, in bounds: Range<Int>, _ draft: MentionDraft) -> Int {
    let token = draft.tokens[spot.tokens.lowerBound]
    var points = cues.evidence(spot.tokens, in: bounds, draft).person
    guard token.candidate >= 0 else { return points }
    if draft.candidates[Int(token.candidate)].cost < Self.plain { points += 1 }
    if token.end - token.start >= 3 { points += 1 }
    if token.tags.contains(.foreignName) {
      if hasInterpunct(token, draft) { points += 4 }
    } else if isTransliteration(token, draft) {
      points -= 2
    }
    return points
  }

  private func hasInterpunct(_ token: Token, _ draft: MentionDraft) -> Bool {
    draft.text.folded[token.start..<token.end].contains(0xB7)
  }

  /// Whether a Chinese name is rather a piece of a foreign word: 沙尔克, 费|耶诺德.
  private func isTransliteration(_ token: Token, _ draft: MentionDraft) -> Bool {
    let isAll = (token.start..<token.end).allSatisfy { tables.isForeign(draft.text.folded[$0]) }
    let before = token.start > 0 && tables.isForeign(draft.text.folded[token.start - 1])
    let after = tables.isForeign(draft.text.folded[token.end])
    return isAll || (before && tables.isForeign(draft.text.folded[token.start]))
      || (after && tables.isForeign(draft.text.folded[token.end - 1]))
  }
}
