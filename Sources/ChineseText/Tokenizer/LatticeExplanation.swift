/// Why a sentence was cut as it was: all words that could stand in it, the cheapest path, the
/// next one, and where the two part.
///
///     for sentence in analyzer.explain(document) {
///       for place in sentence.places { print(place.span, place.margin) }
///     }
///
/// Built by a slow, checked walk that shares nothing with the kernel but the lexicon's tables, and
/// finds the kernel's path on every text. All costs are lattice units, `Candidate.unit` a nat.
/// O(length × words at a place).
package struct LatticeExplanation: Sendable {
  /// A word of the lattice.
  package struct Word: Sendable {
    /// The word.
    package let edge: LatticeEdge
    /// Whether it is on the cheapest path.
    package let isBest: Bool
    /// Whether it is on the second path.
    package let isRunnerUp: Bool
    /// How much dearer than the cheapest path is the cheapest one that takes this word: 0 for the
    /// words that won, nothing for a word that no path takes.
    package let detour: Int?
  }

  /// A way through the lattice.
  package struct Path: Sendable {
    /// Indices into the words of the explanation.
    package let words: [Int]
    /// Sum of the words' costs.
    package let cost: Int
  }

  /// A stretch that the two paths cut differently.
  package struct Place: Sendable {
    /// Scalars of the stretch.
    package let span: TextSpan
    /// Words of the cheapest path there, as indices.
    package let won: [Int]
    /// Words of the second path there, as indices.
    package let lost: [Int]
    /// How much dearer the losers are.
    package let margin: Int
  }

  /// Scalars of the sentence.
  package let sentence: TextSpan
  /// Every word that could stand in it, by start, then end; of one stretch the cheaper first.
  package let words: [Word]
  /// The path that won.
  package let best: Path
  /// The cheapest path that cuts otherwise; nothing where there is one path alone.
  package let runnerUp: Path?
  /// Where the two differ, in order of text; their margins add up to `margin`.
  package let places: [Place]

  /// How much dearer the second path is.
  package var margin: Int? { runnerUp.map { $0.cost - best.cost } }

  /// Explains one sentence of a text.
  ///
  /// - Parameter candidates: those of the sentence, in the order that the kernel gets them.
  package init(
    _ text: FoldedText, sentence: TextSpan, candidates: [Candidate], lexicon: Lexicon
  ) {
    let lattice = LatticeEdges(text, sentence, candidates, lexicon)
    let edges = (sentence.start..<sentence.end).flatMap { lattice.edges(at: $0) }
    let paths = LatticePaths(edges, in: sentence)
    let order = Self.order(edges)
    var ranks = [Int](repeating: 0, count: edges.count)
    for (rank, index) in order.enumerated() { ranks[index] = rank }
    let best = paths.path(0) ?? (0, [])
    let second = paths.path(1)
    let onBest = Set(best.words)
    let onSecond = Set(second?.words ?? [])
    words = order.map { index in
      Word(
        edge: edges[index], isBest: onBest.contains(index), isRunnerUp: onSecond.contains(index),
        detour: paths.cost(through: index).map { $0 - best.cost })
    }
    self.sentence = sentence
    self.best = Path(words: best.words.map { ranks[$0] }, cost: best.cost)
    runnerUp = second.map { Path(words: $0.words.map { ranks[$0] }, cost: $0.cost) }
    places = Self.places(self.best, runnerUp, words)
  }

  /// The order in which the words are shown.
  private static func order(_ edges: [LatticeEdge]) -> [Int] {
    edges.indices.sorted { a, b in
      (edges[a].span, edges[a].cost, a) < (edges[b].span, edges[b].cost, b)
    }
  }

  /// The stretches between common boundaries whose words differ.
  private static func places(_ best: Path, _ other: Path?, _ words: [Word]) -> [Place] {
    guard let other else { return [] }
    var places: [Place] = []
    var (won, lost) = (best.words[...], other.words[...])
    while let first = won.first, let rival = lost.first {
      var mine = [won.removeFirst()]
      if first == rival {
        lost.removeFirst()
        continue
      }
      var theirs: [Int] = []
      var (end, otherEnd) = (words[first].edge.span.end, words[first].edge.span.start)
      while end != otherEnd {
        let isBehind = end < otherEnd
        guard let next = isBehind ? won.popFirst() : lost.popFirst() else { break }
        if isBehind {
          mine.append(next)
          end = words[next].edge.span.end
        } else {
          theirs.append(next)
          otherEnd = words[next].edge.span.end
        }
      }
      let cost = { (list: [Int]) in list.reduce(0) { $0 + words[$1].edge.cost } }
      places.append(
        Place(
          span: TextSpan(words[first].edge.span.start, end), won: mine, lost: theirs,
          margin: cost(theirs) - cost(mine)))
    }
    return places
  }
}
