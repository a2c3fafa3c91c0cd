import Testing

@testable import ChineseText

@Suite struct LatticeEdgesTests {
  private func edges(
    _ source: String, at place: Int, _ lexicon: Lexicon, _ candidates: [Candidate] = []
  ) -> (text: FoldedText, edges: [LatticeEdge]) {
    let text = TokenizerTwin.parts(source, lexicon).text
    let lattice = LatticeEdges(text, TextSpan(0, text.count), candidates, lexicon)
    return (text, lattice.edges(at: place))
  }

  @Test func wordsComeShortestFirst() throws {
    let lexicon = try SampleLexicon.make(SampleLexicon.common)
    let (text, edges) = edges("小米粥", at: 0, lexicon)
    #expect(edges.map { text.string($0.span) } == ["小", "小米", "小米粥"])
    #expect(edges.map(\.origin) == [.dictionary, .dictionary, .dictionary])
    #expect(edges.map { $0.tags.subtracting(.listed) } == [.adjective, .noun, .noun])
  }

  @Test func aWordDoesNotLeaveItsSentence() throws {
    let lexicon = try SampleLexicon.make(SampleLexicon.common)
    let text = TokenizerTwin.parts("小米粥", lexicon).text
    let lattice = LatticeEdges(text, TextSpan(0, 2), [], lexicon)
    #expect(lattice.edges(at: 0).map(\.span.end) == [1, 2])
  }

  @Test func everyCharacterIsAWord() throws {
    let lexicon = try SampleLexicon.make(SampleLexicon.common)
    for source in ["龘", "😀", "\u{0}", "！"] {
      let edges = edges(source, at: 0, lexicon).edges
      #expect(edges.map(\.origin) == [.character])
      #expect(edges.first?.word == -1)
    }
    #expect(edges("龘", at: 0, lexicon).edges.first?.tags == .unknown)
    #expect(edges("！", at: 0, lexicon).edges.first?.tags == .punctuation)
  }

  @Test func nothingBeginsOrEndsInsideARun() throws {
    let lexicon = try SampleLexicon.make(SampleLexicon.common + [("gp", 900, "n")])
    let run = Candidate(start: 0, end: 3, tags: .latin, cost: 9)
    #expect(edges("GPT", at: 0, lexicon, [run]).edges.map(\.span.end) == [3])
    #expect(edges("GPT", at: 1, lexicon, [run]).edges.isEmpty)
    #expect(edges("GP4", at: 0, lexicon).edges.map(\.span.end) == [2])
  }

  @Test func aUsersWordStandsAlone() throws {
    let base = try SampleLexicon.make(SampleLexicon.common)
    let table = "id\tname\taliases\tlatin\tposts\tsource\nper:x\t小米\t小\t\t\thand\n"
    let lexicon = try SampleLexicon.lay(tables: [("names/people", table)], over: base)
    let (text, own) = edges("喝小米粥", at: 1, lexicon)
    #expect(own.map(\.origin) == [.user])
    #expect(own.map { text.string($0.span) } == ["小米"])
    #expect(own.map { lexicon.ids(of: $0.word) } == [["per:x"]])
    #expect(edges("喝小米粥", at: 2, lexicon).edges.isEmpty)
  }

  @Test func nothingReachesOverAForcedCut() throws {
    let base = try SampleLexicon.make(SampleLexicon.common)
    let lexicon = try SampleLexicon.lay(lists: ["小米|粥"], over: base)
    #expect(edges("小米粥", at: 0, lexicon).edges.map(\.span.end) == [1, 2])
  }
}
