/// Reads the wording of a time: 2024年3月21日, 去年底, 上周五, 第三季度, 2023Q3.
struct TimeParser: Sendable {
  let numerals: Numerals
  let words: QuantityTrie

  private static var initial: QuantitySenses {
    .year | .contextYear | .month | .contextMonth | .fiscalPrefix | .century | .half | .quarter
      | .quarters | .yearEdge | .monthEdge | .day | .contextDay | .week | .weekday | .quarterShift
      | .contextQuarter | .context | .vague | .yearRest | .monthRest
  }
  private static var followers: QuantitySenses {
    .unitYear | .unitMonth | .unitDay | .unitQuarter | .decade | .range | .half | .quarter
      | .quarterOfYear | .quarters | .fiscalYear | .wholeYear
  }
  private static var yearUnit: QuantitySenses { QuantitySenses(.unitYear) }
  private static var yearPart: QuantitySenses {
    .half | .quarter | .quarterOfYear | .quarters | .season | .yearEdge
  }
  private static var attached: QuantitySenses {
    .half | .quarter | .quarterOfYear | .quarters | .fiscalYear | .wholeYear
  }
  private static var quarterWord: QuantitySenses { QuantitySenses(.quarter) }
  private static var quarterUnit: QuantitySenses { QuantitySenses(.unitQuarter) }
  private static var filler: QuantitySenses { .fiscalYear | .wholeYear }
  private static var edge: QuantitySenses { QuantitySenses(.partEdge) }
  private static var monthWord: QuantitySenses { .month | .contextMonth }
  private static var monthUnit: QuantitySenses { QuantitySenses(.unitMonth) }
  private static var monthPart: QuantitySenses { .monthThird | .monthEdge | .partEdge }
  private static var dayUnit: QuantitySenses { QuantitySenses(.unitDay) }
  private static var decade: QuantitySenses { QuantitySenses(.decade) }
  private static var samePeriod: QuantitySenses { QuantitySenses(.samePeriod) }
  private static var range: QuantitySenses { QuantitySenses(.range) }
  private static var weekday: QuantitySenses { .weekday | .weekend }

  /// The time that begins at `index`, without zone, clock and range.
  func read(_ text: QuantityText, at index: Int) -> TimePhrase? {
    var phrase = TimePhrase(start: index)
    if text.isDigit(index) { return takeArabic(text, &phrase) ? phrase : nil }
    guard let match = words.longest(text, at: index, Self.initial) else {
      let isRead = takeChinese(text, &phrase) || takeSpacedQuarter(text, &phrase)
      return isRead ? phrase : nil
    }
    if text.isLetter(index), text.isLetter(text.skippingBlankBackward(index) - 1) { return nil }
    return take(text, match, &phrase) ? phrase : nil
  }

  /// A time that begins with a word.
  private func take(
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
      takeYearParts(text, &phrase)
      return true
    case .month, .contextMonth:
      phrase.month = match.sense == .month ? .shift(match.amount) : .context(match.amount)
      phrase.end = match.end
      takeMonthParts(text, &phrase)
      return true
    case .century: return takeCentury(text, match, &phrase)
    default: return takeWord(text, match, &phrase)
    }
  }

  /// A time that begins with Arabic digits: a year has four, the rest one or two.
  private func takeArabic(_ text: QuantityText, _ phrase: inout TimePhrase) -> Bool {
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
  private func takeChinese(_ text: QuantityText, _ phrase: inout TimePhrase) -> Bool {
    if let year = fullYear(text, at: phrase.start) { return takeFullYear(text, year, &phrase) }
    guard let number = small(text, at: phrase.start), isFollowed(text, number.end) else {
      return false
    }
    return takeDecade(text, number, &phrase) || takeNumbered(text, number, &phrase)
  }

  private func takeNumbered(
    _ text: QuantityText, _ number: (value: Int, end: Int), _ phrase: inout TimePhrase
  ) -> Bool {
    takeMonth(text, &phrase, number) || takeDay(text, &phrase, number, alone: true)
      || takeQuarterRange(text, at: phrase.start, &phrase)
  }

  /// Whether what stands behind a number can make it a time: most numbers end here.
  private func isFollowed(_ text: QuantityText, _ end: Int) -> Bool {
    words.senses(text, at: text.skippingBlank(end)) & Self.followers.bits != 0
  }

  // MARK: Numbers

  /// One or two digits, or a Chinese number below 100.
  private func small(_ text: QuantityText, at index: Int) -> (value: Int, end: Int)? {
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
  private func counted(
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

  /// Four digits of a year from 1900 to 2099, Arabic or Chinese.
  private func fullYear(_ text: QuantityText, at index: Int) -> (value: Int, end: Int)? {
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
    guard (1900...2099).contains(value), !text.isDigit(index - 1), !text.isDigit(index + 4)
    else { return nil }
    return (value, index + 4)
  }

  // MARK: Years

  /// 2024-03-21, 2024/3/21, 2024.3.21.
  private func takeNumericDate(
    _ text: QuantityText, _ year: (value: Int, end: Int), _ phrase: inout TimePhrase
  ) -> Bool {
    let mark = text[year.end]
    guard mark == 45 || mark == 46 || mark == 47, text.isDigit(year.end + 1),
      let month = small(text, at: year.end + 1),
      text[month.end] == mark, text.isDigit(month.end + 1),
      let day = small(text, at: month.end + 1), !text.isDigit(day.end), text[day.end] != mark,
      !text.isLetter(day.end), CalendarDate(year.value, month.value, day.value) != nil
    else { return false }
    phrase.year = .fixed(year.value)
    phrase.month = .fixed(month.value)
    phrase.day = .fixed(day.value)
    phrase.end = day.end
    return true
  }

  /// 上世纪90年代.
  private func takeCentury(
    _ text: QuantityText, _ match: QuantityMatch, _ phrase: inout TimePhrase
  ) -> Bool {
    guard let number = small(text, at: match.end) else { return false }
    return takeDecade(text, number, century: match.amount * 100, &phrase)
  }

  /// 90年代; the 00s to 20s without a century are those of this one.
  private func takeDecade(
    _ text: QuantityText, _ number: (value: Int, end: Int), century: Int? = nil,
    _ phrase: inout TimePhrase
  ) -> Bool {
    guard number.value % 10 == 0, number.value < 100,
      let match = words.longest(text, at: number.end, Self.decade)
    else { return false }
    let usual = number.value < 30 ? 2000 : 1900
    phrase.other = .decade((century ?? usual) + number.value)
    phrase.end = match.end
    return true
  }

  /// 2024年, 2019-2021年, 1990年代, 2023Q3, with what stands behind the year.
  private func takeFullYear(
    _ text: QuantityText, _ year: (value: Int, end: Int), _ phrase: inout TimePhrase
  ) -> Bool {
    if year.value % 10 == 0, let match = words.longest(text, at: year.end, Self.decade) {
      phrase.other = .decade(year.value)
      phrase.end = match.end
      return true
    }
    let place = text.skippingBlank(year.end)
    if let match = words.longest(text, at: place, Self.yearUnit) {
      phrase.end = match.end
    } else if let last = lastYear(text, behind: year) {
      phrase.lastNumber = last.value
      phrase.end = last.end
    } else if words.longest(text, at: place, Self.attached) != nil {
      phrase.end = year.end
    } else {
      return false
    }
    phrase.year = .fixed(year.value)
    takeYearParts(text, &phrase)
    return true
  }

  /// The 2021年 of `2019-2021年`.
  private func lastYear(
    _ text: QuantityText, behind year: (value: Int, end: Int)
  ) -> (value: Int, end: Int)? {
    guard let link = words.longest(text, at: text.skippingBlank(year.end), Self.range),
      let last = fullYear(text, at: text.skippingBlank(link.end))
        ?? tail(text, at: link.end, of: year.value),
      last.value > year.value
    else { return nil }
    let place = text.skippingBlank(last.end)
    guard
      let match = words.longest(text, at: place, Self.yearUnit)
        ?? words.longest(text, at: place, Self.filler)
    else { return nil }
    return (last.value, match.end)
  }

  /// The 23 of `2021-23年`.
  private func tail(_ text: QuantityText, at index: Int, of year: Int) -> (value: Int, end: Int)? {
    guard text.isDigit(index + 1), let number = small(text, at: index) else { return nil }
    return (year / 100 * 100 + number.value, number.end)
  }

  /// 24年3月, 23年底: two digits need a part of the year behind them.
  private func takeShortYear(_ text: QuantityText, _ phrase: inout TimePhrase) -> Bool {
    guard text.isDigit(phrase.start), text.isDigit(phrase.start + 1),
      let number = small(text, at: phrase.start), number.value < 60 || number.value > 69
    else { return false }
    var trial = phrase
    if let match = words.longest(text, at: number.end, Self.yearUnit) {
      trial.end = match.end
    } else if words.longest(text, at: number.end, Self.quarterWord) != nil {
      trial.end = number.end
    } else {
      return false
    }
    trial.year = .fixed(number.value < 60 ? 2000 + number.value : 1900 + number.value)
    let end = trial.end
    takeYearParts(text, &trial)
    guard trial.end > end else { return false }
    phrase = trial
    return true
  }

  /// What may stand behind a year: 第三季度, 上半年, 底, 前10个月, 3月21日.
  private func takeYearParts(_ text: QuantityText, _ phrase: inout TimePhrase) {
    if case .decade = phrase.other { return }
    if let match = words.longest(text, at: text.skippingBlank(phrase.end), Self.filler) {
      phrase.end = match.end
    }
    if phrase.lastNumber > 0 { return }
    let place = text.skippingBlank(phrase.end)
    if let match = words.longest(text, at: place, Self.yearPart) {
      take(match, &phrase)
    } else if let match = words.longest(text, at: phrase.end, Self.edge) {
      phrase.part = .yearEdge(match.amount)
      phrase.end = match.end
    } else if let match = words.longest(text, at: phrase.end, Self.samePeriod) {
      phrase.other = .vague
      phrase.end = match.end
    } else {
      takeCountedParts(text, at: place, &phrase)
    }
  }

  /// 前10个月, 一至三季度, 第 2 季度, 3月 behind a year.
  private func takeCountedParts(
    _ text: QuantityText, at place: Int, _ phrase: inout TimePhrase
  ) {
    if takeFirstMonths(text, at: place, &phrase) || takeQuarterRange(text, at: place, &phrase) {
      return
    }
    var inner = TimePhrase(start: place)
    inner.year = phrase.year
    if takeSpacedQuarter(text, &inner) { return merge(inner, &phrase) }
    if let match = words.longest(text, at: place, Self.monthWord), match.sense == .month { return }
    if let number = small(text, at: place), takeMonth(text, &inner, number) {
      merge(inner, &phrase)
    }
  }

  /// 第 2 季度, with blanks.
  private func takeSpacedQuarter(_ text: QuantityText, _ phrase: inout TimePhrase) -> Bool {
    var place = phrase.start
    if text[place] == Self.ordinalMark { place = text.skippingBlank(place + 1) }
    guard let number = small(text, at: place), (1...4).contains(number.value),
      let match = words.longest(text, at: text.skippingBlank(number.end), Self.quarterUnit)
    else { return false }
    phrase.part = .quarter(number.value)
    phrase.end = match.end
    return true
  }

  private func merge(_ inner: TimePhrase, _ phrase: inout TimePhrase) {
    phrase.month = inner.month
    phrase.day = inner.day
    phrase.part = inner.part
    phrase.lastNumber = inner.lastNumber
    phrase.end = inner.end
  }

  /// 前10个月, 前5月.
  private func takeFirstMonths(
    _ text: QuantityText, at index: Int, _ phrase: inout TimePhrase
  ) -> Bool {
    guard text[index] == Self.front, let number = small(text, at: index + 1),
      (1...12).contains(number.value)
    else { return false }
    var place = number.end
    if numerals.role(text, place) == .link { place += 1 }
    guard let match = words.longest(text, at: place, Self.monthUnit) else { return false }
    phrase.part = .months(number.value)
    phrase.end = match.end
    return true
  }

  private static let front = "前".utf16.first ?? 0

  /// 一至三季度.
  private func takeQuarterRange(
    _ text: QuantityText, at index: Int, _ phrase: inout TimePhrase
  ) -> Bool {
    guard let first = small(text, at: index), (1...3).contains(first.value),
      let link = words.longest(text, at: first.end, Self.range),
      let match = words.longest(text, at: link.end, QuantitySenses(.quarter)),
      match.amount > first.value
    else { return false }
    phrase.part = .quarter(first.value)
    phrase.lastNumber = match.amount
    phrase.end = match.end
    return true
  }

  private func take(_ match: QuantityMatch, _ phrase: inout TimePhrase) {
    phrase.end = match.end
    let amount = match.amount
    switch match.sense {
    case .half: phrase.part = .half(amount)
    case .quarter, .quarterOfYear: phrase.part = .quarter(amount)
    case .quarters: phrase.part = .quarters(amount)
    case .season: phrase.part = .season(amount)
    case .yearEdge: phrase.part = .yearEdge(amount)
    case .monthThird: phrase.part = .monthThird(amount)
    case .monthEdge, .partEdge: phrase.part = .monthEdge(amount)
    default: break
    }
  }

  // MARK: Months and days

  /// 3月, 1-3月, with day, 上旬 or 底 behind it.
  private func takeMonth(
    _ text: QuantityText, _ phrase: inout TimePhrase, _ number: (value: Int, end: Int)
  ) -> Bool {
    guard let found = counted(text, number, Self.monthUnit, most: 12) else { return false }
    phrase.month = .fixed(found.first)
    phrase.lastNumber = found.last
    phrase.end = found.match.end
    if found.last == 0 { takeMonthParts(text, &phrase) }
    return true
  }

  private func takeMonthParts(_ text: QuantityText, _ phrase: inout TimePhrase) {
    if let number = small(text, at: text.skippingBlank(phrase.end)),
      takeDay(text, &phrase, number, alone: false)
    {
      return
    }
    if let match = words.longest(text, at: phrase.end, Self.monthPart) { take(match, &phrase) }
  }

  /// 21日, 18-24日; alone only 日, because 号 counts many things.
  private func takeDay(
    _ text: QuantityText, _ phrase: inout TimePhrase, _ number: (value: Int, end: Int), alone: Bool
  ) -> Bool {
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

  /// 30日内, 30 日后: a length of time.
  private static func isLength(_ text: QuantityText, _ end: Int) -> Bool {
    lengthMarks.contains(text[text.skippingBlank(end)])
  }

  private static let lengthMarks = Array("内后".utf16)
  private static let dayMark = "日".utf16.first ?? 0
  private static let ordinalMark = "第".utf16.first ?? 0

  private static func isAfterOrdinal(_ text: QuantityText, _ index: Int) -> Bool {
    text[index - 1] == ordinalMark || text[index - 1] == 46 || text.isLetter(index - 1)
  }

  // MARK: Words

  /// 昨天, 上周五, 近日, 年内; parts of a year without their year.
  private func takeWord(
    _ text: QuantityText, _ match: QuantityMatch, _ phrase: inout TimePhrase
  ) -> Bool {
    phrase.end = match.end
    let amount = match.amount
    switch match.sense {
    case .day: phrase.day = .shift(amount)
    case .contextDay: phrase.day = .context(amount)
    case .week: takeWeekday(text, shift: amount, &phrase)
    case .weekday: phrase.other = .weekday(nil, amount)
    case .quarterShift: phrase.other = .quarterShift(amount)
    case .contextQuarter: phrase.other = .contextQuarter
    case .context: phrase.other = .same
    case .yearRest: phrase.other = .yearRest
    case .monthRest: phrase.other = .monthRest
    case .vague: phrase.other = .vague
    case .monthEdge:
      phrase.month = .shift(0)
      take(match, &phrase)
    default: take(match, &phrase)
    }
    return true
  }

  /// 上周, 上周五, 上周末: the trie holds 周五, so the week's last character counts twice.
  private func takeWeekday(_ text: QuantityText, shift: Int, _ phrase: inout TimePhrase) {
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

extension ExactDecimal {
  /// The value where it is a whole number from 0 to 9999.
  var smallInteger: Int? {
    guard exponent >= 0, exponent < 4, mantissa >= 0, mantissa < 10000 else { return nil }
    var value = Int(mantissa)
    for _ in 0..<exponent { value *= 10 }
    return value < 10000 ? value : nil
  }
}
