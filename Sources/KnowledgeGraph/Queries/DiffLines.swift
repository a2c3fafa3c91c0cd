/// The lines of a difference, for people.
struct DiffLines {
  private let diff: GraphDiff
  private let old: RelationWords
  private let new: RelationWords

  init(_ diff: GraphDiff) {
    self.diff = diff
    old = RelationWords(diff.old)
    new = RelationWords(diff.new)
  }

  func entry(_ change: GraphDiff.Change) -> [String] {
    switch change {
    case .addedEntity(let entity): ["+ " + line(entity)]
    case .removedEntity(let entity): ["- " + line(entity)]
    case .changedEntity(_, let new, let fields): ["~ " + line(new)] + fields.map(line)
    case .addedEvent(let event): ["+ " + line(event)] + quote(event, diff.new)
    case .removedEvent(let event): ["- " + line(event)] + quote(event, diff.old)
    case .changedEvent(let old, let new, let fields):
      ["~ " + line(new) + (old.id == new.id ? "" : "（原 \(old.id)）")] + fields.map(line)
        + quote(new, diff.new)
    case .mergedEvents(let old, let new):
      ["~ 合并 " + line(new)] + old.map { "    原 " + line($0) }
    case .splitEvent(let old, let new):
      ["~ 拆分 " + line(old)] + new.map { "    今 " + line($0) }
    case .addedRelation(let edge): ["+ " + line(edge, diff.new, new)]
    case .removedRelation(let edge): ["- " + line(edge, diff.old, old)]
    case .changedRelation(_, let edge, let fields):
      ["~ " + line(edge, diff.new, new)] + fields.map(line)
    }
  }

  private func line(_ entity: Graph.Entity) -> String {
    "\(TypeLabels.label(entity.type))  \(entity.name)  \(entity.id)"
  }

  private func line(_ event: Graph.Event) -> String {
    let mark = event.status == .asserted ? "" : " [\(RoleLabels.label(event.status))]"
    let day = EventDay(event).map { $0.label + "  " } ?? ""
    return "事件  \(day)\(event.name)\(mark)  \(event.id)"
  }

  private func line(_ edge: Graph.Edge, _ graph: Graph, _ words: RelationWords) -> String {
    "关系  \(graph.node(edge.source)?.name ?? edge.source) —\(words.label(edge.type))→ "
      + "\(graph.node(edge.target)?.name ?? edge.target)"
      + (edge.former == true ? "（曾）" : "") + "  \(edge.id)"
  }

  private func line(_ field: GraphDiff.Field) -> String {
    func shown(_ text: String) -> String { text.isEmpty ? "（无）" : text }
    return "    \(Self.label(field.name))：\(shown(field.old)) → \(shown(field.new))"
  }

  private static func label(_ field: String) -> String { labels[field] ?? RoleLabels.label(field) }

  private static let labels = [
    "aliases": "别名", "attributes": "说明", "conflicts": "说法不一", "end": "结束", "former": "是否曾任",
    "name": "名称", "sources": "来源数", "start": "开始", "status": "状态", "type": "类型", "xref": "代码",
  ]

  private func quote(_ event: Graph.Event, _ graph: Graph) -> [String] {
    graph.quote(ofEvent: event.id).map { ["    \($0.line)"] } ?? []
  }
}
