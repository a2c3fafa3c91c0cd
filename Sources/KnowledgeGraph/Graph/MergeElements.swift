/// Reads and writes what graph JSON says of the ids that became one entity.
enum MergeElements {
  static func json(_ origin: Graph.Origin) -> JSONValue {
    ["id": .string(origin.id), "name": .string(origin.name)]
  }

  static func json(_ merge: Graph.Merge) -> JSONValue {
    var object = JSONObject()
    object.append("a", .string(merge.first))
    object.append("b", .string(merge.second))
    object.append("basis", .string(merge.basis.rawValue))
    object.append("document", merge.document.map { .string($0) })
    object.append("evidence", merge.evidence.map { .string($0) })
    object.append("value", merge.value.map { .string($0) })
    return .object(object)
  }

  static func origin(_ parser: inout JSONParser) throws(JSONError) -> Graph.Origin? {
    var (id, name): (String?, String?)
    _ = try parser.members { key, parser throws(JSONError) in
      switch key {
      case "id": id = try parser.text()
      case "name": name = try parser.text()
      default: _ = try parser.skip()
      }
    }
    return id.map { Graph.Origin(id: $0, name: name ?? $0) }
  }

  static func merge(_ parser: inout JSONParser) throws(JSONError) -> Graph.Merge? {
    var (first, second, value): (String?, String?, String?)
    var (document, evidence): (String?, String?)
    var basis = Graph.Merge.Basis.rule
    _ = try parser.members { key, parser throws(JSONError) in
      switch key {
      case "a": first = try parser.text()
      case "b": second = try parser.text()
      case "basis": basis = try parser.text().flatMap(Graph.Merge.Basis.init) ?? .rule
      case "document": document = try parser.text()
      case "evidence": evidence = try parser.text()
      case "value": value = try parser.text()
      default: _ = try parser.skip()
      }
    }
    guard let first, let second else { return nil }
    return Graph.Merge(
      first: first, second: second, basis: basis, value: value, document: document,
      evidence: evidence)
  }
}
