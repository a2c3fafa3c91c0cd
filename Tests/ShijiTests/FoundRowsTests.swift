import KnowledgeGraph
import Testing

@testable import Shiji

struct FoundRowsTests {
  private let rows = [
    TableSearch.Row(
      path: "names/companies-private.tsv", line: 2, table: "names/companies-private",
      type: "company", id: "org:xiaomi", matches: ["name"],
      cells: [("id", "org:xiaomi"), ("name", "小米"), ("aliases", "小米集团|Xiaomi")],
      isOwn: false),
    TableSearch.Row(
      path: "lexicon.bin", line: 0, table: "words", type: "noun", id: nil, matches: ["word"],
      cells: [("word", "小米"), ("cost", "9.90")], isOwn: false),
  ]

  @Test func textMarksTheCells() {
    #expect(
      FoundRows.text(rows) == """
        names/companies-private.tsv:2  company  org:xiaomi
             id       org:xiaomi
          *  name     小米
             aliases  小米集团|Xiaomi

        lexicon.bin  noun
          *  word  小米
             cost  9.90

        """)
    #expect(FoundRows.text([]) == "")
  }

  @Test func tsvHasALineARow() {
    #expect(
      FoundRows.tsv([("小米", rows)]) == """
        word\tfile\tline\ttype\tid\tcolumns\tcells
        小米\tnames/companies-private.tsv\t2\tcompany\torg:xiaomi\tname\t\
        id=org:xiaomi; name=小米; aliases=小米集团|Xiaomi
        小米\tlexicon.bin\t\tnoun\t\tword\tword=小米; cost=9.90

        """)
  }

  @Test func jsonHasAnObjectAWord() {
    let bytes = JSONWriter.bytes(FoundRows.json([("小米", [rows[1]]), ("无", [])]))
    #expect(
      String(decoding: bytes, as: UTF8.self)
        == #"[{"rows":[{"cells":{"cost":"9.90","word":"小米"},"columns":["word"],"#
        + #""file":"lexicon.bin","own":false,"table":"words","type":"noun"}],"word":"小米"},"#
        + #"{"rows":[],"word":"无"}]"#)
  }
}
