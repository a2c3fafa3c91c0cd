/// Why a file is no graph.
public enum GraphReaderError: Error, Hashable, Sendable, CustomStringConvertible {
  /// It is no JSON.
  case badJSON(JSONError)
  /// It is JSON of another schema, or of none.
  case wrongSchema(String?)
  /// An element lacks a member, or has one of the wrong type.
  case badElement(list: String, index: Int)

  /// One line for people.
  public var description: String {
    switch self {
    case .badJSON(let error): "bad JSON at \(error)"
    case .wrongSchema(let schema):
      "the schema is \(schema.map { "\"\($0)\"" } ?? "missing"), not \"\(GraphJSON.schema)\""
    case .badElement(let list, let index): "\(list)[\(index)] is not as the schema wants it"
    }
  }
}

/// Reads a graph back from its JSON.
///
///     let graph = try GraphReader.read(bytes)
///
/// Claims are checked and copied line by line, never held as trees.
public struct GraphReader {
  private var generator = Graph.Generator(version: "", lexicons: [])
  private var documents: [DocumentFact] = []
  private var nodes: [Graph.Node] = []
  private var edges: [Graph.Edge] = []
  private var claims: [(id: String, place: LineArena.Place)] = []
  private var labels: [ByteKey: String] = [:]
  private var arena = LineArena()
  private var schema: String?
  private var line: [UInt8] = []

  private init() {}

  /// Reads the whole JSON. Complexity: linear, but for sorting what is not sorted.
  public static func read(_ bytes: [UInt8]) throws(GraphReaderError) -> Graph {
    let result = bytes.withUnsafeBytes { buffer in
      Result { () throws(GraphReaderError) in try read(buffer) }
    }
    return try result.get()
  }

  /// Reads the whole JSON. Complexity: linear, but for sorting what is not sorted.
  public static func read(_ bytes: UnsafeRawBufferPointer) throws(GraphReaderError) -> Graph {
    var reader = GraphReader()
    var parser = JSONParser(bytes)
    do {
      try parser.beginObject()
      var first = true
      while let key = try parser.nextKey(first: &first) { try reader.member(key, &parser) }
      try parser.end()
    } catch let error as JSONError {
      throw .badJSON(error)
    } catch let error as GraphReaderError {
      throw error
    } catch {
      throw .wrongSchema(nil)
    }
    guard reader.schema == GraphJSON.schema else { throw .wrongSchema(reader.schema) }
    return reader.graph()
  }

  private mutating func member(_ key: String, _ parser: inout JSONParser) throws {
    switch key {
    case "claims", "documents", "edges", "nodes":
      try parser.beginArray()
      var first = true
      var index = 0
      while try parser.nextElement(first: &first) {
        guard element(try parser.value(), of: key) else {
          throw GraphReaderError.badElement(list: key, index: index)
        }
        index += 1
      }
    case "generator": generator = GraphElements.generator(try parser.value())
    case "schema": schema = try parser.value().stringValue
    default: _ = try parser.value()
    }
  }

  private mutating func element(_ value: JSONValue, of list: String) -> Bool {
    switch list {
    case "claims": return claim(value)
    case "documents":
      guard let fact = try? DocumentFact(Members(value: value, kind: "document")) else {
        return false
      }
      documents.append(fact)
    case "edges":
      guard let edge = GraphElements.edge(value) else { return false }
      edges.append(edge)
    default:
      guard let node = GraphElements.node(value) else { return false }
      nodes.append(node)
    }
    return true
  }

  private mutating func claim(_ value: JSONValue) -> Bool {
    guard let claim = try? ClaimFact(Members(value: value, kind: "claim")) else { return false }
    line.removeAll(keepingCapacity: true)
    JSONWriter.append(value, to: &line)
    guard let place = line.withUnsafeBytes({ arena.append($0) }) else { return false }
    claims.append((claim.id, place))
    let known = labels[ByteKey(claim.type)] ?? claim.label
    labels[ByteKey(claim.type)] = claim.label.precedesBytewise(known) ? claim.label : known
    return true
  }

  private mutating func graph() -> Graph {
    labelEvents()
    return Graph(
      generator: generator, documents: sorted(documents, \.id), nodes: sorted(nodes, \.id),
      edges: sorted(edges, \.id), claims: ClaimStore(claims, in: arena))
  }

  /// Gives events the labels that claims carry.
  private mutating func labelEvents() {
    for index in nodes.indices {
      guard case .event(var event) = nodes[index], let label = labels[ByteKey(event.type)] else {
        continue
      }
      event.label = label
      nodes[index] = .event(event)
    }
  }

  /// Sorts stably by id, so that documents of one id keep their order.
  private func sorted<Element>(_ list: [Element], _ id: (Element) -> String) -> [Element] {
    let isSorted = zip(list, list.dropFirst()).allSatisfy {
      !id($1).precedesBytewise(id($0))
    }
    if isSorted { return list }
    return list.indices.sorted {
      let (left, right) = (id(list[$0]), id(list[$1]))
      return left.precedesBytewise(right) || (!right.precedesBytewise(left) && $0 < $1)
    }.map { list[$0] }
  }
}
