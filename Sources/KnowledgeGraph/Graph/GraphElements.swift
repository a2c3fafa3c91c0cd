/// Reads the elements of graph JSON; nil where a member that must be there is not.
enum GraphElements {
  static func generator(_ parser: inout JSONParser) throws(JSONError) -> Graph.Generator {
    var generator = Graph.Generator(version: "", lexicons: [])
    _ = try parser.members { key, parser throws(JSONError) in
      switch key {
      case "lexicons": generator.lexicons = try parser.texts()
      case "name": generator.name = try parser.text() ?? generator.name
      case "version": generator.version = try parser.text() ?? ""
      default: _ = try parser.skip()
      }
    }
    return generator
  }

  static func document(_ parser: inout JSONParser) throws(JSONError) -> DocumentFact? {
    try? DocumentFact(Members(value: try parser.value(), kind: "document"))
  }

  static func edge(_ parser: inout JSONParser) throws(JSONError) -> Graph.Edge? {
    var (id, type, source, target): (String?, String?, String?, String?)
    var kind: Graph.Edge.Kind?
    var rest = Graph.Edge(id: "", kind: .role, type: "", source: "", target: "")
    _ = try parser.members { key, parser throws(JSONError) in
      switch key {
      case "attributes": rest.attributes = try attributes(&parser)
      case "claims": rest.claims = try parser.texts()
      case "end": rest.end = try parser.text()
      case "events": rest.events = try parser.texts()
      case "former": rest.former = try parser.truth()
      case "id": id = try parser.text()
      case "kind": kind = try parser.text().flatMap(Graph.Edge.Kind.init)
      case "source": source = try parser.text()
      case "start": rest.start = try parser.text()
      case "target": target = try parser.text()
      case "type": type = try parser.text()
      default: _ = try parser.skip()
      }
    }
    guard let id, let kind, let type, let source, let target else { return nil }
    var edge = Graph.Edge(id: id, kind: kind, type: type, source: source, target: target)
    edge.former = rest.former
    edge.start = rest.start
    edge.end = rest.end
    edge.attributes = rest.attributes
    edge.claims = rest.claims
    edge.events = rest.events
    return edge
  }

  static func attributes(_ parser: inout JSONParser) throws(JSONError) -> [Graph.Attribute] {
    var result: [Graph.Attribute] = []
    _ = try parser.members { key, parser throws(JSONError) in
      result.append(Graph.Attribute(role: key, values: try parser.elements(literal)))
    }
    return result
  }

  private static func literal(_ parser: inout JSONParser) throws(JSONError) -> Graph.Literal? {
    var (text, value, low, high): (String?, String?, String?, String?)
    var (unit, of): (String?, String?)
    _ = try parser.members { key, parser throws(JSONError) in
      switch key {
      case "high": high = try parser.exactText()
      case "low": low = try parser.exactText()
      case "of": of = try parser.text()
      case "text": text = try parser.text()
      case "unit": unit = try parser.text()
      case "value": value = try parser.text()
      default: _ = try parser.skip()
      }
    }
    return text.map {
      Graph.Literal(text: $0, value: value, low: low, high: high, unit: unit, of: of)
    }
  }
}
