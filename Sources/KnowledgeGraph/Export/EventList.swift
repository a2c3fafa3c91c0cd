/// Writes the events of a graph as a list for people, in the order of their dates.
///
///     2024-03-21  收购 [传闻]  微软 收购 星河科技 15亿美元
///         收购方  微软
///         对象    星河科技
///         价格    15亿美元
///         “据传微软拟以15亿美元收购星河科技。”  36氪 2024-03-21
///
/// Events without a date stand where they were reported.
public enum EventList {
  /// Gives the list piece by piece, and passes on what `body` throws.
  public static func write(
    _ graph: Graph, _ body: (UnsafeRawBufferPointer) throws -> Void
  ) rethrows {
    let edges = Dictionary(grouping: graph.edges.filter { $0.kind == .role }, by: \.source)
    for (index, event) in sorted(graph).enumerated() {
      var text = index == 0 ? "" : "\n"
      text += entry(event, edges[event.id] ?? [], graph)
      try text.withUTF8 { try body(UnsafeRawBufferPointer($0)) }
    }
  }

  /// The whole list at once.
  public static func text(_ graph: Graph) -> String {
    var bytes: [UInt8] = []
    write(graph) { bytes.append(contentsOf: $0) }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func sorted(_ graph: Graph) -> [Graph.Event] {
    graph.events.map { (sortDate($0), $0) }.sorted { left, right in
      if left.0.precedesBytewise(right.0) { return true }
      if right.0.precedesBytewise(left.0) { return false }
      return left.1.id.precedesBytewise(right.1.id)
    }.map(\.1)
  }

  private static func sortDate(_ event: Graph.Event) -> String {
    event.time?.start ?? event.time?.end ?? event.history.first?.published ?? "~"
  }

  private static func entry(_ event: Graph.Event, _ edges: [Graph.Edge], _ graph: Graph) -> String {
    let mark = event.status == .asserted ? "" : " [\(RoleLabels.label(event.status))]"
    var text = "\(EventEvidence.date(event))  \(event.label)\(mark)  \(event.name)\n"
    for (role, values) in roles(event, edges, graph) {
      let label = RoleLabels.label(role)
      let padding = String(repeating: "　", count: max(0, 4 - label.count))
      text += "    \(label)\(padding)  \(values.joined(separator: "、"))\n"
    }
    for conflict in event.conflicts {
      let versions = conflict.values.map(\.text).joined(separator: " / ")
      text += "    ⚠ \(RoleLabels.label(conflict.role))说法不一：\(versions)\n"
    }
    return text + quotation(event, graph)
  }

  private static func quotation(_ event: Graph.Event, _ graph: Graph) -> String {
    guard let claim = EventEvidence.best(event, graph), let sentence = claim.evidence.first?.text
    else { return "" }
    let document = graph.document(claim.document)
    let origin = [document?.source ?? claim.document, document?.published].compactMap(\.self)
    let others = event.sources > 1 ? "（\(event.sources) 个来源）" : ""
    return "    “\(oneLine(sentence))”  \(origin.joined(separator: " "))\(others)\n"
  }

  /// What fills each role: the core roles in their order, then the others by name.
  private static func roles(
    _ event: Graph.Event, _ edges: [Graph.Edge], _ graph: Graph
  ) -> [(String, [String])] {
    var values: [String: [String]] = [:]
    for edge in edges {
      if let name = graph.node(edge.target)?.name { values[edge.type, default: []].append(name) }
    }
    for role in values.keys { values[role]?.sort { $0.precedesBytewise($1) } }
    for attribute in event.attributes {
      values[attribute.role, default: []] += attribute.values.map { literal($0, graph) }
    }
    let core = event.claims.first.flatMap { graph.claims[$0]?.core } ?? []
    let rest = values.keys.filter { !core.contains($0) }.sorted { $0.precedesBytewise($1) }
    return (core + rest).compactMap { role in values[role].map { (role, $0) } }
  }

  private static func literal(_ literal: Graph.Literal, _ graph: Graph) -> String {
    let owner = literal.of.flatMap { graph.node($0)?.name }
    return oneLine(literal.text) + (owner.map { "（\($0)）" } ?? "")
  }

  private static func oneLine(_ text: String) -> String {
    String(text.map { $0.isNewline || $0 == "\t" ? " " : $0 })
  }
}
