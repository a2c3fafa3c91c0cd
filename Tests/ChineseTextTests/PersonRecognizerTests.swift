import Testing

@testable import ChineseText

@Suite struct PersonRecognizerTests {
  @Test(arguments: NameCases.read("persons"))
  func findsPersonsAndNothingElse(row: NameCases.Case) throws {
    #expect(try NameCases.entities(row.text, [.person]) == row.expected)
  }

  @Test func hasItsCases() { #expect(NameCases.read("persons").count >= 45) }
}
