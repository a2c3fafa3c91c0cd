/// What people want to read of an event beside its node.
enum EventEvidence {
  /// The claim to quote: of the event's status, from the latest report, the surest.
  static func best(_ event: Graph.Event, _ graph: Graph) -> ClaimFact? {
    let reports = event.history.filter { $0.realis == event.status }
    var best: ClaimFact?
    var date: String?
    for report in reports.reversed() {
      if best != nil, report.published != date { break }
      guard let claim = graph.claims[report.claim] else { continue }
      date = report.published
      if best.map({ claim.confidence >= $0.confidence }) ?? true { best = claim }
    }
    return best ?? event.claims.first.flatMap { graph.claims[$0] }
  }

  /// The date of an event; where no report gives one, when it was reported.
  static func date(_ event: Graph.Event) -> String {
    if let date = event.time?.date { return date }
    if let published = event.history.last?.published {
      return (event.time?.text.map { "\($0)，" } ?? "") + "报道 " + published.prefix(10)
    }
    return event.time?.text ?? "日期不详"
  }

  /// The names of the amounts of events, with the role where an event has several.
  static func amounts(_ graph: Graph, of events: Set<String>) -> [String: [String]] {
    var found: [String: [(role: String, name: String)]] = [:]
    for edge in graph.edges where edge.kind == .role && events.contains(edge.source) {
      if case .money(let amount) = graph.node(edge.target) {
        found[edge.source, default: []].append((edge.type, amount.name))
      }
    }
    return found.mapValues { entries in
      let roles = Set(entries.map(\.role)).sorted { $0.precedesBytewise($1) }
      return roles.map { role in
        let names = entries.filter { $0.role == role }.map(\.name)
        let text = names.sorted { $0.precedesBytewise($1) }.joined(separator: " / ")
        return roles.count == 1 ? text : "\(RoleLabels.label(role)) \(text)"
      }
    }
  }
}
