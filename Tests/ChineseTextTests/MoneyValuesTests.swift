import ChineseText
import Testing

/// One value in many spellings, and texts that hold no money.
@Suite struct MoneyValuesTests {
  @Test(arguments: QuantityCases.spellings("money-values"))
  func readsEverySpelling(row: QuantityCases.Spelling) {
    let text = "公告披露的数字为" + row.text + "。"
    #expect(QuantityCases.values(text, .money) == [row.value], "\(row.text)")
  }

  @Test(arguments: QuantityCases.read("money-negative", texts: true))
  func findsNoMoney(row: QuantityCases.Case) {
    #expect(QuantityCases.compact(row, .money) == "none", "\(row.text)")
  }

  @Test func hasItsCases() {
    #expect(QuantityCases.spellings("money-values").count >= 400)
    #expect(QuantityCases.read("money-negative", texts: true).count >= 150)
  }
}
