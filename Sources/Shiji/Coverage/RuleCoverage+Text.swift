import KnowledgeGraph

extension RuleCoverage {
  private var head: String {
    let triggers = lines.flatMap(\.triggers)
    let count = documents == 1 ? "1 document" : "\(documents) documents"
    return "\(count): \(lines.count { $0.fired > 0 }) of \(lines.count) rule lines and "
      + "\(triggers.count { $0.fired > 0 }) of \(triggers.count) triggers fired"
  }

  private static let sides: [TextColumns.Side] = [.left, .left, .right, .right, .left]
  /// How many reasons of a line are shown.
  private static let most = 4

  /// Every line with how often it fired and was tried, and what stopped it; its triggers below.
  package var text: String {
    var output = head + "\n"
    var rest = lines[...]
    while let first = rest.first {
      let own = rest.prefix { $0.line.path == first.line.path }
      rest = rest.dropFirst(own.count)
      output += "\n\(first.line.path)\n" + Self.table(Array(own))
    }
    return TerminalText.visible(output + tablesText)
  }

  private static func table(_ lines: [Line]) -> String {
    let rows = lines.map { line in
      [
        "", "\(line.line.number) \(line.line.keyword)", String(line.fired), String(line.tried),
        reasons(line),
      ]
    }
    let texts = TextColumns.lines([["", "line", "fired", "tried", "stopped by"]] + rows, sides)
    return zip(texts, [nil] + lines.map(Optional.some)).map { text, line in
      let triggers = line.map(triggers) ?? ""
      return text + "\n" + (triggers.isEmpty ? "" : "      \(triggers)\n")
    }.joined()
  }

  private static func reasons(_ line: Line) -> String {
    let shown = line.stops.prefix(most).map { "\($0.reason) \($0.count)" }
    return (shown + (line.stops.count > most ? ["…"] : [])).joined(separator: "; ")
  }

  /// `收购 30/100`: fired by this line, of all places where the word stood; those that did first,
  /// those that never stood as a number.
  private static func triggers(_ line: Line) -> String {
    let stood = line.triggers.filter { $0.stood > 0 }
    let rest = line.triggers.count - stood.count
    let words = stood.sorted { ($1.fired, $1.stood) < ($0.fired, $0.stood) }
      .map { "\($0.word) \($0.fired)/\($0.stood)" }
    return (words + (rest > 0 ? ["(\(rest) never stood)"] : [])).joined(separator: "  ")
  }

  /// What never fired: lines, triggers of lines that did, cues and titles that never stood.
  package var unusedText: String {
    let idle = lines.filter { $0.fired == 0 }
    var output = head + "\n\nlines that never fired: \(idle.count)\n"
    for line in idle {
      let reasons = Self.reasons(line)
      let stood = line.triggers.contains { $0.stood > 0 }
      let why = !reasons.isEmpty ? reasons : stood ? "never tried" : "no trigger in the texts"
      output += "  \(line.place)  \(line.line.keyword)  \(line.triggers.isEmpty ? "" : why)\n"
        .replacing("  \n", with: "\n")
    }
    output += "\ntriggers that never fired, in lines that did (how often they stood)\n"
    for line in lines where line.fired > 0 {
      let words = line.triggers.filter { $0.fired == 0 }.map { "\($0.word) \($0.stood)" }
      if !words.isEmpty { output += "  \(line.place)  \(words.joined(separator: "  "))\n" }
    }
    for table in tables where ["events/cues", "names/titles"].contains(table.name) {
      let words = table.rows.filter { $0.count == 0 }.map(\.text)
      output += "\n\(table.name), never in the texts: \(words.count) of \(table.rows.count)\n"
      if !words.isEmpty { output += "  \(words.joined(separator: "  "))\n" }
    }
    return TerminalText.visible(output + tablesText)
  }

  private var tablesText: String {
    guard !tables.isEmpty else { return "" }
    let rows = tables.map { table in
      [table.name, String(table.seen), String(table.rows.count)]
    }
    return "\n"
      + TextColumns.lines([["table", "rows seen", "of"]] + rows, [.left, .right, .right])
      .joined(separator: "\n") + "\n"
  }

  /// The tables whose rows are counted.
  package var tableNames: [String] { tables.map(\.name) }

  /// The rows of a table that no text has named, a line each.
  package func unusedRows(_ name: String) -> String {
    tables.filter { $0.name == name }.flatMap(\.rows).filter { $0.count == 0 }
      .map { "\($0.place)  \($0.text)\n" }.joined()
  }
}
