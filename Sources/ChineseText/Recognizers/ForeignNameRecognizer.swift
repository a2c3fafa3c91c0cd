/// Proposes transliterated names: parts joined by interpuncts (比尔·盖茨, J·D·万斯), or one run of
/// transliteration characters beside a title or a verb of saying.
struct ForeignNameRecognizer: Sendable {
  /// Finds cues beside a name.
  let persons: PersonRecognizer

  private static let interpunct: UInt16 = 0xB7
  private static let blank: UInt16 = 32
  /// Cost of a name with an interpunct, beside its characters.
  private let joined: Int32
  /// Cost of a name without one.
  private let plain: Int32
  /// What a cue on one side is worth.
  private let cue: Int32
  /// A character above this cost is no part of a name.
  private let ceiling: Int32
  /// A character above this cost is no part of a name without interpunct.
  private let plainCeiling: Int32
  /// What a name costs more that begins inside a run of transliteration characters.
  private let torn: Int32
  /// A Latin part costs as much as two characters.
  private let latin: Int32
  private static let longestPart = 8
  private static let longestPlain = 7

  init(persons: PersonRecognizer, costs: CandidateCosts) {
    self.persons = persons
    joined = costs[.foreignJoined]
    plain = costs[.foreignPlain]
    cue = costs[.foreignCue]
    ceiling = costs[.foreignLimit]
    plainCeiling = costs[.foreignPlainLimit]
    latin = costs[.foreignLatin]
    torn = costs[.foreignTorn]
  }

  /// One part of a joined name, with the places where it may be cut.
  private struct Part {
    var start: Int
    var end: Int
    var isLatin: Bool
  }

  /// Appends the names around the interpunct at `dot` and answers where they end.
  func recognizeJoined(
    _ text: TextView, dot: Int, in sentence: TextSpan, into out: inout [Candidate]
  ) -> Int {
    guard let first = partBefore(text, dot, in: sentence) else { return dot + 1 }
    var parts = [first]
    var mark = dot
    while let part = partAfter(text, mark, in: sentence) {
      parts.append(part)
      mark = part.end
      if mark < sentence.end, text.folded[mark] == Self.blank { mark += 1 }
      guard parts.count < 6, mark < sentence.end, text.folded[mark] == Self.interpunct else {
        break
      }
    }
    guard parts.count > 1, parts.contains(where: { !$0.isLatin }) else { return dot + 1 }
    propose(text, parts, in: sentence, into: &out)
    return parts[parts.count - 1].end
  }

  /// Appends every cut of the outer parts: the lattice weighs the characters at both ends.
  private func propose(
    _ text: TextView, _ parts: [Part], in sentence: TextSpan, into out: inout [Candidate]
  ) {
    let first = parts[0]
    let last = parts[parts.count - 1]
    let inner = Int32(truncatingIfNeeded: max(0, parts.count - 2)) &* latin
    let starts = first.isLatin ? first.start...first.start : first.start...first.end - 1
    let ends = last.isLatin ? last.end...last.end : last.start + 1...last.end
    for start in starts {
      // 斯蒂芬|妮・阿内特: a name that begins inside a run leaves a piece behind.
      let rest = start > first.start ? torn : 0
      let left = first.isLatin ? latin : part(text, start, first.end) &+ rest
      for end in ends {
        let right = last.isLatin ? latin : cost(text, last.start, end)
        // 杰西·莱姆|格鲁伯: nor does one end before a tail of its last part.
        let tail = end < last.end && persons.isTail(text, end, last.end) ? torn : 0
        add(text, start, end, joined &+ inner &+ left &+ right &+ tail, in: sentence, into: &out)
      }
    }
  }

  /// What a part before an interpunct costs: a listed name no more than a Latin one.
  private func part(_ text: TextView, _ start: Int, _ end: Int) -> Int32 {
    let sum = cost(text, start, end)
    return sum > latin && persons.isForeignName(text, start, end) ? latin : sum
  }

  private func add(
    _ text: TextView, _ start: Int, _ end: Int, _ cost: Int32, in sentence: TextSpan,
    into out: inout [Candidate]
  ) {
    var cost = cost
    if persons.hasCueBefore(text, start, in: sentence) { cost = cost &- cue }
    if persons.hasCueAfter(text, end, in: sentence) { cost = cost &- cue }
    out.append(
      Candidate(start: start, end: end, tags: [.person, .foreignName], cost: max(cost, 1)))
  }

  private func cost(_ text: TextView, _ start: Int, _ end: Int) -> Int32 {
    var sum: Int32 = 0
    for index in start..<end {
      let cost = persons.characters.foreign(text.folded[index])
      sum = sum &+ (cost > 0 ? cost : ceiling)
    }
    return sum
  }

  @inline(__always)
  private func isForeign(_ text: TextView, _ offset: Int, _ ceiling: Int32) -> Bool {
    let cost = persons.characters.foreign(text, offset)
    return cost > 0 && cost < ceiling
  }
}

extension ForeignNameRecognizer {
  private func partBefore(_ text: TextView, _ dot: Int, in sentence: TextSpan) -> Part? {
    var end = dot
    if end > sentence.start, text.folded[end - 1] == Self.blank { end -= 1 }
    var start = end
    while start > sentence.start, isLetter(text, start - 1) { start -= 1 }
    if start < end { return Part(start: start, end: end, isLatin: true) }
    while start > sentence.start, end - start < Self.longestPart,
      isForeign(text, start - 1, ceiling)
    {
      start -= 1
    }
    // 何塞 · 穆诺兹: a listed name may begin with other characters.
    for first in stride(from: start - 1, through: max(start - 2, sentence.start), by: -1)
    where start < end && persons.isForeignName(text, first, end) {
      start = first
    }
    return start < end ? Part(start: start, end: end, isLatin: false) : nil
  }

  private func partAfter(_ text: TextView, _ dot: Int, in sentence: TextSpan) -> Part? {
    var start = dot + 1
    if start < sentence.end, text.folded[start] == Self.blank { start += 1 }
    var end = start
    while end < sentence.end, isLetter(text, end) { end += 1 }
    if start < end { return Part(start: start, end: end, isLatin: true) }
    while end < sentence.end, end - start < Self.longestPart, isForeign(text, end, ceiling) {
      end += 1
    }
    if end == start, isFamilyName(text, start, in: sentence) { end = start + 1 }
    return start < end ? Part(start: start, end: end, isLatin: false) : nil
  }

  /// 莉莎・苏说: a Chinese family name alone need not be made of transliteration characters.
  private func isFamilyName(_ text: TextView, _ start: Int, in sentence: TextSpan) -> Bool {
    guard start < sentence.end,
      persons.characters.roles(text, start) & NameTables.Role.surname != 0
    else { return false }
    let end = start + 1
    return end >= sentence.end || text.classes[end] != CharacterClass.han.rawValue
      || persons.hasCueAfter(text, end, in: sentence)
  }

  private func isLetter(_ text: TextView, _ offset: Int) -> Bool {
    text.classes[offset] == CharacterClass.letter.rawValue
  }

  /// Whether two transliteration characters stand at `start`.
  @inline(__always)
  func isRun(_ text: TextView, _ start: Int, in sentence: TextSpan) -> Bool {
    start + 1 < sentence.end && isForeign(text, start, plainCeiling)
      && isForeign(text, start + 1, plainCeiling)
  }

  /// Appends the names in the run of transliteration characters that begins at `start`, and
  /// answers where the run ends.
  func recognizePlain(
    _ text: TextView, from start: Int, in sentence: TextSpan, into out: inout [Candidate]
  ) -> Int {
    var end = start
    while end < sentence.end, isForeign(text, end, plainCeiling) { end += 1 }
    guard end - start >= 2 else { return max(end, start + 1) }
    for first in start..<end - 1 {
      let before = persons.hasCueBefore(text, first, in: sentence)
      guard before || first == start else { continue }
      var sum = cost(text, first, first + 1)
      for stop in first + 2...max(first + 2, min(end, first + Self.longestPlain)) where stop <= end
      {
        sum = sum &+ cost(text, stop - 1, stop)
        let after = persons.hasCueAfter(text, stop, in: sentence)
        guard before || after, after || stop == end, stop - first > 2 || (before && after) else {
          continue
        }
        addPlain(first, stop, sum, cues: before && after ? 2 : 1, into: &out)
      }
    }
    addRun(text, start, end, into: &out)
    return end
  }

  /// Appends a whole run without cues, and the run without a word of grammar at its head or end.
  private func addRun(_ text: TextView, _ start: Int, _ end: Int, into out: inout [Candidate]) {
    guard end - start >= 3 else { return }
    let starts = isGrammar(text, start) ? start...start + 1 : start...start
    let ends = isGrammar(text, end - 1) ? end - 1...end : end...end
    for first in starts {
      for stop in ends where stop - first >= 3 && stop - first <= Self.longestPlain {
        addPlain(first, stop, cost(text, first, stop), cues: 0, into: &out)
      }
    }
  }

  private func isGrammar(_ text: TextView, _ offset: Int) -> Bool {
    persons.characters.roles(text.folded[offset]) & NameTables.Role.grammar != 0
  }

  private func addPlain(
    _ start: Int, _ end: Int, _ sum: Int32, cues: Int32, into out: inout [Candidate]
  ) {
    let cost = max(plain &+ sum &- cues &* cue, 1)
    out.append(Candidate(start: start, end: end, tags: [.person, .foreignName], cost: cost))
  }
}
