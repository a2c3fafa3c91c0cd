/// Years and their parts: 2019-2021年, 90年代, 第三季度, 底, 前10个月.
extension TimeParser {
  static var yearUnit: QuantitySenses { QuantitySenses(.unitYear) }
  static var yearPart: QuantitySenses {
    .half | .quarter | .quarterOfYear | .quarters | .season | .yearEdge | .holiday
  }
  static var attached: QuantitySenses {
    .half | .quarter | .quarterOfYear | .quarters | .fiscalYear | .wholeYear
  }
  static var quarterWord: QuantitySenses { QuantitySenses(.quarter) }
  static var quarterUnit: QuantitySenses { QuantitySenses(.unitQuarter) }
  static var filler: QuantitySenses { .fiscalYear | .wholeYear }
  static var decade: QuantitySenses { QuantitySenses(.decade) }
  static var samePeriod: QuantitySenses { QuantitySenses(.samePeriod) }

  /// 2024-03-21, 2024/3/21, 2024.3.21.
  func takeNumericDate(
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
  func takeCentury(
    _ text: QuantityText, _ match: QuantityMatch, _ phrase: inout TimePhrase
  ) -> Bool {
    guard let number = small(text, at: match.end) else { return false }
    return takeDecade(text, number, century: match.amount * 100, &phrase)
  }

  /// 90年代; the 00s to 20s without a century are those of this one.
  func takeDecade(
    _ text: QuantityText, _ number: (value: Int, end: Int), century: Int? = nil,
    _ phrase: inout TimePhrase
  ) -> Bool {
    guard number.value % 10 == 0, number.value < 100,
      let match = words.longest(text, at: number.end, Self.decade)
    else { return false }
    let usual = number.value < 30 ? 2000 : 1900
    phrase.other = .decade((century ?? usual) + number.value)
    if century == nil, text.matches(Self.centuryMark, at: phrase.start - 2) {
      phrase.other =
        centuryBefore(text, phrase.start - 2).map { .decade($0 + number.value) } ?? .vague
    }
    phrase.end = match.end
    return true
  }

  /// The 1800 of 19世纪, 十九世纪 before a place.
  private func centuryBefore(_ text: QuantityText, _ end: Int) -> Int? {
    for start in [end - 2, end - 1] {
      guard let number = small(text, at: start), number.end == end, (16...21).contains(number.value)
      else { continue }
      return (number.value - 1) * 100
    }
    return nil
  }

  static let centuryMark = Array("世纪".utf16)

  /// 两千零四年, 二千年, 零八年.
  func takeWordedYear(_ text: QuantityText, _ phrase: inout TimePhrase) -> Bool {
    guard let number = numerals.read(text, at: phrase.start), !number.isBare, !number.isVague,
      !number.isOver, !number.isRange, let value = number.low.smallInteger
    else { return false }
    let isZero = numerals.role(text, phrase.start) == .digit(0) && number.end - phrase.start == 2
    guard (2000...2099).contains(value) || isZero && value < 10,
      let match = words.longest(text, at: number.end, Self.yearUnit)
    else { return false }
    phrase.year = .fixed(isZero ? 2000 + value : value)
    phrase.end = match.end
    takeYearParts(text, &phrase)
    return true
  }

  /// 2024年, 2019-2021年, 1990年代, 2023Q3, with what stands behind the year.
  func takeFullYear(
    _ text: QuantityText, _ year: (value: Int, end: Int), _ phrase: inout TimePhrase
  ) -> Bool {
    if year.value % 10 == 0, let match = words.longest(text, at: year.end, Self.decade) {
      phrase.other = .decade(year.value)
      phrase.end = match.end
      return true
    }
    let place = text.skippingBlank(year.end)
    if let match = words.longest(text, at: place, Self.yearUnit) {
      if Self.ages.contains(text[phrase.start - 1]) { return false }
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

  /// 距今2000年, 约2000年: a length of time.
  private static let ages = Array("今约近达逾超".utf16)

  /// The 2021年 of `2019-2021年`.
  func lastYear(
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
  func tail(_ text: QuantityText, at index: Int, of year: Int) -> (value: Int, end: Int)? {
    guard text.isDigit(index + 1), let number = small(text, at: index) else { return nil }
    return (year / 100 * 100 + number.value, number.end)
  }

  /// 24年3月, 23年底: two digits need a part of the year behind them.
  func takeShortYear(_ text: QuantityText, _ phrase: inout TimePhrase) -> Bool {
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
    guard trial.end > end || text[phrase.start] == 48 else { return false }
    phrase = trial
    return true
  }

  /// What may stand behind a year: 第三季度, 上半年, 底, 前10个月, 3月21日.
  func takeYearParts(_ text: QuantityText, _ phrase: inout TimePhrase) {
    if case .decade = phrase.other { return }
    if let match = words.longest(text, at: text.skippingBlank(phrase.end), Self.filler) {
      phrase.end = match.end
      if match.amount > 0 { phrase.isFiscal = true }
    }
    if phrase.lastNumber > 0 { return }
    let place = text.skippingBlank(phrase.end)
    if let match = words.longest(text, at: place, Self.yearPart) {
      if match.sense == .holiday {
        _ = takeHoliday(text, at: place, &phrase)
      } else {
        take(match, &phrase)
      }
    } else if let match = words.longest(text, at: phrase.end, Self.edge) {
      phrase.part = .yearEdge(match.amount)
      phrase.end = match.end
    } else if let match = words.longest(text, at: phrase.end, Self.samePeriod) {
      phrase.other = .samePeriod
      phrase.end = match.end
    } else {
      takeCountedParts(text, at: place, &phrase)
    }
  }

  /// 前10个月, 一至三季度, 第 2 季度, 3月 behind a year.
  func takeCountedParts(
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
  func takeSpacedQuarter(_ text: QuantityText, _ phrase: inout TimePhrase) -> Bool {
    var place = phrase.start
    if text[place] == Self.ordinalMark { place = text.skippingBlank(place + 1) }
    return small(text, at: place).map { takeQuarter(text, $0, &phrase) } ?? false
  }

  func takeQuarter(
    _ text: QuantityText, _ number: (value: Int, end: Int), _ phrase: inout TimePhrase
  ) -> Bool {
    guard (1...4).contains(number.value),
      let match = words.longest(text, at: text.skippingBlank(number.end), Self.quarterUnit)
    else { return false }
    phrase.part = .quarter(number.value)
    phrase.end = match.end
    return true
  }

  func merge(_ inner: TimePhrase, _ phrase: inout TimePhrase) {
    phrase.month = inner.month
    phrase.day = inner.day
    phrase.part = inner.part
    phrase.isFiscal = phrase.isFiscal || inner.isFiscal
    phrase.lastNumber = inner.lastNumber
    phrase.end = inner.end
  }

  /// 前10个月, 前5月.
  func takeFirstMonths(
    _ text: QuantityText, at index: Int, _ phrase: inout TimePhrase
  ) -> Bool {
    guard text[index] == Self.front,
      let number = small(text, at: text.skippingBlank(index + 1)),
      (1...12).contains(number.value)
    else { return false }
    var place = text.skippingBlank(number.end)
    if numerals.role(text, place) == .link { place += 1 }
    guard let match = words.longest(text, at: place, Self.monthUnit) else { return false }
    phrase.part = .months(number.value)
    phrase.end = match.end
    return true
  }

  static let front = "前".utf16.first ?? 0

  /// 一至三季度.
  func takeQuarterRange(
    _ text: QuantityText, at index: Int, _ phrase: inout TimePhrase
  ) -> Bool {
    guard let first = small(text, at: index), (1...3).contains(first.value),
      let link = words.longest(text, at: first.end, Self.range),
      let match = words.longest(text, at: link.end, QuantitySenses(.quarter)),
      match.amount % 10 > first.value
    else { return false }
    phrase.part = .quarter(first.value)
    phrase.lastNumber = match.amount % 10
    phrase.end = match.end
    return true
  }

  func take(_ match: QuantityMatch, _ phrase: inout TimePhrase) {
    phrase.end = match.end
    let amount = match.amount
    switch match.sense {
    case .half: phrase.part = .half(amount)
    case .quarter, .quarterOfYear:
      phrase.part = .quarter(amount % 10)
      if amount > 10 { phrase.isFiscal = true }
    case .quarters: phrase.part = .quarters(amount)
    case .season: phrase.part = .season(amount)
    case .yearEdge: phrase.part = .yearEdge(amount)
    case .monthThird: phrase.part = .monthThird(amount)
    case .monthEdge, .partEdge: phrase.part = .monthEdge(amount)
    default: break
    }
  }
}
