/// Writes a timeline for a terminal: a line an event, in columns, below the headings of periods.
///
///     2016
///       2016-06        计划  微软 收购 领英 262亿美元  · 36氪
///       2016-08-08           云岫数据 收购 南枝软件 4.35亿元 · 股权 100%  · 3 个来源
///                            传闻 2016-05-02 → 已发生 2016-08-08（2 次）
///
/// What is planned, rumoured or denied is marked; events without a date stand below a heading of
/// their own.
public struct TimelineText: Sendable {
  /// Whether the text has the colours of a terminal.
  public var isColoured = false
  /// Whether each event is followed by the sentence that says so.
  public var showsSentences = false

  /// Plain text, without sentences.
  public init() {}

  /// Gives the text piece by piece, and passes on what `body` throws.
  public func write(
    _ timeline: Timeline, _ body: (UnsafeRawBufferPointer) throws -> Void
  ) rethrows {
    let page = Page(
      timeline: timeline, paint: TextPaint(isColoured: isColoured), showsSentences: showsSentences)
    for var part in page.sections() {
      try part.withUTF8 { try body(UnsafeRawBufferPointer($0)) }
    }
  }

  /// The whole text at once.
  public func text(_ timeline: Timeline) -> String {
    var bytes: [UInt8] = []
    write(timeline) { bytes.append(contentsOf: $0) }
    return String(decoding: bytes, as: UTF8.self)
  }

  private struct Page {
    let timeline: Timeline
    let paint: TextPaint
    let showsSentences: Bool
    private let date: Int
    private let mark: Int

    /// The columns are as wide as they must be; a long stretch of days may reach beyond.
    init(timeline: Timeline, paint: TextPaint, showsSentences: Bool) {
      self.timeline = timeline
      self.paint = paint
      self.showsSentences = showsSentences
      let entries = timeline.entries
      date = entries.map { TextColumns.width($0.dateText) }.filter { $0 < 19 }.max() ?? 0
      mark = entries.contains { !$0.mark.isEmpty } ? 4 : 0
    }

    func sections() -> [String] {
      var parts = timeline.title.isEmpty ? [] : [paint(timeline.title, .strong) + "\n"]
      for period in timeline.periods { parts.append(section(period.label, period.entries)) }
      if !timeline.undated.isEmpty {
        parts.append(section(Timeline.undatedHeading, timeline.undated))
      }
      return parts.indices.map { ($0 == 0 ? "" : "\n") + parts[$0] }
    }

    private func section(_ heading: String, _ entries: [Timeline.Entry]) -> String {
      let lines = entries.flatMap(lines)
      return ([paint(heading, .heading)] + lines).joined(separator: "\n") + "\n"
    }

    private func lines(_ entry: Timeline.Entry) -> [String] {
      let status = paint(entry.mark.padded(to: mark), TextPaint.Style(entry.event.status))
      let gap = mark == 0 ? "" : "  "
      let isDated = entry.date != nil
      let day = paint(entry.dateText.padded(to: date), isDated ? .strong : .faint)
      let first = "  \(day)  \(status)\(gap)" + headline(entry) + origin(entry)
      let indent = String(repeating: " ", count: 4 + date + mark + gap.count)
      return [first] + notes(entry).map { indent + $0 }
    }

    /// The name, its label and its amounts marked, then the details.
    private func headline(_ entry: Timeline.Entry) -> String {
      let event = entry.event
      var name = paint(event.name.onOneLine)
      if paint.isColoured {
        let words = name.split(separator: " ", omittingEmptySubsequences: false)
        if let place = words.lastIndex(where: { $0 == event.label }) {
          let parts = words.indices.map { index in
            index == place ? paint(String(words[index]), .label) : String(words[index])
          }
          name = parts.joined(separator: " ")
        }
      }
      let details = entry.details.map(\.text).joined(separator: " · ")
      return details.isEmpty ? name : "\(name) · \(paint(details))"
    }

    private func origin(_ entry: Timeline.Entry) -> String {
      if entry.event.sources > 1 { return paint("  ‹\(entry.event.sources) 个来源›", .faint) }
      guard let document = timeline.evidence(of: entry)?.document else { return "" }
      return paint("  ‹\((document.source ?? document.id).onOneLine)›", .faint)
    }

    /// The history, what is disputed, and the sentence.
    private func notes(_ entry: Timeline.Entry) -> [String] {
      var notes = entry.history.map { [paint($0, .faint)] } ?? []
      for conflict in entry.event.conflicts {
        let versions = conflict.values.map(\.text).joined(separator: " / ")
        notes.append(paint("⚠ \(RoleLabels.label(conflict.role))说法不一：\(versions)", .denied))
      }
      if showsSentences, let evidence = timeline.evidence(of: entry) {
        let sentence = "“\(evidence.sentence.onOneLine)”"
        notes.append(paint(([sentence] + evidence.origin).joined(separator: "  "), .faint))
      }
      return notes
    }
  }
}
