import ChineseText
import EventRules

/// Which rule lines, triggers, cues and rows of names fired in a corpus, and which never did.
package struct RuleCoverage: Sendable {
  /// A trigger of a line.
  struct Trigger: Sendable {
    let word: String
    /// How often it stood in the texts as a trigger of any type.
    let stood: Int
    /// How often this line told a claim by it.
    let fired: Int
  }

  /// A rule line.
  struct Line: Sendable {
    let line: RuleLines.Line
    /// Tellings of claims.
    let fired: Int
    /// What it came to where it gave no claim, the most frequent first.
    let stops: [(reason: String, count: Int)]
    let triggers: [Trigger]

    var tried: Int { fired + stops.reduce(0) { $0 + $1.count } }
    var place: String { "\(line.path):\(line.number)" }
  }

  /// A row of a table.
  struct Row: Sendable {
    let place: String
    let text: String
    let count: Int
  }

  /// A table with its rows.
  struct Table: Sendable {
    let name: String
    let rows: [Row]

    var seen: Int { rows.count { $0.count > 0 } }
  }

  /// Number of documents that were read.
  let documents: Int
  let lines: [Line]
  let tables: [Table]

  /// Puts counts beside the lines and rows that they belong to.
  ///
  /// - Parameter types: only rule files of these names; all where there are none.
  package init(
    _ counts: CoverageCounts, documents: Int, rules: [RuleSource], tables: LexiconTables,
    types: [String] = []
  ) {
    let lexicon = tables.lexicon
    let fold = { (word: String) in
      String(decoding: lexicon.folded(word), as: UTF16.self)
    }
    self.documents = documents
    let sources = rules.filter { types.isEmpty || types.contains($0.name) }
    lines = RuleLines.of(sources).map { Self.line($0, counts, fold) }
    self.tables = types.isEmpty ? Self.tables(counts, tables, fold) : []
  }

  private static func line(
    _ line: RuleLines.Line, _ counts: CoverageCounts, _ fold: (String) -> String
  ) -> Line {
    let fired = counts.fired[line.name] ?? [:]
    let quiet: Set<String> = ["claimed", "added to an open event"]
    let stops = (counts.outcomes[line.name] ?? [:]).filter { !quiet.contains($0.key) }
      .map { (reason: $0.key, count: $0.value) }
      .sorted { a, b in
        a.count != b.count
          ? a.count > b.count : a.reason.utf8.lexicographicallyPrecedes(b.reason.utf8)
      }
    return Line(
      line: line, fired: fired.values.reduce(0, +), stops: stops,
      triggers: line.triggers.map { word in
        let key = fold(word)
        return Trigger(word: word, stood: counts.stood[key] ?? 0, fired: fired[key] ?? 0)
      })
  }

  /// Tables of names with ids, titles and cues: those whose rows can be told apart in facts.
  private static func tables(
    _ counts: CoverageCounts, _ tables: LexiconTables, _ fold: (String) -> String
  ) -> [Table] {
    tables.tables.compactMap { table in
      let isWords = ["events/cues", "names/titles"].contains(table.form.name)
      guard isWords || table.columns.first == "id", !table.rows.isEmpty else { return nil }
      let rows = table.rows.indices.map { row in
        let key = table.rows[row][0]
        let count = isWords ? counts.stood[fold(key)] : counts.named[key]
        return Row(
          place: table.place(row),
          text: isWords ? key : "\(table.rows[row][1]) (\(key))", count: count ?? 0)
      }
      return Table(name: table.isOwn ? table.path : table.form.name, rows: rows)
    }
  }
}
