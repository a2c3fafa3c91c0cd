/// Years and their parts: which year a quarter, a month or a holiday without one belongs to.
extension TimeResolver {
  func yearValue(_ phrase: TimePhrase) -> TimeValue {
    switch phrase.year {
    case .fixed(let year): return value(phrase, year, .explicit)
    case .shift(let years): return value(phrase, published.map { $0.year + years }, .published)
    case .context(let years):
      return value(phrase, landmark?.start.map { $0.year + years }, .context)
    case .none:
      if let year = sentenceYear(phrase) { return value(phrase, year, .context) }
      if let report = context.report, report.part == phrase.part, phrase.part.isReported,
        !tense.isAhead, phrase.lastNumber == 0
      {
        var value = report.value
        value.anchor = .context
        return value
      }
      if let year = storyYear(phrase) { return value(phrase, year, .context) }
      if phrase.isFiscal { return value(phrase, nil, .published) }
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
      return tense.isAhead ? year : context.sentenceYear
    }
    return year
  }

  /// 2019年5月，他加入。8月，他离开: a story goes on from sentence to sentence.
  private func storyYear(_ phrase: TimePhrase) -> Int? {
    guard isLeading, !tense.isAhead, let story = context.story,
      case .fixed(let month) = phrase.month, context.near != nil
    else { return nil }
    let year = story.year + (month < story.month ? 1 : 0)
    if let published, let found = stretch(phrase, year: year), found.start > published {
      return nil
    }
    return year
  }

  // MARK: The nearest year

  /// Days that a month or day without any tense may lie ahead.
  private static let daysAhead = 45
  /// A bare quarter that is long over and soon to come again may be either.
  private static let openAhead = 75
  private static let openBack = 200

  /// The nearest past year of a stretch, or in the future the nearest one to come.
  private func nearestYear(_ phrase: TimePhrase) -> Int? {
    guard let published else { return nil }
    let years = [published.year - 1, published.year, published.year + 1]
    let next = years.first { year in
      stretch(phrase, year: year).map { $0.end >= published } ?? false
    }
    if tense == .future { return next }
    let limit = published.adding(days: 1)
    let past = years.last { year in
      guard let found = stretch(phrase, year: year) else { return false }
      return (phrase.part.isCompleted ? found.end : found.start) <= limit
    }
    guard let past, let next, past != next else { return past ?? next }
    if tense == .past { return past }
    let back = distance(phrase, past)
    let ahead = distance(phrase, next)
    if phrase.part.isHoliday { return ahead < back ? next : past }
    if tense == .told { return past }
    if tense == .either { return ahead < back / 2 ? next : past }
    let isShort = phrase.month.isFixed || phrase.month != .none
    if tense == .ahead {
      if isShort || phrase.part.isEdge { return back <= 31 && ahead > 250 ? past : next }
      return ahead < back ? next : past
    }
    let isStretch = phrase.day == .none && (isRange || phrase.lastNumber > 0)
    if phrase.part == .yearEdge(3), ahead < back { return next }
    if phrase.part.isReported, ahead <= Self.openAhead, back > Self.openBack { return nil }
    let mayLieAhead = isShort && !isStretch && context.sentenceYear == 0
    return mayLieAhead && ahead <= Self.daysAhead && back > 180 ? next : past
  }

  /// Days between the publication and a stretch.
  private func distance(_ phrase: TimePhrase, _ year: Int) -> Int {
    guard let published, let found = stretch(phrase, year: year) else { return Int.max }
    if found.start > published { return found.start.dayNumber - published.dayNumber }
    return max(0, published.dayNumber - found.end.dayNumber)
  }

  // MARK: Stretches

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
    case .holiday(let id, let isLong):
      guard let days = holidays.days(id, year: year) else { return nil }
      let isDay = !isLong || days.first == days.last
      let isWide = isLong || days.last.dayNumber - days.first.dayNumber > 5
      return (days.first, isDay ? days.first : days.last, isDay ? .day : .period, isWide)
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
}
