import ChineseText
import KnowledgeGraph
import Testing

@testable import Shiji

struct OffsetUnitTests {
  private func text(_ source: String) throws -> FoldedText {
    TextAnalyzer.plainCut(source, lexicon: try BaseLexicon.analyzer().lexicon).text
  }

  @Test func bytesAreThoseOfTheUsersText() throws {
    let source = "aé好😀b"
    let text = try text(source)
    let utf8 = Array(source.utf8)
    for start in 0..<text.count {
      let span = TextSpan(start, start + 1)
      let range = Offsets(text, .bytes).range(span)
      #expect(String(decoding: utf8[range.start..<range.end], as: UTF8.self) == text.string(span))
      #expect(Offsets(text, .scalars).range(span) == (start, start + 1))
    }
  }

  @Test func eachUnitHasItsKey() throws {
    for (unit, json) in [(OffsetUnit.bytes, #"{"bytes":[3,6]}"#), (.scalars, #"{"span":[1,2]}"#)] {
      let offsets = Offsets(try text("微软"), unit)
      var line = JSONLine()
      line.beginObject()
      offsets.writeBytes(TextSpan(1, 2), to: &line)
      offsets.writeScalars(TextSpan(1, 2), to: &line)
      line.endObject()
      #expect(String(decoding: line.bytes, as: UTF8.self) == json)
    }
  }
}
