/// Writes differences between two graphs.
public enum GraphDiffText {
  /// For people: `+` is new, `-` is gone, `~` is changed; events with a sentence.
  public static func text(_ diff: GraphDiff) -> String {
    let writer = DiffLines(diff)
    return diff.changes.map { writer.entry($0).joined(separator: "\n") + "\n" }.joined()
  }

  /// For programs: a JSON object a line, with `change`, `kind`, the ids, and what changed.
  public static func jsonLines(_ diff: GraphDiff) -> String {
    diff.changes.map { change in
      String(decoding: JSONWriter.bytes(json(change, diff)), as: UTF8.self) + "\n"
    }.joined()
  }

  private static func json(_ change: GraphDiff.Change, _ diff: GraphDiff) -> JSONValue {
    switch change {
    case .addedEntity(let entity): object("added", "entity", new: [entity.id], entity.name)
    case .removedEntity(let entity): object("removed", "entity", old: [entity.id], entity.name)
    case .changedEntity(let old, let new, let fields):
      object("changed", "entity", old: [old.id], new: [new.id], new.name, fields)
    case .addedEvent(let event): object("added", "event", new: [event.id], event.name)
    case .removedEvent(let event): object("removed", "event", old: [event.id], event.name)
    case .changedEvent(let old, let new, let fields):
      object("changed", "event", old: [old.id], new: [new.id], new.name, fields)
    case .mergedEvents(let old, let new):
      object("merged", "event", old: old.map(\.id), new: [new.id], new.name)
    case .splitEvent(let old, let new):
      object("split", "event", old: [old.id], new: new.map(\.id), old.name)
    case .addedRelation(let edge):
      object("added", edge.kind.rawValue, new: [edge.id], name(edge, diff.new))
    case .removedRelation(let edge):
      object("removed", edge.kind.rawValue, old: [edge.id], name(edge, diff.old))
    case .changedRelation(let old, let new, let fields):
      object(
        "changed", new.kind.rawValue, old: [old.id], new: [new.id], name(new, diff.new), fields)
    }
  }

  private static func name(_ edge: Graph.Edge, _ graph: Graph) -> String {
    let (source, target) = (graph.node(edge.source)?.name, graph.node(edge.target)?.name)
    return "\(source ?? edge.source) \(edge.type) \(target ?? edge.target)"
  }

  private static func object(
    _ change: String, _ kind: String, old: [String] = [], new: [String] = [], _ name: String,
    _ fields: [GraphDiff.Field] = []
  ) -> JSONValue {
    var object = JSONObject([
      .init("change", .string(change)), .init("kind", .string(kind)), .init("name", .string(name)),
    ])
    if !old.isEmpty { object.append("old", .array(old.map { .string($0) })) }
    if !new.isEmpty { object.append("new", .array(new.map { .string($0) })) }
    if !fields.isEmpty {
      let values = fields.map { field -> JSONValue in
        ["field": .string(field.name), "new": .string(field.new), "old": .string(field.old)]
      }
      object.append("fields", .array(values))
    }
    return .object(object)
  }

  /// How much changed, in words.
  public static func summary(_ diff: GraphDiff) -> String {
    var counts: [String: Int] = [:]
    for change in diff.changes {
      let value = json(change, diff)
      let name = "\(value["change"]?.stringValue ?? "") \(value["kind"]?.stringValue ?? "")"
      counts[name, default: 0] += 1
    }
    if counts.isEmpty { return "no difference" }
    return counts.keys.sorted().map { "\($0) \(counts[$0] ?? 0)" }.joined(separator: ", ")
  }
}
