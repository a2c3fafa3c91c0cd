import ChineseText
import Testing

/// What a user of the library `ChineseText` can do with words: all of it is public.
@Suite struct PublicAPITests {
  /// The base lexicon, as `Lexicon(path:)` opens it.
  private func analyzer() throws -> TextAnalyzer { try #require(NameCases.analyzer) }

  @Test func wordsAsStrings() throws {
    #expect(try analyzer().words("微软发布 新手机") == ["微软", "发布", "新", "手机"])
    #expect(try analyzer().words("") == [])
    #expect(try analyzer().words(" \n") == [])
  }

  @Test func tokensWithPlacesAndTags() throws {
    let text = "𠮷 华为 OpenAI"
    let analysis = try analyzer().analyze(Document(id: "d1", text: text))
    let tokens = analysis.tokens.filter { !analysis.text.isBlank($0.span) }
    #expect(tokens.map { analysis.text.string($0.span) } == ["𠮷", "华为", "OpenAI"])
    #expect(tokens.map(\.start) == [0, 2, 5])
    #expect(tokens.map(\.end) == [1, 4, 11])
    #expect(tokens[1].tags.contains(.company))
    #expect(tokens[1].tags.names.first == "company")
    #expect(tokens[2].tags.label == "company")
    #expect(!tokens[0].tags.contains(.company))
  }

  @Test func offsetsMapToBytesAndToTheUsersString() throws {
    let text = "𠮷, 华为"
    let analysis = try analyzer().analyze(Document(id: "d1", text: text))
    let places = analysis.text.utf8Places()
    let utf8 = Array(text.utf8)
    for token in analysis.tokens {
      let range = analysis.text.utf8Offsets(of: token.span)
      #expect(range == places[token.start]..<places[token.end])
      #expect(String(decoding: utf8[range], as: UTF8.self) == analysis.text.string(token.span))
    }
  }

  @Test func scalarsOfATokenWithoutACopy() throws {
    let analysis = try analyzer().analyze(Document(id: "d1", text: "新手机"))
    let scalars = analysis.tokens.map { analysis.text.scalars($0.span) }
    #expect(scalars.map(\.count) == [1, 2])
    #expect(scalars.last?.first == 0x624B)
  }

  @Test func sentencesKnowTheirTokens() throws {
    let analysis = try analyzer().analyze(
      Document(id: "d1", title: "微软", text: "发布。新手机。"))
    let words = analysis.sentences.map { sentence in
      analysis.tokens[sentence.tokens].map { analysis.text.string($0.span) }
    }
    #expect(words == [["微软"], ["发布", "。"], ["新", "手机", "。"]])
    #expect(analysis.sentences.map(\.isTitle) == [true, false, false])
  }

  @Test func tokensNameRowsOfTheGazetteer() throws {
    let analyzer = try analyzer()
    let analysis = analyzer.analyze(Document(id: "d1", text: "华为新手机"))
    #expect(analysis.tokens.map(analyzer.lexicon.ids) == [["org:huawei"], [], []])
  }

  @Test func spansOutsideTheTextAreCutToIt() throws {
    let text = try analyzer().analyze(Document(id: "d1", text: "新手机")).text
    #expect(text.string(TextSpan(-3, 1)) == "新")
    #expect(Array(text.scalars(TextSpan(2, 99))) == [0x673A])
    #expect(text.scalars(TextSpan(7, 9)).isEmpty)
    #expect(!text.isBlank(TextSpan(-1, 99)))
  }

  @Test func tagsHaveNames() {
    #expect(WordTags(name: "company") == .company)
    #expect(WordTags(name: "firm") == nil)
    #expect(WordTags.named.allSatisfy { WordTags(name: $0.name) == $0.tag })
  }
}
