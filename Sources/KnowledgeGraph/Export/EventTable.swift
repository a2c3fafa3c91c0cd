/// A flat table of events, a row each: for spreadsheets, data frames and shell tools.
///
///     let table = EventTable(graph)
///     for row in table.rows where row.event.type == "funding" {
///       print(row.who, row.whom, row.amount?.low ?? "?", row.amount?.currency ?? "")
///     }
///     try EventTable.write(graph, as: .csv, put)
///
/// Rows stand in the order of time, those without a date last. A cell with several values has `|`
/// between them.
public struct EventTable: Sendable {
  /// The form of the text.
  public enum Form: Hashable, Sendable {
    /// Tabs; a tab in a cell is `\t`, a line feed `\n`, a backslash `\\`.
    case tsv
    /// As RFC 4180 has it, with a byte order mark, by which Excel knows UTF-8.
    case csv
  }

  /// The names of the columns.
  public static let columns = [
    "date", "type", "who", "whom", "amount", "amount_low", "amount_high", "currency", "approx",
    "amount_text", "realis", "sources", "source", "sentence", "name", "label", "title", "round",
    "metric", "period", "details", "start", "end", "published", "document", "headline", "url",
    "event",
  ]

  private let index: EventIndex
  private let events: [Graph.Event]

  /// The table of all events of a graph. Complexity: that of sorting them.
  public init(_ graph: Graph) {
    index = EventIndex(graph)
    events = EventOrder.sorted(graph.events)
  }

  /// The rows, made one by one.
  public var rows: some Sequence<Row> { events.lazy.map { Row($0, index) } }

  /// Gives the text of the table piece by piece, and passes on what `body` throws.
  public static func write(
    _ graph: Graph, as form: Form, _ body: (UnsafeRawBufferPointer) throws -> Void
  ) rethrows {
    let text = TableText(form: form == .csv ? .csv : .tsv)
    var bytes = text.beginning
    text.append(columns.map { .text($0) }, to: &bytes)
    for row in EventTable(graph).rows {
      text.append(row.cells, to: &bytes)
      if bytes.count >= 1 << 16 {
        try bytes.withUnsafeBytes(body)
        bytes.removeAll(keepingCapacity: true)
      }
    }
    try bytes.withUnsafeBytes(body)
  }

  /// The whole text at once.
  public static func bytes(_ graph: Graph, as form: Form) -> [UInt8] {
    var bytes: [UInt8] = []
    write(graph, as: form) { bytes.append(contentsOf: $0) }
    return bytes
  }
}
