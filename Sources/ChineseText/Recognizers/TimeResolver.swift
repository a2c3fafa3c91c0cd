/// Ties a time's wording to the calendar, as far as the text and the day of publication allow.
struct TimeResolver {
  let published: CalendarDate?
  let context: TimeContext
  /// Whether the clause speaks of what is to come.
  let isFuture: Bool

  private typealias Stretch = (
    start: CalendarDate, end: CalendarDate, grain: TimeValue.Grain, approx: Bool
  )

  /// The value of a phrase, and of the range that two phrases make.
  func resolve(_ first: TimePhrase, to second: TimePhrase?) -> TimeValue {
    var value = resolve(first)
    guard var last = second else { return close(value, first) }
    inherit(from: first, value, &last)
    let end = resolve(last)
    value.grain = end.grain == value.grain && Self.joins(value.grain) ? value.grain : .period
    value.end = end.end
    if let start = value.start, let stop = end.end, stop < start {
      value.end = Self.nextYear(stop)
    }
    return value
  }

  private func close(_ value: TimeValue, _ phrase: TimePhrase) -> TimeValue {
    guard phrase.isOpen else { return value }
    var open = value
    open.end = published.map { max($0, value.start ?? $0) }
    open.grain = .period
    return open
  }

  /// Halves and quarters in a row are no half and no quarter any more.
  private static func joins(_ grain: TimeValue.Grain) -> Bool {
    grain != .half && grain != .quarter
  }

  private static func nextYear(_ date: CalendarDate) -> CalendarDate? {
    CalendarDate(date.year + 1, date.month, date.day) ?? date
  }

  /// 3月18日至24日: the second end takes year and month of the first.
  private func inherit(from first: TimePhrase, _ value: TimeValue, _ last: inout TimePhrase) {
    if case .weekday(nil, let day) = last.other, case .weekday(let shift, _) = first.other {
      last.other = .weekday(shift, day)
    }
    guard last.other == .none, last.year == .none, let start = value.start else { return }
    if case .shift = last.day { return }
    if case .context = last.day { return }
    last.year = .fixed(start.year)
    if last.month == .none, last.day != .none { last.month = .fixed(start.month) }
    if case .shift = last.month { last.year = .none }
  }

  private func resolve(_ phrase: TimePhrase) -> TimeValue {
    if phrase.other != .none { return resolveOther(phrase) }
    switch phrase.day {
    case .shift(let days): return day(published?.adding(days: days), .published)
    case .context(let days):
      let base = context.lastDay ?? (days == 0 ? published : nil)
      return day(base?.adding(days: days), .context)
    default: break
    }
    switch phrase.month {
    case .shift(let months):
      return monthValue(phrase, published?.firstOfMonth(adding: months), .published)
    case .context(let months):
      let base = context.last.flatMap { $0.grain == .year ? nil : $0.start }
      return monthValue(phrase, base?.firstOfMonth(adding: months), .context)
    case .none where phrase.day != .none: return dayOfMonth(phrase)
    default: return yearValue(phrase)
    }
  }

  // MARK: Years

  private func yearValue(_ phrase: TimePhrase) -> TimeValue {
    switch phrase.year {
    case .fixed(let year): return value(phrase, year, .explicit)
    case .shift(let years): return value(phrase, published.map { $0.year + years }, .published)
    case .context(let years):
      return value(phrase, context.last?.start.map { $0.year + years }, .context)
    case .none:
      if let year = sentenceYear(phrase) { return value(phrase, year, .context) }
      return value(phrase, nearestYear(phrase), .published)
    }
  }

  /// 2022年3月加入，5月离职: the sentence's own year holds for what follows.
  private func sentenceYear(_ phrase: TimePhrase) -> Int? {
    guard context.sentenceYear > 0 else { return nil }
    guard case .fixed(let month) = phrase.month else { return context.sentenceYear }
    guard context.sentenceIsFine else { return nil }
    let isLater = context.sentenceMonth > month
    let year = context.sentenceYear + (isLater ? 1 : 0)
    if isLater, let published, let stretch = stretch(phrase, year: year), stretch.start > published
    {
      return isFuture ? year : context.sentenceYear
    }
    return year
  }

  /// The nearest past year of a stretch, or in the future the nearest one to come.
  private func nearestYear(_ phrase: TimePhrase) -> Int? {
    guard let published else { return nil }
    let years = [published.year - 1, published.year, published.year + 1]
    if isFuture {
      return years.first { year in
        stretch(phrase, year: year).map { $0.end >= published } ?? false
      }
    }
    let limit = published.adding(days: 1)
    return years.last { year in
      guard let found = stretch(phrase, year: year) else { return false }
      return (phrase.part.isCompleted ? found.end : found.start) <= limit
    }
  }

  private func value(
    _ phrase: TimePhrase, _ year: Int?, _ anchor: TimeValue.Anchor
  ) -> TimeValue {
    let grain = self.grain(phrase)
    guard let year, let found = stretch(phrase, year: year) else {
      return TimeValue(start: nil, end: nil, grain: grain, anchor: anchor)
    }
    return TimeValue(
      start: found.start, end: found.end, grain: found.grain, approx: found.approx,
      anchor: anchor)
  }

  private func grain(_ phrase: TimePhrase) -> TimeValue.Grain {
    stretch(phrase, year: 2024)?.grain ?? .period
  }

  /// The days of a phrase in a given year.
  private func stretch(_ phrase: TimePhrase, year: Int) -> Stretch? {
    switch phrase.part {
    case .half(let half): return months(year, half * 6 - 5, half * 6, .half)
    case .quarter(let quarter): return months(year, quarter * 3 - 2, quarter * 3, .quarter)
    case .quarters(let count): return months(year, 1, count * 3, .period)
    case .months(let count): return months(year, 1, count, .period)
    case .season(let season): return seasonStretch(year, season)
    case .yearEdge(let edge):
      let month = edge == 1 ? 1 : edge == 2 ? 6 : 12
      return months(year, month, edge == 2 ? 7 : month, edge == 2 ? .period : .month, approx: true)
    default: break
    }
    guard case .fixed(let month) = phrase.month else { return months(year, 1, 12, .year) }
    guard let first = CalendarDate(year, month, 1) else { return nil }
    return monthStretch(phrase, first)
  }

  private func months(
    _ year: Int, _ first: Int, _ last: Int, _ grain: TimeValue.Grain, approx: Bool = false
  ) -> Stretch? {
    guard let start = CalendarDate(year, first, 1), let end = CalendarDate(year, last, 1)
    else { return nil }
    return (start, end.lastOfMonth, grain, approx)
  }

  /// Spring from March; winter reaches into the next year.
  private func seasonStretch(_ year: Int, _ season: Int) -> Stretch? {
    guard let start = CalendarDate(year, season * 3, 1) else { return nil }
    return (start, start.firstOfMonth(adding: 2).lastOfMonth, .period, true)
  }

  // MARK: Months

  private func monthStretch(_ phrase: TimePhrase, _ first: CalendarDate) -> Stretch? {
    let last = first.lastOfMonth
    func days(_ from: Int, _ to: Int, approx: Bool) -> Stretch {
      (first.adding(days: from - 1), first.adding(days: to - 1), .period, approx)
    }
    switch phrase.part {
    case .monthThird(1): return days(1, 10, approx: false)
    case .monthThird(2): return days(11, 20, approx: false)
    case .monthThird(12): return days(1, 20, approx: false)
    case .monthThird(23): return days(11, last.day, approx: false)
    case .monthThird: return days(21, last.day, approx: false)
    case .monthEdge(1): return days(1, 10, approx: true)
    case .monthEdge(2): return days(11, 20, approx: true)
    case .monthEdge: return days(21, last.day, approx: true)
    default: break
    }
    guard case .fixed(let number) = phrase.day else { return (first, last, .month, false) }
    guard let day = CalendarDate(first.year, first.month, number) else { return nil }
    return (day, day, .day, false)
  }

  private func monthValue(
    _ phrase: TimePhrase, _ first: CalendarDate?, _ anchor: TimeValue.Anchor
  ) -> TimeValue {
    let sample = CalendarDate(dayNumber: 0)
    let grain = monthStretch(phrase, sample)?.grain ?? .day
    guard let first, let found = monthStretch(phrase, first) else {
      return TimeValue(start: nil, end: nil, grain: grain, anchor: anchor)
    }
    return TimeValue(
      start: found.start, end: found.end, grain: found.grain, approx: found.approx,
      anchor: anchor)
  }

  /// 21日: of the sentence's month, else of the nearest month.
  private func dayOfMonth(_ phrase: TimePhrase) -> TimeValue {
    guard case .fixed(let number) = phrase.day else { return day(nil, .published) }
    if let known = context.sentenceDay {
      let shift = number < known.day ? 1 : 0
      let first = known.firstOfMonth(adding: shift)
      if let date = CalendarDate(first.year, first.month, number) { return day(date, .context) }
    }
    guard let published else { return day(nil, .published) }
    let shifts = isFuture ? [0, 1, 2] : [0, -1, -2]
    for shift in shifts {
      let first = published.firstOfMonth(adding: shift)
      guard let date = CalendarDate(first.year, first.month, number) else { continue }
      if isFuture ? date >= published : date <= published.adding(days: 1) {
        return day(date, .published)
      }
    }
    return day(nil, .published)
  }

  private func day(_ date: CalendarDate?, _ anchor: TimeValue.Anchor) -> TimeValue {
    TimeValue(start: date, end: date, grain: .day, anchor: anchor)
  }

  // MARK: Other times

  private func resolveOther(_ phrase: TimePhrase) -> TimeValue {
    switch phrase.other {
    case .week(let shift): return week(shift, 1, 7, .week)
    case .weekend(let shift): return week(shift, 6, 7, .period)
    case .weekday(let shift?, let number): return week(shift, number, number, .day)
    case .weekday(nil, let number): return nearestWeekday(number)
    case .quarterShift(let shift): return quarter(published, shift, .published)
    case .contextQuarter: return quarter(context.last?.start, 0, .context)
    case .yearRest: return yearRest()
    case .monthRest: return monthValue(phrase, published?.firstOfMonth(), .published)
    case .decade(let year):
      return TimeValue(
        start: CalendarDate(year, 1, 1), end: CalendarDate(year + 9, 12, 31), grain: .period)
    case .same:
      guard var value = context.last else { return unknown(.context) }
      value.anchor = .context
      return value
    default: return unknown(.published)
    }
  }

  private func unknown(_ anchor: TimeValue.Anchor) -> TimeValue {
    TimeValue(start: nil, end: nil, grain: .period, anchor: anchor)
  }

  private func week(
    _ shift: Int, _ first: Int, _ last: Int, _ grain: TimeValue.Grain
  ) -> TimeValue {
    let monday = published.map { $0.adding(days: 1 - $0.weekday + 7 * shift) }
    return TimeValue(
      start: monday?.adding(days: first - 1), end: monday?.adding(days: last - 1), grain: grain,
      anchor: .published)
  }

  private func nearestWeekday(_ number: Int) -> TimeValue {
    guard let published else { return day(nil, .published) }
    let back = (published.weekday - number + 7) % 7
    let shift = isFuture ? (number - published.weekday + 7) % 7 : -back
    return day(published.adding(days: shift), .published)
  }

  private func quarter(
    _ base: CalendarDate?, _ shift: Int, _ anchor: TimeValue.Anchor
  ) -> TimeValue {
    let start = base.map { $0.firstOfMonth(adding: shift * 3 - ($0.month - 1) % 3) }
    return TimeValue(
      start: start, end: start?.firstOfMonth(adding: 2).lastOfMonth, grain: .quarter,
      anchor: anchor)
  }

  /// 年内: what is left of the year for plans, the whole year for what was done.
  private func yearRest() -> TimeValue {
    guard let published else { return unknown(.published) }
    let start = isFuture ? published : CalendarDate(published.year, 1, 1)
    return TimeValue(
      start: start, end: CalendarDate(published.year, 12, 31), grain: isFuture ? .period : .year,
      anchor: .published)
  }

  /// 两年前, 3个月前: the year, month, week or day that lies so far back.
  func ago(_ number: NumberReading, unit: String) -> TimeValue {
    guard !number.isVague, let published, let (count, scale) = Self.steps(number, unit) else {
      return unknown(.published)
    }
    let approx = number.isOver || number.isRange || number.low.exponent < 0
    var value: TimeValue
    switch scale {
    case .year:
      let year = published.year - count
      value = TimeValue(
        start: CalendarDate(year, 1, 1), end: CalendarDate(year, 12, 31), grain: .year,
        anchor: .published)
    case .month:
      let first = published.firstOfMonth(adding: -count)
      value = TimeValue(start: first, end: first.lastOfMonth, grain: .month, anchor: .published)
    case .week: value = week(-count, 1, 7, .week)
    default: value = day(published.adding(days: -count), .published)
    }
    value.approx = approx
    return value
  }

  private static func steps(_ number: NumberReading, _ unit: String) -> (Int, TimeValue.Grain)? {
    if number.low.exponent == -1, unit == "year", number.low.mantissa < 1000 {
      return (Int(number.low.mantissa) * 12 / 10, .month)
    }
    guard let count = number.low.smallInteger else { return nil }
    switch unit {
    case "year": return count < 200 ? (count, .year) : nil
    case "quarter": return (count * 3, .month)
    case "month": return (count, .month)
    case "week": return (count, .week)
    case "day": return (count, .day)
    case "hour": return (count / 24, .day)
    case "minute", "second": return (0, .day)
    default: return nil
    }
  }
}
