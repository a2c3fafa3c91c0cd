import KnowledgeGraph
import Testing

@testable import Shiji

struct TableCountsTests {
  private func squeezed(_ text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map {
      $0.split(separator: " ").joined(separator: " ")
    }
  }

  @Test func countsByTableTypeAndSource() throws {
    let tables = try SampleTables()
    try tables.scratch.write("own/words/mine.tsv", "星海\tcompany\n")
    let counts = TableCounts(try tables.open(own: true))
    let text = counts.text.replacing(tables.root, with: "")
    // The columns are as wide as the path of the scratch folder.
    #expect(
      squeezed(text)
        == squeezed(
          """
          table                    rows  words  entities  aliases
          names/ambiguous             1      1         0        0
          names/companies-private     2      5         2        3
          words/core-words            3      3         0        0
          words/trad-simp             1      1         0        0
          own/words/mine.tsv          1      1         0        0
          all                         8      9         2        3

          type          rows  words  entities  aliases
          ambiguous        1      1         0        0
          company          2      4         1        2
          noun             3      3         0        0
          organization     1      2         1        1
          trad-simp        1      1         0        0

          source  rows
          hand       6
          list       1

          """))
  }

  @Test func jsonHasTheSameNumbers() throws {
    let counts = TableCounts(try SampleTables().open())
    #expect(counts.json["total"]?["rows"]?.intValue == counts.total.rows)
    #expect(counts.json["types"]?["noun"]?["words"]?.intValue == 3)
    #expect(counts.json["sources"]?["list"]?.intValue == 1)
    #expect(counts.json["tables"]?.arrayValue?.count == 4)
  }
}
