import Testing

@testable import ChineseText

@Suite struct OrganizationRecognizerTests {
  @Test(arguments: NameCases.read("organizations"))
  func findsOrganizationsAndNothingElse(row: NameCases.Case) throws {
    #expect(try NameCases.entities(row.text, [.company, .organization]) == row.expected)
  }

  @Test func hasItsCases() { #expect(NameCases.read("organizations").count >= 40) }
}
