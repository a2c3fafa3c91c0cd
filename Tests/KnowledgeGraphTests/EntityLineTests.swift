import Testing

@testable import KnowledgeGraph

struct EntityLineTests {
  private static let plain =
    #"{"aliases":["甲","乙"],"document":"d1","id":"org:a","kind":"entity","name":"甲公司","type":"company"}"#
  private static let coded =
    #"{"aliases":[],"document":"d1","id":"org:a","kind":"entity","name":"甲","type":"company","xref":{"isin":["X"],"ticker":["A","B"]}}"#

  private func read(_ text: String) -> [String]? {
    Array(text.utf8).withUnsafeBytes { bytes in
      EntityLine(bytes).map { line in
        ([line.document, line.id, line.name, line.type] + line.aliases
          + line.references.flatMap { [$0.scheme, $0.code] })
          .map { String(decoding: $0, as: UTF8.self) }
      }
    }
  }

  @Test func readsCanonicalLines() {
    #expect(read(Self.plain) == ["d1", "org:a", "甲公司", "company", "甲", "乙"])
    #expect(
      read(Self.coded) == [
        "d1", "org:a", "甲", "company", "isin", "X", "ticker", "A", "ticker", "B",
      ])
  }

  @Test(arguments: [
    "", "{", plain + " ", " " + plain, plain.replacing("d1", with: ""),
    plain.replacing("甲", with: #"\n"#), plain.replacing("\"kind\"", with: "\"knd\""),
    plain.replacing(",\"type\"", with: ", \"type\""), plain.replacing("}", with: ",\"x\":1}"),
    coded.replacing("]}", with: "]"), String(plain.dropLast(9)),
  ])
  func leavesAllElseToTheGeneralReader(line: String) {
    #expect(read(line) == nil)
  }

  @Test func givesTheGraphThatTheGeneralReaderGives() {
    var (quick, slow) = (GraphBuilder(version: ""), GraphBuilder(version: ""))
    for line in [Self.plain, Self.coded] {
      quick.add(Array(line.utf8), source: "f", lineNumber: 1)
      slow.add(Array((" " + line).utf8), source: "f", lineNumber: 1)
    }
    #expect(GraphJSON.bytes(quick.finish()) == GraphJSON.bytes(slow.finish()))
  }
}
