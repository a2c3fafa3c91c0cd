import ChineseText
import Testing

@Suite struct FineTokensTests {
  @Test(arguments: NameCases.read("fine"))
  func cutsCompoundsOnly(row: NameCases.Case) throws {
    #expect(try WordCases.cut(row.text, .fine) == row.expected)
  }

  @Test func hasItsCases() { #expect(NameCases.read("fine").count >= 24) }

  @Test func piecesSayWhatTheyAre() throws {
    let cutter = try WordCutter(analyzer: try #require(NameCases.analyzer))
    let words = cutter.words(of: Document(id: "case", text: "3月获15亿美元，增5%")).words
    #expect(words[0].tags == .time)
    #expect(words[2].tags == .number)
    #expect(words[3].tags.contains(.measure))
    #expect(words[3].word >= 0)
    #expect(words.last?.tags == .percent)
  }
}
