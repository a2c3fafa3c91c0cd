/// The graph while it is put together: the table, its identities, and what was made so far.
struct GraphAssembly {
  private(set) var table: FactTable
  let identity: Identity
  var entities: [Graph.Entity] = []
  var nodes: [Graph.Node] = []
  var edges: [Graph.Edge] = []
  /// When each document was published; the earliest where an id stands twice.
  let published: [Int32: String]
  /// The Chinese name of each type.
  let labels: [Int32: Int32]
  /// Derived edges by their id, before their events are all known.
  var derived: [ByteKey: Graph.Edge] = [:]

  init(table: FactTable, identity: Identity) {
    self.table = table
    self.identity = identity
    var published: [Int32: String] = [:]
    for document in table.documents {
      guard let id = table.strings.known(document.id), let date = document.published else {
        continue
      }
      if published[id].map({ date.precedesBytewise($0) }) ?? true { published[id] = date }
    }
    self.published = published
    var labels: [Int32: Int32] = [:]
    for claim in table.claims {
      labels[claim.type] = min(labels[claim.type] ?? claim.label, claim.label)
    }
    self.labels = labels
  }

  /// Sorts everything and hands it over.
  consuming func graph(_ generator: Graph.Generator) -> Graph {
    let claims = table.claims.map { (table.strings[$0.id], $0.place) }
    for var edge in derived.values {
      edge.events.sort { $0.precedesBytewise($1) }
      edges.append(edge)
    }
    nodes += entities.map { .entity($0) }
    return Graph(
      generator: generator, documents: table.documents,
      nodes: BytewiseOrder.sorted(nodes, by: \.id), edges: BytewiseOrder.sorted(edges, by: \.id),
      claims: ClaimStore(claims, in: table.arena))
  }

  /// Frees what only the entity nodes needed.
  mutating func forgetEntityRows() {
    table.entities = []
    table.sames = []
  }

  /// The strings of numbers, sorted, each once.
  func texts(_ numbers: [Int32]) -> [String] {
    EventReport.union(numbers, []).map { table.strings[$0] }
  }
}
