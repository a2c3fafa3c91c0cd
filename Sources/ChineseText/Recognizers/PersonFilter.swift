/// Keeps the persons by shape that the document bears out, and drops the rest.
struct PersonFilter: Sendable {
  let cues: NameCues

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
    if token.end - token.start >= 3 { points += 2 }
    return points
  }
}
