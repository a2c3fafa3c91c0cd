/// What a graph holds, counted by type, status and year.
public struct GraphCounts: Sendable {
  /// Documents, entities, events, relations, derived edges, claims.
  public let totals: [(name: String, count: Int)]
  /// Entities by type.
  public let entities: [(type: String, count: Int)]
  /// Events by type and status.
  public let events: [(type: String, label: String, counts: [ClaimFact.Realis: Int])]
  /// Events by the year they happened in, else were reported in; by status.
  public let years: [(year: String, counts: [ClaimFact.Realis: Int])]
  /// Relations and derived edges by type.
  public let relations: [(type: String, stated: Int, former: Int, derived: Int)]

  /// Complexity: linear in the graph.
  public init(_ graph: Graph) {
    var entities: [String: Int] = [:]
    var events: [String: [ClaimFact.Realis: Int]] = [:]
    var labels: [String: String] = [:]
    var years: [String: [ClaimFact.Realis: Int]] = [:]
    for node in graph.nodes {
      switch node {
      case .entity(let entity): entities[entity.type, default: 0] += 1
      case .event(let event):
        events[event.type, default: [:]][event.status, default: 0] += 1
        labels[event.type] = event.label
        let year = EventDay(event).map { String($0.text.drop { $0 == "." || $0 == "/" }.prefix(4)) }
        years[year ?? "不详", default: [:]][event.status, default: 0] += 1
      case .money: continue
      }
    }
    var relations: [String: (stated: Int, former: Int, derived: Int)] = [:]
    for edge in graph.edges where edge.kind != .role {
      relations[edge.type, default: (0, 0, 0)].stated += edge.kind == .relation ? 1 : 0
      relations[edge.type, default: (0, 0, 0)].former += edge.former == true ? 1 : 0
      relations[edge.type, default: (0, 0, 0)].derived += edge.kind == .derived ? 1 : 0
    }
    self.entities = entities.map { ($0.key, $0.value) }.sorted { ($1.1, $0.0) < ($0.1, $1.0) }
    self.events = events.map { ($0.key, labels[$0.key] ?? $0.key, $0.value) }.sorted {
      (Self.sum($1.2), $0.0) < (Self.sum($0.2), $1.0)
    }
    self.years = years.map { ($0.key, $0.value) }.sorted { $0.0.precedesBytewise($1.0) }
    self.relations = relations.map { ($0.key, $0.value.stated, $0.value.former, $0.value.derived) }
      .sorted { ($1.1 + $1.3, $0.0) < ($0.1 + $0.3, $1.0) }
    totals = [
      ("documents", graph.documents.count), ("entities", entities.values.reduce(0, +)),
      ("events", events.values.map(Self.sum).reduce(0, +)),
      ("relations", relations.values.map(\.stated).reduce(0, +)),
      ("derived", relations.values.map(\.derived).reduce(0, +)), ("claims", graph.claims.count),
    ]
  }

  private static func sum(_ counts: [ClaimFact.Realis: Int]) -> Int {
    counts.values.reduce(0, +)
  }
}
