extension ExactDecimal {
  static let zero = ExactDecimal(mantissa: 0)
  static let one = ExactDecimal(mantissa: 1)

  /// The sum, or nothing where it has more digits than a mantissa holds.
  func adding(_ other: ExactDecimal) -> ExactDecimal? {
    if mantissa == 0 { return other }
    if other.mantissa == 0 { return self }
    let low = min(exponent, other.exponent)
    guard let a = Self.scaled(mantissa, by: exponent - low),
      let b = Self.scaled(other.mantissa, by: other.exponent - low)
    else { return nil }
    let (sum, overflow) = a.addingReportingOverflow(b)
    return overflow ? nil : ExactDecimal(mantissa: sum, exponent: low)
  }

  /// The value with the other sign.
  var negated: ExactDecimal {
    ExactDecimal(mantissa: 0 &- mantissa, exponent: exponent)
  }

  /// Whether this is less than `other`; values of very different size compare by size.
  func isLess(than other: ExactDecimal) -> Bool {
    guard let difference = adding(other.negated) else {
      return magnitude < other.magnitude
    }
    return difference.mantissa < 0
  }

  private var magnitude: Int { String(mantissa.magnitude).utf8.count + exponent }

  private static func scaled(_ value: Int64, by power: Int) -> Int64? {
    guard power < 19 else { return nil }
    var result = value
    for _ in 0..<power {
      let (product, overflow) = result.multipliedReportingOverflow(by: 10)
      if overflow { return nil }
      result = product
    }
    return result
  }
}
