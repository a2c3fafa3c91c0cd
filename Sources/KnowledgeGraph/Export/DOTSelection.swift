/// Which nodes and edges of a graph are drawn.
///
/// The best reported events come first, each with all who take part, then relations, as long as
/// the budget lasts. What no event or relation touches is drawn only where there is nothing else.
struct DOTSelection {
  /// The ids of the nodes to draw.
  private(set) var ids: Set<String> = []
  /// The edges to draw, by id.
  private(set) var edges: [Graph.Edge] = []
  /// How many nodes could be drawn.
  let available: Int
  /// How many entities take part in nothing.
  let isolated: Int

  private let budget: Int

  init(_ graph: Graph, _ options: DOT.Options) {
    budget = max(0, options.maximumNodes)
    let kinds: Set<Graph.Edge.Kind> =
      options.projection == .events ? [.role, .relation] : [.derived, .relation]
    let usable = graph.edges.filter {
      kinds.contains($0.kind) && (options.showsMoneyNodes || !$0.target.hasPrefix("mny:"))
    }
    var touched: Set<String> = []
    for edge in usable { touched.formUnion([edge.source, edge.target]) }
    let events = options.projection == .events ? Array(graph.events) : []
    touched.formUnion(events.map(\.id))
    let alone = graph.nodes.filter { node in
      if case .entity = node { return !touched.contains(node.id) } else { return false }
    }
    isolated = touched.isEmpty ? 0 : alone.count
    available = touched.isEmpty ? alone.count : touched.count
    if touched.isEmpty { ids = Set(alone.prefix(budget).map(\.id)) }
    add(events: events, usable)
    add(relations: usable.filter { $0.kind != .role })
    edges = usable.filter { ids.contains($0.source) && ids.contains($0.target) }
  }

  private mutating func add(events: [Graph.Event], _ edges: [Graph.Edge]) {
    var partners: [String: [String]] = [:]
    for edge in edges where edge.kind == .role {
      partners[edge.source, default: []].append(edge.target)
    }
    let ranked = events.sorted { left, right in
      let (first, second) = (score(left), score(right))
      return first != second ? first > second : left.id.precedesBytewise(right.id)
    }
    for event in ranked { add([event.id] + (partners[event.id] ?? [])) }
  }

  private func score(_ event: Graph.Event) -> (Int, Int, String) {
    (event.sources, event.claims.count, event.history.last?.published ?? "")
  }

  private mutating func add(relations: [Graph.Edge]) {
    let ranked = relations.sorted { left, right in
      let (first, second) = (weight(left), weight(right))
      return first != second ? first > second : left.id.precedesBytewise(right.id)
    }
    for edge in ranked { add([edge.source, edge.target]) }
  }

  private func weight(_ edge: Graph.Edge) -> Int {
    let known = [edge.source, edge.target].filter { ids.contains($0) }.count
    return (edge.claims.count + edge.events.count) * 3 + known
  }

  /// Adds nodes if all of them fit.
  private mutating func add(_ group: [String]) {
    let new = Set(group).subtracting(ids)
    if ids.count + new.count <= budget { ids.formUnion(new) }
  }

  /// How many nodes were left out for want of room.
  var cut: Int { available - ids.count }

  /// What was left out, in words, or nil where nothing was.
  var note: String? {
    var parts: [String] = []
    if cut > 0 {
      parts.append("drew \(ids.count) of \(available) nodes; --max-nodes draws more")
    }
    if isolated > 0 {
      parts.append("left out \(isolated) entities without events or relations")
    }
    return parts.isEmpty ? nil : parts.joined(separator: "; ")
  }
}
