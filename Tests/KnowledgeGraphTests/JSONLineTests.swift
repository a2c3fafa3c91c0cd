import KnowledgeGraph
import Testing

struct JSONLineTests {
  @Test func writesWhatTheWriterWould() throws {
    var line = JSONLine()
    line.beginObject()
    line.key("a"); line.beginArray(); line.int(1); line.bool(false); line.beginObject()
    line.endObject(); line.endArray()
    line.key(named: "b\n"); line.string("微\u{2028}")
    line.member("c", nil)
    line.member("d", "x")
    line.key("e"); line.value(["y": 1, "x": nil])
    line.key("f"); line.raw("[2]".utf8)
    line.endObject()
    let value = try JSONParser.parse(line.bytes)
    #expect(JSONWriter.bytes(value) == line.bytes)
    #expect(value["f"] == [2])
  }

  @Test func putsTheDigestOfTheLineIntoIt() throws {
    var line = JSONLine()
    line.beginObject()
    line.member("a", "1")
    line.markID()
    line.member("kind", "claim")
    line.endObject()
    let before = line.bytes
    let id = line.insertID(prefix: "clm:")
    #expect(id == "clm:" + SHA256.hexadecimalPrefix(of: before))
    #expect(
      String(decoding: line.bytes, as: UTF8.self) == #"{"a":"1","id":"\#(id)","kind":"claim"}"#)
  }

  @Test func startsAnewAfterRemovingAll() {
    var line = JSONLine()
    line.string("a")
    line.removeAll()
    line.int(1)
    #expect(line.bytes == Array("1".utf8))
  }
}
