import KnowledgeGraph
import Testing

struct JSONParserTests {
  static let values: [(text: String, value: JSONValue)] = [
    ("null", .null), (" true ", true), ("false", false), ("0", 0), ("-12", -12),
    ("1.50", .number("1.50")), ("1e+9", .number("1e+9")),
    ("123456789012345678901234567890", .number("123456789012345678901234567890")),
    (#""""#, ""), (#""微软""#, "微软"), (#""a\"\\\/\b\f\n\r\tz""#, "a\"\\/\u{8}\u{C}\n\r\tz"),
    (#""\u5fae\u8F6f""#, "微软"), (#""\ud83d\ude00""#, "😀"),
    (#""\ud83d""#, "\u{FFFD}"), (#""\ud83dx""#, "\u{FFFD}x"), (#""\ude00""#, "\u{FFFD}"),
    (#""\ud83d\u0041""#, "\u{FFFD}A"), (#""\ud83d\ud83d\ude00""#, "\u{FFFD}😀"),
    ("[]", []), ("[1, [2]]", [1, [2]]), ("{}", [:]),
    ("{\"b\": 1,\n\"a\": {\"c\": []}}", ["b": 1, "a": ["c": []]]), ("\u{FEFF}1", 1),
  ]

  @Test(arguments: values)
  func parses(text: String, value: JSONValue) throws {
    #expect(try JSONParser.parse(Array(text.utf8)) == value)
  }

  static let errors: [(text: String, message: String)] = [
    ("", "byte 0: the text ends too early (expected a value)"),
    ("nul", "byte 0: expected a value"), ("01", "byte 1: something follows the value"),
    ("1.", "byte 2: the text ends too early (expected a digit after '.')"),
    ("-", "byte 1: the text ends too early (expected a digit)"), ("+1", "byte 0: expected a value"),
    ("[1,]", "byte 3: nothing follows the ','"), ("[1 2]", "byte 3: expected ',' or ']'"),
    ("{\"a\" 1}", "byte 5: expected ':' after a name"),
    ("{a:1}", "byte 1: expected a name in quotes"),
    ("{\"a\":1,}", "byte 7: nothing follows the ','"),
    ("\"a\nb\"", "byte 2: a control character stands in a string"),
    ("\"a", "byte 2: the text ends too early (a string is not closed)"),
    (#""\x""#, "byte 2: unknown escape"),
    (#""\u12g4""#, "byte 5: expected four hexadecimal digits"),
    ("1 2", "byte 2: something follows the value"), ("NaN", "byte 0: expected a value"),
  ]

  @Test(arguments: errors)
  func saysWhatIsWrong(text: String, message: String) {
    let error = #expect(throws: JSONError.self) { try JSONParser.parse(Array(text.utf8)) }
    #expect(error?.description == message)
  }

  @Test func limitsDepth() throws {
    func nested(_ depth: Int) -> [UInt8] {
      Array((String(repeating: "[", count: depth) + String(repeating: "]", count: depth)).utf8)
    }
    _ = try JSONParser.parse(nested(128))
    #expect(throws: JSONError.self) { try JSONParser.parse(nested(129)) }
    #expect(throws: JSONError.self) { try JSONParser.parse(nested(100_000)) }
  }

  @Test func repairsBadBytes() throws {
    let bytes: [UInt8] = [0x22, 0xE5, 0xBE, 0x22]
    #expect(try JSONParser.parse(bytes) == "\u{FFFD}")
  }

  @Test func survivesBrokenText() {
    var random = SeededGenerator(state: 7)
    let seed = Array(#"{"a":[1,-2.5e3,"x\u00e9\n",{"b":null}],"c":true}"#.utf8)
    for _ in 0..<3000 {
      var bytes = seed
      for _ in 0..<3 {
        bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(
          in: 0...255, using: &random)
      }
      if let value = try? JSONParser.parse(
        Array(bytes.prefix(Int.random(in: 0...bytes.count, using: &random))))
      {
        #expect((try? JSONParser.parse(JSONWriter.bytes(value))) != nil)
      }
    }
  }
}
