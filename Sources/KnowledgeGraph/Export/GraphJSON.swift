/// Writes a graph as JSON of the schema `shiji-graph/1`.
///
///     var bytes: [UInt8] = []
///     GraphJSON.write(graph) { bytes.append(contentsOf: $0) }
///
/// Names and lists are sorted, one element stands on a line, so that two graphs can be compared
/// line by line. The same graph gives the same bytes.
public enum GraphJSON {
  /// The name of the schema.
  public static let schema = "shiji-graph/1"

  /// Gives the JSON piece by piece, and passes on what `body` throws.
  public static func write(
    _ graph: Graph, _ body: (UnsafeRawBufferPointer) throws -> Void
  ) rethrows {
    var output = GraphOutput()
    output.text("{\"claims\":[")
    for index in graph.claims.ids.indices {
      output.separate(index)
      graph.claims.withLine(at: index) { output.bytes.append(contentsOf: $0) }
      try output.flush(body)
    }
    output.text("\n],\"documents\":[")
    try output.list(graph.documents.map(json), body)
    output.text("\n],\"edges\":[")
    try output.list(graph.edges.lazy.map(json), body)
    output.text("\n],\"generator\":")
    JSONWriter.append(json(graph.generator), to: &output.bytes)
    output.text(",\n\"nodes\":[")
    try output.list(graph.nodes.lazy.map(json), body)
    output.text("\n],\"schema\":\"\(schema)\"}\n")
    try output.flush(body, all: true)
  }

  /// The whole JSON at once.
  public static func bytes(_ graph: Graph) -> [UInt8] {
    var bytes: [UInt8] = []
    write(graph) { bytes.append(contentsOf: $0) }
    return bytes
  }

  static func json(_ generator: Graph.Generator) -> JSONValue {
    [
      "lexicons": strings(generator.lexicons), "name": .string(generator.name),
      "version": .string(generator.version),
    ]
  }

  static func json(_ document: DocumentFact) -> JSONValue {
    var object = JSONObject()
    object.append("id", .string(document.id))
    object.append("published", string(document.published))
    object.append("sha256", string(document.sha256))
    object.append("source", string(document.source))
    object.append("title", string(document.title))
    object.append("url", string(document.url))
    return .object(object)
  }

  static func json(_ node: Graph.Node) -> JSONValue {
    switch node {
    case .entity(let entity): json(entity)
    case .event(let event): json(event)
    case .money(let amount):
      [
        "id": .string(amount.id), "kind": "money", "money": amount.money.json,
        "name": .string(amount.name),
      ]
    }
  }

  private static func json(_ entity: Graph.Entity) -> JSONValue {
    var object = JSONObject()
    object.append("aliases", strings(entity.aliases))
    object.append("documents", strings(entity.documents))
    object.append("first", string(entity.first))
    object.append("id", .string(entity.id))
    object.append("kind", "entity")
    object.append("last", string(entity.last))
    if !entity.merges.isEmpty {
      object.append("merges", .array(entity.merges.map(MergeElements.json)))
    }
    object.append("name", .string(entity.name))
    if !entity.origins.isEmpty {
      object.append("origins", .array(entity.origins.map(MergeElements.json)))
    }
    object.append("type", .string(entity.type))
    if !entity.references.isEmpty { object.append("xref", json(entity.references)) }
    return .object(object)
  }

  private static func json(_ references: [EntityFact.Reference]) -> JSONValue {
    var object = JSONObject()
    for reference in references {
      if let last = object.members.last, last.key == reference.scheme {
        let codes = (last.value.arrayValue ?? []) + [.string(reference.code)]
        object.members[object.members.count - 1].value = .array(codes)
      } else {
        object.append(reference.scheme, [.string(reference.code)])
      }
    }
    return .object(object)
  }

  private static func json(_ event: Graph.Event) -> JSONValue {
    var object = JSONObject()
    object.append("attributes", json(event.attributes))
    object.append("claims", strings(event.claims))
    object.append("conflicts", .array(event.conflicts.map(json)))
    object.append("documents", strings(event.documents))
    object.append("first", string(event.first))
    object.append("history", .array(event.history.map(json)))
    object.append("id", .string(event.id))
    object.append("kind", "event")
    object.append("last", string(event.last))
    object.append("name", .string(event.name))
    object.append("sources", .number(String(event.sources)))
    object.append("status", .string(event.status.rawValue))
    object.append("time", event.time?.json)
    object.append("type", .string(event.type))
    return .object(object)
  }

  private static func json(_ report: Graph.Report) -> JSONValue {
    var object = JSONObject()
    object.append("claim", .string(report.claim))
    object.append("published", string(report.published))
    object.append("realis", .string(report.realis.rawValue))
    return .object(object)
  }

  private static func json(_ conflict: Graph.Conflict) -> JSONValue {
    let values = conflict.values.map { version -> JSONValue in
      ["claims": strings(version.claims), "text": .string(version.text)]
    }
    return ["role": .string(conflict.role), "values": .array(values)]
  }

  private static func json(_ attributes: [Graph.Attribute]) -> JSONValue {
    .object(
      JSONObject(
        attributes.map { JSONObject.Member($0.role, .array($0.values.map(json))) }))
  }

  static func json(_ literal: Graph.Literal) -> JSONValue {
    var object = JSONObject()
    object.append("high", string(literal.high))
    object.append("low", string(literal.low))
    object.append("of", string(literal.of))
    object.append("text", .string(literal.text))
    object.append("unit", string(literal.unit))
    object.append("value", string(literal.value))
    return .object(object)
  }

  static func json(_ edge: Graph.Edge) -> JSONValue {
    var object = JSONObject()
    if !edge.attributes.isEmpty { object.append("attributes", json(edge.attributes)) }
    if edge.kind == .relation { object.append("claims", strings(edge.claims)) }
    object.append("end", string(edge.end))
    if edge.kind == .derived { object.append("events", strings(edge.events)) }
    object.append("former", edge.former.map { .bool($0) })
    object.append("id", .string(edge.id))
    object.append("kind", .string(edge.kind.rawValue))
    object.append("source", .string(edge.source))
    object.append("start", string(edge.start))
    object.append("target", .string(edge.target))
    object.append("type", .string(edge.type))
    return .object(object)
  }

  private static func string(_ text: String?) -> JSONValue? { text.map { .string($0) } }

  private static func strings(_ texts: [String]) -> JSONValue {
    .array(texts.map { .string($0) })
  }
}

/// Bytes on their way out, handed over in large pieces.
private struct GraphOutput {
  var bytes: [UInt8] = []

  mutating func text(_ text: String) { bytes.append(contentsOf: text.utf8) }

  mutating func separate(_ index: Int) { text(index == 0 ? "\n" : ",\n") }

  mutating func list(
    _ values: some Sequence<JSONValue>, _ body: (UnsafeRawBufferPointer) throws -> Void
  ) rethrows {
    for (index, value) in values.enumerated() {
      separate(index)
      JSONWriter.append(value, to: &bytes)
      try flush(body)
    }
  }

  mutating func flush(
    _ body: (UnsafeRawBufferPointer) throws -> Void, all: Bool = false
  ) rethrows {
    guard all || bytes.count >= 1 << 16 else { return }
    try bytes.withUnsafeBytes(body)
    bytes.removeAll(keepingCapacity: true)
  }
}
