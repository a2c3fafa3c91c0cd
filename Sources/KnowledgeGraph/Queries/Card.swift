/// What a graph knows of one entity: posts, events in time, relations, each with its sentence.
///
///     if let card = Card("org:microsoft", in: index) { print(CardText.text(card, in: index)) }
public struct Card: Sendable {
  /// The entity.
  public let entity: Graph.Entity
  /// The posts it holds (of a person), or that are held in it; current ones first.
  public let posts: [Tenure]
  /// The events it takes part in, in the order of time.
  public let events: [Entry]
  /// Relations but for posts, and short cuts from events, by type.
  public let relations: [Relation]

  /// An event and the roles of the entity in it.
  public struct Entry: Sendable {
    /// The event.
    public let event: Graph.Event
    /// The roles, sorted.
    public let roles: [String]
  }

  /// An edge and what stands at its other end.
  public struct Relation: Sendable {
    /// The edge.
    public let edge: Graph.Edge
    /// The other end.
    public let other: Graph.Node
    /// Whether the edge starts from the entity of the card.
    public let isOutgoing: Bool
  }

  /// The card of an entity; nil where no entity has the id.
  ///
  /// Complexity: O(n log n) in the graph for the posts, else in what touches the entity.
  public init?(_ id: String, in index: GraphIndex) {
    guard case .entity(let entity) = index.graph.node(id) else { return nil }
    self.entity = entity
    posts = Tenures(index).of(id)
    events = Self.entries(id, index)
    relations = Self.relations(id, index)
  }

  private static func entries(_ id: String, _ index: GraphIndex) -> [Entry] {
    var roles: [String: [String]] = [:]
    var events: [Graph.Event] = []
    for (role, event) in index.events(of: id) {
      if roles[event.id] == nil { events.append(event) }
      roles[event.id, default: []].append(role)
    }
    return events.sorted(by: Graph.Event.precedes).map { event in
      Entry(event: event, roles: (roles[event.id] ?? []).sorted { $0.precedesBytewise($1) })
    }
  }

  private static func relations(_ id: String, _ index: GraphIndex) -> [Relation] {
    let found = index.edges(of: id).compactMap { edge -> Relation? in
      guard edge.kind != .role, !Tenures.postTypes.contains(edge.type) || edge.kind == .derived
      else { return nil }
      let isOutgoing = edge.source == id
      return index.graph.node(isOutgoing ? edge.target : edge.source).map {
        Relation(edge: edge, other: $0, isOutgoing: isOutgoing)
      }
    }
    return found.sorted { left, right in
      if left.edge.type != right.edge.type {
        return left.edge.type.precedesBytewise(right.edge.type)
      }
      if left.isOutgoing != right.isOutgoing { return left.isOutgoing }
      if left.other.name != right.other.name {
        return left.other.name.precedesBytewise(right.other.name)
      }
      return left.edge.id.precedesBytewise(right.edge.id)
    }
  }
}
