/// What of a graph a selection keeps.
struct Kept {
  private let source: Graph
  private let nodes: [String: Graph.Node]
  private var events: Set<String> = []
  private var edges: [Graph.Edge] = []
  private var focus: Set<String>?

  init(_ graph: Graph, _ selection: Selection) {
    source = graph
    nodes = Dictionary(graph.nodes.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    events = Set(graph.events.filter { selection.takes($0, graph) }.map(\.id))
    for edge in graph.edges {
      switch edge.kind {
      case .role: if events.contains(edge.source) { edges.append(edge) }
      case .relation: if selection.takes(edge, graph) { edges.append(edge) }
      case .derived: if edge.events.contains(where: events.contains) { edges.append(edge) }
      }
    }
  }

  /// Keeps events in which some entity takes part, relations that touch it, and what follows.
  mutating func keepTouching(_ entities: Set<String>) {
    let touching = edges.filter { $0.kind == .role && entities.contains($0.target) }
    events.formIntersection(touching.map(\.source))
    edges = edges.filter { edge in
      switch edge.kind {
      case .role: events.contains(edge.source)
      case .relation: entities.contains(edge.source) || entities.contains(edge.target)
      case .derived: edge.events.contains(where: events.contains)
      }
    }
  }

  /// Keeps what lies within so many steps of some entities.
  mutating func keepNear(_ start: Set<String>, hops: Int) {
    let neighbours = neighbours()
    var reached = start
    var frontier = start
    for _ in 0..<max(hops, 0) {
      var next: Set<String> = []
      for other in frontier.flatMap({ neighbours[$0] ?? [] }) {
        guard reached.insert(other).inserted else { continue }
        let found = events.contains(other) ? neighbours[other] ?? [] : [other]
        for id in found where id == other || reached.insert(id).inserted { next.insert(id) }
      }
      frontier = next
    }
    focus = reached
    events.formIntersection(reached)
    edges = edges.filter { reached.contains($0.source) && reached.contains($0.target) }
  }

  private func neighbours() -> [String: [String]] {
    var result: [String: [String]] = [:]
    for edge in edges {
      result[edge.source, default: []].append(edge.target)
      result[edge.target, default: []].append(edge.source)
    }
    return result
  }

  /// The kept part, in the order of the whole.
  func graph() -> Graph {
    var ids = events.union(focus?.filter { nodes[$0] != nil } ?? [])
    for edge in edges { ids.formUnion([edge.source, edge.target]) }
    let kept = source.nodes.filter { ids.contains($0.id) }
    let claims = claims(kept)
    let documents = documents(kept, claims)
    return Graph(
      generator: source.generator,
      documents: source.documents.filter { documents.contains($0.id) }, nodes: kept,
      edges: edges, claims: source.claims.filter { claims.contains($0) })
  }

  private func claims(_ kept: [Graph.Node]) -> Set<String> {
    var result: Set<String> = []
    for edge in edges { result.formUnion(edge.claims) }
    for case .event(let event) in kept { result.formUnion(event.claims) }
    return result
  }

  private func documents(_ kept: [Graph.Node], _ claims: Set<String>) -> Set<String> {
    var result = Set(claims.compactMap { source.claims[$0]?.document })
    for case .entity(let entity) in kept { result.formUnion(entity.documents) }
    return result
  }
}

extension ClaimStore {
  /// The claims whose ids pass.
  func filter(_ isWanted: (String) -> Bool) -> ClaimStore {
    var arena = LineArena()
    var kept: [(id: String, place: LineArena.Place)] = []
    for (index, id) in ids.enumerated() where isWanted(id) {
      if let place = withLine(at: index, { arena.append($0) }) { kept.append((id, place)) }
    }
    return ClaimStore(kept, in: arena)
  }
}
