import Testing

@testable import KnowledgeGraph

struct AmountRangeTests {
  private func range(
    _ low: String?, _ high: String?, approx: Bool = false, currency: String = "CNY"
  ) -> AmountRange {
    AmountRange(
      ClaimFact.Money(
        low: low, high: high, currency: currency, isApproximate: approx, per: nil), role: 0)
  }

  private func exact(_ value: String) -> AmountRange { range(value, value) }

  @Test(arguments: [
    ("107200000000", "107240000000", true), ("2120000000000", "2129600000000", true),
    ("300000000", "320000000", false), ("300000000", "302000000", true),
    ("12.5", "12.54", true), ("12.5", "12.8", false), ("-135000000", "-135000000", true),
  ])
  func takesARoundedNumberForWhatItWasRoundedFrom(first: String, second: String, fits: Bool) {
    #expect(exact(first).overlaps(exact(second)) == fits)
    #expect(exact(second).overlaps(exact(first)) == fits)
  }

  @Test func givesOpenBoundsTheSizeOfTheNumber() {
    let over = range("350000000", nil, approx: true)
    #expect(over.overlaps(exact("400000000")))
    #expect(!over.overlaps(exact("1000000000")))
    let under = range(nil, "100", approx: true)
    #expect(under.overlaps(exact("60")))
    #expect(!under.overlaps(exact("5")))
  }

  @Test func tellsExactAmountsFromRoundOnes() {
    #expect(exact("327000000").isExact)
    #expect(exact("18769000000").isExact)
    #expect(!exact("15000000000").isExact)
    #expect(!range("327000000", "327000000", approx: true).isExact)
    #expect(range("1000000000", "1200000000").isNarrow)
    #expect(!range("1000000000", "9999999999", approx: true).isNarrow)
  }

  @Test func comparesOneCurrencyOnly() {
    #expect(!exact("1").isComparable(to: range("1", "1", currency: "USD")))
  }
}
