import ChineseText

/// Values of quantities as people read them: `USD 1,500,000,000`, `≥20%`, `2024-03`.
///
/// A value is exact; `≈` marks what the text calls approximate, `≥` and `≤` an open end.
enum ValueText {
  /// A value in short; nothing for a time without a date.
  static func short(_ value: QuantityValue) -> String? {
    switch value {
    case .money(let money):
      let rate = money.per.isEmpty ? "" : "/" + money.per
      return bounds(money.low, money.high, money.approx, before: money.currency + " ") + rate
    case .count(let count):
      let unit = count.unit == "percent" ? "%" : count.unit.isEmpty ? "" : " " + count.unit
      return bounds(count.low, count.high, count.approx) + unit
    case .time(let time): return date(time)
    case .round(let round): return round.code.nonEmpty
    case .number(let number): return grouped(number.description)
    }
  }

  private static func date(_ time: TimeValue) -> String? {
    if let date = time.date { return (time.approx ? "≈" : "") + date }
    if let start = time.start { return "≥" + start.description }
    return time.end.map { "≤" + $0.description }
  }

  private static func bounds(
    _ low: ExactDecimal?, _ high: ExactDecimal?, _ approx: Bool, before unit: String = ""
  ) -> String {
    switch (low, high) {
    case (let low?, let high?) where low == high:
      (approx ? "≈" : "") + unit + grouped(low.description)
    case (let low?, let high?):
      (approx ? "≈" : "") + unit + grouped(low.description) + "–" + grouped(high.description)
    case (let low?, nil): "≥" + unit + grouped(low.description)
    case (nil, let high?): "≤" + unit + grouped(high.description)
    case (nil, nil): unit + "?"
    }
  }

  /// Digits in groups of three before the point: `-1,234,567.89`.
  static func grouped(_ number: String) -> String {
    let parts = number.split(separator: ".", maxSplits: 1)
    guard let whole = parts.first else { return number }
    let digits = whole.drop { $0 == "-" }
    var result = whole.count > digits.count ? "-" : ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { result.append(",") }
      result.append(digit)
    }
    return parts.count > 1 ? result + "." + parts[1] : result
  }
}
