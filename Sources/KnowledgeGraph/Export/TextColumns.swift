/// Sets rows of cells in columns for a terminal, where Han characters are two cells wide.
package enum TextColumns {
  /// To which side the cells of a column are set.
  package enum Side {
    case left, right
  }

  /// The rows as lines, columns two blanks apart, no blanks at the end. A side for each column.
  package static func lines(_ rows: [[String]], _ sides: [Side]) -> [String] {
    let widths = sides.indices.map { column in
      rows.map { column < $0.count ? width($0[column]) : 0 }.max() ?? 0
    }
    return rows.map { row in
      var line = ""
      for (column, cell) in row.enumerated() where column < sides.count {
        let gap = String(repeating: " ", count: widths[column] - width(cell))
        line += (column == 0 ? "" : "  ") + (sides[column] == .left ? cell + gap : gap + cell)
      }
      while line.last == " " { line.removeLast() }
      return line
    }
  }

  /// The cells that a text takes: two for wide and full-width characters, none for marks that join
  /// the character before, else one.
  package static func width(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + width($1) }
  }

  private static func width(_ scalar: Unicode.Scalar) -> Int {
    // Most of a Chinese text: no need to look up what they are.
    if (0x20...0x7E).contains(scalar.value) { return 1 }
    if (0x4E00...0x9FFF).contains(scalar.value) { return 2 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: return 0
    default: break
    }
    return wide.contains { $0.contains(scalar.value) } ? 2 : 1
  }

  /// The blocks of wide and full-width characters (East Asian Width W and F), roughly.
  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x231A...0x231B, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97F,
    0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF01...0xFF60,
    0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1F9FF,
    0x20000...0x3FFFD,
  ]
}
