import ChineseText

/// The candidates that `UnknownWords` proposes, found by plain arrays: each run of letters and
/// digits with single joiners inside, and its letter-only and digit-only parts.
enum LetterRuns {
  private static let joiners = Set("-.'&+_/@’".unicodeScalars.map { UInt16($0.value) })
  private static let cost = 14 * Candidate.unit

  /// The runs of all sentences in order of start.
  static func candidates(_ text: FoldedText, _ sentences: [Sentence]) -> [Candidate] {
    sentences.flatMap { sentence in
      var result: [Candidate] = []
      var place = sentence.span.start
      while place < sentence.span.end {
        let end = runEnd(text, place, sentence.span.end)
        if end > place { result += run(text, place, end) }
        place = max(end, place + 1)
      }
      return result
    }
  }

  private static func kind(_ text: FoldedText, _ place: Int) -> CharacterClass? {
    let kind = CharacterClass(rawValue: text.classes[place])
    return kind == .letter || kind == .digit ? kind : nil
  }

  private static func runEnd(_ text: FoldedText, _ start: Int, _ limit: Int) -> Int {
    var place = start
    while place < limit {
      if kind(text, place) != nil {
        place += 1
      } else if place > start, place + 1 < limit, joiners.contains(text.folded[place]),
        kind(text, place + 1) != nil
      {
        place += 2
      } else {
        break
      }
    }
    return place
  }

  private static func run(_ text: FoldedText, _ start: Int, _ end: Int) -> [Candidate] {
    var parts: [Candidate] = []
    var place = start
    while place < end {
      var next = place + 1
      guard let own = kind(text, place) else {
        place = next
        continue
      }
      while next < end, kind(text, next) == own { next += 1 }
      parts.append(candidate(place, next))
      place = next
    }
    return parts.count > 1 ? [candidate(start, end)] + parts : parts
  }

  private static func candidate(_ start: Int, _ end: Int) -> Candidate {
    Candidate(start: start, end: end, tags: [], cost: cost)
  }
}
