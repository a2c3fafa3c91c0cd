import ChineseText
import Testing

@Suite struct GivenNamesTests {
  @Test(arguments: NameCases.read("pku-words"))
  func cutsFamilyNames(row: NameCases.Case) throws {
    #expect(try WordCases.cut(row.text, .fine, .pku) == row.expected)
  }

  @Test func hasItsCases() { #expect(NameCases.read("pku-words").count >= 6) }
}
