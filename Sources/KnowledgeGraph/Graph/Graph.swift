/// The knowledge graph: entities, events and amounts as nodes, what ties them as edges.
///
///     let graph = builder.finish()
///     for event in graph.events where event.status == .asserted { print(event.name) }
///
/// Built by `GraphBuilder` from facts or by `GraphReader` from its JSON; immutable then. All lists
/// are sorted bytewise by id. The three types to know are this one, `Graph.Node` and `Graph.Edge`.
public struct Graph: Sendable {
  /// What made the graph.
  public struct Generator: Hashable, Sendable {
    /// The name of the program.
    public var name = "shiji"
    /// The version of the program.
    public var version: String
    /// The digests of the lexicons that the facts were made with, sorted.
    public var lexicons: [String]
  }

  /// A node of one of three kinds.
  public indirect enum Node: Hashable, Sendable {
    /// A company, organization, person, product or place.
    case entity(Entity)
    /// Something that happened, is planned, rumoured or denied.
    case event(Event)
    /// An amount of money in one role of one event.
    case money(Amount)
  }

  /// What made the graph.
  public let generator: Generator
  /// The documents; one id may stand twice where two texts were given the same.
  public let documents: [DocumentFact]
  /// The nodes.
  public let nodes: [Node]
  /// The edges.
  public let edges: [Edge]
  /// The claims that the graph was made from.
  public let claims: ClaimStore

  init(
    generator: Generator, documents: [DocumentFact], nodes: [Node], edges: [Edge],
    claims: ClaimStore
  ) {
    self.generator = generator
    self.documents = documents
    self.nodes = nodes
    self.edges = edges
    self.claims = claims
  }

  /// The node of an id. Complexity: O(log n).
  public func node(_ id: String) -> Node? {
    nodes.position(of: id, by: \.id).map { nodes[$0] }
  }

  /// The document of an id; the first where one id stands twice. Complexity: O(log n).
  public func document(_ id: String) -> DocumentFact? {
    documents.position(of: id, by: \.id).map { documents[$0] }
  }

  /// The events, by id.
  public var events: some Sequence<Event> {
    nodes.lazy.compactMap { if case .event(let event) = $0 { event } else { nil } }
  }

  /// The entities, by id.
  public var entities: some Sequence<Entity> {
    nodes.lazy.compactMap { if case .entity(let entity) = $0 { entity } else { nil } }
  }

  /// The edges that touch each node, by the node's id; made anew by every call.
  public func edgesByNode() -> [String: [Edge]] {
    var result: [String: [Edge]] = [:]
    for edge in edges {
      result[edge.source, default: []].append(edge)
      if edge.target != edge.source { result[edge.target, default: []].append(edge) }
    }
    return result
  }
}

extension Graph.Node {
  /// The id: `org:`, `per:`, `prd:`, `loc:`, `evt:` or `mny:` and what follows.
  public var id: String {
    switch self {
    case .entity(let entity): entity.id
    case .event(let event): event.id
    case .money(let amount): amount.id
    }
  }

  /// The name to show.
  public var name: String {
    switch self {
    case .entity(let entity): entity.name
    case .event(let event): event.name
    case .money(let amount): amount.name
    }
  }

  /// The type of an entity or event, or `money`.
  public var type: String {
    switch self {
    case .entity(let entity): entity.type
    case .event(let event): event.type
    case .money: "money"
    }
  }
}

extension Array {
  /// The first index whose key is `id`, in an array sorted bytewise by that key.
  func position(of id: String, by key: (Element) -> String) -> Int? {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if key(self[middle]).precedesBytewise(id) { low = middle + 1 } else { high = middle }
    }
    return low < count && key(self[low]).equalsBytewise(id) ? low : nil
  }
}
