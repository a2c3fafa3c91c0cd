import Testing

@testable import ChineseText

@Suite struct ProductRecognizerTests {
  @Test(arguments: NameCases.read("products"))
  func findsProductsAndNothingElse(row: NameCases.Case) throws {
    #expect(try NameCases.entities(row.text, [.product]) == row.expected)
  }
}
