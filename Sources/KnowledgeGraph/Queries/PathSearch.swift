/// Finds the shortest ways between two nodes.
///
///     let search = PathSearch(index)
///     for path in search.paths(from: "org:microsoft", to: "org:openai").paths { print(path) }
///
/// A step leads over an event that two entities take part in, or over a relation or derived edge
/// between them; each counts as one. Roles, relations and derived edges are walked both ways.
public struct PathSearch: Sendable {
  /// The most steps of a path.
  public var maximumHops = 6
  /// The most paths that are given of equally short ones.
  public var maximumPaths = 10
  /// Which types of events, relations and derived edges may be walked over; empty allows all.
  public var types: Set<String> = []
  /// The statuses of events that may be walked over; what is denied ties nobody.
  public var statuses: Set<ClaimFact.Realis> = [.asserted, .planned, .rumoured]
  /// The ids of entities that no path may lead through, such as a country that everybody meets in.
  public var avoided: Set<String> = []

  private let index: GraphIndex

  /// Searches a graph.
  public init(_ index: GraphIndex) { self.index = index }

  /// A way from one node to another.
  public struct Path: Hashable, Sendable {
    /// The steps in order.
    public let steps: [Step]
  }

  /// From one entity to the next.
  public struct Step: Hashable, Sendable {
    /// Where it starts.
    public let from: String
    /// Where it leads.
    public let to: String
    /// All that ties the two, what has most sources behind it first.
    public let ties: [Tie]
  }

  /// What two entities are tied by.
  public struct Tie: Hashable, Sendable {
    /// The event that both take part in; nil where an edge leads from one to the other.
    public let event: String?
    /// The edge between them; of an event the edge to the end of the step.
    public let edge: String
  }

  /// What was found.
  public struct Result: Hashable, Sendable {
    /// All shortest paths up to the limit, in a fixed order.
    public let paths: [Path]
    /// How many shortest paths there are in all, counted up to a billion.
    public let count: Int
  }

  /// The shortest paths between two nodes; none where there is no way of so few steps.
  ///
  /// Paths differ in the entities they lead through. Those come first whose steps have more sources
  /// behind them; then the order of ids decides. Complexity: O(nodes + edges), and linear in what is returned.
  public func paths(from start: String, to end: String) -> Result {
    guard let first = index.position(start), let last = index.position(end), first != last else {
      return Result(paths: [], count: 0)
    }
    let distances = distances(to: last, from: first)
    guard let length = distances[first], length <= maximumHops else {
      return Result(paths: [], count: 0)
    }
    var walk = Walk(search: self, distances: distances)
    walk.extend(first, [])
    return Result(paths: walk.paths, count: walk.ways(from: first))
  }

  /// The steps from nodes to the end, as far out as the start lies.
  private func distances(to end: Int, from start: Int) -> [Int: Int] {
    var distances = [end: 0]
    var frontier = [end]
    var steps = 0
    while !frontier.isEmpty, distances[start] == nil, steps < maximumHops {
      steps += 1
      var next: [Int] = []
      for node in frontier {
        forEachStep(from: node) { other, _, _ in
          if distances[other] == nil {
            distances[other] = steps
            next.append(other)
          }
        }
      }
      frontier = next
    }
    return distances
  }

  /// Calls `body` with each entity one step away: its position, the event, the edge that leads there.
  private func forEachStep(from node: Int, _ body: (Int, Int?, Int) -> Void) {
    let nodes = index.graph.nodes
    for number in index.edgeNumbers(at: node) {
      let edge = index.graph.edges[Int(number)]
      guard let other = index.other(Int(number), from: node), isAllowed(edge, nodes[other]) else {
        continue
      }
      if edge.kind != .role {
        body(other, nil, Int(number))
        continue
      }
      for second in index.edgeNumbers(at: other) where second != number {
        guard let far = index.other(Int(second), from: other), far != node,
          case .entity(let entity) = nodes[far], !avoided.contains(entity.id)
        else { continue }
        body(far, other, Int(second))
      }
    }
  }

  private func isAllowed(_ edge: Graph.Edge, _ other: Graph.Node) -> Bool {
    switch other {
    case .entity(let entity):
      edge.kind != .role && isAllowed(edge.type) && !avoided.contains(entity.id)
    case .event(let event): statuses.contains(event.status) && isAllowed(event.type)
    case .money: false
    }
  }

  private func isAllowed(_ type: String) -> Bool { types.isEmpty || types.contains(type) }

  /// The walk along falling distances.
  private struct Walk {
    let search: PathSearch
    let distances: [Int: Int]
    private(set) var paths: [Path] = []
    private var known: [Int: Int] = [:]

    init(search: PathSearch, distances: [Int: Int]) {
      self.search = search
      self.distances = distances
    }

    /// Collects paths in order until there are enough.
    mutating func extend(_ node: Int, _ steps: [Step]) {
      if distances[node] == 0 { paths.append(Path(steps: steps)) }
      for next in self.steps(from: node) where paths.count < search.maximumPaths {
        extend(next.to, steps + [next.step])
      }
    }

    /// How many paths there are, without walking each.
    mutating func ways(from node: Int) -> Int {
      if distances[node] == 0 { return 1 }
      if let known = known[node] { return known }
      var sum = 0
      for next in steps(from: node) { sum = min(sum + ways(from: next.to), 1_000_000_000) }
      known[node] = sum
      return sum
    }

    /// The steps nearer to the end, the best tied first.
    private func steps(from node: Int) -> [(to: Int, step: Step)] {
      guard let left = distances[node], left > 0 else { return [] }
      var ties: [Int: [(tie: Tie, sources: Int)]] = [:]
      let nodes = search.index.graph.nodes
      search.forEachStep(from: node) { other, event, edge in
        guard distances[other] == left - 1 else { return }
        let tie = Tie(event: event.map { nodes[$0].id }, edge: search.index.graph.edges[edge].id)
        let isKnown = ties[other]?.contains { $0.tie.event == tie.event } ?? false
        if event != nil, isKnown { return }
        ties[other, default: []].append((tie, search.sources(event, edge)))
      }
      let sorted = ties.map { (to: $0.key, ties: $0.value.sorted(by: Self.precedes)) }.sorted {
        let (one, other) = ($0.ties.first?.sources ?? 0, $1.ties.first?.sources ?? 0)
        return (-one, $0.to) < (-other, $1.to)
      }
      return sorted.map { entry in
        let step = Step(
          from: nodes[node].id, to: nodes[entry.to].id, ties: entry.ties.map(\.tie))
        return (entry.to, step)
      }
    }

    private static func precedes(
      _ left: (tie: Tie, sources: Int), _ right: (tie: Tie, sources: Int)
    ) -> Bool {
      if left.sources != right.sources { return left.sources > right.sources }
      return (left.tie.event ?? left.tie.edge).precedesBytewise(right.tie.event ?? right.tie.edge)
    }
  }

  /// How much stands behind a step: the sources of its event, the claims of its edge. What is only
  /// planned or rumoured counts as nothing.
  private func sources(_ event: Int?, _ edge: Int) -> Int {
    if let event, case .event(let event) = index.graph.nodes[event] {
      return event.status == .asserted ? event.sources : 0
    }
    let edge = index.graph.edges[edge]
    return edge.kind == .relation ? edge.claims.count : edge.events.count
  }
}
