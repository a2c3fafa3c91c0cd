import ChineseText

/// A row that a user adds to a table of the own folder, checked before anything is written.
///
///     let row = TableAddition.NewRow(kind: kind, name: "星海科技")
///     let addition = try TableAddition(row, folder: "my", over: tables)
///     // addition.path, addition.bytes, addition.line
package struct TableAddition: Sendable {
  /// What the user wants to add.
  package struct NewRow: Sendable {
    /// What it is and where it goes.
    package var kind: RowKind
    /// The word or name.
    package var name: String
    /// Its id, where the user gives one.
    package var id: String?
    /// Other cells by column.
    package var cells: [(column: String, value: String)]

    /// Makes a row.
    package init(
      kind: RowKind, name: String, id: String? = nil,
      cells: [(column: String, value: String)] = []
    ) {
      self.kind = kind
      self.name = name
      self.id = id
      self.cells = cells
    }
  }

  /// The file that changes.
  package let path: String
  /// Its new content.
  package let bytes: [UInt8]
  /// Line of the new row.
  package let line: Int
  /// Its columns.
  package let columns: [String]
  /// Its cells.
  package let cells: [String]
  /// Name of the table.
  package let table: String

  /// Makes and checks the new content of a table.
  ///
  /// - Parameters:
  ///   - folder: the user's folder; it need not be there yet.
  ///   - tables: the base lexicon with the folder laid over it.
  ///   - force: whether names that the base has already may be added.
  /// - Throws: all problems, each with the place that it would have.
  package init(
    _ row: NewRow, folder: String, over tables: LexiconTables, force: Bool = false
  ) throws(LexiconError) {
    table = row.kind.table
    path = PathName.join(folder, table + ".tsv")
    let form = TableForm(table)
    columns = try Self.columns(form, tables, path)
    cells = try Self.cells(row, columns, path)
    let text = try Self.text(path, columns)
    (bytes, line) = Self.insert(cells, columns, into: text)
    var problems = RowCheck(path: path, line: line, columns: columns, cells: cells)
      .problems(beside: tables, form: form, force: force)
    if problems.isEmpty { problems = try check(folder, tables) }
    guard problems.isEmpty else { throw LexiconError(problems) }
  }

  private static func columns(
    _ form: TableForm, _ tables: LexiconTables, _ path: String
  ) throws(LexiconError) -> [String] {
    if let columns = form.columns { return columns }
    if let table = tables.tables.first(where: { $0.form.name == form.name }) {
      return table.columns
    }
    throw LexiconError(
      file: path,
      message: "there is no table \(form.name)"
        + suggestion(for: form.name, among: tables.tables.map(\.form.name))
        + "; kinds: " + RowKind.all.map(\.name).joined(separator: ", "))
  }

  /// The cells in the order of the columns.
  private static func cells(
    _ row: NewRow, _ columns: [String], _ path: String
  ) throws(LexiconError) -> [String] {
    var values = row.kind.cells
    if columns.contains("source") { values["source"] = "hand" }
    for cell in row.cells {
      guard columns.contains(cell.column) else {
        throw LexiconError(
          file: path,
          message: "has no column \(cell.column)"
            + suggestion(for: cell.column, among: columns) + "; columns: "
            + columns.joined(separator: ", "))
      }
      values[cell.column] = cell.value
    }
    if let prefix = RowKind.prefix(columns) {
      values["name"] = row.name
      let latin = values["latin"] ?? ""
      values["id"] = row.id ?? prefix + RowKind.slug(latin.isEmpty ? row.name : latin)
    } else {
      values[columns[0]] = row.name
    }
    return columns.map { values[$0] ?? "" }
  }

  /// The text of the file as it is; the header where there is none yet.
  private static func text(_ path: String, _ columns: [String]) throws(LexiconError) -> String {
    guard FileSystem.exists(path) else { return columns.joined(separator: "\t") + "\n" }
    do throws(FileError) {
      let text = String(decoding: try FileSystem.read(path), as: UTF8.self)
      return text.isEmpty ? columns.joined(separator: "\t") + "\n" : text
    } catch {
      throw LexiconError(file: path, message: error.reason)
    }
  }

  /// Puts a row behind the last one that it follows in bytewise order of the first column.
  static func insert(
    _ cells: [String], _ columns: [String], into text: String
  ) -> (bytes: [UInt8], line: Int) {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last == "" { lines.removeLast() }
    var place = lines.count
    var isHeader = true
    for (index, line) in lines.enumerated() where !line.isEmpty && !line.hasPrefix("#") {
      if isHeader {
        isHeader = false
        place = index + 1
      } else if line.prefix(while: { $0 != "\t" }).utf8.lexicographicallyPrecedes(cells[0].utf8) {
        place = index + 1
      }
    }
    lines.insert(cells.joined(separator: "\t"), at: place)
    return (Array((lines.joined(separator: "\n") + "\n").utf8), place + 1)
  }

  /// What lint and the laying over the base would say of the folder with the row in it.
  private func check(_ folder: String, _ base: LexiconTables) throws(LexiconError)
    -> [LexiconProblem]
  {
    var sources: [LexiconCompiler.Source] = []
    var rules: [LexiconCompiler.Source] = []
    if FileSystem.isFolder(folder) {
      let own = try LexiconFolder(folder)
      sources = try own.tableSources().filter { $0.name != table }
      rules = try own.ruleTexts()
    }
    sources.append(LexiconCompiler.Source(path: path, name: table, bytes: bytes))
    let documented = try? FileSystem.read(PathName.join(folder, "SOURCES.md"))
    let problems =
      LexiconCompiler.check(tables: sources)
      + LexiconCheck.problems(tables: sources, sources: documented, known: base.ids)
    if !problems.isEmpty { return problems.sorted() }
    do throws(LexiconError) {
      _ = try LexiconCompiler.compile(
        [.sources(tables: sources, rules: rules, lists: [])], over: base.lexicon)
      return []
    } catch {
      return error.problems
    }
  }
}

extension TableAddition {
  /// The new row as a search would show it.
  package var row: TableSearch.Row {
    let name = columns.first == "id" ? "name" : columns[0]
    return TableSearch.Row(
      path: path, line: line, table: table, type: TableForm(table).type(columns, cells),
      id: columns.first == "id" ? cells[0] : nil, matches: [name],
      cells: cells.indices.filter { !cells[$0].isEmpty }.map { (columns[$0], cells[$0]) },
      isOwn: true)
  }

  /// What the user may want to know: a name that is a common word is now a name everywhere.
  package func notes(_ lexicon: Lexicon) -> [String] {
    guard RowKind.prefix(columns) != nil else { return [] }
    let form = TableForm(table)
    let names = form.surfaces.compactMap(columns.firstIndex).flatMap {
      TableSearch.values(cells[$0])
    }
    return names.compactMap { name in
      guard let word = lexicon.listedWord(name) else { return nil }
      return "\(name) is a common word too (\(word.tags.label)); as your own it is a name wherever "
        + "it stands"
    }
  }
}

extension LexiconTables {
  /// The ids of all rows.
  package var ids: Set<String> {
    var ids: Set<String> = []
    for table in tables where table.columns.first == "id" {
      for row in table.rows { ids.insert(row[0]) }
    }
    return ids
  }
}
