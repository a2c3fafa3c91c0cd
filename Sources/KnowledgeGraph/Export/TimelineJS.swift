/// Writes a timeline in the JSON format of TimelineJS (timeline.knightlab.com).
///
/// Each event is a slide: `start_date` as precise as it is known, `end_date` where it lasts longer
/// than a year, a month or a day, `text` with the sentence, `group` the type, `unique_id` the id with
/// a hyphen for its colon, as it is to serve as an anchor.
/// A slide needs a date, so that events without one are left out.
public enum TimelineJS {
  /// Gives the JSON piece by piece, and passes on what `body` throws.
  public static func write(
    _ timeline: Timeline, _ body: (UnsafeRawBufferPointer) throws -> Void
  ) rethrows {
    var bytes = Array("{\"events\":[".utf8)
    for (number, entry) in timeline.periods.flatMap(\.entries).enumerated() {
      bytes.append(contentsOf: (number == 0 ? "\n" : ",\n").utf8)
      JSONWriter.append(slide(entry, timeline), to: &bytes)
      if bytes.count >= 1 << 16 {
        try bytes.withUnsafeBytes(body)
        bytes.removeAll(keepingCapacity: true)
      }
    }
    bytes.append(contentsOf: "\n]".utf8)
    if !timeline.title.isEmpty {
      bytes.append(contentsOf: ",\"title\":".utf8)
      JSONWriter.append(["text": ["headline": html(timeline.title)]], to: &bytes)
    }
    bytes.append(contentsOf: "}\n".utf8)
    try bytes.withUnsafeBytes(body)
  }

  /// The whole JSON at once.
  public static func bytes(_ timeline: Timeline) -> [UInt8] {
    var bytes: [UInt8] = []
    write(timeline) { bytes.append(contentsOf: $0) }
    return bytes
  }

  private static func slide(_ entry: Timeline.Entry, _ timeline: Timeline) -> JSONValue {
    let event = entry.event
    let days = Days(event)
    let mark = entry.mark.isEmpty ? "" : "【\(entry.mark)】"
    var object = JSONObject()
    object.append("autolink", false)
    object.append("display_date", .string(entry.dateText))
    object.append("end_date", days?.end.map { .object($0) })
    object.append("group", .string(event.label))
    object.append("start_date", days.map { .object($0.start) })
    object.append("text", ["headline": html(mark + event.name), "text": text(entry, timeline)])
    object.append("unique_id", .string(String(event.id.map { $0 == ":" ? "-" : $0 })))
    return .object(object)
  }

  /// Details, history, sentence and source, as HTML.
  private static func text(_ entry: Timeline.Entry, _ timeline: Timeline) -> JSONValue {
    var parts: [String] = []
    let details = entry.details.map(\.text).joined(separator: " · ")
    if !details.isEmpty { parts.append("<p>\(DOTText.html(details))</p>") }
    if let history = entry.history { parts.append("<p>\(DOTText.html(history))</p>") }
    if let evidence = timeline.evidence(of: entry) {
      parts.append("<blockquote>\(DOTText.html(evidence.sentence))</blockquote>")
      parts.append("<p>\(source(evidence))</p>")
    }
    return .string(parts.joined())
  }

  private static func source(_ evidence: Timeline.Evidence) -> String {
    let document = evidence.document
    let title = DOTText.html(document?.title ?? document?.id ?? "")
    let about = evidence.origin.map(DOTText.html)
    guard let url = document?.url, url.hasPrefix("https://") || url.hasPrefix("http://") else {
      return ([title] + about).joined(separator: "，")
    }
    let link = "<a href=\"\(DOTText.html(url))\">\(title)</a>"
    return ([link] + about).joined(separator: "，")
  }

  private static func html(_ text: String) -> JSONValue { .string(DOTText.html(text)) }

  /// The first and the last day of an event, with the parts that are known.
  private struct Days {
    let start: JSONObject
    let end: JSONObject?

    init?(_ event: Graph.Event) {
      guard let first = event.time?.start ?? event.time?.end,
        let start = Self.parts(first), let year = start.first
      else { return nil }
      let last = (event.time?.end ?? first) < first ? first : event.time?.end ?? first
      let end = Self.parts(last) ?? start
      let isOpen = event.time?.start == nil || event.time?.end == nil
      if isOpen || first == last {
        self.start = Self.json(start)
        self.end = nil
      } else if start[1...] == [1, 1], end[1...] == [12, 31] {
        self.start = Self.json([year])
        self.end = end[0] == year ? nil : Self.json([end[0]])
      } else if start[2] == 1, end[2] >= 28, Self.isLastDay(end) {
        self.start = Self.json(Array(start[..<2]))
        self.end = start[..<2] == end[..<2] ? nil : Self.json(Array(end[..<2]))
      } else {
        self.start = Self.json(start)
        self.end = Self.json(end)
      }
    }

    private static func isLastDay(_ day: [Int]) -> Bool {
      switch day[1] {
      case 2: day[2] == (day[0] % 4 == 0 && (day[0] % 100 != 0 || day[0] % 400 == 0) ? 29 : 28)
      case 4, 6, 9, 11: day[2] == 30
      default: day[2] == 31
      }
    }

    /// Year, month and day.
    private static func parts(_ day: String) -> [Int]? {
      let parts = day.split(separator: "-").compactMap { Int($0) }
      return parts.count == 3 ? parts : nil
    }

    private static func json(_ parts: [Int]) -> JSONObject {
      JSONObject(
        zip(["year", "month", "day"], parts).map { name, number in
          JSONObject.Member(name, .number(String(number)))
        })
    }
  }
}
