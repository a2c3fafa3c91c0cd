/// A small table of figures or findings.
public struct StatsTable: Hashable, Sendable {
  /// A short name for programs, such as `events`.
  public let name: String
  /// The heading for people.
  public let title: String
  /// The names of the columns.
  public let columns: [String]
  /// The rows, each with as many cells as there are columns.
  public private(set) var rows: [[String]]
  /// What has to be known to read it.
  public var note: String?

  init(_ name: String, _ title: String, _ columns: [String], _ rows: [[String]] = []) {
    self.name = name
    self.title = title
    self.columns = columns
    self.rows = rows
  }

  /// Keeps the first rows; a note says how many are left out.
  func cut(to limit: Int) -> StatsTable {
    guard limit > 0, rows.count > limit else { return self }
    var table = self
    table.rows = Array(rows.prefix(limit))
    let rest = "另有 \(rows.count - limit) 行未列（--top 0 全列）"
    table.note = [note, rest].compactMap(\.self).joined(separator: "；")
    return table
  }
}

/// Writes tables.
public enum StatsText {
  /// The forms.
  public enum Format: String, Sendable, CaseIterable {
    /// Columns side by side.
    case text
    /// Each row a JSON object with the name of its table.
    case jsonl
    /// The name of the table in the first column, then the cells.
    case tsv
  }

  /// Tables one after the other. Complexity: linear in the cells.
  public static func text(_ tables: [StatsTable], as format: Format) -> String {
    switch format {
    case .text: tables.map(text).joined(separator: "\n")
    case .jsonl: tables.flatMap(lines).map { $0 + "\n" }.joined()
    case .tsv: tables.flatMap(rows).map { $0 + "\n" }.joined()
    }
  }

  private static func text(_ table: StatsTable) -> String {
    var lines = [table.title + (table.note.map { "（\($0)）" } ?? "")]
    let rows = [table.columns] + table.rows
    let widths = table.columns.indices.map { column in
      rows.map { width($0[column]) }.max() ?? 0
    }
    let isNumber = table.columns.indices.map { column in
      let cells = table.rows.map { $0[column] }.filter { !$0.isEmpty }
      return !cells.isEmpty && cells.allSatisfy(isNumeric)
    }
    for row in rows {
      var line = " "
      for (column, cell) in row.enumerated() {
        let padding = String(repeating: " ", count: max(0, widths[column] - width(cell)))
        let isLast = column == row.count - 1
        line += " " + (isNumber[column] ? padding + cell : cell + (isLast ? "" : padding)) + " "
      }
      lines.append(trimmed(line))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func trimmed(_ line: String) -> String {
    var line = line
    while line.last == " " { line.removeLast() }
    return line
  }

  private static func isNumeric(_ cell: String) -> Bool {
    let digits = cell.hasPrefix("-") ? cell.utf8.dropFirst() : cell.utf8[...]
    return digits.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2C || $0 == 0x2E }
  }

  /// How many columns of a terminal a text takes.
  private static func width(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { width, scalar in
      let isWide =
        (0x1100...0x115F).contains(scalar.value) || (0x2E80...0xFFDC).contains(scalar.value)
        || scalar.value >= 0x1F300
      return width + (isWide ? 2 : 1)
    }
  }

  private static func lines(_ table: StatsTable) -> [String] {
    table.rows.map { row in
      var object = JSONObject([.init("table", .string(table.name))])
      for (column, cell) in zip(table.columns, row) where !cell.isEmpty {
        object.members.append(.init(column, .string(cell)))
      }
      return String(decoding: JSONWriter.bytes(.object(object)), as: UTF8.self)
    }
  }

  private static func rows(_ table: StatsTable) -> [String] {
    ([table.columns] + table.rows).map { row in
      ([table.name] + row).map(\.onOneLine).joined(separator: "\t")
    }
  }
}
