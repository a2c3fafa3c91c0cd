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

  static let errors: [(text: String, message: String)] = [
    ("{", "bad JSON at byte 1: the text ends too early (expected a name in quotes)"),
    ("[]", "bad JSON at byte 0: expected an object"),
    ("{}", "the schema is missing, not \"shiji-graph/1\""),
    (#"{"schema":"x/2"}"#, "the schema is \"x/2\", not \"shiji-graph/1\""),
    (#"{"nodes":[{"id":"a"}]}"#, "nodes[0] is not as the schema wants it"),
    (#"{"edges":[1]}"#, "edges[0] is not as the schema wants it"),
    (#"{"claims":[{}]}"#, "claims[0] is not as the schema wants it"),
  ]

  @Test(arguments: errors)
  func saysWhyItIsNoGraph(text: String, message: String) {
    let error = #expect(throws: GraphReaderError.self) { try GraphReader.read(Array(text.utf8)) }
    #expect(error?.description == message)
  }
}
