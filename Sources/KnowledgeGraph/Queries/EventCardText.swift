/// Writes what a graph knows of one event: its roles, its history with every sentence, and where
/// the reports disagree.
public struct EventCardText: Sendable {
  /// Whether sentences are shown with what stands where.
  public var showsContext = false

  private let index: GraphIndex

  /// Writes events of a graph.
  public init(_ index: GraphIndex) { self.index = index }

  /// The card of an event. Complexity: linear in its claims.
  public func text(_ event: Graph.Event) -> String {
    let day = EventDay(event)?.label ?? "日期不详"
    var lines = [
      "\(event.name)  \(event.label)  \(event.id)",
      "  状态  \(RoleLabels.label(event.status))，\(event.sources) 个来源", "  时间  \(day)",
    ]
    for (role, values) in roles(event) {
      lines.append("  \(RoleLabels.label(role))  \(values.joined(separator: "、"))")
    }
    for conflict in event.conflicts {
      lines.append("  ⚠ \(RoleLabels.label(conflict.role))说法不一")
      for value in conflict.values {
        lines.append("      \(value.text)  \(value.claims.joined(separator: " "))")
      }
    }
    lines += ["", "报道 \(event.history.count)"]
    for report in event.history { lines += self.lines(report) }
    return lines.joined(separator: "\n") + "\n"
  }

  private func lines(_ report: Graph.Report) -> [String] {
    let day = report.published.map { String($0.prefix(10)) } ?? "日期不详"
    let head = "  \(day)  \(RoleLabels.label(report.realis))  \(report.claim)"
    guard let claim = index.graph.claims[report.claim] else { return [head] }
    let said = claim.attribution.map(\.text).joined(separator: "、")
    let first = head + (said.isEmpty ? "" : "  据 \(said)")
    if showsContext { return [first] + ContextText(index.graph).lines(claim).map { "      " + $0 } }
    return [first, "      " + index.graph.quote(claim).line]
  }

  /// What fills each role, sorted by role: entities with their ids, amounts and words as written.
  private func roles(_ event: Graph.Event) -> [(String, [String])] {
    var values: [String: [String]] = [:]
    for participant in index.participants(of: event) {
      let text: String
      switch participant.node {
      case .entity(let entity): text = "\(entity.name)（\(entity.id)）"
      case .money(let amount): text = "\(amount.name)（\(AmountText.text(amount.money))）"
      case .event: continue
      }
      values[participant.role, default: []].append(text)
    }
    for attribute in event.attributes {
      values[attribute.role, default: []] += attribute.values.map { literal in
        let owner = literal.of.flatMap { index.graph.node($0)?.name }
        let notes = [literal.value == literal.text ? nil : literal.value, owner]
        let note = notes.compactMap(\.self).joined(separator: "，")
        return literal.text.onOneLine + (note.isEmpty ? "" : "（\(note)）")
      }
    }
    return values.keys.sorted { $0.precedesBytewise($1) }.map { ($0, values[$0] ?? []) }
  }
}
