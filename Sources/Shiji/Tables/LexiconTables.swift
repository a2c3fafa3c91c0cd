import ChineseText
import EventRules

/// A table as its rows stand in the file: of the base lexicon or of a folder of the user's.
package struct TextTable: Sendable {
  /// Where it stands, as a message names it; of a compiled lexicon the name of the file it was.
  package let path: String
  /// What its columns are for.
  package let form: TableForm
  /// Names of the columns.
  package let columns: [String]
  /// Cells, row by row.
  package let rows: [[String]]
  /// Line of each row, from 1.
  package let lines: [Int]
  /// Whether a user laid it over the base.
  package let isOwn: Bool

  /// Index of a column.
  package func column(_ name: String) -> Int? { columns.firstIndex(of: name) }

  /// The columns whose values are words.
  package var surfaces: [Int] {
    form.surfaces.isEmpty ? [0] : form.surfaces.compactMap(column)
  }

  /// What a row is.
  package func type(_ row: Int) -> String { form.type(columns, rows[row]) }

  /// The id of a row; nothing where the table has none.
  package func id(_ row: Int) -> String? { columns.first == "id" ? rows[row].first : nil }
}

/// All tables in use, with the words and rule files beside them: those of the base lexicon first,
/// then those of the user's folders and lists in the order they were named.
package struct LexiconTables: Sendable {
  /// The tables, in order of layer and path.
  package private(set) var tables: [TextTable] = []
  /// The rule files, in the same order.
  package private(set) var rules: [RuleSource] = []
  /// The base lexicon: folds surfaces, and has the words whose tables it does not keep.
  package let lexicon: Lexicon
  /// Whether the base has words whose rows are not kept: it is compiled.
  package let hidesWords: Bool

  /// Reads everything. Throws all problems of a user's data at once.
  package init(
    base: String, lexicons: [String], dictionaries: [String] = []
  ) throws(LexiconError) {
    let folder = try LexiconFolder(base)
    lexicon = try folder.openLexicon()
    hidesWords = folder.isCompiled
    if hidesWords {
      tables = lexicon.tables.map { Self.table($0) }
    } else {
      try add(folder, isOwn: false)
    }
    rules = try folder.ruleSources()
    for path in lexicons { try add(own: path) }
    for path in dictionaries {
      let file = try Self.read(path)
      tables.append(try Self.list(path: path, name: path, file))
    }
  }

  private static func read(_ path: String) throws(LexiconError) -> [UInt8] {
    do throws(FileError) { return try FileSystem.read(path) } catch {
      throw LexiconError(file: path, message: error.reason)
    }
  }
}

extension LexiconTables {
  /// Adds what a user names: a folder, or a file of `shiji lexicon compile`.
  private mutating func add(own path: String) throws(LexiconError) {
    if FileSystem.isFolder(path) { return try add(LexiconFolder(path), isOwn: true) }
    _ = try OverlaySources(lexicons: [path])
    let overlay = try Overlay(path: path)
    tables += overlay.tables.filter { $0.column("text") != 2 || $0.column("path") != 1 }.map {
      Self.table($0, in: path)
    }
    rules += overlay.rules.map { RuleSource(path: $0.path, name: $0.name, bytes: $0.bytes) }
  }

  private mutating func add(_ folder: LexiconFolder, isOwn: Bool) throws(LexiconError) {
    var problems: [LexiconProblem] = []
    for source in try folder.tableSources() {
      let form = TableForm(source.name)
      if form.isPlainList {
        tables.append(try Self.list(path: source.path, name: source.name, source.bytes))
        continue
      }
      guard
        let file = DataFile.read(
          path: source.path, bytes: source.bytes, columns: form.columns, problems: &problems)
      else { continue }
      tables.append(
        TextTable(
          path: source.path, form: form, columns: file.columns, rows: file.rows,
          lines: file.lines, isOwn: isOwn))
    }
    guard problems.isEmpty else { throw LexiconError(problems) }
    if isOwn { rules += try folder.ruleSources() }
  }

  /// A table of a compiled lexicon. A table of the base has no comments, so a row's line follows
  /// from its number; that of a user's table (in a compiled file) cannot be known.
  private static func table(_ table: LexiconTable, in file: String? = nil) -> TextTable {
    let rows = (0..<table.rowCount).map { row in
      table.columns.indices.map { table.cell(row, $0) }
    }
    return TextTable(
      path: file.map { "\($0)(\(table.name).tsv)" } ?? table.name + ".tsv",
      form: TableForm(table.name), columns: table.columns, rows: rows,
      lines: rows.indices.map { file == nil ? $0 + 2 : 0 }, isOwn: file != nil)
  }

  /// A plain list of words as a table of two columns.
  private static func list(
    path: String, name: String, _ bytes: [UInt8]
  ) throws(LexiconError) -> TextTable {
    let words = try PlainWords.read(path: path, bytes: bytes)
    return TextTable(
      path: path, form: TableForm(name), columns: ["word", "type"],
      rows: words.map { [$0.word, $0.type] }, lines: words.map(\.line), isOwn: true)
  }
}
