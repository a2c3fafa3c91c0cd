import Testing

@testable import KnowledgeGraph

struct AmountBoundsTests {
  private func amount(
    _ name: String, _ low: String?, _ high: String?, _ currency: String = "CNY",
    approx: Bool = false
  ) -> Graph.Amount {
    Graph.Amount(
      id: "mny:\(name)", name: name,
      money: ClaimFact.Money(
        low: low, high: high, currency: currency, isApproximate: approx, per: nil))
  }

  @Test func oneAmountIsItself() {
    let bounds = AmountBounds([amount("3亿元", "300000000", "300000000")])
    #expect(bounds?.exact == "300000000")
    #expect(bounds?.currency == "CNY")
    #expect(bounds?.isApproximate == false)
    #expect(AmountBounds([]) == nil)
  }

  @Test func openEndsStayOpen() {
    let bounds = AmountBounds([amount("超3亿元", "300000000", nil, approx: true)])
    #expect(bounds?.low == "300000000")
    #expect(bounds?.high == nil)
    #expect(bounds?.exact == nil)
    #expect(bounds?.isApproximate == true)
  }

  @Test func whatFitsTogetherIsNarrowed() {
    let bounds = AmountBounds([
      amount("数亿元", "100000000", "999999999", approx: true),
      amount("3亿元", "300000000", "300000000"),
    ])
    #expect(bounds?.exact == "300000000")
    #expect(bounds?.isDisputed == false)
    #expect(bounds?.isApproximate == false)
    #expect(bounds?.texts == ["数亿元", "3亿元"])
  }

  @Test func contradictionsGiveTheWholeRange() {
    let bounds = AmountBounds([
      amount("3亿元", "300000000", "300000000"), amount("2.5亿元", "250000000", "250000000"),
    ])
    #expect(bounds?.low == "250000000")
    #expect(bounds?.high == "300000000")
    #expect(bounds?.exact == nil)
    #expect(bounds?.isDisputed == true)
  }

  @Test func whoSaysMoreIsNotContradictedFromAbove() {
    let bounds = AmountBounds([
      amount("2亿元", "200000000", "200000000"), amount("超3亿元", "300000000", nil),
    ])
    #expect(bounds?.low == "200000000")
    #expect(bounds?.high == nil)
  }

  @Test func otherCurrenciesAreWordsOnly() {
    let bounds = AmountBounds([
      amount("10亿美元", "1000000000", "1000000000", "USD"),
      amount("约72亿元", "7200000000", "7200000000", approx: true),
    ])
    #expect(bounds?.currency == "USD")
    #expect(bounds?.exact == "1000000000")
    #expect(bounds?.texts == ["10亿美元", "约72亿元"])
  }
}
