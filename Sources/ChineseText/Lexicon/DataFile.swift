/// A table read strictly from tab-separated text.
///
/// The first line that is no comment is the header; `#` begins a comment line. Every mistake is
/// reported with its place; nothing is repaired silently.
public struct DataFile: Sendable {
  /// Path as the user named it.
  public let path: String
  /// Names of the columns.
  public let columns: [String]
  /// Cells, row by row.
  public let rows: [[String]]
  /// Line number of each row, from 1.
  public let lines: [Int]

  /// Reads a table whose header must be `columns`. O(bytes).
  ///
  /// Checked: UTF-8, header, number of cells, outer blanks, empty key, duplicate key, order.
  public static func read(
    path: String, bytes: [UInt8], columns expected: [String]? = nil,
    problems: inout [LexiconProblem]
  ) -> DataFile? {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      problems.append(LexiconProblem(file: path, line: 1, message: "file is not UTF-8"))
      return nil
    }
    var reader = DataFileReader(path: path, expected: expected)
    var number = 0
    for line in text.utf8.split(separator: 10, omittingEmptySubsequences: false) {
      number += 1
      if line.first == UInt8(ascii: "#") { continue }
      if line.isEmpty { continue }
      reader.take(Substring(line), number: number)
    }
    let file = reader.finish()
    problems += reader.problems
    return file
  }

  /// Index of a column.
  public func column(_ name: String) -> Int? { columns.firstIndex(of: name) }
}

private struct DataFileReader {
  let path: String
  let expected: [String]?
  var columns: [String]?
  var rows: [[String]] = []
  var lines: [Int] = []
  var problems: [LexiconProblem] = []
  var keys: [String: Int] = [:]
  var lastKey = ""

  init(path: String, expected: [String]?) {
    self.path = path
    self.expected = expected
  }

  mutating func take(_ line: Substring, number: Int) {
    let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    guard let columns else {
      if let expected, cells != expected {
        report(number, 1, "header must be: " + expected.joined(separator: " "))
      }
      self.columns = cells
      return
    }
    guard cells.count == columns.count else {
      report(number, 1, "\(cells.count) cells, the header names \(columns.count)")
      return
    }
    check(cells, number)
    rows.append(cells)
    lines.append(number)
  }

  private mutating func check(_ cells: [String], _ number: Int) {
    var column = 1
    for cell in cells {
      if cell.first == " " || cell.last == " " || cell.last == "\r" {
        report(number, column, "cell begins or ends with a blank")
      }
      column += cell.count + 1
    }
    let key = cells[0]
    if key.isEmpty { return report(number, 1, "empty key") }
    if let first = keys[key] { return report(number, 1, "\(key) stands in line \(first) already") }
    keys[key] = number
    if !lastKey.utf8.lexicographicallyPrecedes(key.utf8), !lastKey.isEmpty {
      report(number, 1, "\(key) must stand before \(lastKey): rows are sorted by first column")
    }
    lastKey = key
  }

  private mutating func report(_ line: Int, _ column: Int, _ message: String) {
    problems.append(LexiconProblem(file: path, line: line, column: column, message: message))
  }

  mutating func finish() -> DataFile? {
    guard let columns else {
      problems.append(LexiconProblem(file: path, line: 1, message: "no header line"))
      return nil
    }
    return DataFile(path: path, columns: columns, rows: rows, lines: lines)
  }
}
