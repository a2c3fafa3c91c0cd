/// Writes a timeline as a table, a line an event, with tabs.
///
/// Cells are as in the table of events: a tab is `\t`, a line feed `\n`, a backslash `\\`. Events
/// without a date come last, `period` and `date` empty.
public enum TimelineTSV {
  /// The names of the columns.
  public static let columns = [
    "period", "date", "start", "end", "realis", "type", "label", "name", "details", "sources",
    "reports", "first_report", "last_report", "history", "conflicts", "source", "published",
    "sentence", "document", "event",
  ]

  /// Gives the text piece by piece, and passes on what `body` throws.
  public static func write(
    _ timeline: Timeline, _ body: (UnsafeRawBufferPointer) throws -> Void
  ) rethrows {
    let table = TableText(form: .tsv)
    var bytes: [UInt8] = []
    table.append(columns.map { .text($0) }, to: &bytes)
    for period in timeline.periods {
      for entry in period.entries { table.append(cells(entry, period.label, timeline), to: &bytes) }
      try bytes.withUnsafeBytes(body)
      bytes.removeAll(keepingCapacity: true)
    }
    for entry in timeline.undated { table.append(cells(entry, "", timeline), to: &bytes) }
    try bytes.withUnsafeBytes(body)
  }

  /// The whole text at once.
  public static func text(_ timeline: Timeline) -> String {
    var bytes: [UInt8] = []
    write(timeline) { bytes.append(contentsOf: $0) }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func cells(
    _ entry: Timeline.Entry, _ period: String, _ timeline: Timeline
  ) -> [TableText.Cell] {
    let event = entry.event
    let evidence = timeline.evidence(of: entry)
    let stages = entry.stages.map { stage in
      stage.status.rawValue + (stage.first.map { " \($0)" } ?? "")
    }
    let conflicts = event.conflicts.map { conflict in
      "\(conflict.role)=\(conflict.values.map(\.text).joined(separator: ","))"
    }
    return [
      .text(period), .text(entry.date ?? ""), .text(event.time?.start ?? ""),
      .text(event.time?.end ?? ""), .text(event.status.rawValue), .text(event.type),
      .text(event.label), .text(event.name), list(entry.details.map(\.text)),
      .number(String(event.sources)), .number(String(event.history.count)),
      .text(entry.firstReport ?? ""), .text(entry.lastReport ?? ""), list(stages), list(conflicts),
      .text(evidence?.document?.source ?? ""), .text(evidence?.document?.published ?? ""),
      .text(evidence?.sentence ?? ""), .text(evidence?.document?.id ?? ""), .text(event.id),
    ]
  }

  private static func list(_ values: [String]) -> TableText.Cell { TableText.list(values) }
}
