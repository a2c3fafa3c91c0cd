/// Lengths of time that are tied to the day of publication, and holidays: 过去五年, 春节假期.
extension TimeParser {
  static var duration: QuantitySenses { QuantitySenses(.duration) }
  static var holidaySpan: QuantitySenses { .holidaySpan | .contextDay }

  /// 过去五年, 近三个月, 未来两周, and 前5月: the amount of the word says which.
  func takeSpan(
    _ text: QuantityText, _ match: QuantityMatch, _ phrase: inout TimePhrase
  ) -> Bool {
    if match.amount == 0 { return takeLeadingMonths(text, &phrase) }
    if match.amount == -1, Self.passing.contains(text[phrase.start - 1]) { return false }
    let place = text[match.end] == Self.particle ? match.end + 1 : match.end
    guard let number = numerals.read(text, at: text.skippingBlank(place)), !number.isDigitString,
      number.low.isLess(than: ExactDecimal(mantissa: 1000)),
      let unit = measures.longest(text, at: text.skippingBlank(number.end), Self.duration),
      Self.isLong(measures.code(unit))
    else { return false }
    let isTail = Self.tails.contains(text[unit.end])
    if match.amount == -2, !isTail, isNearly(text, phrase.start, unit.end) { return false }
    phrase.end = isTail ? unit.end + 1 : unit.end
    phrase.other = .vague
    guard !number.isVague, !number.isRange, !number.isOver,
      let steps = Self.steps(number, measures.code(unit))
    else { return true }
    let sign = match.amount > 0 ? 1 : -1
    phrase.other = .span(months: steps.months * sign, days: steps.days * sign)
    return true
  }

  /// Months and days of a length of time; shorter ones are no stretch of the calendar.
  private static func steps(_ number: NumberReading, _ unit: String) -> (months: Int, days: Int)? {
    guard let count = number.low.smallInteger, (1...200).contains(count) else { return nil }
    switch unit {
    case "year": return (count * 12, 0)
    case "quarter": return (count * 3, 0)
    case "month": return (count, 0)
    case "week": return (0, count * 7)
    case "day": return (0, count)
    default: return nil
    }
  }

  private static func isLong(_ unit: String) -> Bool {
    ["year", "quarter", "month", "week", "day"].contains(unit)
  }

  /// 历时近三年, 从业近20年, 近三年时间: nearly so long. 近 heads a clause or stands behind 在, 创
  /// and their like, else it means that.
  private func isNearly(_ text: QuantityText, _ start: Int, _ end: Int) -> Bool {
    if Self.lengthTails.contains(text[end]) { return true }
    return text.isHan(start - 1) && !Self.heads.contains(text[start - 1])
  }

  private static let heads = Array("创在从于以对较是比".utf16)
  private static let lengthTails = Array("时前后之半余多".utf16)
  /// 已经过去两天, 即将过去的一年: the verb.
  private static let passing = Array("已经就将刚又才".utf16)
  private static let tails = Array("来间里内中".utf16)
  private static let particle = "的".utf16.first ?? 0

  /// 前5月, 前三个月 at the head of a clause: of the year.
  private func takeLeadingMonths(_ text: QuantityText, _ phrase: inout TimePhrase) -> Bool {
    let before = text.kind(phrase.start - 1)
    guard before != .han, before != .letter, before != .digit else { return false }
    return takeFirstMonths(text, at: phrase.start, &phrase)
  }

  /// 春节, 国庆假期, 双11.
  func takeHoliday(_ text: QuantityText, at index: Int, _ phrase: inout TimePhrase) -> Bool {
    guard let match = words.longest(text, at: index, Self.holiday) else { return false }
    phrase.end = match.end
    let span = words.longest(text, at: match.end, Self.holidaySpan)
    phrase.part = .holiday(match.amount, isLong: span?.sense == .holidaySpan)
    if let span { phrase.end = span.end }
    return true
  }

  /// 昨（15）日, 今(16日)晚: the number decides where it fits the word.
  func takeNumberedDay(
    _ text: QuantityText, _ match: QuantityMatch, _ phrase: inout TimePhrase
  ) -> Bool {
    guard let number = small(text, at: text.skippingBlank(match.end)),
      (1...31).contains(number.value)
    else { return false }
    var place = text.skippingBlank(number.end)
    if text[place] == Self.dayMark { place = text.skippingBlank(place + 1) }
    guard text[place] == 41 else { return false }
    phrase.day = .shift(match.amount)
    phrase.end = place + 1
    phrase.statedDay = number.value
    if Self.dayTails.contains(text[place + 1]) { phrase.end = place + 2 }
    return phrase.end > place + 1 || text[number.end] == Self.dayMark
  }

  private static let dayTails = Array("日天晚早晨".utf16)
}
