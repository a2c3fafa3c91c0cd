/// Reads the wording of a time: 2024年3月21日, 去年底, 上周五, 第三季度, 2023Q3.
struct TimeParser: Sendable {
  let numerals: Numerals
  /// Words of times.
  let words: QuantityTrie
  /// Words of other quantities: lengths of time are among them.
  let measures: QuantityTrie

  static var initial: QuantitySenses {
    .year | .contextYear | .month | .contextMonth | .fiscalPrefix | .century | .half | .quarter
      | .quarters | .yearEdge | .monthEdge | .day | .contextDay | .week | .weekday | .weekend
      | .quarterShift | .contextQuarter | .context | .vague | .yearRest | .monthRest | .holiday
      | .plan | .reportPeriod
  }
  static var followers: QuantitySenses {
    .unitYear | .unitMonth | .unitDay | .unitQuarter | .decade | .range | .half | .quarter
      | .quarterOfYear | .quarters | .fiscalYear | .wholeYear
  }
  static var edge: QuantitySenses { QuantitySenses(.partEdge) }
  static var monthWord: QuantitySenses { .month | .contextMonth }
  static var range: QuantitySenses { QuantitySenses(.range) }
  static var weekday: QuantitySenses { .weekday | .weekend }
  static var holiday: QuantitySenses { QuantitySenses(.holiday) }
  static var recent: QuantitySenses { QuantitySenses(.recent) }

  /// Amount of words that mean the past even alone: 最近.
  static let orVague = -3

  /// Reads the time that `phrase` begins with, without zone, clock and range; false where there is
  /// none. In place: most places hold none, and a phrase is large.
  func read(_ text: QuantityText, into phrase: inout TimePhrase) -> Bool {
    let index = phrase.start
    if text.isDigit(index) {
      return takeArabic(text, &phrase) || takeHoliday(text, at: index, &phrase)
    }
    if let match = words.longest(text, at: index, Self.recent) {
      if takeSpan(text, match, &phrase) { return true }
      if match.amount == Self.orVague {
        phrase.other = .vague
        phrase.end = match.end
        return true
      }
    }
    guard let match = words.longest(text, at: index, Self.initial) else {
      let isOrdinal = text[index] == Self.ordinalMark
      return isOrdinal ? takeSpacedQuarter(text, &phrase) : takeChinese(text, &phrase)
    }
    if text.isLetter(index), text.isLetter(text.skippingBlankBackward(index) - 1) { return false }
    return take(text, match, &phrase)
  }

  /// A time that begins with a word.
  func take(
    _ text: QuantityText, _ match: QuantityMatch, _ phrase: inout TimePhrase
  ) -> Bool {
    switch match.sense {
    case .year, .contextYear:
      phrase.year = match.sense == .year ? .shift(match.amount) : .context(match.amount)
      phrase.end = match.end
      takeYearParts(text, &phrase)
      return true
    case .fiscalPrefix:
      guard let year = fullYear(text, at: text.skippingBlank(match.end)) else { return false }
      phrase.year = .fixed(year.value)
      phrase.end = year.end
      phrase.isFiscal = true
      takeYearParts(text, &phrase)
      return true
    case .month, .contextMonth:
      phrase.month = match.sense == .month ? .shift(match.amount) : .context(match.amount)
      phrase.end = match.end
      takeMonthParts(text, &phrase)
      return true
    case .day where text[match.end - 1] == 40: return takeNumberedDay(text, match, &phrase)
    case .holiday: return takeHoliday(text, at: phrase.start, &phrase)
    case .century: return takeCentury(text, match, &phrase)
    default: return takeWord(text, match, &phrase)
    }
  }

  /// A time that begins with Arabic digits: a year has four, the rest one or two.
  func takeArabic(_ text: QuantityText, _ phrase: inout TimePhrase) -> Bool {
    if let number = small(text, at: phrase.start) {
      guard isFollowed(text, number.end) else { return false }
      return takeDecade(text, number, &phrase) || takeShortYear(text, &phrase)
        || takeNumbered(text, number, &phrase)
    }
    guard let year = fullYear(text, at: phrase.start) else { return false }
    if takeNumericDate(text, year, &phrase) { return true }
    guard isFollowed(text, year.end) else { return false }
    return takeFullYear(text, year, &phrase)
  }

  /// A time that begins with a Chinese number.
  func takeChinese(_ text: QuantityText, _ phrase: inout TimePhrase) -> Bool {
    if let year = fullYear(text, at: phrase.start) { return takeFullYear(text, year, &phrase) }
    if takeWordedYear(text, &phrase) { return true }
    guard text[phrase.start] != Self.couple, let number = small(text, at: phrase.start),
      isFollowed(text, number.end)
    else { return false }
    return takeDecade(text, number, &phrase) || takeNumbered(text, number, &phrase)
      || takeQuarter(text, number, &phrase)
  }

  /// 两月 are two months, never February.
  static let couple = "两".utf16.first ?? 0

  func takeNumbered(
    _ text: QuantityText, _ number: (value: Int, end: Int), _ phrase: inout TimePhrase
  ) -> Bool {
    takeMonth(text, &phrase, number) || takeDay(text, &phrase, number, alone: true)
      || takeQuarterRange(text, at: phrase.start, &phrase)
  }

  /// Whether what stands behind a number can make it a time: most numbers end here.
  func isFollowed(_ text: QuantityText, _ end: Int) -> Bool {
    words.senses(text, at: text.skippingBlank(end)) & Self.followers.bits != 0
  }

  /// 昨天, 上周五, 近日, 年内; parts of a year without their year.
  func takeWord(
    _ text: QuantityText, _ match: QuantityMatch, _ phrase: inout TimePhrase
  ) -> Bool {
    phrase.end = match.end
    let amount = match.amount
    switch match.sense {
    case .day: phrase.day = .shift(amount)
    case .contextDay: phrase.day = .context(amount)
    case .week: takeWeekday(text, shift: amount, &phrase)
    case .weekday: phrase.other = .weekday(nil, amount)
    case .weekend: phrase.other = .weekend(nil)
    case .quarterShift: phrase.other = .quarterShift(amount)
    case .contextQuarter: phrase.other = .contextQuarter
    case .context: phrase.other = .same
    case .yearRest: phrase.other = .yearRest
    case .monthRest: phrase.other = .monthRest
    case .vague: phrase.other = .vague
    case .plan: phrase.other = .plan(amount)
    case .reportPeriod: phrase.other = .report
    case .monthEdge:
      phrase.month = .shift(0)
      take(match, &phrase)
    default: take(match, &phrase)
    }
    return true
  }

  /// 上周, 上周五, 上周末: the trie holds 周五, so the week's last character counts twice.
  func takeWeekday(_ text: QuantityText, shift: Int, _ phrase: inout TimePhrase) {
    phrase.other = .week(shift)
    for back in 0...2 {
      guard let match = words.longest(text, at: phrase.end - back, Self.weekday),
        match.end > phrase.end
      else { continue }
      phrase.other =
        match.sense == .weekday ? .weekday(shift, match.amount) : .weekend(shift)
      phrase.end = match.end
      return
    }
  }
}
