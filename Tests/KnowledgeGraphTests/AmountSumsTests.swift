import KnowledgeGraph
import Testing

struct AmountSumsTests {
  private func rates(_ text: String) throws -> ExchangeRates { try ExchangeRates(parsing: text) }

  @Test func sumsHaveBounds() throws {
    let sums = AmountSums(GraphIndex(deals().graph())).sums
    let funding = try #require(sums.first { $0.type == "funding" })
    #expect(funding.events == 2)
    #expect(funding.low.text == "1300000000")
    #expect(funding.high.text == "1300000000")
    #expect(funding.open == 1)
    #expect(funding.rough == 1)
  }

  @Test func anEventCountsOnceWhateverItsReportsSay() throws {
    var facts = Facts()
    for (number, amount) in [100, 120, 100].enumerated() {
      facts.document("d\(number)", "2024-01-0\(number + 1)", source: "s\(number)")
      facts.event(
        "d\(number)", "funding",
        [
          ("company", ["org:a"]), ("round", [literal("A轮", "A")]),
          ("amount", [yuan("\(amount)", amount, amount)]),
        ], time: on("2024-01-01"))
    }
    let sums = AmountSums(GraphIndex(facts.graph())).sums
    #expect(sums.map(\.events) == [1])
    #expect(sums.map(\.low.text) == ["100"])
    #expect(sums.map(\.high.text) == ["120"])
  }

  @Test func restatedAmountsCountInOneCurrency() throws {
    var facts = Facts()
    facts.document("d", "2024-01-01")
    let dollars: JSONValue = [
      "text": "1亿美元",
      "money": ["currency": "USD", "approx": false, "low": "100000000", "high": "100000000"],
    ]
    facts.event(
      "d", "funding",
      [("company", ["org:a"]), ("amount", [dollars, yuan("7亿元", 700_000_000, 700_000_000)])])
    let index = GraphIndex(facts.graph())
    #expect(AmountSums(index).sums.map(\.currency) == ["USD"])
    let converted = AmountSums(index, rates: try rates("CNY 1\nUSD\t7.1 # 2024\n"))
    #expect(converted.converted.map(\.low.text) == ["710000000"])
    #expect(converted.missing == [])
    #expect(AmountSums(index, rates: try rates("EUR 1")).missing == ["USD"])
  }

  @Test(arguments: [
    ("USD", "line 1: expected a currency and a rate: USD<TAB>7.1"),
    ("CNY 1\nUSD x", "line 2: 'x' is no rate"), ("CNY 1\nCNY 1", "line 2: CNY has a rate already"),
    ("USD 7", "no currency has the rate 1; it is the base of the others"),
    ("USD -1", "line 1: '-1' is no rate"),
  ])
  func saysWhatIsWrong(text: String, message: String) {
    let error = #expect(throws: ExchangeRates.Problem.self) { try rates(text) }
    #expect(error?.description == message)
  }
}
