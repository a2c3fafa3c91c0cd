/// Finds times and gives them dates: zone, wording, clock, range, 以来, 两年前.
struct TimeRecognizer: Sendable {
  let parser: TimeParser
  let words: QuantityTrie

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
  private static var tense: QuantitySenses { QuantitySenses(.tense) }

  /// The time that begins at `index`; the context learns it. Right behind a Latin run only times
  /// with a year of their own are read (`needsFull`).
  func read(
    _ text: QuantityText, at index: Int, published: CalendarDate?, needsFull: Bool,
    context: inout TimeContext
  ) -> Reading? {
    var start = index
    if let zone = words.longest(text, at: index, Self.zone) { start = text.skippingBlank(zone.end) }
    guard var first = parser.read(text, at: start) else { return nil }
    if needsFull, !first.hasOwnYear { return nil }
    takeClock(text, &first)
    let second = rangeEnd(text, first)
    var end = second?.end ?? first.end
    if second == nil, first.other != .vague, let match = words.longest(text, at: end, Self.since) {
      first.isOpen = true
      end = match.end
    }
    let resolver = TimeResolver(
      published: published, context: context,
      isFuture: needsTense(first) && isFuture(text, index, end))
    let value = resolver.resolve(first, to: second)
    let hasYear = first.year != .none
    context.note(value, hasYear: hasYear)
    return Reading(span: TextSpan(index, end), value: value)
  }

  // MARK: Ago

  /// The time that a length of time with 前 behind it makes: 两年前, 4周前.
  func readAgo(
    _ text: QuantityText, _ number: NumberReading, unit: String, end: Int,
    published: CalendarDate?, context: inout TimeContext
  ) -> Reading? {
    let resolver = TimeResolver(published: published, context: context, isFuture: false)
    if let match = words.longest(text, at: end, Self.ago) {
      let value = resolver.ago(number, unit: unit)
      context.note(value, hasYear: true)
      return Reading(span: TextSpan(number.start, match.end), value: value)
    }
    guard let match = words.longest(text, at: end, Self.later) else { return nil }
    let value = TimeValue(start: nil, end: nil, grain: .period, anchor: .context)
    return Reading(span: TextSpan(number.start, match.end), value: value)
  }

  // MARK: Range

  /// The other end of 3月18日至24日, 2019年至2021年, or of `1-3月`.
  private func rangeEnd(_ text: QuantityText, _ first: TimePhrase) -> TimePhrase? {
    if let last = first.last { return last }
    if first.isOpen || first.other == .vague || first.other == .same { return nil }
    guard let link = words.longest(text, at: text.skippingBlank(first.end), Self.range),
      var last = parser.read(text, at: text.skippingBlank(link.end)), isSameKind(first, last)
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
    guard let hour = digits(text, at: place), hour.value < 25 else { return }
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
    case .weekday(nil, _), .yearRest: return true
    case .none: return phrase.year == .none && phrase.month != .shift(0)
    default: return false
    }
  }

  /// Whether the clause around the time has a word of the future and none of the past.
  private func isFuture(_ text: QuantityText, _ start: Int, _ end: Int) -> Bool {
    var place = start
    while place > text.start, start - place < 40, !isClauseEnd(text, place - 1) { place -= 1 }
    var result = false
    while place < text.end, place - end < 40, place < end || !isClauseEnd(text, place) {
      if let match = words.longest(text, at: place, Self.tense) {
        if match.amount < 0 { return false }
        result = result || match.amount > 0
        place = match.end
      } else {
        place += 1
      }
    }
    return result
  }

  private func isClauseEnd(_ text: QuantityText, _ index: Int) -> Bool {
    text.kind(index) == .stop || text[index] == 44
  }
}
