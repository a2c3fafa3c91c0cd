/// Times that are not named by year, month and day: weeks, 年内, 两年前, 半年后, 去年同期.
extension TimeResolver {
  func resolveOther(_ phrase: TimePhrase) -> TimeValue {
    switch phrase.other {
    case .week(let shift): return week(shift, 1, 7, .week)
    case .weekend(let shift?): return week(shift, 6, 7, .period)
    case .weekend(nil): return nearestWeekend()
    case .weekday(let shift?, let number): return week(shift, number, number, .day)
    case .weekday(nil, let number): return nearestWeekday(number)
    case .quarterShift(let shift): return quarter(published, shift, .published)
    case .contextQuarter: return quarter(context.recent?.start, 0, .context)
    case .yearRest: return yearRest()
    case .monthRest: return monthRest(phrase)
    case .decade(let year): return years(year, 10)
    case .plan(let year): return years(year, 5)
    case .span(let months, let days): return span(months: months, days: days)
    case .samePeriod: return samePeriod(phrase)
    case .report: return again(context.report?.value)
    case .same: return again(landmark)
    default: return unknown(.published)
    }
  }

  /// What 当时 and 当年 mean: a time that was told, and is no date to come.
  var landmark: TimeValue? {
    guard let near = context.near, let start = near.start else { return nil }
    return published.map { start > $0 } ?? false ? nil : near
  }

  private func again(_ value: TimeValue?) -> TimeValue {
    guard var value else { return unknown(.context) }
    value.anchor = .context
    return value
  }

  private func unknown(_ anchor: TimeValue.Anchor) -> TimeValue {
    TimeValue(start: nil, end: nil, grain: .period, anchor: anchor)
  }

  private func years(_ first: Int, _ count: Int) -> TimeValue {
    TimeValue(
      start: CalendarDate(first, 1, 1), end: CalendarDate(first + count - 1, 12, 31),
      grain: .period)
  }

  /// 过去五年, 未来三个月: up to the day of publication, or from it on.
  private func span(months: Int, days: Int) -> TimeValue {
    guard let published else { return unknown(.published) }
    let first = published.firstOfMonth(adding: months)
    let other =
      months == 0
      ? published.adding(days: days)
      : first.adding(days: min(published.day, first.lastOfMonth.day) - 1)
    return TimeValue(
      start: min(other, published), end: max(other, published), grain: .period, approx: true,
      anchor: .published)
  }

  /// 去年同期 is the period told before it, a year earlier; 2023年同期 the same one of that year.
  private func samePeriod(_ phrase: TimePhrase) -> TimeValue {
    guard let base = context.recent ?? context.report?.value, base.grain != .year,
      base.grain != .day, base.grain != .week, let start = base.start, let end = base.end,
      end.dayNumber - start.dayNumber < 366
    else { return unknown(.published) }
    var year = start.year
    switch phrase.year {
    case .fixed(let number): year = number
    case .shift(let years): year += years
    default: return unknown(.published)
    }
    guard let first = CalendarDate(year, start.month, start.day),
      let month = CalendarDate(year + end.year - start.year, end.month, 1)
    else { return unknown(.context) }
    let last = end == end.lastOfMonth ? month.lastOfMonth : month.adding(days: end.day - 1)
    return TimeValue(
      start: first, end: last, grain: base.grain, approx: base.approx, anchor: .context)
  }

  // MARK: Weeks and quarters

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
    let shift = tense.isAhead ? (number - published.weekday + 7) % 7 : -back
    return day(published.adding(days: shift), .published)
  }

  /// 周末: the coming one for plans, the last one right behind it; else it may be any.
  private func nearestWeekend() -> TimeValue {
    guard let published else { return unknown(.published) }
    if published.weekday >= 6 || tense.isAhead { return week(0, 6, 7, .period) }
    return published.weekday == 1 ? week(-1, 6, 7, .period) : unknown(.published)
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
    let start = tense.isAhead ? published : CalendarDate(published.year, 1, 1)
    return TimeValue(
      start: start, end: CalendarDate(published.year, 12, 31),
      grain: tense.isAhead ? .period : .year, anchor: .published)
  }

  // MARK: Ago and later

  /// 两年前, 3个月前: the year, month, week or day that lies so far back.
  func ago(_ number: NumberReading, unit: String) -> TimeValue {
    guard !number.isVague, let published, let (count, scale) = Self.steps(number, unit) else {
      return unknown(.published)
    }
    var value = step(from: published, -count, scale, .published)
    value.approx = number.isOver || number.isRange || number.low.exponent < 0
    return value
  }

  /// 半年后, 次日: counted from the time just told, or in the future from the publication. What is
  /// finer than its landmark stays unknown.
  func later(_ number: NumberReading, unit: String) -> TimeValue {
    guard !number.isVague, let (count, scale) = Self.steps(number, unit), count > 0 else {
      return unknown(.context)
    }
    var value: TimeValue
    if let base = isLeading || context.sentenceMonth > 0 || context.sentenceYear > 0
      ? context.near : nil, let start = base.start
    {
      guard Self.isFiner(base.grain, than: scale),
        base.grain != .year || published.map({ start <= $0 }) ?? false
      else { return unknown(.context) }
      value = step(from: start, count, scale, .context)
    } else if tense.isAhead, let published {
      value = step(from: published, count, scale, .published)
    } else {
      return unknown(.context)
    }
    value.approx = number.isOver || number.isRange || number.low.exponent < 0
    return value
  }

  private static func isFiner(_ base: TimeValue.Grain, than scale: TimeValue.Grain) -> Bool {
    switch scale {
    case .year: return base != .period
    case .month: return base == .month || base == .day
    default: return base == .day
    }
  }

  private func step(
    from base: CalendarDate, _ count: Int, _ scale: TimeValue.Grain, _ anchor: TimeValue.Anchor
  ) -> TimeValue {
    switch scale {
    case .year:
      let year = base.year + count
      return TimeValue(
        start: CalendarDate(year, 1, 1), end: CalendarDate(year, 12, 31), grain: .year,
        anchor: anchor)
    case .month:
      let first = base.firstOfMonth(adding: count)
      return TimeValue(start: first, end: first.lastOfMonth, grain: .month, anchor: anchor)
    case .week:
      let monday = base.adding(days: 1 - base.weekday + 7 * count)
      return TimeValue(
        start: monday, end: monday.adding(days: 6), grain: .week, anchor: anchor)
    default: return day(base.adding(days: count), anchor)
    }
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
