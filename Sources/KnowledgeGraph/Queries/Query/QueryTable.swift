/// Writes matches as rows with tabs between the columns; tabs and line ends inside become blanks.
///
/// Events: id, type, status, date, reported, name, roles (`company=…; investor=…|…`), currency, low,
/// high, sources, sentence, document. Of several amounts the columns show the first role's.
struct QueryTable {
  private let index: GraphIndex

  init(_ index: GraphIndex) { self.index = index }

  func header(_ match: QueryMatch) -> String {
    let columns: [String]
    switch match {
    case .event:
      columns = [
        "id", "type", "status", "date", "reported", "name", "roles", "currency", "low", "high",
        "sources", "sentence", "document",
      ]
    case .entity:
      columns = ["id", "type", "name", "aliases", "documents", "first", "last", "degree"]
    case .relation:
      columns = [
        "id", "kind", "type", "from", "from_name", "to", "to_name", "former", "start", "end",
        "title", "claims", "sentence", "document",
      ]
    }
    return columns.joined(separator: "\t")
  }

  func row(_ match: QueryMatch) -> String {
    let columns: [String]
    switch match {
    case .event(let event): columns = row(event)
    case .entity(let entity):
      columns = [
        entity.id, entity.type, entity.name, entity.aliases.joined(separator: "|"),
        String(entity.documents.count), entity.first ?? "", entity.last ?? "",
        String(index.edges(of: entity.id).count),
      ]
    case .relation(let edge): columns = row(edge)
    }
    return columns.map(\.onOneLine).joined(separator: "\t")
  }

  private func row(_ event: Graph.Event) -> [String] {
    let participants = index.participants(of: event)
    let money = participants.lazy.compactMap { participant in
      if case .money(let amount) = participant.node { amount.money } else { nil }
    }.first
    let quote = index.graph.quote(ofEvent: event.id)
    return [
      event.id, event.type, event.status.rawValue,
      event.time?.date ?? event.time?.start ?? event.time?.end ?? "",
      event.history.lazy.compactMap(\.published).first ?? "", event.name,
      roles(event, participants), money?.currency ?? "", money?.low ?? "", money?.high ?? "",
      String(event.sources), quote?.text ?? "", quote?.document ?? "",
    ]
  }

  private func roles(_ event: Graph.Event, _ participants: [GraphIndex.Participant]) -> String {
    var values: [String: [String]] = [:]
    for participant in participants {
      values[participant.role, default: []].append(participant.node.name)
    }
    for attribute in event.attributes {
      values[attribute.role, default: []] += attribute.values.map { $0.value ?? $0.text }
    }
    return values.keys.sorted { $0.precedesBytewise($1) }.map { role in
      "\(role)=\((values[role] ?? []).joined(separator: "|"))"
    }.joined(separator: "; ")
  }

  private func row(_ edge: Graph.Edge) -> [String] {
    let titles = edge.attributes.flatMap(\.values).map { $0.value ?? $0.text }
    let quote = index.graph.quote(edge)
    return [
      edge.id, edge.kind.rawValue, edge.type, edge.source,
      index.graph.node(edge.source)?.name ?? "", edge.target,
      index.graph.node(edge.target)?.name ?? "", edge.former.map(String.init) ?? "",
      edge.start ?? "", edge.end ?? "", titles.joined(separator: "|"),
      String(edge.claims.count + edge.events.count), quote?.text ?? "", quote?.document ?? "",
    ]
  }
}
