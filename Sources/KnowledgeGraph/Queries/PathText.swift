/// Writes paths for people, with the sentence behind every step.
///
///     微软 → 星河科技：2 步，1 条最短路径
///
///     1. 微软 → OpenAI → 星河科技
///       微软（投资方）— 投资 2023-01 —（对象）OpenAI  evt:…
///           “……”  36氪 2023-01-24
public struct PathText: Sendable {
  private let index: GraphIndex
  private let words: RelationWords

  /// Writes paths of a graph.
  public init(_ index: GraphIndex) {
    self.index = index
    words = RelationWords(index.graph)
  }

  /// The paths that were found between two entities.
  public func text(_ result: PathSearch.Result, from start: String, to end: String) -> String {
    guard let first = result.paths.first else { return "" }
    let most = result.count > result.paths.count ? "，列出前 \(result.paths.count) 条" : ""
    var lines = [
      "\(name(start)) → \(name(end))：\(first.steps.count) 步，\(result.count) 条最短路径\(most)"
    ]
    for (number, path) in result.paths.enumerated() {
      let way = [name(start)] + path.steps.map { name($0.to) }
      lines += ["", "\(number + 1). " + way.joined(separator: " → ")]
      for step in path.steps { lines += self.lines(step) }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func name(_ id: String) -> String { index.graph.node(id)?.name ?? id }

  /// How many ties of a step are shown.
  private static let shown = 3

  private func lines(_ step: PathSearch.Step) -> [String] {
    let rest = step.ties.count - Self.shown
    return step.ties.prefix(Self.shown).flatMap { lines($0, step) }
      + (rest > 0 ? ["  （另有 \(rest) 条联系）"] : [])
  }

  private func lines(_ tie: PathSearch.Tie, _ step: PathSearch.Step) -> [String] {
    if let id = tie.event, case .event(let event) = index.graph.node(id) {
      return lines(event, step)
    }
    guard let place = index.graph.edges.position(of: tie.edge, by: \.id) else { return [] }
    let edge = index.graph.edges[place]
    let basis = edge.kind == .derived ? "（据事件）" : ""
    let label = (edge.former == true ? "（曾）" : "") + words.label(edge.type) + basis
    let text =
      edge.source == step.from
      ? "\(name(step.from)) —\(label)→ \(name(step.to))"
      : "\(name(step.from)) ←\(label)— \(name(step.to))"
    return ["  \(text)"] + [index.graph.quote(edge)].compactMap(\.self).map { "      " + $0.line }
  }

  private func lines(_ event: Graph.Event, _ step: PathSearch.Step) -> [String] {
    let day = EventDay(event).map { " " + $0.label } ?? ""
    let mark = event.status == .asserted ? "" : "[\(RoleLabels.label(event.status))]"
    let amounts = index.participants(of: event).compactMap { participant in
      if case .money(let amount) = participant.node { amount.name } else { nil }
    }
    let sum = amounts.isEmpty ? "" : " " + amounts.joined(separator: "/")
    let line =
      "  \(name(step.from))（\(roles(step.from, event))）— \(event.label)\(mark)\(sum)\(day) —"
      + "（\(roles(step.to, event))）\(name(step.to))  \(event.id)"
    return [line]
      + [index.graph.quote(ofEvent: event.id)].compactMap(\.self).map { "      " + $0.line }
  }

  private func roles(_ id: String, _ event: Graph.Event) -> String {
    index.participants(of: event).filter { $0.node.id == id }.map { RoleLabels.label($0.role) }
      .joined(separator: "、")
  }
}
