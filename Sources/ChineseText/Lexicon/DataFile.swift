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
    guard String(validating: bytes, as: UTF8.self) != nil else {
      problems.append(LexiconProblem(file: path, line: 1, message: "file is not UTF-8"))
      return nil
    }
    var reader = DataFileReader(path: path, expected: expected)
    bytes.withUnsafeBufferPointer { bytes in
      var number = 0
      var start = 0
      while start <= bytes.count {
        let end = bytes[start...].firstIndex(of: 10) ?? bytes.count
        number += 1
        if start < end, bytes[start] != UInt8(ascii: "#") {
          reader.take(UnsafeBufferPointer(rebasing: bytes[start..<end]), number: number)
        }
        start = end + 1
      }
    }
    let file = reader.finish()
    problems += reader.problems
    return file
  }

  /// Index of a column.
  public func column(_ name: String) -> Int? { columns.firstIndex(of: name) }
}

/// Takes a table line by line. Works on bytes: a million rows take their time.
private struct DataFileReader {
  let path: String
  let expected: [String]?
  var columns: [String]?
  var rows: [[String]] = []
  var lines: [Int] = []
  var problems: [LexiconProblem] = []
  /// Line of each key, kept only where the rows are out of order: else the last key tells enough.
  private var keys: [String: Int]?
  private var lastKey = ""

  init(path: String, expected: [String]?) {
    self.path = path
    self.expected = expected
  }

  mutating func take(_ line: UnsafeBufferPointer<UInt8>, number: Int) {
    let cells = Self.cells(line, count: columns?.count ?? 1)
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

  private static func cells(_ line: UnsafeBufferPointer<UInt8>, count: Int) -> [String] {
    var cells: [String] = []
    cells.reserveCapacity(count)
    var start = 0
    for index in 0...line.count where index == line.count || line[index] == 9 {
      cells.append(
        String(decoding: UnsafeBufferPointer(rebasing: line[start..<index]), as: UTF8.self))
      start = index + 1
    }
    return cells
  }

  private mutating func check(_ cells: [String], _ number: Int) {
    for (index, cell) in cells.enumerated() where Self.hasOuterBlank(cell) {
      let column = cells[..<index].reduce(1) { $0 + $1.count + 1 }
      report(number, column, "cell begins or ends with a blank")
    }
    let key = cells[0]
    if key.isEmpty { return report(number, 1, "empty key") }
    checkOrder(key, number)
  }

  private static func hasOuterBlank(_ cell: String) -> Bool {
    let (space, end) = (UInt8(ascii: " "), UInt8(ascii: "\r"))
    guard let first = cell.utf8.first, let last = cell.utf8.last else { return false }
    return first == space || last == space || last == end
  }

  private mutating func checkOrder(_ key: String, _ number: Int) {
    let isNext = lastKey.isEmpty || lastKey.utf8.lexicographicallyPrecedes(key.utf8)
    if isNext, keys == nil {
      lastKey = key
      return
    }
    var known = keys ?? linesOfKeys()
    keys = nil  // The table must have one owner while it grows.
    if let first = known[key] {
      report(number, 1, "\(key) stands in line \(first) already")
    } else {
      known[key] = number
      if !isNext {
        report(
          number, 1, "\(key) must stand before \(lastKey): rows are sorted by first column")
      }
      lastKey = key
    }
    keys = known
  }

  /// The lines of the keys so far, which were in order.
  private func linesOfKeys() -> [String: Int] {
    var result: [String: Int] = [:]
    for (index, row) in rows.enumerated() where !row[0].isEmpty { result[row[0]] = lines[index] }
    return result
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
