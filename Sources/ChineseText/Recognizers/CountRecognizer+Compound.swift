/// Lengths of time in two units: 3分44秒, 1小时30分, 2年6个月.
extension CountRecognizer {
  /// The length that begins with `first`, in its smallest unit; nothing where one unit is all.
  func compound(_ text: QuantityText, _ first: NumberReading) -> Reading? {
    guard first.isExact, !first.hasLeadingZero, let part = part(text, behind: first),
      numerals.mayBegin(text, at: start(text, part.end))
    else { return nil }
    var total = first
    var unit = part.unit
    var end = part.end
    while let smaller = Self.smaller[unit],
      let next = numerals.read(text, at: start(text, end)), next.isExact,
      let part = self.part(text, behind: next), part.unit == smaller.unit,
      let sum = Self.product(total.low, smaller.count)?.adding(next.low)
    {
      total.low = sum
      total.high = sum
      unit = part.unit
      end = part.end
    }
    guard end > part.end else { return nil }
    let span = TextSpan(first.start, end)
    let limits = bounds.bounds(text, span, number: total, isDuration: true).apply(to: total)
    let count = Count(low: limits.low, high: limits.high, unit: unit, approx: limits.approx)
    return Reading(span: span, count: count, tags: .count, number: total)
  }

  private static let smaller: [String: (unit: String, count: Int)] = [
    "hour": ("minute", 60), "minute": ("second", 60), "year": ("month", 12), "day": ("hour", 24),
  ]
  private static let minute = "分".utf16.first ?? 0
  private static let and = Array("零又".utf16)

  private func start(_ text: QuantityText, _ index: Int) -> Int {
    let place = text.skippingBlank(index)
    return Self.and.contains(text[place]) ? place + 1 : place
  }

  /// The unit behind a number; 分 is one only between others.
  private func part(
    _ text: QuantityText, behind number: NumberReading
  ) -> (unit: String, end: Int)? {
    let place = text.skippingBlank(number.end)
    if let match = words.longest(text, at: place, QuantitySenses(.duration)) {
      return (words.code(match), match.end)
    }
    return text[place] == Self.minute ? ("minute", place + 1) : nil
  }

  private static func product(_ value: ExactDecimal, _ count: Int) -> ExactDecimal? {
    let (mantissa, overflow) = value.mantissa.multipliedReportingOverflow(by: Int64(count))
    return overflow ? nil : ExactDecimal(mantissa: mantissa, exponent: value.exponent)
  }
}
