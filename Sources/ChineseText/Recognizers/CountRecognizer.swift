/// Reads shares, counts and lengths of time: 10%, 三成, 1200人, 5款, 6个月, 三分之一.
struct CountRecognizer: Sendable {
  let numerals: Numerals
  let words: QuantityTrie
  let bounds: BoundFinder

  /// A count with its place.
  struct Reading {
    let span: TextSpan
    let count: Count
    let tags: WordTags
    /// The number without its unit.
    let number: NumberReading
    var isDuration = false
  }

  private static var measures: QuantitySenses {
    .count | .model | .duration | .durationOver | .percent | .tenth | .halfShare
  }
  private static var noun: QuantitySenses { QuantitySenses(.noun) }
  private static var range: QuantitySenses { QuantitySenses(.range) }

  /// The count that begins with `number`.
  func read(_ text: QuantityText, _ number: NumberReading) -> Reading? {
    if let fraction = fraction(text, number) { return fraction }
    guard !number.isDigitString, !number.hasLeadingZero, !isOrdinal(text, number.start) else {
      return nil
    }
    let own = measure(text, behind: number)
    if let range = readRange(text, number, own) { return range }
    if let compound = compound(text, number) { return compound }
    guard let match = own, isCountable(text, number, match) else { return nil }
    return reading(text, number, to: number, match)
  }

  /// 第3家, 前20名.
  private func isOrdinal(_ text: QuantityText, _ start: Int) -> Bool {
    Self.ordinals.contains(text[text.skippingBlankBackward(start) - 1])
  }

  private static let ordinals = Array("第前".utf16)

  private func measure(_ text: QuantityText, behind number: NumberReading) -> QuantityMatch? {
    let place =
      number.hanCount > 0 && !text.isDigit(number.start) && !number.isBare
      ? number.end : text.skippingBlank(number.end)
    if let match = words.longest(text, at: place, Self.measures) { return match }
    guard number.hanCount > 0 || !number.isPlain || number.isLarge,
      let noun = words.longest(text, at: place, Self.noun)
    else { return nil }
    return noun.ending(at: number.end)
  }

  /// 一家 and 一个 only make a noun definite; 百家 and 万人 need more to be a number.
  private func isCountable(
    _ text: QuantityText, _ number: NumberReading, _ match: QuantityMatch
  ) -> Bool {
    let length = number.end - number.start
    if match.sense == .model, Self.isYear(number) { return false }
    let isNoun = match.sense == .noun
    if isNoun || match.sense == .count || match.sense == .model, number.hanCount == 1, length == 1 {
      if number.low == .one, !number.isVague { return false }
      if text[number.start] == Self.second { return false }
      if number.low.exponent < 0 { return false }
      if number.isBare { return isBounded(text, number) }
    }
    if match.sense == .tenth {
      return (number.low.exponent >= 0 || number.hanCount > 0)
        && number.low.isLess(than: ExactDecimal(mantissa: 11))
    }
    if match.sense == .halfShare { return number.low == .one && length == 1 }
    if match.sense == .duration, number.isBare, length == 1 { return isBounded(text, number) }
    return true
  }

  /// 二手, 二次: with a measure 二 is an ordinal; two of something are 两.
  private static let second = "二".utf16.first ?? 0

  /// 2026 款.
  private static func isYear(_ number: NumberReading) -> Bool {
    guard number.isPlain, let value = number.low.smallInteger else { return false }
    return (1990...2050).contains(value)
  }

  private func isBounded(_ text: QuantityText, _ number: NumberReading) -> Bool {
    let around = bounds.bounds(text, TextSpan(number.start, number.end), number: number)
    return !around.effects.isEmpty
  }

  /// 3-5家, 10%至20%, 三到五成.
  private func readRange(
    _ text: QuantityText, _ first: NumberReading, _ own: QuantityMatch?
  ) -> Reading? {
    let end = own?.end ?? first.end
    guard let link = words.longest(text, at: text.skippingBlank(end), Self.range),
      var second = numerals.read(text, at: text.skippingBlank(link.end)), !second.isDigitString,
      !second.hasLeadingZero, let match = measure(text, behind: second),
      own.map({ words.code($0) == words.code(match) }) ?? true
    else { return nil }
    second.start = first.start
    var low = first
    if own == nil { low.inheritScale(of: second) }
    guard low.low.isLess(than: second.high), own != nil || !low.isBare else { return nil }
    if own == nil, low.scale == 0, second.scale >= 4,
      !second.low.shifted(by: -3).isLess(than: low.low)
    {
      return nil
    }
    return reading(text, low, to: second, match)
  }

  private func reading(
    _ text: QuantityText, _ first: NumberReading, to last: NumberReading, _ match: QuantityMatch
  ) -> Reading {
    var low = first
    var high = last
    var end = match.end
    let isDuration = match.sense == .duration || match.sense == .durationOver
    if isDuration || match.sense == .tenth { takeHalf(text, &end, &low, &high) }
    if match.sense == .durationOver { low.isOver = true }
    if match.sense == .halfShare {
      low.low = ExactDecimal(mantissa: 50)
      low.high = low.low
    }
    if match.amount != 0 {
      low.multiply(by: match.amount)
      high.multiply(by: match.amount)
    }
    let isNegative = match.sense == .percent && isMinus(text, first.start - 1)
    let span = TextSpan(first.start - (isNegative ? 1 : 0), end)
    let limits = limit(text, span, low, high, isDuration: isDuration)
    var count = Count(
      low: limits.low, high: limits.high, unit: words.code(match), approx: limits.approx)
    if isNegative { (count.low, count.high) = (count.high?.negated, count.low?.negated) }
    let isShare = match.sense == .percent || match.sense == .tenth || match.sense == .halfShare
    return Reading(
      span: span, count: count, tags: isShare ? .percent : .count, number: low,
      isDuration: isDuration)
  }

  private func limit(
    _ text: QuantityText, _ span: TextSpan, _ low: NumberReading, _ high: NumberReading,
    isDuration: Bool
  ) -> (low: ExactDecimal?, high: ExactDecimal?, approx: Bool) {
    let around = bounds.bounds(text, span, number: low, isDuration: isDuration)
    if low.end != high.end {
      return (low.low, high.high, around.effects.contains(.about) || low.isVague || high.isVague)
    }
    return around.apply(to: low)
  }

  /// A minus sign with nothing before it that it could join.
  private func isMinus(_ text: QuantityText, _ index: Int) -> Bool {
    if text.isNegation(index) { return true }
    guard text[index] == 45 else { return false }
    switch text.kind(index - 1) {
    case .han, .space, .open, .comma, .other: return true
    default: return false
    }
  }

  /// 一年半, 六成半, 三年多.
  private func takeHalf(
    _ text: QuantityText, _ end: inout Int, _ low: inout NumberReading,
    _ high: inout NumberReading
  ) {
    let half = ExactDecimal(mantissa: 5, exponent: -1)
    switch numerals.role(text, end) {
    case .half:
      guard let a = low.low.adding(half), let b = high.high.adding(half) else { return }
      low.low = a
      low.high = low.high.adding(half) ?? a
      high.high = b
      end += 1
    case .over:
      low.isOver = true
      high.isOver = true
      end += 1
    default: return
    }
  }

  // MARK: Fractions

  /// 百分之十, 三分之一, 百分之三十到五十.
  private func fraction(_ text: QuantityText, _ lower: NumberReading) -> Reading? {
    guard text.matches(Self.partsOf, at: lower.end), !lower.isVague,
      let upper = numerals.read(text, at: lower.end + 2), !upper.isDigitString
    else { return nil }
    guard let scaled = Self.percent(upper.low, of: lower),
      let most = Self.percent(upper.high, of: lower)
    else { return nil }
    var number = upper
    number.start = lower.start
    number.low = scaled.value
    number.high = most.value
    number.isBare = false
    takeUpperEnd(text, of: lower, &number)
    let span = TextSpan(lower.start, number.end)
    let limits = limit(text, span, number, number, isDuration: false)
    let count = Count(
      low: limits.low, high: limits.high, unit: "percent",
      approx: limits.approx || !scaled.isExact)
    return Reading(span: span, count: count, tags: .percent, number: number)
  }

  /// 百分之三十到四十.
  private func takeUpperEnd(
    _ text: QuantityText, of lower: NumberReading, _ number: inout NumberReading
  ) {
    guard let link = words.longest(text, at: number.end, Self.range),
      let last = numerals.read(text, at: link.end), !last.isDigitString,
      let most = Self.percent(last.high, of: lower), number.low.isLess(than: most.value),
      words.longest(text, at: last.end, Self.measures) == nil
    else { return }
    number.high = most.value
    number.end = last.end
  }

  private static let partsOf = Array("分之".utf16)

  /// The share in per cent, to two places.
  private static func percent(
    _ upper: ExactDecimal, of lower: NumberReading
  ) -> (value: ExactDecimal, isExact: Bool)? {
    if lower.low.mantissa == 1 {
      return (upper.shifted(by: 2 - lower.low.exponent), true)
    }
    guard let parts = lower.low.smallInteger, parts > 0, let share = upper.smallInteger
    else { return nil }
    let value = ExactDecimal(mantissa: Int64(share * 10000 / parts), exponent: -2)
    return (value, share * 10000 % parts == 0)
  }
}
