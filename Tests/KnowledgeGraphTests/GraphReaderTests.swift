import KnowledgeGraph
import Testing

struct GraphReaderTests {
  @Test(arguments: 1...5)
  func readsBackWhatWasWritten(seed: Int) throws {
    let graph = newspaper(seed: UInt64(seed)).graph()
    let bytes = GraphJSON.bytes(graph)
    let again = try GraphReader.read(bytes)
    #expect(GraphJSON.bytes(again) == bytes)
    #expect(again.nodes == graph.nodes)
    #expect(again.edges == graph.edges)
  }

  /// Line ends between elements, other orders of members and repeated claims change nothing.
  @Test func takesOtherSpellings() throws {
    var facts = Facts()
    facts.document("d", "2024-01-01")
    facts.event("d", "funding", [("company", ["org:alpha"])])
    let bytes = GraphJSON.bytes(facts.graph())
    let graph = try JSONParser.parse(bytes)
    let claims = try #require(graph["claims"]?.arrayValue)
    let spaced = claims.map(spelledOut).joined(separator: " , ")
    let parts = ["documents", "edges", "generator", "nodes", "schema"].map { key in
      "\"\(key)\" : " + spelledOut(graph[key] ?? .null)
    }
    let text = "{ \"claims\":[\(spaced),\(spaced)],\n" + parts.joined(separator: ",\n") + "}"
    let again = try GraphReader.read(Array(text.utf8))
    #expect(GraphJSON.bytes(again) == bytes)
    #expect(
      try Array(text.utf8).withUnsafeBytes { GraphJSON.bytes(try GraphReader.read($0)) } == bytes)
    #expect(again.claims.claim(at: 0)?.document == "d")
  }

  /// JSON with its members in reverse and spaces around them.
  private func spelledOut(_ value: JSONValue) -> String {
    switch value {
    case .object(let object):
      let members = object.members.reversed().map { member in
        spelledOut(.string(member.key)) + " : " + spelledOut(member.value)
      }
      return "{ " + members.joined(separator: " ,\n") + " }"
    case .array(let elements):
      return "[ " + elements.map(spelledOut).joined(separator: " , ") + " ]"
    default: return String(decoding: JSONWriter.bytes(value), as: UTF8.self)
    }
  }

  static let errors: [(text: String, message: String)] = [
    ("{", "bad JSON at byte 1: the text ends too early (expected a name in quotes)"),
    ("[]", "bad JSON at byte 0: expected an object"),
    ("{}", "the schema is missing, not \"shiji-graph/1\""),
    (#"{"schema":"x/2"}"#, "the schema is \"x/2\", not \"shiji-graph/1\""),
    (#"{"nodes":[{"id":"a"}]}"#, "nodes[0] is not as the schema wants it"),
    (#"{"edges":[1]}"#, "edges[0] is not as the schema wants it"),
    (#"{"claims":[1]}"#, "claims[0] is not as the schema wants it"),
    (#"{"claims":[{"x":tru}]}"#, "bad JSON at byte 16: expected a value"),
    (#"{"claims":[{}]}"#, "claims[0] is not as the schema wants it"),
  ]

  @Test(arguments: errors)
  func saysWhyItIsNoGraph(text: String, message: String) {
    let error = #expect(throws: GraphReaderError.self) { try GraphReader.read(Array(text.utf8)) }
    #expect(error?.description == message)
  }
}
