/// Writes a timeline as JSON of the schema `shiji-timeline/1`: its periods with their events, and
/// the events without a date. One event stands on a line.
public enum TimelineJSON {
  /// The name of the schema.
  public static let schema = "shiji-timeline/1"

  /// Gives the JSON piece by piece, and passes on what `body` throws.
  public static func write(
    _ timeline: Timeline, _ body: (UnsafeRawBufferPointer) throws -> Void
  ) rethrows {
    var bytes: [UInt8] = []
    func text(_ text: String) { bytes.append(contentsOf: text.utf8) }
    func list(_ entries: [Timeline.Entry]) {
      for (number, entry) in entries.enumerated() {
        text(number == 0 ? "\n" : ",\n")
        JSONWriter.append(json(entry, timeline), to: &bytes)
      }
    }
    text("{\"periods\":[")
    for (number, period) in timeline.periods.enumerated() {
      text(number == 0 ? "\n{\"events\":[" : ",\n{\"events\":[")
      list(period.entries)
      text("],\"period\":")
      JSONWriter.append(string: period.label, to: &bytes)
      text("}")
      try bytes.withUnsafeBytes(body)
      bytes.removeAll(keepingCapacity: true)
    }
    text("\n],\"schema\":\"\(schema)\",\"title\":")
    JSONWriter.append(string: timeline.title, to: &bytes)
    text(",\"undated\":[")
    list(timeline.undated)
    text("\n]}\n")
    try bytes.withUnsafeBytes(body)
  }

  /// The whole JSON at once.
  public static func bytes(_ timeline: Timeline) -> [UInt8] {
    var bytes: [UInt8] = []
    write(timeline) { bytes.append(contentsOf: $0) }
    return bytes
  }

  private static func json(_ entry: Timeline.Entry, _ timeline: Timeline) -> JSONValue {
    let event = entry.event
    var object = JSONObject()
    object.append("conflicts", event.conflicts.isEmpty ? nil : conflicts(event))
    object.append("date", entry.date.map { .string($0) })
    object.append("details", details(entry))
    object.append("end", event.time?.end.map { .string($0) })
    object.append("evidence", timeline.evidence(of: entry).map(json))
    object.append("history", .array(event.history.map(json)))
    object.append("id", .string(event.id))
    object.append("label", .string(event.label))
    object.append("name", .string(event.name))
    object.append("sources", .number(String(event.sources)))
    object.append("start", event.time?.start.map { .string($0) })
    object.append("status", .string(event.status.rawValue))
    object.append("type", .string(event.type))
    return .object(object)
  }

  private static func details(_ entry: Timeline.Entry) -> JSONValue {
    .object(
      JSONObject(
        entry.details.map { detail in
          JSONObject.Member(detail.role, .array(detail.values.map { .string($0) }))
        }))
  }

  private static func conflicts(_ event: Graph.Event) -> JSONValue {
    .object(
      JSONObject(
        event.conflicts.map { conflict in
          JSONObject.Member(conflict.role, .array(conflict.values.map { .string($0.text) }))
        }))
  }

  private static func json(_ report: Graph.Report) -> JSONValue {
    var object = JSONObject()
    object.append("claim", .string(report.claim))
    object.append("published", report.published.map { .string($0) })
    object.append("status", .string(report.realis.rawValue))
    return .object(object)
  }

  private static func json(_ evidence: Timeline.Evidence) -> JSONValue {
    var object = JSONObject()
    object.append("document", evidence.document.map { .string($0.id) })
    object.append("headline", evidence.document?.title.map { .string($0) })
    object.append("published", evidence.document?.published.map { .string($0) })
    object.append("sentence", .string(evidence.sentence))
    object.append("source", evidence.document?.source.map { .string($0) })
    object.append("url", evidence.document?.url.map { .string($0) })
    return .object(object)
  }
}
