/// One picture: what is drawn, and the statements that draw it.
struct DOTPicture {
  let graph: Graph
  let options: DOT.Options
  let selection: DOTSelection
  /// The nodes to draw, by id.
  let nodes: [Graph.Node]
  /// The evidence of each event.
  private let claims: [String: ClaimFact]
  private let eventsById: [String: Graph.Event]
  private let amounts: [String: [String]]

  init(_ graph: Graph, _ options: DOT.Options) {
    self.graph = graph
    self.options = options
    let selection = DOTSelection(graph, options)
    self.selection = selection
    nodes = graph.nodes.filter { selection.ids.contains($0.id) }
    var claims: [String: ClaimFact] = [:]
    var events: [String: Graph.Event] = [:]
    for case .event(let event) in nodes {
      events[event.id] = event
      claims[event.id] = EventEvidence.best(event, graph)
    }
    self.claims = claims
    eventsById = events
    amounts = EventEvidence.amounts(graph, of: Set(events.keys))
  }

  /// The line under the picture: what was cut, and what the lines mean.
  var caption: String {
    var parts: [String] = []
    if selection.cut > 0 {
      parts.append("只显示 \(selection.available) 个节点中的 \(selection.ids.count) 个")
    }
    if eventsById.values.contains(where: { $0.status != .asserted }) {
      parts.append("实线 已发生　虚线 计划　点线 传闻　红色虚线 ✗ 否认")
    }
    return parts.joined(separator: "\n")
  }

  /// The statement that draws a node.
  func statement(_ node: Graph.Node) -> String {
    let attributes =
      switch node {
      case .entity(let entity): entityAttributes(entity)
      case .event(let event): eventAttributes(event)
      case .money(let amount):
        [("label", DOTText.quoted(amount.name)), ("shape", "plaintext"), ("style", "solid")]
      }
    let common = [("id", DOTText.id(node.id))]
    return "  \(DOTText.id(node.id)) [\(list(attributes + common))]\n"
  }

  private func entityAttributes(_ entity: Graph.Entity) -> [(String, String)] {
    let (shape, color) = DOTStyle.shape(entity.type)
    let names = [entity.name] + entity.aliases
    return [
      ("label", DOTText.quoted(DOTText.wrapped(entity.name).joined(separator: "\n"))),
      ("shape", shape), ("fillcolor", "\"\(color)\""),
      ("tooltip", DOTText.quoted(names.joined(separator: " / "))),
      ("class", DOTText.quoted("entity \(entity.type)")),
    ]
  }

  private func eventAttributes(_ event: Graph.Event) -> [(String, String)] {
    var attributes = [
      ("label", "<\(label(event))>"), ("shape", "note"), ("fillcolor", "\"#F8F9FA\""),
      ("style", "\"filled,\(DOTStyle.line(event.status))\""),
      ("tooltip", DOTText.quoted(tooltip(claims[event.id], fallback: event.name))),
      ("class", DOTText.quoted("event \(event.type) \(event.status.rawValue)")),
    ]
    if event.status == .denied {
      attributes += [("color", "\"#C00000\""), ("fontcolor", "\"#C00000\"")]
    }
    if let url = claims[event.id].flatMap({ graph.document($0.document)?.url }), !url.isEmpty {
      attributes.append(("URL", DOTText.quoted(url)))
    }
    return attributes
  }

  /// The type, then date and amounts, then what sets the event apart.
  private func label(_ event: Graph.Event) -> String {
    let details = DOTStyle.details(event).map { DOTText.shortened($0, to: 14) }
    let title = DOTText.html(event.label)
    let head =
      event.status == .denied ? "✗ <S>\(title)</S>" : "<B>\(title)</B>"
    let amounts = (amounts[event.id] ?? []).map { DOTText.shortened($0, to: 16) }
    let second = ([EventEvidence.date(event)] + amounts).joined(separator: " · ")
    let tail = details.isEmpty ? "" : "<BR/>" + DOTText.html(details.joined(separator: " · "))
    let mark = event.conflicts.isEmpty ? "" : " ⚠"
    return "\(head)\(mark)<BR/>\(DOTText.html(second))\(tail)"
  }

  private func tooltip(_ claim: ClaimFact?, fallback: String) -> String {
    guard let claim, let sentence = claim.evidence.first?.text else { return fallback }
    let document = graph.document(claim.document)
    let origin = [document?.source, document?.title ?? claim.document, document?.published]
    return sentence + "\n—— " + origin.compactMap(\.self).joined(separator: " ")
  }

  private func list(_ attributes: [(String, String)]) -> String {
    attributes.map { "\($0.0)=\($0.1)" }.joined(separator: ", ")
  }

  /// The statements that draw the edges; edges between the same two nodes are one line.
  func edgeStatements() -> [String] {
    var roles: [String: [Graph.Edge]] = [:]
    var others: [String] = []
    for edge in selection.edges {
      if edge.kind == .role {
        roles[edge.source, default: []].append(edge)
      } else {
        others.append(relationStatement(edge))
      }
    }
    let statements = roles.keys.sorted { $0.precedesBytewise($1) }.flatMap {
      roleStatements($0, roles[$0] ?? [])
    }
    return statements + others
  }

  private func roleStatements(_ event: String, _ edges: [Graph.Edge]) -> [String] {
    guard let node = eventsById[event] else { return [] }
    let status = node.status
    let sides = DOTSides(claims[event], edges)
    var lines: [(target: String, roles: [String])] = []
    for edge in edges.sorted(by: { ($0.target, $0.type) < ($1.target, $1.type) }) {
      if lines.last?.target == edge.target {
        lines[lines.count - 1].roles.append(edge.type)
      } else {
        lines.append((edge.target, [edge.type]))
      }
    }
    return lines.map { line in
      let isLeft = line.roles.contains { sides.isLeft($0, line.target) }
      // On a timeline every entity stands before its first event, whichever way the arrow goes.
      let isBefore = isLeft || options.layout == .timeline
      let (from, to) = isBefore ? (line.target, event) : (event, line.target)
      var labels: [String] = []
      for label in line.roles.map(RoleLabels.label) where !labels.contains(label) {
        labels.append(label)
      }
      var attributes = [
        ("label", DOTText.quoted(labels.joined(separator: "、"))),
        ("style", DOTStyle.line(status)), ("tooltip", DOTText.quoted(node.name)),
        ("class", DOTText.quoted("role \(status.rawValue)")),
      ]
      if status == .denied {
        attributes += [("color", "\"#C00000\""), ("fontcolor", "\"#C00000\"")]
      }
      if isBefore && !isLeft { attributes.append(("dir", "back")) }
      return "  \(DOTText.id(from)) -> \(DOTText.id(to)) [\(list(attributes))]\n"
    }
  }

  private func relationStatement(_ edge: Graph.Edge) -> String {
    let claim = edge.claims.first.flatMap { graph.claims[$0] }
    let title = edge.attributes.first { $0.role == "title" }?.values.first?.text
    let name = title ?? claim?.label ?? edge.type
    var attributes = [
      ("label", DOTText.quoted(edge.former == true ? "前 \(name)" : name)),
      ("color", edge.former == true ? "\"#BBBBBB\"" : "\"#4A6FA5\""),
      ("arrowhead", "vee"),
      ("tooltip", DOTText.quoted(tooltip(claim, fallback: edge.type))),
      ("class", DOTText.quoted("\(edge.kind.rawValue) \(edge.type)")),
      ("id", DOTText.id(edge.id)),
    ]
    if options.layout == .timeline { attributes.append(("constraint", "false")) }
    return "  \(DOTText.id(edge.source)) -> \(DOTText.id(edge.target)) [\(list(attributes))]\n"
  }

  /// The months as an axis, with the events of a month beside it.
  func axis() -> String {
    var months: [String: [String]] = [:]
    for event in eventsById.values {
      let month = String((event.time?.start ?? event.history.last?.published ?? "").prefix(7))
      if month.count == 7 { months[month, default: []].append(event.id) }
    }
    let sorted = months.keys.sorted()
    var text = ""
    for month in sorted {
      let axis = DOTText.id("t:\(month)")
      let events = (months[month] ?? []).sorted { $0.precedesBytewise($1) }.map(DOTText.id)
      text += "  \(axis) [label=\"\(month)\", shape=plaintext, style=solid]\n"
      text += "  { rank=same; \(([axis] + events).joined(separator: "; ")) }\n"
    }
    if sorted.count > 1 {
      let chain = sorted.map { DOTText.id("t:\($0)") }.joined(separator: " -> ")
      text += "  \(chain) [style=invis]\n"
    }
    return text
  }
}
