/// Writes amounts as exact bounds: `USD 1500000000`, `≈CNY 300000000`, `≥CNY 100000000`,
/// `CNY 300000000–400000000`.
enum AmountText {
  static func text(_ money: ClaimFact.Money) -> String {
    text(low: money.low, high: money.high, currency: money.currency, isRough: money.isApproximate)
      + (money.per.map { "/\($0)" } ?? "")
  }

  static func text(low: String?, high: String?, currency: String, isRough: Bool) -> String {
    let mark = isRough ? "≈" : ""
    switch (low, high) {
    case (let low?, let high?) where low == high: return "\(mark)\(currency) \(grouped(low))"
    case (let low?, let high?): return "\(mark)\(currency) \(grouped(low))–\(grouped(high))"
    case (let low?, nil): return "≥\(currency) \(grouped(low))"
    case (nil, let high?): return "≤\(currency) \(grouped(high))"
    case (nil, nil): return currency
    }
  }

  /// A decimal with a comma between thousands.
  static func grouped(_ decimal: String) -> String {
    let parts = decimal.split(separator: ".", maxSplits: 1)
    guard let whole = parts.first else { return decimal }
    let digits = Array(whole.drop { $0 == "-" })
    var result = whole.hasPrefix("-") ? "-" : ""
    for (place, digit) in digits.enumerated() {
      if place > 0, (digits.count - place) % 3 == 0 { result.append(",") }
      result.append(digit)
    }
    return parts.count > 1 ? "\(result).\(parts[1])" : result
  }
}
