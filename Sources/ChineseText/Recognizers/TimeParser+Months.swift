/// Months and days: 3月21日, 1-3月, 12月底.
extension TimeParser {
  static var monthUnit: QuantitySenses { QuantitySenses(.unitMonth) }
  static var monthPart: QuantitySenses { .monthThird | .monthEdge | .partEdge }
  static var dayUnit: QuantitySenses { QuantitySenses(.unitDay) }

  /// 3月, 1-3月, with day, 上旬 or 底 behind it.
  func takeMonth(
    _ text: QuantityText, _ phrase: inout TimePhrase, _ number: (value: Int, end: Int)
  ) -> Bool {
    guard let found = counted(text, number, Self.monthUnit, most: 12) else { return false }
    phrase.month = .fixed(found.first)
    phrase.lastNumber = found.last
    phrase.end = found.match.end
    if found.last == 0 { takeMonthParts(text, &phrase) }
    return true
  }

  func takeMonthParts(_ text: QuantityText, _ phrase: inout TimePhrase) {
    if let number = small(text, at: text.skippingBlank(phrase.end)),
      takeDay(text, &phrase, number, alone: false)
    {
      return
    }
    if let match = words.longest(text, at: phrase.end, Self.monthPart) { take(match, &phrase) }
  }

  /// 21日, 18-24日; alone only 日, because 号 counts many things.
  func takeDay(
    _ text: QuantityText, _ phrase: inout TimePhrase, _ number: (value: Int, end: Int), alone: Bool
  ) -> Bool {
    if !alone, let end = plainDay(text, number) {
      phrase.day = .fixed(number.value)
      phrase.end = end
      return true
    }
    guard let found = counted(text, number, Self.dayUnit, most: 31) else { return false }
    if alone {
      guard text.isDigit(phrase.start), text[found.match.end - 1] == Self.dayMark,
        !Self.isLength(text, found.match.end), !Self.isAfterOrdinal(text, phrase.start)
      else { return false }
    }
    phrase.day = .fixed(found.first)
    phrase.lastNumber = found.last
    phrase.end = found.match.end
    return true
  }

  /// The later end of a range: 十二日 behind 一月十日至.
  func readEnd(_ text: QuantityText, at index: Int, of first: TimePhrase) -> TimePhrase? {
    var phrase = TimePhrase(start: index)
    if read(text, into: &phrase) { return phrase }
    guard first.day.isFixed, let number = small(text, at: index), let end = plainDay(text, number)
    else { return nil }
    phrase = TimePhrase(start: index)
    phrase.day = .fixed(number.value)
    phrase.end = end
    return phrase
  }

  /// The end of 21日 behind a month, where 日 can begin no other word: 3月5日报道, 3月5日电.
  private func plainDay(_ text: QuantityText, _ number: (value: Int, end: Int)) -> Int? {
    guard (1...31).contains(number.value) else { return nil }
    let place = text.skippingBlank(number.end)
    return text[place] == Self.dayMark ? place + 1 : nil
  }

  /// 30日内, 30 日后: a length of time.
  static func isLength(_ text: QuantityText, _ end: Int) -> Bool {
    lengthMarks.contains(text[text.skippingBlank(end)])
  }

  static let lengthMarks = Array("内后".utf16)
  static let dayMark = "日".utf16.first ?? 0
  /// 第11日, 连续11日, 首30日, 每月10日.
  static let ordinalMarks = Array("第续首每满近约月".utf16)
  static let ordinalMark = "第".utf16.first ?? 0

  static func isAfterOrdinal(_ text: QuantityText, _ index: Int) -> Bool {
    ordinalMarks.contains(text[index - 1]) || text[index - 1] == 46 || text.isLetter(index - 1)
  }
}
