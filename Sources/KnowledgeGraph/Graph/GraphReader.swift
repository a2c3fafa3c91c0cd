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
/// Claims are checked for their grammar and for what every claim has; they are parsed one by one
/// when they are asked for.
public struct GraphReader {
  private var generator = Graph.Generator(version: "", lexicons: [])
  private var documents: [DocumentFact] = []
  private var nodes: [Graph.Node] = []
  private var edges: [Graph.Edge] = []
  private var claims: [(id: String, place: LineArena.Place)] = []
  private var labels: [ByteKey: String] = [:]
  private var arena: LineArena
  private let isAdopted: Bool
  private var schema: String?

  private init(_ arena: LineArena, isAdopted: Bool) {
    self.arena = arena
    self.isAdopted = isAdopted
  }

  /// Reads the whole JSON; the graph keeps the bytes and finds its claims in them.
  ///
  /// Complexity: linear, but for sorting what is not sorted.
  public static func read(_ bytes: [UInt8]) throws(GraphReaderError) -> Graph {
    let reader = GraphReader(LineArena(adopting: bytes), isAdopted: true)
    let result = bytes.withUnsafeBytes { buffer in
      Result { () throws(GraphReaderError) in try reader.graph(of: buffer) }
    }
    return try result.get()
  }

  /// Reads the whole JSON. Complexity: linear, but for sorting what is not sorted.
  public static func read(_ bytes: UnsafeRawBufferPointer) throws(GraphReaderError) -> Graph {
    try GraphReader(LineArena(), isAdopted: false).graph(of: bytes)
  }

  private func graph(of bytes: UnsafeRawBufferPointer) throws(GraphReaderError) -> Graph {
    var reader = self
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
        guard try element(of: key, &parser) else {
          throw GraphReaderError.badElement(list: key, index: index)
        }
        index += 1
      }
    case "generator": generator = try GraphElements.generator(&parser)
    case "schema": schema = try parser.text()
    default: _ = try parser.skip()
    }
  }

  private mutating func element(
    of list: String, _ parser: inout JSONParser
  ) throws(JSONError) -> Bool {
    switch list {
    case "claims": return try claim(&parser)
    case "documents":
      guard let document = try GraphElements.document(&parser) else { return false }
      documents.append(document)
    case "edges":
      guard let edge = try GraphElements.edge(&parser) else { return false }
      edges.append(edge)
    default:
      guard let node = try NodeReader.node(&parser) else { return false }
      nodes.append(node)
    }
    return true
  }

  private mutating func claim(_ parser: inout JSONParser) throws(JSONError) -> Bool {
    guard parser.peek() == UInt8(ascii: "{") else { return false }
    let claim = try ClaimHead(&parser)
    guard claim.isWhole, let place = place(claim.place, parser) else { return false }
    claims.append((claim.id, place))
    let type = ByteKey(claim.type)
    let label = claim.label ?? claim.type
    if labels[type].map({ label.precedesBytewise($0) }) ?? true { labels[type] = label }
    return true
  }

  private mutating func place(_ range: Range<Int>, _ parser: JSONParser) -> LineArena.Place? {
    if isAdopted, let place = arena.place(of: range) { return place }
    return arena.append(
      UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(parser.bytes)[range]))
  }

  private mutating func graph() -> Graph {
    labelEvents()
    return Graph(
      generator: generator, documents: sorted(documents, \.id), nodes: sorted(nodes, \.id),
      edges: sorted(edges, \.id), claims: ClaimStore(claims, in: arena, isCanonical: false))
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
