/// Which part of a graph is wanted.
///
///     var selection = Selection()
///     selection.types = ["funding"]
///     selection.since = "2024-01-01"
///     let part = selection.part(of: graph)
///
/// An event is kept where all conditions hold for it; an entity where a kept event, relation or
/// derived edge touches it; a claim and a document where something kept rests on it.
public struct Selection: Hashable, Sendable {
  /// Types of events and relations; empty takes all.
  public var types: Set<String> = []
  /// Statuses of events; empty takes all.
  public var statuses: Set<ClaimFact.Realis> = []
  /// The first day wanted, as an ISO date.
  public var since: String?
  /// The last day wanted, as an ISO date.
  public var until: String?
  /// The least confidence of the best claim.
  public var minimumConfidence = 0
  /// The least number of sources of an event.
  public var minimumSources = 0
  /// Names, aliases or ids of entities to look at; empty looks at all.
  public var focus: [String] = []
  /// Names, aliases or ids of entities of which one at least takes part in an event or a relation;
  /// nil asks for none, an empty list keeps nothing.
  public var names: [String]?
  /// How many steps from the focus, an event between two entities counting as one.
  public var hops = 1

  /// Selects everything.
  public init() {}

  /// Whether nothing is left out.
  public var isEverything: Bool { self == Selection() || self == Selection(hops: hops) }

  private init(hops: Int) { self.hops = hops }

  /// The part of a graph; the graph itself where everything is wanted.
  ///
  /// Complexity: linear in the graph, but for look-ups by id.
  public func part(of graph: Graph) -> Graph {
    guard !isEverything else { return graph }
    var kept = Kept(graph, self)
    if let names {
      let table = NameTable(graph)
      kept.keepTouching(Set(names.flatMap(table.entities)))
    }
    if !focus.isEmpty { kept.keepNear(ids(of: graph), hops: hops) }
    return kept.graph()
  }

  /// The names of the focus that no entity has.
  public func unknownNames(in graph: Graph) -> [String] {
    focus.filter { name in !graph.entities.contains { Self.matches($0, name) } }
  }

  private func ids(of graph: Graph) -> Set<String> {
    Set(
      graph.entities.filter { entity in
        focus.contains { Self.matches(entity, $0) }
      }.map(\.id))
  }

  private static func matches(_ entity: Graph.Entity, _ name: String) -> Bool {
    let wanted = name.lowercased()
    return entity.id == name || entity.name.lowercased() == wanted
      || entity.aliases.contains { $0.lowercased() == wanted }
  }

  /// Whether an event is wanted, its surroundings aside.
  func takes(_ event: Graph.Event, _ graph: Graph) -> Bool {
    guard types.isEmpty || types.contains(event.type),
      statuses.isEmpty || statuses.contains(event.status), event.sources >= minimumSources
    else { return false }
    let reported = event.history.first?.published
    return overlaps(
      event.time?.start ?? event.time?.end ?? reported,
      event.time?.end ?? event.time?.start ?? reported)
      && isSure(event.claims, graph)
  }

  /// Whether a relation is wanted, its surroundings aside.
  func takes(_ edge: Graph.Edge, _ graph: Graph) -> Bool {
    guard types.isEmpty || types.contains(edge.type) else { return false }
    guard edge.start != nil || edge.end != nil else { return isSure(edge.claims, graph) }
    return overlaps(edge.start, edge.end ?? edge.start) && isSure(edge.claims, graph)
  }

  /// Whether a stretch of days touches the wanted one; what has no date does not.
  private func overlaps(_ first: String?, _ last: String?) -> Bool {
    if since == nil, until == nil { return true }
    guard let first, let last else { return false }
    return !(until?.precedesBytewise(Self.day(first)) ?? false)
      && !(since.map { Self.day(last).precedesBytewise($0) } ?? false)
  }

  private static func day(_ text: String) -> String { String(text.prefix(10)) }

  private func isSure(_ claims: [String], _ graph: Graph) -> Bool {
    minimumConfidence <= 0
      || claims.contains { (graph.claims[$0]?.confidence ?? 0) >= minimumConfidence }
  }
}
