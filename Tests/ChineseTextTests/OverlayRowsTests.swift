import ChineseText
import Testing

/// What becomes of words that several lists, tables or the base know.
@Suite struct OverlayRowsTests {
  private let people = "id\tname\taliases\tlatin\tposts\tsource\nper:x\t米粥好\t\t\t\thand\n"
  private let classes = "word\tclass\tsource\n小米\treporting\thand\n"

  private func base() throws -> Lexicon { try SampleLexicon.make(SampleLexicon.common) }

  private func tags(_ word: String, _ lexicon: Lexicon) throws -> WordTags {
    lexicon.tags(try #require(lexicon.word(word)))
  }

  @Test func theLastListSaysWhatAWordIs() throws {
    let both = try SampleLexicon.lay(lists: ["云帆\tcompany", "云帆\tproduct"], over: base())
    #expect(try tags("云帆", both) == .product)
  }

  @Test func aWordWithoutTypeIsWhatOthersSay() throws {
    let lexicon = try SampleLexicon.lay(lists: ["云帆\tcompany", "云帆\n喝\n新词"], over: base())
    #expect(try tags("云帆", lexicon) == .company)
    #expect(try tags("喝", lexicon).subtracting(.listed) == .verb)
    #expect(try tags("新词", lexicon) == .noun)
  }

  @Test func aListMustNotContradictItself() throws {
    let base = try base()
    let error = #expect(throws: LexiconError.self) {
      try SampleLexicon.lay(lists: ["云帆\tcompany\n云|海\n云海\n云帆\tproduct\n云帆"], over: base)
    }
    #expect(
      error?.description == """
        list0.tsv:3:1: 云海 is cut here and a word in line 2; keep one of the two
        list0.tsv:4:1: 云帆 has another type in line 1; keep one of the two
        """)
  }

  @Test func rowsOfTablesStayWithTheirWords() throws {
    let first = try SampleLexicon.lay(tables: [("names/people", people)], over: base())
    let second = try SampleLexicon.lay(
      tables: [("names/people", people.replacing("米粥好", with: "粥好喝"))], lists: ["米粥好"],
      over: first)
    for name in ["米粥好", "粥好喝"] {
      let word = try #require(second.word(name))
      let entry = try #require(second.entries(word).first)
      #expect(second.tables[entry.tableIndex].cell(entry.row, 1) == name)
      #expect(second.tags(word).contains(.person))
    }
  }

  @Test func classesWeighAsWordsOfTheBase() throws {
    let lexicon = try SampleLexicon.lay(tables: [("words/classes", classes)], over: base())
    let parts = TokenizerTwin.parts("小米粥和小米手机", lexicon)
    let words = parts.tokens.map { parts.text.string($0.span) }
    #expect(words == ["小米粥", "和", "小米", "手机"])
    #expect(parts.tokens[2].tags.contains([.reporting, .noun]))
  }

  @Test func compiledOverlaysMerge() throws {
    let base = try base()
    func part(_ text: String) throws -> OverlayPart {
      let table = SampleLexicon.source("names/people", text)
      return .compiled(
        try Overlay(
          bytes: LexiconCompiler.compile(
            [.sources(tables: [table], rules: [], lists: [])], over: base)))
    }
    let lexicon = try LexiconCompiler.lay(
      [part(people), part(people.replacing("米粥好", with: "粥好喝"))], over: base)
    for name in ["米粥好", "粥好喝"] {
      let word = try #require(lexicon.word(name))
      let entry = try #require(lexicon.entries(word).first)
      #expect(lexicon.tables[entry.tableIndex].cell(entry.row, 1) == name)
    }
  }

  @Test func equalSourcesGiveEqualBytes() throws {
    let base = try base()
    let list = SampleLexicon.source("list", "云帆\n云海\tcompany\n")
    let parts = [OverlayPart.sources(tables: [], rules: [], lists: [list])]
    #expect(
      try LexiconCompiler.compile(parts, over: base)
        == LexiconCompiler.compile(parts, over: base))
  }
}
