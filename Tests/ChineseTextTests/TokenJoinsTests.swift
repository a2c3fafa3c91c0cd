import ChineseText
import Testing

@Suite struct TokenJoinsTests {
  @Test(arguments: NameCases.read("joins"))
  func unitesWhatIsOneWord(row: NameCases.Case) throws {
    #expect(try WordCases.cut(row.text, .coarse) == row.expected)
  }

  @Test func hasItsCases() { #expect(NameCases.read("joins").count >= 23) }
}
