/// The events of a graph with what takes part in each.
struct EventIndex: Sendable {
  private let index: GraphIndex
  /// The core roles of each type of event, which stand in the names of its events.
  private let core: [String: [String]]
  /// The Chinese name of each type of relation.
  private let labels: [String: String]

  /// Complexity: linear in the nodes and edges.
  init(_ graph: Graph) {
    index = GraphIndex(graph)
    var core: [String: [String]] = [:]
    for event in graph.events where core[event.type] == nil {
      core[event.type] = event.claims.first.flatMap { graph.claims[$0]?.core }
    }
    self.core = core
    var labels: [String: String] = [:]
    for edge in graph.edges where edge.kind == .relation && labels[edge.type] == nil {
      labels[edge.type] = edge.claims.first.flatMap { graph.claims[$0]?.label }
    }
    self.labels = labels
  }

  var graph: Graph { index.graph }

  func core(of event: Graph.Event) -> [String] { core[event.type] ?? [] }

  func label(of relation: Graph.Edge) -> String { labels[relation.type] ?? relation.type }

  /// Who and what takes part in an event: the roles of `first` in their order, then the others by
  /// name.
  func roles(of event: Graph.Event, first: [String] = []) -> [EventRole] {
    var roles: [String: EventRole] = [:]
    func with(_ name: String, _ change: (inout EventRole) -> Void) {
      change(&roles[name, default: EventRole(name: name)])
    }
    for participant in index.participants(of: event) {
      switch participant.node {
      case .entity(let entity): with(participant.role) { $0.entities.append(entity) }
      case .money(let amount): with(participant.role) { $0.amounts.append(amount) }
      case .event: continue
      }
    }
    for attribute in event.attributes {
      with(attribute.role) { $0.literals += attribute.values }
    }
    let names = first + roles.keys.filter { !first.contains($0) }.sorted { $0.precedesBytewise($1) }
    return names.compactMap { roles[$0]?.sorted() }
  }

  /// The documents that report an event, in the order of their reports, each once.
  func documents(of event: Graph.Event) -> [DocumentFact] {
    var seen: Set<String> = []
    return event.history.compactMap { report in
      graph.claims[report.claim].flatMap { claim in
        seen.insert(claim.document).inserted ? graph.document(claim.document) : nil
      }
    }
  }
}

/// What fills one role of an event.
struct EventRole: Sendable {
  let name: String
  var entities: [Graph.Entity] = []
  var amounts: [Graph.Amount] = []
  var literals: [Graph.Literal] = []

  /// Everything by name.
  func sorted() -> EventRole {
    var result = self
    result.entities.sort { $0.name.precedesBytewise($1.name) }
    result.amounts.sort { $0.name.precedesBytewise($1.name) }
    return result
  }
}

/// Which roles of a type say who does something, and which to whom.
///
/// The links of the type say it: they run from who acts to what it is done to (from the investor to
/// the company). Without links the first core role acts. The same for all events of a type, so that
/// a company that raises money always stands on the same side.
struct EventSides: Sendable {
  let who: [String]
  let whom: [String]

  init(_ claim: ClaimFact) {
    let from = Self.unique(claim.links.map(\.from))
    let who = from.isEmpty ? Array(claim.core.prefix(1)) : from
    self.who = who
    whom = Self.unique(claim.core + claim.links.map(\.to)).filter { !who.contains($0) }
  }

  private static func unique(_ names: [String]) -> [String] {
    names.indices.filter { !names[..<$0].contains(names[$0]) }.map { names[$0] }
  }
}

extension Graph.Literal {
  /// The words for people: the date of a period, the sign of a change.
  func words(of role: String) -> String {
    switch (role, value) {
    case ("period", let value?): value
    case ("change", "up"): "+\(text)"
    case ("change", "down"): "-\(text)"
    default: text.onOneLine
    }
  }
}

extension Graph.Event {
  /// Whether a period such as `2019Q1` is the date of the event.
  func hasDate(_ period: String) -> Bool {
    time?.date.map { $0.filter { $0 != "-" } == period.filter { $0 != "-" } } ?? false
  }
}
