import KnowledgeGraph
import Testing

@testable import Shiji

struct FieldNamesTests {
  private func values(_ json: String, _ fields: FieldNames = FieldNames()) throws -> [Field: String]
  {
    let object = try #require(JSONParser.parse(Array(json.utf8)).objectValue)
    return fields.values(of: object).compactMapValues(\.textValue)
  }

  @Test func guessesUsualNames() throws {
    let found = try values(#"{"content":"正文","pub_time":"2024-03-21","url":"u","标题":"题"}"#)
    #expect(found == [.text: "正文", .published: "2024-03-21", .url: "u", .title: "题"])
  }

  @Test func prefersTheMoreUsualName() throws {
    #expect(try values(#"{"body":"b","text":"t"}"#)[.text] == "t")
  }

  @Test func passesOverNull() throws {
    #expect(try values(#"{"text":null,"content":"c"}"#)[.text] == "c")
  }

  @Test func namedFieldReplacesTheGuess() throws {
    var fields = FieldNames()
    fields.set(.text, to: "story")
    #expect(try values(#"{"text":"t","story":"s"}"#, fields)[.text] == "s")
    #expect(try values(#"{"text":"t"}"#, fields)[.text] == nil)
  }

  @Test func followsPointers() throws {
    var fields = FieldNames()
    fields.set(.text, to: "/data/0/a~1b")
    #expect(try values(#"{"data":[{"a/b":"deep"}]}"#, fields)[.text] == "deep")
    #expect(try values(#"{"data":{}}"#, fields)[.text] == nil)
  }
}
