import KnowledgeGraph

/// Rows that a search has found, as text, as a table and as JSON.
package enum FoundRows {
  /// For reading: a head line for each row, its place, what it is and its id, then a line for each
  /// cell; `*` marks the cells that hold the word.
  package static func text(_ rows: [TableSearch.Row]) -> String {
    rows.map { row in
      let head = [row.place, row.type, row.id ?? ""].filter { !$0.isEmpty }
      let cells = row.cells.map {
        [row.matches.contains($0.column) ? "*" : "", $0.column, $0.value]
      }
      return ([head.joined(separator: "  ")] + lines(cells).map { "  " + $0 })
        .joined(separator: "\n") + "\n"
    }.joined(separator: "\n")
  }

  private static func lines(_ cells: [[String]]) -> [String] {
    TextColumns.lines(
      cells.map { [$0[0].isEmpty ? " " : $0[0], $0[1], TerminalText.visible($0[2])] },
      [.left, .left, .left])
  }

  /// A line a row: word, file, line, type, id, columns that hold the word, cells.
  package static func tsv(_ found: [(word: String, rows: [TableSearch.Row])]) -> String {
    var text = "word\tfile\tline\ttype\tid\tcolumns\tcells\n"
    for (word, rows) in found {
      for row in rows {
        let cells = row.cells.map { "\($0.column)=\($0.value)" }.joined(separator: "; ")
        let line = row.line > 0 ? String(row.line) : ""
        text +=
          [
            word, row.path, line, row.type, row.id ?? "", row.matches.joined(separator: "|"), cells,
          ].map(flat).joined(separator: "\t") + "\n"
      }
    }
    return text
  }

  private static func flat(_ cell: String) -> String {
    String(cell.map { $0 == "\t" || $0.isNewline ? " " : $0 })
  }

  /// An array with an object a word.
  package static func json(_ found: [(word: String, rows: [TableSearch.Row])]) -> JSONValue {
    .array(
      found.map { word, rows in
        ["word": .string(word), "rows": .array(rows.map(object))]
      })
  }

  private static func object(_ row: TableSearch.Row) -> JSONValue {
    var members: [JSONObject.Member] = [
      .init(
        "cells",
        .object(JSONObject(row.cells.map { JSONObject.Member($0.column, .string($0.value)) }))),
      .init("columns", .array(row.matches.map(JSONValue.string))), .init("file", .string(row.path)),
      .init("own", .bool(row.isOwn)), .init("table", .string(row.table)),
      .init("type", .string(row.type)),
    ]
    if let id = row.id { members.append(.init("id", .string(id))) }
    if row.line > 0 { members.append(.init("line", .number(String(row.line)))) }
    return .object(JSONObject(members))
  }
}
