import ChineseText
import Testing

@Suite struct MoneyRecognizerTests {
  @Test(arguments: QuantityCases.read("money"))
  func readsAmounts(row: QuantityCases.Case) {
    #expect(QuantityCases.compact(row, .money) == row.expected)
  }

  @Test func hasItsCases() {
    #expect(QuantityCases.read("money").count >= 180)
  }

  @Test func plainYuanIsTheHomeCurrencyOfTraditionalTexts() {
    let row = QuantityCases.Case(
      name: "home", published: nil, text: "這家台北的公司營收48億元，每股盈餘1.87元。",
      expected: "48億元 = 4800000000 TWD@context | 1.87元 = 1.87 TWD@context/share")
    #expect(QuantityCases.compact(row, .money) == row.expected)
  }

  @Test func aTraditionalTextWithoutPlacesKeepsTheUsualCurrency() {
    let row = QuantityCases.Case(
      name: "home", published: nil, text: "這筆融資達5億元。", expected: "5億元 = 500000000 CNY")
    #expect(QuantityCases.compact(row, .money) == row.expected)
  }
}
