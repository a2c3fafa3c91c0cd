/// Finds what the fields of events, entities and relations hold.
struct QueryFields {
  private let index: GraphIndex
  private let graph: Graph

  init(_ index: GraphIndex) {
    self.index = index
    graph = index.graph
  }

  /// All that a field holds; nothing where it is empty.
  func facts(_ field: String, of match: QueryMatch) -> [QueryFact] {
    switch match {
    case .event(let event): facts(field, of: event)
    case .entity(let entity): facts(field, of: entity)
    case .relation(let edge): facts(field, of: edge)
    }
  }

  private func facts(_ field: String, of event: Graph.Event) -> [QueryFact] {
    switch field {
    case "attribution": attributions(event.claims)
    case "confidence": confidence(event.claims)
    case "document": documents(event.claims)
    case "conflicts": [number(event.conflicts.count)]
    case "date", "year": Self.days(EventDay(event))
    case "id": [.words(event.id)]
    case "last": event.history.last?.published.map { Self.days(EventDay(date: day($0))) } ?? []
    case "name": [.words(event.name)]
    case "realis": [.words(event.status.rawValue)]
    case "reported":
      event.history.lazy.compactMap(\.published).first
        .map { Self.days(EventDay(date: day($0))) } ?? []
    case "reports": [number(event.history.count)]
    case "source": outlets(event.claims)
    case "sources": [number(event.sources)]
    case "status": [.words(event.status.rawValue)] + role("status", of: event)
    case "type": [.words(event.type), .words(event.label)]
    case "with": participants(of: event).map { .entity($0) }
    default: role(field, of: event)
    }
  }

  private func role(_ role: String, of event: Graph.Event) -> [QueryFact] {
    let nodes = index.edges(of: event.id).compactMap { edge -> QueryFact? in
      guard edge.type == role, edge.source == event.id else { return nil }
      switch graph.node(edge.target) {
      case .entity(let entity): return .entity(entity)
      case .money(let amount): return .money(amount.money)
      default: return nil
      }
    }
    let literals = event.attributes.first { $0.role == role }?.values ?? []
    return nodes + literals.map { .literal($0) }
  }

  private func participants(of event: Graph.Event) -> [Graph.Entity] {
    index.edges(of: event.id).compactMap { edge in
      if case .entity(let entity) = graph.node(edge.target) { entity } else { nil }
    }
  }

  private func facts(_ field: String, of entity: Graph.Entity) -> [QueryFact] {
    switch field {
    case "degree": return [number(index.edges(of: entity.id).count)]
    case "documents": return [number(entity.documents.count)]
    case "event": return index.events(of: entity.id).map { .words($0.event.type) }
    case "events": return [number(Set(index.events(of: entity.id).map(\.event.id)).count)]
    case "first": return Self.days(EventDay(date: entity.first.map(day)))
    case "id": return [.words(entity.id)]
    case "last": return Self.days(EventDay(date: entity.last.map(day)))
    case "name": return [.entity(entity)]
    case "role": return index.events(of: entity.id).map { .words($0.role) }
    case "title": return titles(entity)
    case "type": return [.words(entity.type)]
    case "with": return neighbours(entity).map { .entity($0) }
    default: return entity.references.filter { $0.scheme == field }.map { .words($0.code) }
    }
  }

  /// The titles of the posts that states and events give an entity.
  private func titles(_ entity: Graph.Entity) -> [QueryFact] {
    let states = index.edges(of: entity.id).filter { $0.source == entity.id }
      .flatMap(\.attributes).filter { $0.role == "title" }.flatMap(\.values)
    let events = index.events(of: entity.id).filter { $0.role == "person" }
      .flatMap { $0.event.attributes }.filter { $0.role == "title" }.flatMap(\.values)
      .filter { $0.of == nil || $0.of == entity.id }
    return (states + events).map { .literal($0) }
  }

  /// The entities one step away.
  private func neighbours(_ entity: Graph.Entity) -> [Graph.Entity] {
    index.edges(of: entity.id).flatMap { edge -> [Graph.Entity] in
      let other = edge.source == entity.id ? edge.target : edge.source
      switch graph.node(other) {
      case .entity(let found): return [found]
      case .event(let event): return participants(of: event).filter { $0.id != entity.id }
      default: return []
      }
    }
  }

  private func facts(_ field: String, of edge: Graph.Edge) -> [QueryFact] {
    switch field {
    case "confidence": return confidence(edge.claims)
    case "document": return documents(edge.claims)
    case "claims": return [number(edge.claims.count + edge.events.count)]
    case "end": return Self.days(EventDay(date: edge.end))
    case "former": return [.words(edge.former == true ? "true" : "false")]
    case "from": return end(edge.source)
    case "id": return [.words(edge.id)]
    case "kind": return [.words(edge.kind.rawValue)]
    case "source": return outlets(edge.claims)
    case "start": return Self.days(EventDay(date: edge.start))
    case "to": return end(edge.target)
    case "type": return [.words(edge.type)]
    case "with": return end(edge.source) + end(edge.target)
    default:
      return (edge.attributes.first { $0.role == field }?.values ?? []).map { .literal($0) }
    }
  }

  private func end(_ id: String) -> [QueryFact] {
    if case .entity(let entity) = graph.node(id) { [.entity(entity)] } else { [] }
  }

  /// The outlets of claims.
  private func outlets(_ claims: [String]) -> [QueryFact] {
    claims.compactMap { id in
      graph.claims[id].flatMap { graph.document($0.document) }?.source.map { .words($0) }
    }
  }

  /// Who is quoted: the kind, the words, the entity.
  private func attributions(_ claims: [String]) -> [QueryFact] {
    claims.compactMap { graph.claims[$0] }.flatMap(\.attribution).flatMap { attribution in
      let entity = attribution.entity.flatMap { graph.node($0) }.flatMap { node -> QueryFact? in
        if case .entity(let entity) = node { .entity(entity) } else { nil }
      }
      return [.words(attribution.kind), .words(attribution.text)] + [entity].compactMap(\.self)
    }
  }

  /// The confidence of the surest claim.
  private func confidence(_ claims: [String]) -> [QueryFact] {
    claims.compactMap { graph.claims[$0]?.confidence }.max().map { [number($0)] } ?? []
  }

  private func documents(_ claims: [String]) -> [QueryFact] {
    claims.compactMap { graph.claims[$0]?.document }.map { .words($0) }
  }

  private func number(_ count: Int) -> QueryFact {
    .number(DecimalNumber(String(count)) ?? .zero)
  }

  private func day(_ date: String) -> String { String(date.prefix(10)) }

  /// A day that is only reported counts as that day.
  private static func days(_ day: EventDay?) -> [QueryFact] {
    guard let day else { return [] }
    return [
      .days(
        day.isReported ? DayRange(first: day.days.last, last: day.days.last) : day.days)
    ]
  }
}
