import ChineseText
import Testing

@Suite struct LexiconTests {
  @Test func findsEveryWordOfItsTables() throws {
    let lexicon = try SampleLexicon.make(SampleLexicon.common)
    for (word, _, _) in SampleLexicon.common { #expect(lexicon.word(word) != nil, "\(word)") }
    #expect(lexicon.word("小米手机") == nil)
    #expect(lexicon.word("") == nil)
    #expect(lexicon.word("鱻") == nil)
  }

  @Test func foldsWidthCaseAndTraditionalForms() throws {
    let lexicon = try SampleLexicon.make(
      SampleLexicon.common + [("openai", 1, "n"), ("发", 3, "v")],
      extra: [SampleLexicon.source("words/trad-simp", "from\tto\tsource\n發\t发\thand\n")])
    #expect(lexicon.word("ＯpenAI") == lexicon.word("openai"))
    #expect(lexicon.word("發布") == lexicon.word("发布"))
  }

  @Test func keepsTheRowsBehindAName() throws {
    let table = "id\tname\taliases\tlatin\tposts\tsource\nper:lin\t林知远\t老林\tLin Zhiyuan\t\thand\n"
    let lexicon = try SampleLexicon.make(
      SampleLexicon.common, extra: [SampleLexicon.source("names/people", table)])
    let word = try #require(lexicon.word("老林"))
    #expect(lexicon.tags(word).contains(.person))
    let entry = try #require(lexicon.entries(word).first)
    #expect(lexicon.tables[entry.tableIndex].cell(entry.row, 0) == "per:lin")
    #expect(lexicon.word("linzhiyuan") != nil)
  }

  @Test func refusesDamagedFiles() throws {
    var bytes = try LexiconCompiler.compile(
      tables: [SampleLexicon.words(SampleLexicon.common)], rules: [])
    bytes[bytes.count - 9] ^= 1
    #expect(throws: LexiconError.self) { try Lexicon(bytes: bytes) }
    #expect(throws: LexiconError.self) { try Lexicon(bytes: []) }
    #expect(throws: LexiconError.self) { try Lexicon(bytes: Array(bytes.prefix(100))) }
  }

  @Test func aMissingFileIsAClearError() {
    let error = #expect(throws: LexiconError.self) { try Lexicon(path: "/no/such/lexicon.bin") }
    #expect(
      error?.description == "/no/such/lexicon.bin:0:1: cannot be opened: No such file or directory")
  }

  @Test func anOverlayAddsWords() throws {
    let base = try SampleLexicon.make(SampleLexicon.common)
    let table = "id\tname\taliases\tlatin\tposts\tsource\nper:x\t好喝\t\t\t\thand\n"
    let both = try SampleLexicon.lay(tables: [("names/people", table)], over: base)
    let word = try #require(both.word("好喝"))
    #expect(both.tags(word).contains(.person))
    let entry = try #require(both.entries(word).first)
    #expect(both.tables[entry.tableIndex].cell(entry.row, 1) == "好喝")
  }
}
