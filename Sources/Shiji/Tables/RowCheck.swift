import ChineseText

/// What speaks against a new row, each with the place that it would have.
struct RowCheck {
  let path: String
  let line: Int
  let columns: [String]
  let cells: [String]

  /// All problems, in order of columns.
  func problems(beside tables: LexiconTables, form: TableForm, force: Bool) -> [LexiconProblem] {
    var problems: [LexiconProblem] = []
    for column in columns.indices { problems += cellProblems(column) }
    guard problems.isEmpty else { return problems }
    if let problem = idProblem(tables) { problems.append(problem) }
    return problems + nameProblems(tables, form, force)
  }

  /// What no cell may hold.
  private func cellProblems(_ column: Int) -> [LexiconProblem] {
    let cell = cells[column]
    if let bad = cell.unicodeScalars.first(where: { $0.value < 32 || $0.value == 127 }) {
      let name = bad == "\t" ? "a tab" : bad == "\n" ? "a line end" : "a control character"
      return [problem(column, "\(columns[column]) holds \(name), which no cell can")]
    }
    if ["id", "name"].contains(columns[column]) || column == 0 {
      if cell.isEmpty { return [problem(column, "\(columns[column]) is empty")] }
      if cell.contains("|") {
        return [
          problem(column, "\(columns[column]) holds |, which parts values; other names: --alias")
        ]
      }
      if column == 0, cell.hasPrefix("#") {
        return [problem(column, "# begins a comment line; no row can begin with it")]
      }
    }
    return []
  }

  private func idProblem(_ tables: LexiconTables) -> LexiconProblem? {
    guard let prefix = RowKind.prefix(columns) else { return nil }
    let id = cells[0]
    guard id.hasPrefix(prefix), id.count > prefix.count else {
      return problem(0, "an id here begins with \(prefix), not \(id); --id \(prefix)NAME")
    }
    if id.contains(where: { $0 == " " || $0 == "/" || $0 == "@" }) {
      return problem(0, "an id holds no blank, / or @: \(id)")
    }
    for table in tables.tables where table.columns.first == "id" {
      guard let row = table.rows.firstIndex(where: { $0[0] == id }) else { continue }
      return problem(0, "\(id) stands in \(table.place(row)) already; --id takes another")
    }
    return nil
  }

  /// Names that a row of the same kind has already.
  private func nameProblems(
    _ tables: LexiconTables, _ form: TableForm, _ force: Bool
  ) -> [LexiconProblem] {
    var problems: [LexiconProblem] = []
    let surfaces = form.surfaces.isEmpty ? [0] : form.surfaces.compactMap(columns.firstIndex)
    let names = NameIndex(tables, likeTable: form.name, columns: columns)
    for column in surfaces {
      for value in TableSearch.values(cells[column]) {
        guard let row = names.row(of: value), row.table.isOwn || !force else { continue }
        let id = row.table.id(row.index).map { " (\($0))" } ?? ""
        let hint = row.table.isOwn ? "" : "; --force adds it nevertheless"
        problems.append(
          problem(column, "\(value) stands in \(row.table.place(row.index))\(id) already\(hint)"))
      }
    }
    return problems
  }

  private func problem(_ column: Int, _ message: String) -> LexiconProblem {
    let before = cells.prefix(column).reduce(0) { $0 + $1.count + 1 }
    return LexiconProblem(file: path, line: line, column: before + 1, message: message)
  }
}

/// Looks names up among the rows that would be the same thing: things of one prefix, or rows of one
/// table.
private struct NameIndex {
  typealias Place = (table: TextTable, index: Int)
  private var rows: [[UInt16]: Place] = [:]
  private let lexicon: Lexicon

  init(_ tables: LexiconTables, likeTable name: String, columns: [String]) {
    lexicon = tables.lexicon
    let prefix = RowKind.prefix(columns)
    for table in tables.tables {
      let isLike =
        prefix == nil ? table.form.name == name : RowKind.prefix(table.columns) == prefix
      guard isLike else { continue }
      for row in table.rows.indices {
        for column in table.surfaces {
          for value in TableSearch.values(table.rows[row][column]) {
            rows[key(value)] = rows[key(value)] ?? (table, row)
          }
        }
      }
    }
  }

  private func key(_ text: String) -> [UInt16] { lexicon.folded(text).filter { $0 != 32 } }

  func row(of name: String) -> Place? { rows[key(name)] }
}

extension TextTable {
  /// `path:line` of a row.
  func place(_ row: Int) -> String { lines[row] > 0 ? "\(path):\(lines[row])" : path }
}
