import KnowledgeGraph
import Testing

struct JSONValueTests {
  @Test func looksMembersUp() {
    let value: JSONValue = ["a": 1, "b": ["x", nil, true]]
    #expect(value["a"]?.intValue == 1)
    #expect(value["b"]?.arrayValue == ["x", .null, true])
    #expect(value["c"] == nil)
    #expect(JSONValue.string("a")["a"] == nil)
  }

  @Test func takesLastOfRepeatedNames() {
    let value: JSONValue = ["a": 1, "a": 2]
    #expect(value["a"]?.intValue == 2)
  }
}
