/// The cheapest ways through a lattice: two to the end from each place, one from the beginning.
///
/// Two paths differ where they cut differently: of several words of the same stretch only the
/// cheapest takes part, as it does in the kernel. O(edges).
struct LatticePaths {
  /// A way from a place to the end of the sentence.
  struct Tail {
    let cost: Int
    /// Index of its first word; -1 at the end.
    let edge: Int
    /// Which of the ways from the end of that word goes on: 0 or 1.
    let rank: Int
  }

  private let edges: [LatticeEdge]
  private let start: Int
  /// For each place, at most two tails, the cheaper first; none where no path goes.
  private var tails: [[Tail]]
  /// For each place, the cost of the cheapest way from the beginning.
  private var heads: [Int?]

  /// - Parameter edges: the words of the sentence in order of start, those of one start in the
  ///   kernel's order.
  init(_ edges: [LatticeEdge], in sentence: TextSpan) {
    self.edges = edges
    start = sentence.start
    tails = Array(repeating: [], count: sentence.count + 1)
    heads = Array(repeating: nil, count: sentence.count + 1)
    tails[sentence.count] = [Tail(cost: 0, edge: -1, rank: 0)]
    for index in edges.indices.reversed() where Self.isCheapest(index, edges) {
      add(index)
    }
    heads[0] = 0
    for edge in edges {
      guard let head = heads[edge.span.start - start] else { continue }
      let place = edge.span.end - start
      heads[place] = min(heads[place] ?? .max, head + edge.cost)
    }
  }

  /// Whether a word is the first of the cheapest of its stretch.
  private static func isCheapest(_ index: Int, _ edges: [LatticeEdge]) -> Bool {
    let edge = edges[index]
    var other = index - 1
    while other >= 0, edges[other].span.start == edge.span.start {
      if edges[other].span == edge.span, edges[other].cost <= edge.cost { return false }
      other -= 1
    }
    other = index + 1
    while other < edges.count, edges[other].span.start == edge.span.start {
      if edges[other].span == edge.span, edges[other].cost < edge.cost { return false }
      other += 1
    }
    return true
  }

  /// Adds the ways that begin with a word. Words come last to first, so that of equal costs the
  /// one added later, which the kernel sees earlier, goes in front.
  private mutating func add(_ index: Int) {
    let edge = edges[index]
    let place = edge.span.start - start
    for (rank, tail) in tails[edge.span.end - start].enumerated().reversed() {
      let cost = edge.cost + tail.cost
      let slot = tails[place].firstIndex { cost <= $0.cost } ?? tails[place].count
      tails[place].insert(Tail(cost: cost, edge: index, rank: rank), at: slot)
    }
    tails[place] = Array(tails[place].prefix(2))
  }

  /// The words of the cheapest path (`rank` 0) or of the second (1); nothing where there is none.
  func path(_ rank: Int) -> (cost: Int, words: [Int])? {
    guard rank < tails[0].count else { return nil }
    var tail = tails[0][rank]
    let cost = tail.cost
    var words: [Int] = []
    while tail.edge >= 0 {
      words.append(tail.edge)
      tail = tails[edges[tail.edge].span.end - start][tail.rank]
    }
    return (cost, words)
  }

  /// The cost of the cheapest path that takes a word; nothing where no path does.
  func cost(through index: Int) -> Int? {
    let edge = edges[index]
    guard let head = heads[edge.span.start - start],
      let tail = tails[edge.span.end - start].first
    else { return nil }
    return head + edge.cost + tail.cost
  }
}
