@testable import ChineseText

/// The kernel's checked twin for any text, lexicon and candidates: one look-up a word, plain sums,
/// every index checked.
struct LatticeTwin {
  /// A word of the best path.
  struct Word: Equatable {
    let start: Int
    let end: Int
    /// Index of the candidate that it is, or -1.
    let candidate: Int
  }

  private struct Best {
    var cost: Int
    var end: Int
    var candidate = -1

    mutating func take(_ sum: Int, _ end: Int, candidate: Int = -1) {
      if sum < cost { self = Best(cost: sum, end: end, candidate: candidate) }
    }
  }

  /// More than any path costs.
  private static let blocked = 1 << 40

  let lexicon: Lexicon

  /// The words of all sentences. Of equal paths the one with the shorter first word wins, words of
  /// the lexicon before candidates. A user's word stands alone: nothing reaches into it.
  func words(_ text: FoldedText, _ sentences: [Sentence], _ candidates: [Candidate]) -> [Word] {
    let starts = Dictionary(grouping: candidates.indices) { candidates[$0].start }
    return sentences.flatMap { words(text, $0.span, candidates, starts) }
  }

  private func words(
    _ text: FoldedText, _ span: TextSpan, _ candidates: [Candidate], _ starts: [Int: [Int]]
  ) -> [Word] {
    var best = [Best](repeating: Best(cost: 0, end: span.end), count: span.count + 1)
    let own = ownWords(text, span)
    for place in (span.start..<span.end).reversed() {
      let index = place - span.start
      if let word = own.first(where: { $0.contains(place) }) {
        best[index] = Best(cost: Self.blocked, end: place + 1)
        if place == word.lowerBound {
          best[index] = Best(cost: best[word.upperBound - span.start].cost, end: word.upperBound)
        }
        continue
      }
      let limit = own.first { $0.lowerBound > place }?.lowerBound ?? span.end
      if place > span.start, isInsideRun(text, place) {
        best[index].cost = Self.blocked
        continue
      }
      var word = Best(cost: lexicon.singleCost(text, place) + best[index + 1].cost, end: place + 1)
      let units = text.folded[place..<span.end]
      for (length, cost) in lexicon.costs(of: units) where length > 1 && place + length <= limit {
        word.take(cost + best[index + length].cost, place + length)
      }
      for candidate in (starts[place] ?? []).reversed() {
        let end = candidates[candidate].end
        guard end > place, end <= limit else { continue }
        let sum = Int(candidates[candidate].cost) + best[end - span.start].cost
        word.take(sum, end, candidate: candidate)
      }
      best[index] = word
    }
    return path(best, span)
  }

  /// The user's words that win: from left to right, the longest at each place.
  private func ownWords(_ text: FoldedText, _ span: TextSpan) -> [Range<Int>] {
    guard let overlay = lexicon.overlay else { return [] }
    var result: [Range<Int>] = []
    var place = span.start
    while place < span.end {
      let ends = (place + 1...span.end).filter { end in
        (place == span.start || !isInsideRun(text, place))
          && (end == span.end || !isInsideRun(text, end))
          && overlay.word(Array(text.folded[place..<end])) != nil
      }
      if let end = ends.last { result.append(place..<end) }
      place = ends.last ?? place + 1
    }
    return result
  }

  private func path(_ best: [Best], _ span: TextSpan) -> [Word] {
    var words: [Word] = []
    var place = span.start
    while place < span.end {
      let step = best[place - span.start]
      words.append(Word(start: place, end: step.end, candidate: step.candidate))
      place = step.end
    }
    return words
  }

  private func isInsideRun(_ text: FoldedText, _ place: Int) -> Bool {
    let kind = CharacterClass(rawValue: text.classes[place])
    return (kind == .letter || kind == .digit) && text.classes[place - 1] == text.classes[place]
  }
}

extension Lexicon {
  /// Cost of a character as a word of its own.
  fileprivate func singleCost(_ text: FoldedText, _ place: Int) -> Int {
    Int(single[Int(codeTable[Int(text.folded[place])])])
  }

  /// Lengths and costs of the words of this lexicon's own trie that `units` begin with.
  fileprivate func costs(of units: ArraySlice<UInt16>) -> [(length: Int, cost: Int)] {
    var result: [(length: Int, cost: Int)] = []
    var state: UInt64 = 0
    var base: UInt64 = 0
    for (index, unit) in units.enumerated() {
      let code = UInt64(codeTable[Int(unit)])
      guard code > 0 else { break }
      if index == 0 {
        let start = first[Int(code)]
        guard start != 0 else { break }
        state = start & TrieBuilder.mask22
        base = start >> 22
      } else {
        guard base > 0, nodes[Int(base + code)] & TrieBuilder.mask22 == state else { break }
        state = base + code
        base = nodes[Int(state)] >> 22 & TrieBuilder.mask22
      }
      let cost = nodes[Int(state)] >> 44
      if cost != TrieBuilder.noCost { result.append((index + 1, Int(cost))) }
    }
    return result
  }
}
