/// The order of events in time, and how their dates are shown.
///
/// A date that covers more than a day stands at its first day, before the shorter ones that begin
/// there: 2024, 2024-Q1, 2024-01, 2024-01-01; of one date, by name. Events without a date come last, in the order of
/// their first reports.
enum EventOrder {
  /// The events sorted.
  static func sorted(_ events: some Sequence<Graph.Event>) -> [Graph.Event] {
    events.map { (Key($0), $0) }.sorted { $0.0 < $1.0 }.map(\.1)
  }

  /// Whether the text gives any date.
  static func isDated(_ event: Graph.Event) -> Bool {
    event.time?.start != nil || event.time?.end != nil
  }

  /// The date as precisely as it is known: `2024-03`, `2024-Q1`, `2024-03-18/2024-03-24`, with an
  /// open end `2024-03-18/..` or `../2024-03-18`; nothing where there is none.
  static func date(_ event: Graph.Event) -> String? {
    guard let time = event.time, isDated(event) else { return nil }
    switch (time.start, time.end) {
    case (let start?, nil): return "\(time.date ?? start)/.."
    case (nil, let end?): return "../\(time.date ?? end)"
    case (let start?, let end?): return time.date ?? "\(start)/\(end)"
    case (nil, nil): return nil
    }
  }

  /// A date for people: rough ones marked, in a stretch of days within a year the year said once,
  /// `约2024-03-18/03-24`.
  static func shortened(_ date: String, _ event: Graph.Event) -> String {
    let days = date.split(separator: "/")
    let isWithinYear =
      days.count == 2 && days[1].utf8.count == 10 && days[0].prefix(5) == days[1].prefix(5)
    return (event.time?.isApproximate ?? false ? "约" : "")
      + (isWithinYear ? "\(days[0])/\(days[1].dropFirst(5))" : date)
  }

  /// The day of the first report, as an ISO date.
  static func firstReport(_ event: Graph.Event) -> String? {
    event.history.lazy.compactMap(\.published).first.map { String($0.prefix(10)) }
  }

  /// The day of the last report, as an ISO date.
  static func lastReport(_ event: Graph.Event) -> String? {
    event.history.last?.published.map { String($0.prefix(10)) }
  }

  private struct Key: Comparable {
    let start: String
    let end: String
    let name: String
    let id: String

    init(_ event: Graph.Event) {
      // Behind all digits: what is open or unknown comes last.
      let open = "~"
      start = event.time?.start ?? event.time?.end ?? open
      end = start == open ? firstReport(event) ?? open : event.time?.end ?? open
      name = event.name
      id = event.id
    }

    static func < (left: Key, right: Key) -> Bool {
      if left.start != right.start { return left.start.precedesBytewise(right.start) }
      if left.end != right.end {
        let isEarlier = left.end.precedesBytewise(right.end)
        return left.start == "~" ? isEarlier : !isEarlier
      }
      if left.name != right.name { return left.name.precedesBytewise(right.name) }
      return left.id.precedesBytewise(right.id)
    }
  }
}
