import ChineseText
import EventRules

/// Finds the rows that hold a word: as a name or other surface, as an id, as a cue or anywhere else.
///
///     TableSearch(tables).rows(holding: "腾讯", .whole)
///
/// Width, case, script and blanks are folded as they are when a text is read.
package struct TableSearch {
  /// Which part of a value must be equal.
  package enum Extent: Sendable {
    /// The whole value.
    case whole
    /// Its beginning.
    case prefix
    /// Any part of it.
    case part
  }

  /// A row that was found.
  package struct Row: Sendable {
    /// Where it stands; `lexicon.bin` for a word whose row is not kept.
    package let path: String
    /// Line, from 1; 0 where it is not known.
    package let line: Int
    /// Name of the table, or of the rule file.
    package let table: String
    /// What the row is: `company`, `noun verb`, `surname` …
    package let type: String
    /// Its id; nothing where the table has none.
    package let id: String?
    /// The columns in which the word stands, in order.
    package let matches: [String]
    /// Columns and their values, empty ones left out.
    package let cells: [(column: String, value: String)]
    /// Whether it is the user's own.
    package let isOwn: Bool

    /// `path:line`, or the path where no line is known.
    package var place: String { line > 0 ? "\(path):\(line)" : path }
  }

  private let source: LexiconTables

  /// Searches these tables.
  package init(_ source: LexiconTables) { self.source = source }

  /// Every row that holds `word`, in order of layer, table and line. O(cells).
  ///
  /// - Parameter tables: only tables of these names; all where there are none.
  package func rows(
    holding word: String, _ extent: Extent, tables: [String] = []
  ) -> [Row] {
    let key = folded(word)
    guard !key.isEmpty else { return [] }
    var rows: [Row] = []
    if source.hidesWords, tables.isEmpty { rows += hiddenWords(word, key, extent) }
    for table in source.tables where tables.isEmpty || tables.contains(table.form.name) {
      for row in table.rows.indices {
        if let found = find(key, extent, table, row) { rows.append(found) }
      }
    }
    if tables.isEmpty { rows += ruleLines(key, extent) }
    return rows
  }

  private func find(_ key: [UInt16], _ extent: Extent, _ table: TextTable, _ row: Int) -> Row? {
    let cells = table.rows[row]
    let matches = cells.indices.filter { column in
      !Self.silent.contains(table.columns[column])
        && Self.values(cells[column]).contains { fits(folded($0), key, extent) }
    }
    guard !matches.isEmpty else { return nil }
    return Row(
      path: table.path, line: table.lines[row], table: table.form.name, type: table.type(row),
      id: table.id(row), matches: matches.map { table.columns[$0] },
      cells: cells.indices.filter { !cells[$0].isEmpty }.map { (table.columns[$0], cells[$0]) },
      isOwn: table.isOwn)
  }

  /// Columns that hold no words.
  private static let silent: Set<String> = [
    "source", "count", "weight", "power", "cost", "note", "pos", "type", "strength", "level",
    "before", "after",
  ]

  /// The values of a cell, and the parts of a value (`org:openai/首席执行官//`, `微软@US`).
  static func values(_ cell: String) -> [String] {
    guard !cell.isEmpty else { return [] }
    return cell.split(separator: "|").flatMap { value -> [String] in
      let whole = String(value.prefix { $0 != "@" })
      guard whole.contains("/") else { return [whole] }
      return [whole] + whole.split(separator: "/").map(String.init)
    }
  }

  /// Folded, without blanks: they do not count in a name.
  private func folded(_ text: String) -> [UInt16] {
    source.lexicon.folded(text).filter { $0 != 32 }
  }

  private func fits(_ value: [UInt16], _ key: [UInt16], _ extent: Extent) -> Bool {
    switch extent {
    case .whole: return value == key
    case .prefix: return value.starts(with: key)
    case .part:
      guard value.count >= key.count else { return false }
      return (0...value.count - key.count).contains { value[$0...].starts(with: key) }
    }
  }
}

extension TableSearch {
  /// Words of a compiled base whose tables it does not keep.
  private func hiddenWords(_ word: String, _ key: [UInt16], _ extent: Extent) -> [Row] {
    if extent == .whole {
      return source.lexicon.listedWord(word).map { [Self.row($0)] } ?? []
    }
    var found: [ListedWord] = []
    source.lexicon.forEachListedWord { word in
      if fits(Array(word.surface.utf16), key, extent) { found.append(word) }
    }
    return found.sorted { $0.surface.utf8.lexicographicallyPrecedes($1.surface.utf8) }
      .map(Self.row)
  }

  private static func row(_ word: ListedWord) -> Row {
    var cells = [(column: "word", value: word.surface)]
    if let cost = word.cost { cells.append(("cost", Nats.text(cost))) }
    return Row(
      path: "lexicon.bin", line: 0, table: "words",
      type: word.tags.names.joined(separator: " "), id: nil, matches: ["word"], cells: cells,
      isOwn: false)
  }

  /// Lines of rule files with the word among their triggers.
  private func ruleLines(_ key: [UInt16], _ extent: Extent) -> [Row] {
    source.rules.flatMap { rule in
      RuleTriggers.places(in: rule.bytes).compactMap { trigger -> Row? in
        guard trigger.words.contains(where: { fits(folded($0), key, extent) }) else { return nil }
        return Row(
          path: rule.path, line: trigger.line, table: "events/\(rule.name)",
          type: "\(rule.name) \(trigger.keyword)", id: nil, matches: [trigger.keyword],
          cells: [(trigger.keyword, trigger.words.joined(separator: " "))], isOwn: false)
      }
    }
  }
}
