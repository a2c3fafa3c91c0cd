import ChineseText
import Testing

/// What a user of the library `ChineseText` can do with amounts and times: all of it is public.
@Suite struct PublicQuantitiesTests {
  private let published = CalendarDate(2024, 3, 25)

  private func quantities() throws -> Quantities {
    try Quantities(lexicon: #require(NameCases.analyzer).lexicon)
  }

  @Test func quantitiesWithPlacesAndKinds() throws {
    let found = try quantities().find(
      in: "😀去年7月，公司以超15亿美元卖出两成股份，裁员30人；B轮后有用户12亿。", published: published)
    #expect(found.map(\.text) == ["去年7月", "15亿美元", "两成", "30人", "B轮", "12亿"])
    #expect(found.map(\.kind) == [.time, .money, .percent, .count, .round, .number])
    #expect(found.map(\.span).first == TextSpan(1, 5))
    #expect(found.map(\.span.start) == [1, 10, 17, 24, 28, 34])
  }

  @Test func moneyIsExactAndHasBounds() throws {
    let found = try quantities().find(in: "获超15亿美元，约合1.07亿元，每月3000至4000港元。")
    let money = found.compactMap { quantity -> Money? in
      if case .money(let money) = quantity.value { money } else { nil }
    }
    #expect(money.map(\.currency) == ["USD", "CNY", "HKD"])
    #expect(money.map { $0.low?.description } == ["1500000000", "107000000", "3000"])
    #expect(money.map { $0.high?.description } == [nil, "107000000", "4000"])
    #expect(money.map(\.approx) == [true, true, false])
    #expect(money.map(\.currencySource) == [.explicit, .explicit, .explicit])
    #expect(money.map(\.per) == ["", "", "month"])
    #expect(money[1].equivalentOf == found[0].span)
    #expect(money[0].low == ExactDecimal(mantissa: 15, exponent: 8))
  }

  @Test func timesHaveDatesWhereTheDayIsKnown() throws {
    let quantities = try quantities()
    let time = try #require(quantities.time("去年底", published: published))
    #expect(time.date == "2023-12")
    #expect(time.start == CalendarDate(2023, 12, 1) && time.end == CalendarDate(2023, 12, 31))
    #expect(time.grain == .month && time.anchor == .published && time.approx)
    #expect(quantities.time("去年底")?.start == nil)
    #expect(quantities.time("2024年3月21日")?.date == "2024-03-21")
    #expect(quantities.time("2024年3月21日")?.anchor == .explicit)
  }

  @Test func sharesCountsAndRounds() throws {
    let found = try quantities().find(in: "占股不足20%，两千人，Pre-A轮")
    #expect(found.count == 3)
    guard case .count(let share) = found[0].value, case .count(let count) = found[1].value,
      case .round(let round) = found[2].value
    else {
      Issue.record("\(found)")
      return
    }
    #expect(share.low == nil && share.high?.description == "20" && share.unit == "percent")
    #expect(count.low?.description == "2000" && count.unit == "person" && !count.approx)
    #expect(round.code == "Pre-A")
  }

  @Test func oneExpressionAtATime() throws {
    let quantities = try quantities()
    #expect(quantities.money("不超过3.2亿港元")?.high?.description == "320000000")
    #expect(quantities.money(" 15 亿美元\n")?.low?.description == "1500000000")
    #expect(quantities.money("3.2亿") == nil)
    #expect(quantities.money("3亿元和4亿元") == nil)
    #expect(quantities.money("") == nil)
    #expect(quantities.time("3亿元") == nil)
    #expect(quantities.time("去年和今年", published: published) == nil)
  }

  @Test func whatWasSaidBeforeHelpsAcrossSentences() throws {
    let found = try quantities().find(in: "2022年5月成立。次年上市。")
    #expect(found.map(\.text) == ["2022年5月", "次年"])
    guard case .time(let time) = found[1].value else { return }
    #expect(time.date == "2023")
  }

  @Test func aLexiconWithoutTablesOfQuantitiesIsAnError() throws {
    let lexicon = try SampleLexicon.make(SampleLexicon.common)
    #expect(throws: LexiconError.self) { try Quantities(lexicon: lexicon) }
  }
}
