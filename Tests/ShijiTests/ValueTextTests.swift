import ChineseText
import Testing

@testable import Shiji

struct ValueTextTests {
  private static func money(
    _ low: Int64?, _ high: Int64?, approx: Bool = false, per: String = ""
  ) -> QuantityValue {
    .money(
      Money(
        low: low.map { ExactDecimal(mantissa: $0) }, high: high.map { ExactDecimal(mantissa: $0) },
        currency: "USD", approx: approx, per: per))
  }

  private static func count(_ mantissa: Int64, _ exponent: Int, _ unit: String) -> QuantityValue {
    let value = ExactDecimal(mantissa: mantissa, exponent: exponent)
    return .count(Count(low: value, high: value, unit: unit))
  }

  static let cases: [(QuantityValue, String?)] = [
    (money(1_500_000_000, 1_500_000_000), "USD 1,500,000,000"),
    (money(800, 800, approx: true), "≈USD 800"),
    (money(1000, nil, approx: true), "≥USD 1,000"),
    (money(nil, 1000, approx: true), "≤USD 1,000"),
    (money(100, 999, approx: true), "≈USD 100–999"),
    (money(5000, 6000, per: "month"), "USD 5,000–6,000/month"),
    (money(-135, -135), "USD -135"),
    (money(nil, nil), "USD ?"),
    (count(125, -1, "percent"), "12.5%"),
    (count(1, -1, "point"), "0.1 point"),
    (count(12, 2, "person"), "1,200 person"),
    (count(3, 0, ""), "3"),
    (.round(Round(code: "Pre-A")), "Pre-A"),
    (.round(Round(code: "")), nil),
    (.number(ExactDecimal(mantissa: 5, exponent: 8)), "500,000,000"),
    (.time(TimeValue(start: nil, end: nil, grain: .year)), nil),
    (.time(TimeValue(start: CalendarDate(2024, 3, 1), end: nil, grain: .day)), "≥2024-03-01"),
    (.time(TimeValue(start: nil, end: CalendarDate(2024, 3, 1), grain: .day)), "≤2024-03-01"),
    (
      .time(
        TimeValue(
          start: CalendarDate(2024, 3, 1), end: CalendarDate(2024, 3, 31), grain: .month,
          approx: true)), "≈2024-03"
    ),
  ]

  @Test(arguments: cases)
  func valuesAreShort(_ item: (value: QuantityValue, text: String?)) {
    #expect(ValueText.short(item.value) == item.text)
  }

  @Test(arguments: [
    ("", ""), ("1", "1"), ("999", "999"), ("1000", "1,000"), ("-123456.789", "-123,456.789"),
    ("0.0001", "0.0001"),
  ])
  func digitsStandInThrees(_ item: (number: String, text: String)) {
    #expect(ValueText.grouped(item.number) == item.text)
  }
}
