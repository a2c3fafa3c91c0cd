/// The events of a graph in the order of time, in years, months or days.
///
///     var selection = Selection()
///     selection.names = ["微软"]
///     let timeline = Timeline(selection.part(of: graph), by: .month)
///     for period in timeline.periods {
///       print(period.label)                       // 2024-03
///       for entry in period.entries { print(entry.date ?? "", entry.event.name) }
///     }
///     print(timeline.undated.count)
///
/// A date that does not fit into one period of the wanted length stands in the shortest longer one
/// that holds it: by months, 2024-Q1 is a period of its own, before 2024-01. Events without a date
/// are no part of any period.
public struct Timeline: Sendable {
  /// The length of periods.
  public enum Grain: String, Hashable, Sendable, CaseIterable {
    /// A calendar day.
    case day
    /// A calendar month.
    case month
    /// A calendar year.
    case year
  }

  /// The events of one period.
  public struct Period: Hashable, Sendable {
    /// The period as a date: `2024`, `2024-Q1`, `2024-03`, `2024-03-20`, `2019/2024`.
    public let label: String
    /// The events, by their first day, then the longer ones first.
    public let entries: [Entry]
  }

  /// What the timeline is about, such as the names that were asked for; may be empty.
  public var title = ""
  /// The periods that have events, in order.
  public let periods: [Period]
  /// Events of which no report gives a date, in the order of their first reports.
  public let undated: [Entry]

  let index: EventIndex

  /// The timeline of all events of a graph. Complexity: that of sorting them.
  public init(_ graph: Graph, by grain: Grain = .year) {
    let index = EventIndex(graph)
    self.index = index
    func entry(_ event: Graph.Event) -> Entry { Entry(event, index) }
    let events = EventOrder.sorted(graph.events)
    undated = events.filter { !EventOrder.isDated($0) }.map(entry)
    var groups: [TimelinePeriod: [Graph.Event]] = [:]
    for event in events {
      if let period = TimelinePeriod(event, grain) { groups[period, default: []].append(event) }
    }
    periods = groups.keys.sorted().map { key in
      Period(label: key.label, entries: (groups[key] ?? []).map(entry))
    }
  }

  /// All events: those of the periods, then those without a date.
  public var entries: [Entry] { periods.flatMap(\.entries) + undated }
}
