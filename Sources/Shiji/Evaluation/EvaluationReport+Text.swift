import KnowledgeGraph

extension EvaluationReport {
  private static let sides: [TextColumns.Side] = [.left] + Array(repeating: .right, count: 7)
  private static let head = ["gold", "found", "hits", "P", "R", "F1"]

  static func cells(_ score: Score) -> [String] {
    let shares = [score.precision, score.recall, score.f1].map {
      score.isEmpty ? "-" : Share.text($0)
    }
    return [score.gold, score.found, score.hits].map(String.init) + shares
  }

  /// The report for a terminal.
  package var text: String {
    var parts = [totalsText, scoreText + "\n" + notes.joined(separator: "\n")]
    parts += tables.filter { !$0.table.rows.isEmpty }.map { title, table in
      lines([[title] + Self.head] + table.rows.map { [$0.name] + Self.cells($0.score) })
    }
    parts.append(rolesText)
    if options.showsDocuments { parts.append(documentsText) }
    parts += errors.filter { _ in options.errorLimit > 0 }.map(errorText)
    return TerminalText.visible(parts.filter { !$0.isEmpty }.joined(separator: "\n\n")) + "\n"
  }

  private func lines(_ rows: [[String]]) -> String {
    TextColumns.lines(rows, Self.sides).joined(separator: "\n")
  }

  private var totalsText: String {
    let count = run.documents.count == 1 ? "1 article" : "\(run.documents.count) articles"
    return lines(
      [[count] + Self.head + ["macro F1"]]
        + totals.map { name, score, macro in
          [name] + Self.cells(score) + [macro.map(Share.text) ?? ""]
        })
  }

  private var scoreText: String {
    var text = "SCORE (mean of the five F1 marked *): \(Share.text(whole.score))"
    guard let masked else { return text }
    let other = masked.run.whole
    text += "\nleave one out: \(Share.text(other.score))"
    text += "; events \(Share.text(whole.events.micro.f1)) -> \(Share.text(other.events.micro.f1))"
    text += ", arguments \(Share.text(whole.arguments.micro.f1)) -> "
    text += Share.text(other.arguments.micro.f1)
    let events = masked.dropped == 1 ? "1 event rests" : "\(masked.dropped) events rest"
    return text + "; \(events) on a rule line or word that fires in one article alone"
  }

  private var rolesText: String {
    guard !roles.isEmpty else { return "" }
    let rows = roles.flatMap { type, sum, roles in
      [[type] + Self.cells(sum)] + roles.map { ["  ." + $0.name] + Self.cells($0.score) }
    }
    return lines([["arguments"] + Self.head] + rows)
  }

  private var documentsText: String {
    let parts = Evaluation.Part.allCases
    let rows = run.documents.map { id, evaluation in
      [id, Share.text(evaluation.score)]
        + parts.map { part in
          let score = evaluation.table(part).micro
          return score.isEmpty ? "-" : Share.text(score.f1)
        }
    }
    return lines([["document (F1)", "score"] + parts.map(\.rawValue)] + rows)
  }

  private func errorText(
    _ section: EvaluationError.Section, _ kind: EvaluationError.Kind, _ list: [EvaluationError]
  ) -> String {
    let shown = list.prefix(options.errorLimit)
    let more = shown.count < list.count ? ", the first \(shown.count) by weight" : ""
    let lines = shown.flatMap { error in
      ["  [\(error.document)] \(error.item)"]
        + (error.sentence.isEmpty ? [] : ["    \(error.sentence)"])
    }
    return (["\(section.rawValue), \(kind.rawValue): \(list.count)\(more)"] + lines)
      .joined(separator: "\n")
  }
}
