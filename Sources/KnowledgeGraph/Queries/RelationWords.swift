/// Chinese names of relations, as the claims of a graph give them.
struct RelationWords: Sendable {
  private let labels: [String: String]

  init(_ graph: Graph) {
    var labels = ["acquired": "收购", "investor_in": "投资", "founder_of": "创办"]
    for edge in graph.edges where edge.kind == .relation && labels[edge.type] == nil {
      labels[edge.type] = edge.claims.first.flatMap { graph.claims[$0]?.label } ?? edge.type
    }
    self.labels = labels
  }

  func label(_ type: String) -> String { labels[type] ?? type }
}
