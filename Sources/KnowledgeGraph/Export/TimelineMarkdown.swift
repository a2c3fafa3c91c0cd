/// Writes a timeline as Markdown: a heading for each period, a list of its events, below each the
/// sentence that says so with a link to where it stands.
public enum TimelineMarkdown {
  /// Gives the text piece by piece, and passes on what `body` throws.
  public static func write(
    _ timeline: Timeline, _ body: (UnsafeRawBufferPointer) throws -> Void
  ) rethrows {
    let title = timeline.title.isEmpty ? "时间线" : timeline.title
    var text = "# \(MarkdownText.escaped(title))\n"
    for period in timeline.periods {
      text += section(period.label, period.entries, timeline)
      try text.withUTF8 { try body(UnsafeRawBufferPointer($0)) }
      text = ""
    }
    if !timeline.undated.isEmpty {
      text += section(Timeline.undatedHeading, timeline.undated, timeline)
    }
    try text.withUTF8 { try body(UnsafeRawBufferPointer($0)) }
  }

  /// The whole text at once.
  public static func text(_ timeline: Timeline) -> String {
    var bytes: [UInt8] = []
    write(timeline) { bytes.append(contentsOf: $0) }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func section(
    _ heading: String, _ entries: [Timeline.Entry], _ timeline: Timeline
  ) -> String {
    "\n## \(heading)\n\n" + entries.map { item($0, timeline) }.joined()
  }

  private static func item(_ entry: Timeline.Entry, _ timeline: Timeline) -> String {
    let mark = entry.mark.isEmpty ? "" : "〔\(entry.mark)〕"
    let details = entry.details.map { " · " + MarkdownText.escaped($0.text) }.joined()
    var lines = [
      "- `\(entry.dateText)` \(mark)**\(MarkdownText.escaped(entry.event.name))**\(details)"
    ]
    if let history = entry.history { lines.append("  *\(history)*") }
    for conflict in entry.event.conflicts {
      let versions = conflict.values.map(\.text).joined(separator: " / ")
      lines.append(
        "  ⚠ \(RoleLabels.label(conflict.role))说法不一：\(MarkdownText.escaped(versions))")
    }
    // Two blanks at the end of a line break it.
    var text = lines.joined(separator: "  \n") + "\n"
    if let evidence = timeline.evidence(of: entry) { text += quotation(evidence, entry) }
    return text
  }

  private static func quotation(_ evidence: Timeline.Evidence, _ entry: Timeline.Entry) -> String {
    let others = entry.event.sources > 1 ? "（\(entry.event.sources) 个来源）" : ""
    let document = evidence.document
    let title = document.map { MarkdownText.link($0.title ?? $0.id, to: $0.url) } ?? ""
    let origin = ([title] + evidence.origin.map(MarkdownText.escaped)).filter { !$0.isEmpty }
    return """
        > \(MarkdownText.escaped(evidence.sentence))  
        > — \(origin.joined(separator: "，"))\(others)

      """
  }
}

/// Text inside Markdown.
enum MarkdownText {
  /// A text on one line that means itself and no markup.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in TerminalText.visible(text.onOneLine).unicodeScalars {
      switch scalar {
      case "\\", "`", "*", "_", "[", "]", "<", ">", "#", "|", "~", "&", "$":
        result.unicodeScalars.append("\\")
        result.unicodeScalars.append(scalar)
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// A link where the address is one of the web, else the words alone.
  static func link(_ words: String, to url: String?) -> String {
    guard let url, url.hasPrefix("https://") || url.hasPrefix("http://") else {
      return escaped(words)
    }
    var address = ""
    for byte in url.utf8 {
      let isPlain = byte > 0x20 && byte < 0x7F && !"()<>\\\"[]`".utf8.contains(byte)
      address += isPlain ? String(UnicodeScalar(byte)) : "%" + hexadecimal(byte)
    }
    return "[\(escaped(words))](\(address))"
  }

  private static func hexadecimal(_ byte: UInt8) -> String {
    let text = String(byte, radix: 16, uppercase: true)
    return text.utf8.count < 2 ? "0\(text)" : text
  }
}
