/// What a query found.
public enum QueryMatch: Sendable {
  /// An event.
  case event(Graph.Event)
  /// An entity.
  case entity(Graph.Entity)
  /// A relation or derived edge.
  case relation(Graph.Edge)

  /// The id of the node or edge.
  public var id: String {
    switch self {
    case .event(let event): event.id
    case .entity(let entity): entity.id
    case .relation(let edge): edge.id
    }
  }
}

extension Query {
  /// What the query finds: events in the order of time, entities with the most documents first,
  /// relations by type and names; `sort` decides otherwise.
  ///
  /// Complexity: linear in the graph, times the tests; O(n log n) in the matches.
  public func matches(in index: GraphIndex) -> [QueryMatch] {
    let fields = QueryFields(index)
    var matches = candidates(index).filter { passes($0, condition, fields) }
    if let order {
      let keys = matches.map { fields.facts(order.field, of: $0).map(\.sortKey).max() }
      let sorted = matches.indices.sorted { left, right in
        guard let one = keys[left] else { return false }
        guard let other = keys[right] else { return true }
        if one < other { return !order.isDescending }
        if other < one { return order.isDescending }
        return left < right
      }
      // What has no value comes last either way.
      matches =
        sorted.filter { keys[$0] != nil }.map { matches[$0] }
        + matches.indices.filter { keys[$0] == nil }.map { matches[$0] }
    }
    return limit.map { Array(matches.prefix($0)) } ?? matches
  }

  private func candidates(_ index: GraphIndex) -> [QueryMatch] {
    let graph = index.graph
    func isWanted(_ type: String) -> Bool { types.isEmpty || types.contains(type) }
    switch kind {
    case .event:
      return graph.events.filter { isWanted($0.type) }.sorted(by: Graph.Event.precedes)
        .map { .event($0) }
    case .entity:
      return graph.entities.filter { isWanted($0.type) }.sorted {
        $0.documents.count == $1.documents.count
          ? $0.id.precedesBytewise($1.id) : $0.documents.count > $1.documents.count
      }.map { .entity($0) }
    case .relation:
      let edges = graph.edges.filter { $0.kind != .role && isWanted($0.type) }
      let keys = edges.map { edge in
        [
          edge.type, graph.node(edge.source)?.name ?? "", graph.node(edge.target)?.name ?? "",
          edge.id,
        ]
      }
      return edges.indices.sorted {
        keys[$0].lexicographicallyPrecedes(keys[$1]) { $0.precedesBytewise($1) }
      }.map { .relation(edges[$0]) }
    }
  }

  private func passes(
    _ match: QueryMatch, _ condition: Condition?, _ fields: QueryFields
  ) -> Bool {
    switch condition {
    case nil: true
    case .all(let parts): parts.allSatisfy { passes(match, $0, fields) }
    case .any(let parts): parts.contains { passes(match, $0, fields) }
    case .not(let part): !passes(match, part, fields)
    case .test(let test): passes(match, test, fields)
    }
  }

  private func passes(_ match: QueryMatch, _ test: Test, _ fields: QueryFields) -> Bool {
    let facts = fields.facts(test.field, of: match)
    if test.comparison == .exists { return !facts.isEmpty }
    let found = facts.contains { fact in
      test.values.contains { fact.passes(test.comparison, $0) }
    }
    return test.comparison == .unequal ? !found : found
  }
}
