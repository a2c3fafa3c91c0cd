/// What a new graph changed against an old one.
///
///     let diff = GraphDiff(from: old, to: new)
///     print(GraphDiffText.text(diff))
///
/// Entities and relations are matched by id, events by the claims they share, because the id of an
/// event may change when facts are added; then by id.
public struct GraphDiff: Sendable {
  /// One difference.
  public enum Change: Hashable, Sendable {
    /// Only the new graph has the entity.
    case addedEntity(Graph.Entity)
    /// Only the old graph has the entity.
    case removedEntity(Graph.Entity)
    /// The entity has other names, codes or another type.
    case changedEntity(old: Graph.Entity, new: Graph.Entity, fields: [Field])
    /// Only the new graph has the event.
    case addedEvent(Graph.Event)
    /// Only the old graph has the event.
    case removedEvent(Graph.Event)
    /// The event has another status, time, amount, …
    case changedEvent(old: Graph.Event, new: Graph.Event, fields: [Field])
    /// Events of the old graph that are one now.
    case mergedEvents(old: [Graph.Event], new: Graph.Event)
    /// An event of the old graph that is several now.
    case splitEvent(old: Graph.Event, new: [Graph.Event])
    /// Only the new graph has the relation or derived edge.
    case addedRelation(Graph.Edge)
    /// Only the old graph has the relation or derived edge.
    case removedRelation(Graph.Edge)
    /// The relation is former now, or has another start, end or title.
    case changedRelation(old: Graph.Edge, new: Graph.Edge, fields: [Field])
  }

  /// What changed of an entity, event or relation.
  public struct Field: Hashable, Sendable {
    /// The name, such as `status` or a role.
    public let name: String
    /// What the old graph says; empty where it says nothing.
    public let old: String
    /// What the new graph says; empty where it says nothing.
    public let new: String
  }

  /// The old graph.
  public let old: Graph
  /// The new graph.
  public let new: Graph
  /// The differences: entities, events, relations; each sort by id.
  public let changes: [Change]

  /// Complexity: O(n log n) in both graphs.
  public init(from old: Graph, to new: Graph) {
    self.old = old
    self.new = new
    let entities = Self.entities(old, new)
    let events = EventMatching(old, new)
    changes = entities + events.changes + Self.relations(old, new)
  }

  private static func entities(_ old: Graph, _ new: Graph) -> [Change] {
    pairs(Array(old.entities), Array(new.entities), \.id).compactMap { pair in
      switch pair {
      case (let before?, nil): return .removedEntity(before)
      case (nil, let after?): return .addedEntity(after)
      case (let before?, let after?):
        let fields = [
          field("type", before.type, after.type), field("name", before.name, after.name),
          field(
            "aliases", before.aliases.joined(separator: "、"),
            after.aliases.joined(separator: "、")),
          field("xref", codes(before), codes(after)),
        ].compactMap(\.self)
        return fields.isEmpty ? nil : .changedEntity(old: before, new: after, fields: fields)
      case (nil, nil): return nil
      }
    }
  }

  private static func codes(_ entity: Graph.Entity) -> String {
    entity.references.map { "\($0.scheme) \($0.code)" }.joined(separator: "、")
  }

  private static func relations(_ old: Graph, _ new: Graph) -> [Change] {
    let before = old.edges.filter { $0.kind != .role }
    let after = new.edges.filter { $0.kind != .role }
    return pairs(before, after, \.id).compactMap { pair in
      switch pair {
      case (let before?, nil): return .removedRelation(before)
      case (nil, let after?): return .addedRelation(after)
      case (let before?, let after?):
        let fields = [
          field("former", state(before), state(after)),
          field("start", before.start ?? "", after.start ?? ""),
          field("end", before.end ?? "", after.end ?? ""),
          field("attributes", words(before.attributes), words(after.attributes)),
        ].compactMap(\.self)
        return fields.isEmpty ? nil : .changedRelation(old: before, new: after, fields: fields)
      case (nil, nil): return nil
      }
    }
  }

  private static func state(_ edge: Graph.Edge) -> String { edge.former.map(String.init) ?? "" }

  private static func words(_ attributes: [Graph.Attribute]) -> String {
    attributes.map { attribute in
      "\(attribute.role) " + attribute.values.map(\.text.onOneLine).joined(separator: "、")
    }.joined(separator: "；")
  }

  static func field(_ name: String, _ old: String, _ new: String) -> Field? {
    old.equalsBytewise(new) ? nil : Field(name: name, old: old, new: new)
  }

  /// Walks over two lists sorted by id.
  private static func pairs<Element>(
    _ old: [Element], _ new: [Element], _ id: (Element) -> String
  ) -> [(Element?, Element?)] {
    var result: [(Element?, Element?)] = []
    var (left, right) = (0, 0)
    while left < old.count || right < new.count {
      if left == old.count {
        result.append((nil, new[right]))
        right += 1
      } else if right == new.count || id(old[left]).precedesBytewise(id(new[right])) {
        result.append((old[left], nil))
        left += 1
      } else if id(new[right]).precedesBytewise(id(old[left])) {
        result.append((nil, new[right]))
        right += 1
      } else {
        result.append((old[left], new[right]))
        left += 1
        right += 1
      }
    }
    return result
  }
}
