/// Numbers of years, months and days.
extension TimeParser {
  /// One or two digits, or a Chinese number below 100.
  func small(_ text: QuantityText, at index: Int) -> (value: Int, end: Int)? {
    if text.isDigit(index) {
      guard !text.isDigit(index - 1), !text.isDigit(index + 2) || !text.isDigit(index + 1)
      else { return nil }
      let first = Int(text[index]) - 48
      if !text.isDigit(index + 1) { return (first, index + 1) }
      return (first * 10 + Int(text[index + 1]) - 48, index + 2)
    }
    guard text.isHan(index), let number = numerals.read(text, at: index), number.hanCount < 4,
      !number.isBare, !number.isVague, !number.isOver, !number.isRange, !number.isDigitString,
      let value = number.low.smallInteger
    else { return nil }
    return (value, number.end)
  }

  /// `3月`, `1-3月`: one number, or two with a dash, then a word of `unit`.
  func counted(
    _ text: QuantityText, _ first: (value: Int, end: Int), _ unit: QuantitySenses, most: Int
  ) -> (first: Int, last: Int, match: QuantityMatch)? {
    guard (1...most).contains(first.value) else { return nil }
    if let match = words.longest(text, at: text.skippingBlank(first.end), unit) {
      return (first.value, 0, match)
    }
    guard let link = words.longest(text, at: text.skippingBlank(first.end), Self.range),
      let last = small(text, at: text.skippingBlank(link.end)), (1...most).contains(last.value),
      last.value > first.value,
      let match = words.longest(text, at: text.skippingBlank(last.end), unit)
    else { return nil }
    return (first.value, last.value, match)
  }

  static let yearMark = "年".utf16.first ?? 0
  /// 1800年前, 1700年历史: lengths of time.
  private static let yearTails = Array("前来历间的后".utf16)

  /// Four digits of a year from 1900 to 2099, Arabic or Chinese; with 年 behind them from 1600 on.
  func fullYear(_ text: QuantityText, at index: Int) -> (value: Int, end: Int)? {
    var value = 0
    for offset in 0..<4 {
      let place = index + offset
      if text.isDigit(place) {
        value = value * 10 + Int(text[place]) - 48
      } else if case .digit(let digit) = numerals.role(text, place) {
        value = value * 10 + Int(digit)
      } else {
        return nil
      }
    }
    guard (1600...2099).contains(value), !text.isDigit(index - 1), !text.isDigit(index + 4)
    else { return nil }
    if value < 1900 {
      guard text[index + 4] == Self.yearMark, !Self.yearTails.contains(text[index + 5])
      else { return nil }
    }
    return (value, index + 4)
  }
}

extension ExactDecimal {
  /// The value where it is a whole number from 0 to 9999.
  var smallInteger: Int? {
    guard exponent >= 0, exponent < 4, mantissa >= 0, mantissa < 10000 else { return nil }
    var value = Int(mantissa)
    for _ in 0..<exponent { value *= 10 }
    return value < 10000 ? value : nil
  }
}
