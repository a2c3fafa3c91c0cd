import ChineseText
import Testing

@testable import Shiji

struct LexiconFolderTests {
  @Test func missingFolderIsAnError() {
    let error = #expect(throws: LexiconError.self) { try Analyzer(lexiconFolder: "/nowhere") }
    #expect(error?.description == "/nowhere:0:1: no such folder; a lexicon is a folder")
  }

  @Test func emptyFolderIsAnError() throws {
    let scratch = try Scratch()
    let error = #expect(throws: LexiconError.self) { try Analyzer(lexiconFolder: scratch.path) }
    #expect(
      error?.description == "\(scratch.path):0:1: holds neither lexicon.bin nor a table (*.tsv)")
  }

  @Test func overlayAddsNames() throws {
    let scratch = try Scratch()
    try scratch.write(
      "names/companies-own.tsv",
      "id\tname\taliases\ttype\tparent\ttickers\tformer\tfull\tlatin\tsource\n"
        + "org:quexing\t鹊星\t\t\t\t\t\t\t\thand\n")
    let analyzer = try Analyzer(lexiconFolder: BaseLexicon.folder, overlays: [scratch.path])
    let analysis = analyzer.analyze(Document(id: "d", text: "昨天鹊星宣布完成融资。"))
    #expect(analysis.text.entities.contains { $0.lexiconID == "org:quexing" })
    #expect(analyzer.fingerprint != (try BaseLexicon.analyzer().fingerprint))
  }
}
