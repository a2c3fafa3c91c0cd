import Testing

@testable import ChineseText

@Suite struct ReferencesTests {
  @Test(arguments: NameCases.read("references"))
  func pointsToWhatWasNamed(row: NameCases.Case) throws {
    #expect(try NameCases.references(row.text) == row.expected)
  }
}
