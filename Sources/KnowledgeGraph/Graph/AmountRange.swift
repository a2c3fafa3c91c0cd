/// The bounds of an amount in one role and currency, for comparing only.
struct AmountRange {
  let role: Int32
  let currency: String
  let per: String?
  var low: Double
  var high: Double
  /// Whether it is told so exactly that two events hardly share it: three digits or more.
  let isExact: Bool

  init(_ money: ClaimFact.Money, role: Int32) {
    self.role = role
    currency = money.currency
    per = money.per
    // What exceeds a number, or stays below it, is still of its size.
    let (lower, upper) = (money.low.flatMap { Double($0) }, money.high.flatMap { Double($0) })
    var low = lower ?? upper.map { min($0 / 3, $0 * 3) } ?? -.infinity
    var high = upper ?? lower.map { max($0 * 1.6, $0 / 1.6) } ?? .infinity
    if low > high { swap(&low, &high) }
    let digits = money.low.map(Digits.init) ?? Digits("")
    isExact = low == high && !money.isApproximate && digits.significant >= 3
    // What is said roughly fits what is a tenth away, or less where it has many digits; a rounded
    // number fits what it was rounded from.
    let part: Double = digits.significant < 2 ? 10 : digits.significant < 3 ? 20 : 50
    let rounding = low == high ? min(digits.unit, abs(low) / 100) : 0
    self.low = low - (money.isApproximate ? abs(low) / part : rounding)
    self.high = high + (money.isApproximate ? abs(high) / part : rounding)
  }

  func isComparable(to other: AmountRange) -> Bool {
    role == other.role && currency == other.currency && per == other.per
  }

  func overlaps(_ other: AmountRange) -> Bool { low <= other.high && other.low <= high }

  /// Whether the bounds lie close together: 数十亿 says little.
  var isNarrow: Bool { low > 0 ? high <= low * 1.5 : high < 0 && low >= high * 1.5 }

  /// Whether the amounts are of one size, as two sources may tell the same one.
  func isNear(_ other: AmountRange, within ratio: Double) -> Bool {
    let (one, two) = (abs(low), abs(other.low))
    return max(one, two) <= ratio * min(one, two)
  }

  /// Narrows the range that fits, or adds one.
  static func add(_ amount: AmountRange, to amounts: inout [AmountRange]) {
    let fitting = amounts.firstIndex { $0.isComparable(to: amount) && $0.overlaps(amount) }
    if let fitting {
      amounts[fitting].low = max(amounts[fitting].low, amount.low)
      amounts[fitting].high = min(amounts[fitting].high, amount.high)
    } else {
      amounts.append(amount)
    }
  }
}

/// How exactly a decimal is written.
private struct Digits {
  /// Digits from the first to the last that is not zero.
  private(set) var significant = 0
  /// The value of one in the last of them.
  private(set) var unit = 1.0

  init(_ decimal: String) {
    var zeros = 0
    var isFraction = false
    for byte in decimal.utf8 {
      if byte == UInt8(ascii: ".") { isFraction = true }
      guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { continue }
      if isFraction { unit /= 10 }
      if byte == UInt8(ascii: "0") {
        if significant > 0 { zeros += 1 }
      } else {
        significant += zeros + 1
        zeros = 0
      }
    }
    for _ in 0..<zeros { unit *= 10 }
  }
}
