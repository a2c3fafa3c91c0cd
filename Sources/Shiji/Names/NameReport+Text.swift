import ChineseText
import KnowledgeGraph

extension NameReport.Cue: CustomStringConvertible {
  /// `发布 before it (product 3)`.
  package var description: String {
    let points = points.map { "\($0.kind.rawValue) \($0.points)" }.joined(separator: ", ")
    return "\(text) \(isBefore ? "before" : "behind") it (\(points))"
  }
}

extension NameReport {
  /// The report for a terminal: the names with what made them names, what was left out, and for
  /// each expected word why it is none.
  package func text(expecting words: [String] = []) -> String {
    var parts = names.map { lines($0).joined(separator: "\n") }
    if names.isEmpty { parts.append("no name") }
    if !leftOut.isEmpty {
      parts.append((["left out"] + leftOut.map { "  " + line($0) }).joined(separator: "\n"))
    }
    parts += words.map { lines(absence(of: $0)).joined(separator: "\n") }
    return TerminalText.visible(parts.joined(separator: "\n\n")) + "\n"
  }

  private func lines(_ item: Item) -> [String] {
    let head = [
      item.text, item.kind.rawValue, item.id ?? "", item.name.map { "= \($0)" } ?? "",
      place(item.span),
    ]
    var rows = [["found as", item.finding.text]]
    rows += item.rows.map { ["row", Self.row($0)] }
    if let reading = item.reading { rows.append(["ambiguous", reading]) }
    rows += item.cues.map { ["beside it", $0.description] }
    if let points = item.points { rows.append(["points", String(points.have)]) }
    rows += item.rivals.map { ["won over", Self.rival($0)] }
    return [head.filter { !$0.isEmpty }.joined(separator: "  ")]
      + TextColumns.lines(rows, [.left, .left]).map { "  " + $0 }
  }

  /// A row: where it stands, and in which columns.
  static func row(_ row: TableSearch.Row) -> String {
    "\(row.place) (\(row.matches.joined(separator: ", ")))"
  }

  private static func rival(_ rival: Rival) -> String {
    let tags = rival.tags.names.joined(separator: " ")
    return "\(rival.text)  \(rival.from.rawValue)\(tags.isEmpty ? "" : " " + tags)"
      + "  +\(Nats.text(rival.detour))"
  }

  private func line(_ item: Item) -> String {
    var line = "\(item.text)  \(item.kind.rawValue)  \(place(item.span))  \(item.finding.text)"
    if let points = item.points, let needed = points.needed {
      line += ", \(points.have) of \(needed)"
    }
    if !item.cues.isEmpty {
      line += "; " + item.cues.map(\.description).joined(separator: ", ")
    }
    return line
  }

  private func lines(_ absence: NameAbsence) -> [String] {
    let place = absence.span.map { "  " + self.place($0) } ?? ""
    let head = absence.reason == .found ? "\(absence.word)\(place)" : "\(absence.word)?\(place)"
    return [head] + absence.lines.map { "  " + $0 } + (absence.hint.map { ["  " + $0] } ?? [])
  }

  private func place(_ span: TextSpan) -> String { "\(span.start)–\(span.end)" }
}
