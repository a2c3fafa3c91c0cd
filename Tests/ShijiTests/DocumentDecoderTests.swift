import ChineseText
import Testing

@testable import Shiji

struct DocumentDecoderTests {
  private func decode(
    _ content: [UInt8], name: String = "dump", number: Int = 3, isJSON: Bool = true,
    _ change: (inout InputOptions) -> Void = { _ in }
  ) throws -> DocumentDecoder.Decoded {
    var options = InputOptions()
    change(&options)
    let item = InputItem(
      path: "", name: name, label: name + ".jsonl", format: .jsonl, isNamed: true)
    var batch = RecordBatch()
    batch.append(content, input: 0, number: number, isJSON: isJSON)
    return try DocumentDecoder(items: [item], options: options).decode(batch.records[0], in: batch)
  }

  private func json(_ text: String) throws -> Document { try decode(Array(text.utf8)).document }

  @Test func readsAllFields() throws {
    let document = try json(
      #"{"id":7,"title":"题","text":"文","date":"2024-03-21 19:07:56  +0800","source":"36氪","url":"u"}"#
    )
    #expect(document.id == "7")
    #expect(document.title == "题")
    #expect(document.text == "文")
    #expect(document.published == CalendarDate(2024, 3, 21))
    #expect(document.source == "36氪")
    #expect(document.url == "u")
  }

  @Test func idFallsBackToAddressThenPlace() throws {
    #expect(try json(#"{"id":"","url":"http://x","text":"文"}"#).id == "http://x")
    #expect(try json(#"{"text":"文"}"#).id == "dump#3")
    #expect(try decode(Array("文".utf8), number: 0, isJSON: false).document.id == "dump")
  }

  @Test func joinsParagraphs() throws {
    #expect(try json(#"{"content":["一","二"]}"#).text == "一\n二")
  }

  static let dates: [(String, CalendarDate?)] = [
    ("\"2024年3月21日\"", CalendarDate(2024, 3, 21)), ("20240321", CalendarDate(2024, 3, 21)),
    ("1710950400", CalendarDate(2024, 3, 21)), ("1710950400000", CalendarDate(2024, 3, 21)),
    ("\"soon\"", nil), ("true", nil),
  ]

  @Test(arguments: dates)
  func readsDates(_ value: String, _ expected: CalendarDate?) throws {
    #expect(try json(#"{"text":"文","date":\#(value)}"#).published == expected)
  }

  @Test func pathNamesTheDay() throws {
    for name in ["2024-03-21-a", "news/2024/03/21/a", "x_20240321"] {
      #expect(PathDate.date(in: name) == CalendarDate(2024, 3, 21), "\(name)")
    }
    for name in ["a", "120240321", "2024-13-01", "2024-03/21"] {
      #expect(PathDate.date(in: name) == nil, "\(name)")
    }
  }

  static let problems = [
    (#"{"text":"#, "bad-json", "bad JSON at byte 8: the text ends too early (expected a value)"),
    ("[1]", "bad-json", "expected a JSON object with the text in a field"),
    (
      #"{"story":"文"}"#, "no-text",
      "no text (looked for text, content, body, article); --text-field names the field"
    ),
    (#"{"text":""}"#, "no-text", "the text is empty"),
  ]

  @Test(arguments: problems)
  func saysWhatIsWrong(_ text: String, _ code: String, _ message: String) {
    let expected = RecordProblem(source: "dump.jsonl", number: 3, code: code, message: message)
    #expect(throws: expected) { try decode(Array(text.utf8)) }
  }

  @Test func repairsOrRefusesBadBytes() throws {
    let bytes = Array(#"{"text":"a"#.utf8) + [0xFF] + Array(#"b"}"#.utf8)
    let decoded = try decode(bytes)
    #expect(decoded.wasRepaired)
    #expect(decoded.document.text == "a\u{FFFD}b")
    for policy in [BadBytePolicy.skip, .fail] {
      #expect(throws: RecordProblem.self) { try decode(bytes) { $0.badBytes = policy } }
    }
  }

  @Test func titleAloneIsADocument() throws {
    #expect(try json(#"{"title":"题","text":""}"#).title == "题")
  }
}
