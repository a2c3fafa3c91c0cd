import ChineseText
import Testing

@Suite struct RoundRecognizerTests {
  @Test(arguments: QuantityCases.read("round"))
  func readsRounds(row: QuantityCases.Case) {
    #expect(QuantityCases.compact(row, .round) == row.expected)
  }

  @Test func hasItsCases() {
    #expect(QuantityCases.read("round").count >= 40)
  }
}
