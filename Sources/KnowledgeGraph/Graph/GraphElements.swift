/// Interprets the elements of graph JSON; nil where a member that must be there is not.
enum GraphElements {
  static func generator(_ json: JSONValue) -> Graph.Generator {
    var generator = Graph.Generator(
      version: json["version"]?.stringValue ?? "", lexicons: strings(json["lexicons"]))
    generator.name = json["name"]?.stringValue ?? generator.name
    return generator
  }

  static func node(_ json: JSONValue) -> Graph.Node? {
    guard let id = json["id"]?.stringValue, let name = json["name"]?.stringValue else { return nil }
    switch json["kind"]?.stringValue {
    case "entity":
      return json["type"]?.stringValue.map { .entity(entity(json, id, name, $0)) }
    case "event": return event(json, id, name).map { .event($0) }
    case "money":
      return ClaimFact.Money(json["money"]).map {
        .money(Graph.Amount(id: id, name: name, money: $0))
      }
    default: return nil
    }
  }

  private static func entity(
    _ json: JSONValue, _ id: String, _ name: String, _ type: String
  ) -> Graph.Entity {
    let references = (json["xref"]?.objectValue?.members ?? []).flatMap { entry in
      strings(entry.value).map { EntityFact.Reference(scheme: entry.key, code: $0) }
    }
    return Graph.Entity(
      id: id, type: type, name: name, aliases: strings(json["aliases"]), references: references,
      documents: strings(json["documents"]), first: json["first"]?.stringValue,
      last: json["last"]?.stringValue)
  }

  private static func event(
    _ json: JSONValue, _ id: String, _ name: String
  ) -> Graph.Event? {
    guard let type = json["type"]?.stringValue,
      let status = json["status"]?.stringValue.flatMap(ClaimFact.Realis.init)
    else { return nil }
    return Graph.Event(
      id: id, type: type, label: type, status: status,
      history: list(json["history"], report), name: name, time: ClaimFact.Time(json["time"]),
      attributes: attributes(json["attributes"]), claims: strings(json["claims"]),
      sources: json["sources"]?.intValue ?? 0, conflicts: list(json["conflicts"], conflict))
  }

  static func edge(_ json: JSONValue) -> Graph.Edge? {
    guard let id = json["id"]?.stringValue, let type = json["type"]?.stringValue,
      let kind = json["kind"]?.stringValue.flatMap(Graph.Edge.Kind.init),
      let source = json["source"]?.stringValue, let target = json["target"]?.stringValue
    else { return nil }
    var edge = Graph.Edge(id: id, kind: kind, type: type, source: source, target: target)
    edge.former = json["former"]?.boolValue
    edge.start = json["start"]?.stringValue
    edge.end = json["end"]?.stringValue
    edge.attributes = attributes(json["attributes"])
    edge.claims = strings(json["claims"])
    edge.events = strings(json["events"])
    return edge
  }

  private static func report(_ json: JSONValue) -> Graph.Report? {
    guard let claim = json["claim"]?.stringValue,
      let realis = json["realis"]?.stringValue.flatMap(ClaimFact.Realis.init)
    else { return nil }
    return Graph.Report(
      claim: claim, published: json["published"]?.stringValue, realis: realis)
  }

  private static func conflict(_ json: JSONValue) -> Graph.Conflict? {
    json["role"]?.stringValue.map { role in
      Graph.Conflict(
        role: role,
        values: list(json["values"]) { value in
          value["text"]?.stringValue.map {
            Graph.Conflict.Version(text: $0, claims: strings(value["claims"]))
          }
        })
    }
  }

  private static func attributes(_ json: JSONValue?) -> [Graph.Attribute] {
    (json?.objectValue?.members ?? []).map { member in
      Graph.Attribute(role: member.key, values: list(member.value, literal))
    }
  }

  private static func literal(_ json: JSONValue) -> Graph.Literal? {
    json["text"]?.stringValue.map {
      Graph.Literal(
        text: $0, value: json["value"]?.stringValue, low: json["low"]?.textValue,
        high: json["high"]?.textValue, unit: json["unit"]?.stringValue,
        of: json["of"]?.stringValue)
    }
  }

  private static func list<Element>(
    _ json: JSONValue?, _ element: (JSONValue) -> Element?
  ) -> [Element] {
    (json?.arrayValue ?? []).compactMap(element)
  }

  private static func strings(_ json: JSONValue?) -> [String] {
    (json?.arrayValue ?? []).compactMap(\.stringValue)
  }
}
