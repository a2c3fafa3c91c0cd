/// When something happened, as far as the reports say.
public struct EventDay: Hashable, Sendable {
  /// The date as precisely as it is known (`2024`, `2024-03`, `2024-03-21`); the day of the first
  /// report where no text gives one.
  public let text: String
  /// Whether it is only the day of the first report.
  public let isReported: Bool
  /// The days it covers.
  let days: DayRange

  /// The day of an event; nil where neither its text nor a document gives one.
  init?(_ event: Graph.Event) {
    if let time = event.time, let text = time.date ?? time.start ?? time.end {
      self.init(text: text, isReported: false, days: DayRange(time))
    } else if let published = event.history.lazy.compactMap(\.published).first {
      self.init(reported: published)
    } else {
      return nil
    }
  }

  /// A date of a relation, an ISO date or the beginning of one.
  init?(date: String?) {
    guard let date, let days = DayRange(partial: date) else { return nil }
    self.init(text: date, isReported: false, days: days)
  }

  /// The day of a report; what it reports was before, or on that day.
  init?(reported: String) {
    guard let day = DayRange.day(reported) else { return nil }
    self.init(
      text: String(reported.prefix(10)), isReported: true,
      days: DayRange(first: .min, last: day))
  }

  private init(text: String, isReported: Bool, days: DayRange) {
    self.text = text
    self.isReported = isReported
    self.days = days
  }

  /// For people: what is only reported says so.
  public var label: String { isReported ? "报道 \(text)" : text }

  /// Whether all of it is before all of the other.
  func isBefore(_ other: EventDay) -> Bool { days.last < other.days.first }

  /// Where it stands in a list: a reported day counts as that day.
  var sortKey: (Int32, Int32) {
    isReported ? (days.last, days.last) : (days.first == .min ? days.last : days.first, days.last)
  }
}

extension DayRange {
  /// The days of `2024`, `2024-03` or `2024-03-21`.
  init?(partial date: String) {
    let start = date.utf8.count == 4 ? date + "-01-01" : date.utf8.count == 7 ? date + "-01" : date
    guard let first = Self.day(start) else { return nil }
    switch date.utf8.count {
    case 4: self.init(first: first, last: first + 365)
    case 7: self.init(first: first, last: first + 30)
    default: self.init(first: first, last: first)
    }
  }
}

extension Graph.Event {
  /// Where the event stands in time: by its day, then by its id.
  static func precedes(_ left: Graph.Event, _ right: Graph.Event) -> Bool {
    let open: (Int32, Int32) = (.max, .max)
    let first = EventDay(left)?.sortKey ?? open
    let second = EventDay(right)?.sortKey ?? open
    return first == second ? left.id.precedesBytewise(right.id) : first < second
  }
}
