/// Proposes Latin, digit and mixed runs as single words: GPT-4o, 36氪's 36, Robin, v2.5.
///
/// A run is letters and digits, joined inside by `-`, `.`, `'`, `&`, `+`, `_`, `/`, `@`. Its
/// letter-only and digit-only parts are proposed too, so that a known name may end inside (Stable
/// Diffusion|3); the whole run is cheaper than its parts. O(length).
struct UnknownWords {
  private static let runCost = 14 * Candidate.unit
  private static let joiners: Set<UInt16> = Set("-.'&+_/@’".utf16)

  /// Appends the runs of `span` in order of start.
  func recognize(_ text: FoldedText, in span: TextSpan, candidates: inout [Candidate]) {
    var index = span.start
    while index < span.end {
      guard Self.isRunClass(text.classes[index]) else {
        index += 1
        continue
      }
      let end = Self.runEnd(text, from: index, limit: span.end)
      appendRun(text, index, end, to: &candidates)
      index = end
    }
  }

  @inline(__always)
  static func isRunClass(_ raw: UInt8) -> Bool {
    raw == CharacterClass.letter.rawValue || raw == CharacterClass.digit.rawValue
  }

  /// First scalar after the run that begins at `from`.
  private static func runEnd(_ text: FoldedText, from: Int, limit: Int) -> Int {
    var index = from
    while index < limit {
      if isRunClass(text.classes[index]) {
        index += 1
      } else if index + 1 < limit, joiners.contains(text.folded[index]),
        isRunClass(text.classes[index + 1])
      {
        index += 2
      } else {
        break
      }
    }
    return index
  }

  private func appendRun(
    _ text: FoldedText, _ start: Int, _ end: Int, to candidates: inout [Candidate]
  ) {
    let digit = CharacterClass.digit.rawValue
    var letters = false
    var partStart = start
    var parts = 0
    let first = candidates.count
    for index in start..<end {
      let kind = text.classes[index]
      if kind == CharacterClass.letter.rawValue { letters = true }
      let isLast = index + 1 == end
      if isLast || text.classes[index + 1] != kind {
        let run = Self.isRunClass(kind)
        if run {
          candidates.append(part(partStart, index + 1, number: kind == digit))
          parts += 1
        }
        partStart = index + 1
      }
    }
    if parts > 1 {
      candidates.insert(part(start, end, number: !letters), at: first)
    }
  }

  private func part(_ start: Int, _ end: Int, number: Bool) -> Candidate {
    Candidate(
      start: start, end: end, tags: number ? .number : .latin, cost: Self.runCost)
  }
}
