/// An evaluation as one page that needs nothing else: no script, no picture, no font from elsewhere.
///
/// The score and its parts stand on top; below are the scores of each type and role as bars, and
/// every difference with its sentence, folded up by kind.
package enum EvaluationPage {
  /// The page.
  package static func html(_ report: EvaluationReport, title: String) -> [UInt8] {
    let body = [
      header(report, title), cards(report), totals(report), tables(report), roles(report),
      documents(report), errors(report),
    ].joined(separator: "\n")
    return Array((head(title) + body + "\n</main>\n</body>\n</html>\n").utf8)
  }

  private static func head(_ title: String) -> String {
    HTMLPage.head(
      language: "en", title: "\(HTMLText.escaped(title)) · shiji eval", style: EvaluationStyle.sheet
    )
  }

  private static func header(_ report: EvaluationReport, _ title: String) -> String {
    let count = report.run.documents.count
    let notes = report.notes.map { "<li>\(HTMLText.escaped($0))</li>" }.joined()
    return """
      <header>
      <h1>\(HTMLText.escaped(title))</h1>
      <p>\(count == 1 ? "1 article" : "\(count) articles"). The score is the mean of the five F1 \
      below.</p>
      <ul>\(notes)</ul>
      </header>
      """
  }

  /// The score, what is left of it without single articles, and its five parts.
  private static func cards(_ report: EvaluationReport) -> String {
    let whole = report.run.whole
    var cards = card("score", Share.text(whole.score), "mean of five F1")
    if let masked = report.masked {
      cards += card(
        "leave one out", Share.text(masked.run.whole.score),
        "\(masked.dropped) events rest on one article")
    }
    for part in Evaluation.Part.allCases {
      let score = whole.table(part).micro
      cards += card(
        part.rawValue, score.isEmpty ? "–" : Share.text(score.f1),
        "P \(Share.text(score.precision)) · R \(Share.text(score.recall))")
    }
    return "<div class=\"cards\">\(cards)</div>"
  }

  private static func card(_ name: String, _ value: String, _ note: String) -> String {
    "<div><span>\(name)</span><b>\(value)</b><small>\(note)</small></div>"
  }

  private static func totals(_ report: EvaluationReport) -> String {
    let rows = report.totals.map { name, score, macro in
      row(name, score, macro: .some(macro.map(Share.text) ?? ""))
    }
    return table("totals", rows, hasMacro: true)
  }

  private static func tables(_ report: EvaluationReport) -> String {
    report.tables.filter { !$0.table.rows.isEmpty }.map { title, scores in
      table(title, scores.rows.map { row($0.name, $0.score) })
    }.joined(separator: "\n")
  }

  private static func roles(_ report: EvaluationReport) -> String {
    guard !report.roles.isEmpty else { return "" }
    let rows = report.roles.flatMap { type, sum, roles in
      [row(type, sum, style: " class=\"group\"")]
        + roles.map { row($0.name, $0.score, style: " class=\"role\"") }
    }
    return table("arguments", rows)
  }

  private static func documents(_ report: EvaluationReport) -> String {
    let parts = Evaluation.Part.allCases
    let head = (["document", "score"] + parts.map(\.rawValue)).map { "<th>\($0)</th>" }.joined()
    let rows = report.run.documents.map { id, evaluation in
      let cells = parts.map { part in
        let score = evaluation.table(part).micro
        return "<td>\(score.isEmpty ? "–" : Share.text(score.f1))</td>"
      }
      return "<tr><th>\(HTMLText.escaped(id))</th><td><b>\(Share.text(evaluation.score))</b></td>"
        + cells.joined() + "</tr>"
    }
    return "<section>\n<h2>documents (F1)</h2>\n<table class=\"plain\">\n<tr>\(head)</tr>\n"
      + rows.joined(separator: "\n") + "\n</table>\n</section>"
  }

  private static func table(_ title: String, _ rows: [String], hasMacro: Bool = false) -> String {
    let head = ["", "gold", "found", "hits", "P", "R", "F1"] + (hasMacro ? ["macro F1"] : [])
    let cells = head.map { "<th>\($0)</th>" }.joined() + "<th></th>"
    return "<section>\n<h2>\(title)</h2>\n<table>\n<tr>\(cells)</tr>\n"
      + rows.joined(separator: "\n") + "\n</table>\n</section>"
  }

  private static func row(
    _ name: String, _ score: Score, macro: String? = nil, style: String = ""
  ) -> String {
    let cells = (EvaluationReport.cells(score) + (macro.map { [$0] } ?? []))
      .map { "<td>\($0)</td>" }.joined()
    let bar =
      score.isEmpty
      ? "" : "<i style=\"width:\(Share.text(score.f1))%\"></i>"
    return "<tr\(style)><th>\(HTMLText.escaped(name))</th>\(cells)"
      + "<td class=\"bar\">\(bar)</td></tr>"
  }

  private static func errors(_ report: EvaluationReport) -> String {
    let groups = report.errors.map { section, kind, list in
      let items = list.map { error in
        let sentence = error.sentence.isEmpty ? "" : "<q>\(HTMLText.escaped(error.sentence))</q>"
        return "<li><b>\(HTMLText.escaped(error.item))</b>"
          + "<small>\(HTMLText.escaped(error.document))</small>\(sentence)</li>"
      }
      return "<details>\n<summary><b class=\"\(kind.rawValue)\">\(kind.rawValue)</b> "
        + "\(section.rawValue) <span>\(list.count)</span></summary>\n<ul>\n"
        + items.joined(separator: "\n") + "\n</ul>\n</details>"
    }
    let none = "<p>None: facts and annotation agree.</p>"
    let body = groups.isEmpty ? none : groups.joined(separator: "\n")
    return "<section class=\"errors\">\n<h2>differences</h2>\n\(body)\n</section>"
  }
}
