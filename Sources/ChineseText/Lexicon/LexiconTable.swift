/// A data file inside the compiled lexicon; its cells become Strings only when asked for.
package struct LexiconTable: @unchecked Sendable {
  /// Path of the file below the folder, without extension.
  package let name: String
  /// Names of the columns.
  package let columns: [String]
  /// Number of rows.
  package let rowCount: Int
  private let firstCell: Int
  private let cells: UnsafeBufferPointer<UInt32>
  private let pool: UnsafeBufferPointer<UInt8>

  /// Index of a column.
  package func column(_ name: String) -> Int? { columns.firstIndex(of: name) }

  /// A cell; empty outside the table. The lexicon must outlive the table.
  package func cell(_ row: Int, _ column: Int) -> String {
    guard row >= 0, row < rowCount, column >= 0, column < columns.count else { return "" }
    return Self.text(firstCell + row * columns.count + column, cells, pool)
  }

  /// The bytes of a cell; none outside the table. The lexicon must outlive them.
  func bytes(_ row: Int, _ column: Int) -> UnsafeBufferPointer<UInt8> {
    guard row >= 0, row < rowCount, column >= 0, column < columns.count else {
      return UnsafeBufferPointer(rebasing: pool[0..<0])
    }
    return Self.bytes(firstCell + row * columns.count + column, cells, pool)
  }

  private static func bytes(
    _ index: Int, _ cells: UnsafeBufferPointer<UInt32>, _ pool: UnsafeBufferPointer<UInt8>
  ) -> UnsafeBufferPointer<UInt8> {
    let none = UnsafeBufferPointer(rebasing: pool[0..<0])
    guard index + 1 < cells.count else { return none }
    let start = Int(cells[index])
    let end = Int(cells[index + 1])
    guard start <= end, end <= pool.count else { return none }
    return UnsafeBufferPointer(rebasing: pool[start..<end])
  }

  /// The values of a cell, parted by `|`.
  package func values(_ row: Int, _ column: Int) -> [String] {
    bytes(row, column).split(separator: UInt8(ascii: "|")).map {
      String(decoding: $0, as: UTF8.self)
    }
  }

  private static func text(
    _ index: Int, _ cells: UnsafeBufferPointer<UInt32>, _ pool: UnsafeBufferPointer<UInt8>
  ) -> String {
    String(decoding: bytes(index, cells, pool), as: UTF8.self)
  }

  static func read(_ sections: LexiconSections) throws(LexiconError) -> [LexiconTable] {
    let directory: UnsafeBufferPointer<UInt32> = try sections.array(.tables, atLeast: 0)
    let cells: UnsafeBufferPointer<UInt32> = try sections.array(.cells, atLeast: 1)
    let pool: UnsafeBufferPointer<UInt8> = try sections.array(.pool, atLeast: 0)
    var tables: [LexiconTable] = []
    var index = 0
    while index + 2 < directory.count {
      let start = Int(directory[index])
      let width = Int(directory[index + 1])
      let columns = (0..<min(width, 64)).map { text(start + 1 + $0, cells, pool) }
      tables.append(
        LexiconTable(
          name: text(start, cells, pool), columns: columns, rowCount: Int(directory[index + 2]),
          firstCell: start + 1 + width, cells: cells, pool: pool))
      index += 3
    }
    return tables
  }
}
