/// Rows of cells as text that spreadsheets and programs read.
///
/// - `csv` follows RFC 4180: commas, CR LF, quotes where they are needed. It begins with a byte
///   order mark, without which Excel takes the text for one in a local encoding.
/// - `tsv` has a line for each row: in cells a tab is `\t`, a line feed `\n`, a carriage return
///   `\r`, a backslash `\\`; no quotes, no byte order mark.
///
/// A spreadsheet takes a text that begins with `=`, `+`, `-` or `@` for a formula; such cells get
/// an apostrophe before them. Numbers do not.
struct TableText {
  /// The form of a table.
  enum Form {
    case csv, tsv
  }

  /// What stands in a cell.
  enum Cell: Hashable {
    case text(String)
    /// A decimal number as it is to be read.
    case number(String)

    static let empty = Cell.text("")
  }

  let form: Form

  /// A cell with several values, `|` between them.
  static func list(_ values: [String]) -> Cell {
    .text(values.map { String($0.map { $0 == "|" ? "｜" : $0 }) }.joined(separator: "|"))
  }

  /// What stands before the first row.
  var beginning: [UInt8] { form == .csv ? [0xEF, 0xBB, 0xBF] : [] }

  /// Appends a row with its line end.
  func append(_ cells: [Cell], to output: inout [UInt8]) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { output.append(UInt8(ascii: form == .csv ? "," : "\t")) }
      output.append(contentsOf: text(cell).utf8)
    }
    output.append(contentsOf: (form == .csv ? "\r\n" : "\n").utf8)
  }

  private func text(_ cell: Cell) -> String {
    switch cell {
    case .number(let text) where Self.isNumber(text): text
    case .number(let text), .text(let text):
      form == .csv ? quoted(harmless(text)) : escaped(harmless(text))
    }
  }

  /// Digits, with a point among them and a sign before them.
  private static func isNumber(_ text: String) -> Bool {
    text.utf8.contains { (0x30...0x39).contains($0) }
      && text.utf8.enumerated().allSatisfy { place, byte in
        (0x30...0x39).contains(byte) || (byte == 0x2E && place > 0) || (byte == 0x2D && place == 0)
      }
  }

  /// Control characters as pictures, and an apostrophe before what is no plain text to a reader.
  private func harmless(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    if let first = text.unicodeScalars.first(where: { !Self.isBlank($0) }),
      Self.startsFormula(first) || (form == .tsv && first == "\"")
    {
      result.append("'")
    }
    for scalar in text.unicodeScalars { result.append(Self.shown(scalar)) }
    return String(result)
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || scalar.value == 0xFEFF
  }

  private static func startsFormula(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "=", "+", "-", "@", "＝", "＋", "－", "＠": true
    default: false
    }
  }

  private static func shown(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D: scalar
    case 0..<0x20: Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}"
    case 0x7F: "\u{2421}"
    case 0x80..<0xA0: "\u{FFFD}"
    default: scalar
    }
  }

  private func quoted(_ text: String) -> String {
    let needsQuotes = text.utf8.contains { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }
    guard needsQuotes else { return text }
    var result = "\""
    for scalar in text.unicodeScalars {
      if scalar == "\"" { result.unicodeScalars.append(scalar) }
      result.unicodeScalars.append(scalar)
    }
    return result + "\""
  }

  private func escaped(_ text: String) -> String {
    guard text.utf8.contains(where: { [0x09, 0x0A, 0x0D, 0x5C].contains($0) }) else { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\t": result += "\\t"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\\": result += "\\\\"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
