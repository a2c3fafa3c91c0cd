/// Writes matches as JSON objects: the node or edge with its roles filled in and a sentence.
struct QueryJSON {
  private let index: GraphIndex

  init(_ index: GraphIndex) { self.index = index }

  func json(_ match: QueryMatch) -> JSONValue {
    switch match {
    case .event(let event): json(event)
    case .entity(let entity): GraphJSON.json(.entity(entity))
    case .relation(let edge): json(edge)
    }
  }

  private func json(_ event: Graph.Event) -> JSONValue {
    var object = JSONObject()
    if case .object(let members) = GraphJSON.json(.event(event)) {
      let wanted: Set<String> = ["id", "kind", "name", "sources", "status", "time", "type"]
      object.members = members.members.filter { wanted.contains($0.key) }
      if !event.conflicts.isEmpty { object.append("conflicts", members["conflicts"]) }
    }
    object.append("evidence", json(index.graph.quote(ofEvent: event.id)))
    object.append("label", .string(event.label))
    object.append("reported", string(event.history.lazy.compactMap(\.published).first))
    object.append("roles", roles(event))
    return .object(object)
  }

  private func roles(_ event: Graph.Event) -> JSONValue {
    var values: [String: [JSONValue]] = [:]
    for participant in index.participants(of: event) {
      switch participant.node {
      case .entity(let entity):
        values[participant.role, default: []].append(end(entity))
      case .money(let amount):
        values[participant.role, default: []].append([
          "money": amount.money.json, "text": .string(amount.name),
        ])
      case .event: continue
      }
    }
    for attribute in event.attributes {
      values[attribute.role, default: []] += attribute.values.map { GraphJSON.json($0) }
    }
    let names = values.keys.sorted { $0.precedesBytewise($1) }
    return .object(JSONObject(names.map { .init($0, .array(values[$0] ?? [])) }))
  }

  private func end(_ entity: Graph.Entity) -> JSONValue {
    ["id": .string(entity.id), "name": .string(entity.name), "type": .string(entity.type)]
  }

  private func json(_ edge: Graph.Edge) -> JSONValue {
    var object = JSONObject()
    if case .object(let members) = GraphJSON.json(edge) {
      object.members = members.members.filter { $0.key != "source" && $0.key != "target" }
    }
    object.append("evidence", json(index.graph.quote(edge)))
    if case .entity(let source) = index.graph.node(edge.source) {
      object.append("from", end(source))
    }
    if case .entity(let target) = index.graph.node(edge.target) { object.append("to", end(target)) }
    return .object(object)
  }

  private func json(_ quote: Quote?) -> JSONValue? {
    guard let quote else { return nil }
    var object = JSONObject()
    object.append("claim", .string(quote.claim))
    object.append("document", .string(quote.document))
    object.append("published", string(quote.published))
    object.append("source", string(quote.source))
    object.append("text", .string(quote.text))
    return .object(object)
  }

  private func string(_ text: String?) -> JSONValue? { text.map { .string($0) } }
}
