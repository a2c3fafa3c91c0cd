/// Ties a time's wording to the calendar, as far as the text and the day of publication allow.
struct TimeResolver {
  let published: CalendarDate?
  let context: DateContext
  /// What the clause says about past and future.
  var tense: Tense
  let holidays: HolidayTable
  /// Whether the time heads its sentence.
  var isLeading: Bool
  /// Whether a range is read: it began before it ends.
  var isRange = false

  typealias Stretch = (
    start: CalendarDate, end: CalendarDate, grain: TimeValue.Grain, approx: Bool
  )

  /// The value of a phrase, and of the range that two phrases make.
  func resolve(_ first: TimePhrase, to second: TimePhrase?) -> TimeValue {
    var value = resolve(first)
    if first.isFiscal, value.start != nil { value.approx = true }
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

  /// 即日: the day just told, else that of the publication.
  private static let now = 100

  private func resolve(_ phrase: TimePhrase) -> TimeValue {
    if phrase.other != .none { return resolveOther(phrase) }
    switch phrase.day {
    case .shift(let days): return shiftedDay(phrase, days)
    case .context(Self.now): return day(context.sentenceDay ?? published, .context)
    case .context(let days):
      let base = context.recentDay ?? (days == 0 && context.lastDay == nil ? published : nil)
      return day(base?.adding(days: days), .context)
    default: break
    }
    switch phrase.month {
    case .shift(let months):
      return monthValue(phrase, published?.firstOfMonth(adding: months), .published)
    case .context(let months):
      let base = context.recent.flatMap { $0.grain == .year ? nil : $0.start }
      return monthValue(phrase, base?.firstOfMonth(adding: months), .context)
    case .none where phrase.day != .none: return dayOfMonth(phrase)
    default: return yearValue(phrase)
    }
  }

  // MARK: Months

  /// The days of a phrase in the month that begins on `first`.
  func monthStretch(_ phrase: TimePhrase, _ first: CalendarDate) -> Stretch? {
    let last = first.lastOfMonth
    func days(_ from: Int, _ to: Int, approx: Bool) -> Stretch {
      (first.adding(days: from - 1), first.adding(days: to - 1), .period, approx)
    }
    switch phrase.part {
    case .monthThird(1): return days(1, 10, approx: false)
    case .monthThird(2): return days(11, 20, approx: false)
    case .monthThird(12): return days(1, 20, approx: false)
    case .monthThird(23): return days(11, last.day, approx: false)
    case .monthThird(15): return days(1, 15, approx: false)
    case .monthThird(16): return days(16, last.day, approx: false)
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

  func monthRest(_ phrase: TimePhrase) -> TimeValue {
    monthValue(phrase, published?.firstOfMonth(), .published)
  }

  // MARK: Days

  /// 昨天; 昨（15）日 holds where the number fits, else the number's own day near it.
  private func shiftedDay(_ phrase: TimePhrase, _ days: Int) -> TimeValue {
    let date = published?.adding(days: days)
    guard phrase.statedDay > 0, let date, date.day != phrase.statedDay else {
      return day(date, .published)
    }
    let near = (-3...3).map { date.adding(days: $0) }.first { $0.day == phrase.statedDay }
    return day(near, .published)
  }

  /// How many days ahead a bare day or month may lie without a word of the future.
  private static let daysAhead = 7

  /// 21日: of the sentence's month, else of the nearest month.
  private func dayOfMonth(_ phrase: TimePhrase) -> TimeValue {
    guard case .fixed(let number) = phrase.day else { return day(nil, .published) }
    if let known = context.sentenceDay {
      let next = known.firstOfMonth(adding: 1)
      let later = number < known.day ? CalendarDate(next.year, next.month, number) : nil
      let mayFollow = tense.isAhead || published.map { later ?? known <= $0 } ?? true
      if mayFollow, let later { return day(later, .context) }
      if let date = CalendarDate(known.year, known.month, number) { return day(date, .context) }
    }
    guard let published else { return day(nil, .published) }
    if !tense.isAhead {
      let ahead = tense == .none ? Self.daysAhead : 1
      for shift in [1, 0, -1, -2] {
        let first = published.firstOfMonth(adding: shift)
        if let date = CalendarDate(first.year, first.month, number),
          date <= published.adding(days: ahead)
        {
          return day(date, .published)
        }
      }
      return day(nil, .published)
    }
    for shift in [0, 1, 2] {
      let first = published.firstOfMonth(adding: shift)
      if let date = CalendarDate(first.year, first.month, number), date >= published {
        return day(date, .published)
      }
    }
    return day(nil, .published)
  }

  func day(_ date: CalendarDate?, _ anchor: TimeValue.Anchor) -> TimeValue {
    TimeValue(start: date, end: date, grain: .day, anchor: anchor)
  }
}
