import KnowledgeGraph
import Testing

struct JSONWriterTests {
  static let cases: [(value: JSONValue, text: String)] = [
    (["b": 1, "a": [true, nil, "x"]], #"{"a":[true,null,"x"],"b":1}"#),
    ("\"\\/\n\u{1}\u{1F}\u{7F}", "\"\\\"\\\\/\\u000a\\u0001\\u001f\u{7F}\""),
    ("a\u{85}b\u{2028}c\u{2029}d\u{2027}é微", "\"a\\u0085b\\u2028c\\u2029d\u{2027}é微\""),
    (["é": 1, "z": 2, "微": 3, "": 4], #"{"":4,"z":2,"é":1,"微":3}"#),
    (["a": 1, "b": 2, "a": 3], #"{"a":3,"b":2}"#), (.number("1.50"), "1.50"),
  ]

  @Test(arguments: cases)
  func writes(value: JSONValue, text: String) {
    #expect(String(decoding: JSONWriter.bytes(value), as: UTF8.self) == text)
  }

  @Test(arguments: JSONParserTests.values)
  func writesWhatParsesBack(text: String, value: JSONValue) throws {
    let bytes = JSONWriter.bytes(value)
    let again = try JSONParser.parse(bytes)
    #expect(JSONWriter.bytes(again) == bytes)
  }

  @Test func tellsComposedFromDecomposedNames() {
    let value: JSONValue = ["e\u{301}": 1, "\u{E9}": 2]
    #expect(JSONWriter.bytes(value) == Array("{\"e\u{301}\":1,\"\u{E9}\":2}".utf8))
  }
}
