import ChineseText
import Testing

@Suite struct CountRecognizerTests {
  @Test(arguments: QuantityCases.read("count"))
  func readsCountsAndShares(row: QuantityCases.Case) {
    #expect(QuantityCases.compact(row, [.count, .percent]) == row.expected)
  }

  @Test func hasItsCases() {
    #expect(QuantityCases.read("count").count >= 85)
  }
}
