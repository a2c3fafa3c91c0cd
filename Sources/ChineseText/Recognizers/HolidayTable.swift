/// On which days holidays fall: every year the same day, a weekday of a month, or listed years.
struct HolidayTable: Sendable {
  private enum Rule {
    case fixed(month: Int, day: Int)
    /// The n-th of a weekday in a month.
    case weekday(month: Int, nth: Int, weekday: Int)
    case listed([Int: CalendarDate])
  }

  private var rules: [(rule: Rule, length: Int)] = []

  /// Adds a holiday of `length` days; nothing where `days` is not understood.
  ///
  /// `05-01` is the same day every year, `05/2/7` the second Sunday of May, and
  /// `2024:02-10|2025:01-29` holds in the listed years only.
  mutating func add(_ days: String, length: Int) -> Int? {
    guard length > 0, let rule = Self.rule(days) else { return nil }
    rules.append((rule, length))
    return rules.count - 1
  }

  /// First and last day of a holiday in a year, where it is known.
  func days(_ id: Int, year: Int) -> (first: CalendarDate, last: CalendarDate)? {
    guard rules.indices.contains(id), let first = first(rules[id].rule, year) else { return nil }
    return (first, first.adding(days: rules[id].length - 1))
  }

  private func first(_ rule: Rule, _ year: Int) -> CalendarDate? {
    switch rule {
    case .fixed(let month, let day): return CalendarDate(year, month, day)
    case .listed(let days): return days[year]
    case .weekday(let month, let nth, let weekday):
      guard let first = CalendarDate(year, month, 1) else { return nil }
      return first.adding(days: (weekday - first.weekday + 7) % 7 + (nth - 1) * 7)
    }
  }

  private static func rule(_ text: String) -> Rule? {
    let parts = numbers(text, "/")
    if let parts, parts.count == 3, (1...12).contains(parts[0]), (1...4).contains(parts[1]),
      (1...7).contains(parts[2])
    {
      return .weekday(month: parts[0], nth: parts[1], weekday: parts[2])
    }
    if let parts = numbers(text, "-") {
      guard parts.count == 2, CalendarDate(2000, parts[0], parts[1]) != nil else { return nil }
      return .fixed(month: parts[0], day: parts[1])
    }
    var days: [Int: CalendarDate] = [:]
    for entry in text.split(separator: "|") {
      let cells = entry.split(separator: ":")
      guard cells.count == 2, let year = Int(cells[0]), let day = numbers(cells[1], "-"),
        day.count == 2, let date = CalendarDate(year, day[0], day[1])
      else { return nil }
      days[year] = date
    }
    return days.isEmpty ? nil : .listed(days)
  }

  private static func numbers(_ text: some StringProtocol, _ mark: Character) -> [Int]? {
    var result: [Int] = []
    for part in text.split(separator: mark) {
      guard let number = Int(part) else { return nil }
      result.append(number)
    }
    return result
  }
}
