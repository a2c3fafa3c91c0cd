/// Finds times and gives them dates: zone, wording, clock, range, 以来, 两年前, 半年后.
struct TimeRecognizer: Sendable {
  let parser: TimeParser
  let words: QuantityTrie
  let holidays: HolidayTable

  /// A time with its place.
  struct Reading {
    let span: TextSpan
    let value: TimeValue
  }

  private static var zone: QuantitySenses { QuantitySenses(.zone) }
  private static var dayPart: QuantitySenses { QuantitySenses(.dayPart) }
  private static var range: QuantitySenses { QuantitySenses(.range) }
  private static var since: QuantitySenses { QuantitySenses(.since) }
  private static var ago: QuantitySenses { QuantitySenses(.ago) }
  private static var later: QuantitySenses { QuantitySenses(.later) }

  /// The time that begins at `index`; the context learns it. Right behind a Latin run only times
  /// with a year of their own are read (`needsFull`).
  func read(
    _ text: QuantityText, at index: Int, published: CalendarDate?, needsFull: Bool,
    context: inout DateContext
  ) -> Reading? {
    var start = index
    if let zone = words.longest(text, at: index, Self.zone) { start = text.skippingBlank(zone.end) }
    var first = TimePhrase(start: start)
    guard parser.read(text, into: &first) else { return nil }
    if needsFull, !first.hasOwnYear { return nil }
    if Self.each.contains(text[index - 1]) { return nil }
    if isForeign(text, first) { first.other = .vague }
    takeClock(text, &first)
    let second = rangeEnd(text, first)
    var end = second?.end ?? first.end
    if second == nil, first.other != .vague, let match = words.longest(text, at: end, Self.since) {
      first.isOpen = true
      end = match.end
    }
    let tense = needsTense(first) ? TenseReader(words: words).read(text, index, end) : .none
    let isLeading = index - text.start <= Self.lead
    let resolver = TimeResolver(
      published: published, context: context, tense: tense, holidays: holidays,
      isLeading: isLeading, isRange: second != nil)
    let value = resolver.resolve(first, to: second)
    if first.isLandmark { context.note(value, first, isLeading: isLeading) }
    return Reading(span: TextSpan(index, end), value: value)
  }

  /// 每周五, 每逢春节: no time of its own.
  private static let each = Array("每逢".utf16)

  /// 农历二月, 三月初一, 康熙三年五月, 每年6月: not the month of that number in this calendar, or of
  /// no certain year.
  private func isForeign(_ text: QuantityText, _ phrase: TimePhrase) -> Bool {
    guard phrase.year == .none, phrase.month.isFixed || phrase.part.isHoliday else { return false }
    if Self.calendarMarks.contains(text[phrase.start - 1]) { return true }
    return phrase.day == .none && text[phrase.end] == Self.beginMark
      && parser.small(text, at: phrase.end + 1).map { $0.value < 11 } ?? false
  }

  private static let calendarMarks = Array("历年".utf16)
  private static let beginMark = "初".utf16.first ?? 0
  /// Scalars within which a time heads its sentence.
  private static let lead = 8

  // MARK: Ago and later

  /// The time that a length of time makes with 前 or 后 behind it: 两年前, 4周前, 半年后.
  func readAgo(
    _ text: QuantityText, _ number: NumberReading, unit: String, end: Int,
    published: CalendarDate?, context: inout DateContext
  ) -> Reading? {
    var resolver = TimeResolver(
      published: published, context: context, tense: .none, holidays: holidays, isLeading: false)
    if let match = words.longest(text, at: end, Self.ago) {
      let value = resolver.ago(number, unit: unit)
      context.note(value, hasYear: true, isLeading: number.start - text.start <= Self.lead)
      return Reading(span: TextSpan(number.start, match.end), value: value)
    }
    let match = words.longest(text, at: end, Self.later)
    guard match != nil || text.matches(Self.passed, at: number.start - 2) else { return nil }
    let stop = match?.end ?? end
    if text[stop] == Self.particle { return nil }
    resolver.tense = TenseReader(words: words).read(text, number.start, stop)
    resolver.isLeading = number.start - text.start <= Self.lead
    let value = resolver.later(number, unit: unit)
    if match == nil, value.start == nil { return nil }
    if resolver.isLeading { context.note(value, hasYear: true, isLeading: true) }
    return Reading(span: TextSpan(number.start, stop), value: value)
  }

  /// 五年后的市场: any time.
  private static let particle = "的".utf16.first ?? 0
  /// 过了一天, 又过了两个月.
  private static let passed = Array("过了".utf16)

  // MARK: Range

  /// The other end of 3月18日至24日, 2019年至2021年, or of `1-3月`.
  private func rangeEnd(_ text: QuantityText, _ first: TimePhrase) -> TimePhrase? {
    if let last = first.last { return last }
    if first.isOpen || !first.isLandmark || first.other == .same { return nil }
    guard let link = words.longest(text, at: text.skippingBlank(first.end), Self.range),
      var last = parser.readEnd(text, at: text.skippingBlank(link.end), of: first),
      isSameKind(first, last)
    else { return nil }
    takeClock(text, &last)
    return last
  }

  /// A range joins times of like grain.
  private func isSameKind(_ first: TimePhrase, _ last: TimePhrase) -> Bool {
    if last.lastNumber > 0 { return false }
    switch (first.other, last.other) {
    case (.none, .none): break
    case (.weekday, .weekday), (.week, .week), (.decade, .decade): return true
    default: return false
    }
    if case .shift = first.day { return false }
    if case .context = first.day { return false }
    return (first.day == .none) == (last.day == .none)
      && (first.part == .none) == (last.part == .none)
      && (last.month == .none || first.month != .none || first.day != .none)
  }

  // MARK: Clock

  /// 上午10时30分, 晚8点, 14:30 behind a day.
  private func takeClock(_ text: QuantityText, _ phrase: inout TimePhrase) {
    guard phrase.isDay else { return }
    var place = text.skippingBlank(phrase.end)
    if let match = words.longest(text, at: place, Self.dayPart) {
      phrase.end = match.end
      place = text.skippingBlank(match.end)
    }
    guard let hour = digits(text, at: place) ?? parser.small(text, at: place), hour.value < 25
    else { return }
    if let end = digitalClock(text, hour.end) ?? wordedClock(text, hour.end) { phrase.end = end }
  }

  private func digits(_ text: QuantityText, at index: Int) -> (value: Int, end: Int)? {
    var place = index
    var value = 0
    while text.isDigit(place), place - index < 2 {
      value = value * 10 + Int(text[place]) - 48
      place += 1
    }
    return place > index && !text.isDigit(place) ? (value, place) : nil
  }

  /// `:30`, `:30:15`.
  private func digitalClock(_ text: QuantityText, _ index: Int) -> Int? {
    guard text[index] == 58, let minute = digits(text, at: index + 1), minute.value < 60
    else { return nil }
    if text[minute.end] == 58, let second = digits(text, at: minute.end + 1) { return second.end }
    return minute.end
  }

  /// 时30分, 点半.
  private func wordedClock(_ text: QuantityText, _ index: Int) -> Int? {
    guard Self.hourMarks.contains(text[index]) else { return nil }
    let place = index + 1
    if let minute = digits(text, at: place), minute.value < 60 {
      return text[minute.end] == Self.minuteMark ? minute.end + 1 : place
    }
    return text[place] == Self.halfMark ? place + 1 : place
  }

  private static let hourMarks = Array("时点".utf16)
  private static let minuteMark = "分".utf16.first ?? 0
  private static let halfMark = "半".utf16.first ?? 0

  // MARK: Tense

  /// Whether the phrase leaves its year, month or week to the tense.
  private func needsTense(_ phrase: TimePhrase) -> Bool {
    switch phrase.other {
    case .weekday(nil, _), .weekend(nil), .yearRest: return true
    case .none: return phrase.year == .none && phrase.month != .shift(0)
    default: return false
    }
  }
}
