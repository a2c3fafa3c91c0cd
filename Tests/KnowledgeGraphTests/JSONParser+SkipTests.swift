import KnowledgeGraph
import Testing

/// Moving over a value finds what reading it finds.
struct JSONParserSkipTests {
  private func skip(_ text: String) throws(JSONError) -> Range<Int> {
    let bytes = Array(text.utf8)
    let result = bytes.withUnsafeBytes { buffer in
      Result { () throws(JSONError) in
        var parser = JSONParser(buffer)
        let place = try parser.skip()
        try parser.end()
        return place
      }
    }
    return try result.get()
  }

  @Test(arguments: JSONParserTests.values.map(\.text))
  func findsTheWholeValue(text: String) throws {
    let place = try skip(text)
    let value = String(decoding: Array(text.utf8)[place], as: UTF8.self)
    #expect(value == text.filter { $0 != "\u{FEFF}" }.trimmed)
  }

  @Test(arguments: JSONParserTests.errors)
  func saysWhatIsWrong(text: String, message: String) {
    let error = #expect(throws: JSONError.self) { _ = try skip(text) }
    #expect(error?.description == message)
  }

  @Test func limitsDepth() throws {
    #expect(throws: JSONError.self) { try skip(String(repeating: "[", count: 100_000)) }
  }
}

extension String {
  fileprivate var trimmed: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
