/// The shortest period of at least a wanted length that holds an event.
struct TimelinePeriod: Hashable, Comparable {
  /// The period as a date: `2024-03`, `2024-Q1`, `2019/2024`.
  let label: String
  /// The first day, an ISO date.
  private let begin: String
  /// From 0, a day, to 5, several years.
  private let length: Int

  /// An open end does not count; an event without any date belongs to no period.
  init?(_ event: Graph.Event, _ grain: Timeline.Grain) {
    guard let start = event.time?.start ?? event.time?.end else { return nil }
    let end = event.time?.start == nil ? start : event.time?.end ?? start
    let least = grain == .day ? 0 : grain == .month ? 1 : 4
    let (left, right) = (Self.periods(start), Self.periods(end))
    if let length = left.indices.first(where: { $0 >= least && left[$0] == right[$0] }) {
      label = left[length].label
      begin = left[length].begin
      self.length = length
    } else {
      label = "\(start.prefix(4))/\(end.prefix(4))"
      begin = start
      length = left.count
    }
  }

  private struct Span: Equatable {
    let label: String
    let begin: String
  }

  /// The day, month, quarter, half and year that hold a day.
  private static func periods(_ day: String) -> [Span] {
    let (year, month) = (day.prefix(4), day.dropFirst(5).prefix(2))
    let number = min(max(Int(month) ?? 1, 1), 12)
    let (quarter, half) = ((number + 2) / 3, (number + 5) / 6)
    return [
      Span(label: day, begin: day), Span(label: "\(year)-\(month)", begin: "\(year)-\(month)-01"),
      Span(
        label: "\(year)-Q\(quarter)", begin: "\(year)-\(["01", "04", "07", "10"][quarter - 1])-01"),
      Span(label: "\(year)-H\(half)", begin: "\(year)-\(["01", "07"][half - 1])-01"),
      Span(label: String(year), begin: "\(year)-01-01"),
    ]
  }

  /// A period stands before the shorter ones that begin on its first day: 2024 before 2024-01.
  static func < (left: Self, right: Self) -> Bool {
    if left.begin != right.begin { return left.begin.precedesBytewise(right.begin) }
    if left.length != right.length { return left.length > right.length }
    return left.label.precedesBytewise(right.label)
  }
}
