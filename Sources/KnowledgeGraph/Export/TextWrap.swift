/// Breaks lines for a terminal: between Han characters, at blanks, never inside a Latin word, and
/// never before a closing mark.
enum TextWrap {
  /// The text in lines of at most so many cells; a word that is longer stands alone.
  static func lines(_ text: String, width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var used = 0
    for piece in pieces(text) {
      let cells = TextColumns.width(piece)
      if used > 0, used + TextColumns.width(trimmed(piece)) > width {
        lines.append(trimmed(line))
        line = ""
        used = 0
      }
      if line.isEmpty, piece == " " { continue }
      line += piece
      used += cells
    }
    return lines + [trimmed(line)]
  }

  /// What must not be parted: a Han character with the closing marks behind it and the opening ones
  /// before it, a word with the blank behind it.
  private static func pieces(_ text: String) -> [String] {
    var pieces: [String] = []
    var piece = ""
    var previous: Character?
    for character in text {
      if let last = previous, canBreak(last, character) {
        pieces.append(piece)
        piece = ""
      }
      piece.append(character)
      previous = character
    }
    return piece.isEmpty ? pieces : pieces + [piece]
  }

  private static func canBreak(_ left: Character, _ right: Character) -> Bool {
    if closing.contains(right) || opening.contains(left) || right == " " { return false }
    return left == " " || isWide(left) || isWide(right)
  }

  private static func isWide(_ character: Character) -> Bool {
    TextColumns.width(String(character)) > 1 || closing.contains(character)
      || opening.contains(character)
  }

  private static let closing: Set<Character> = Set("，。、；：？！）》」』】〕”’…—%,.;:?!)]}›")
  private static let opening: Set<Character> = Set("（《「『【〔“‘([{‹$¥")

  private static func trimmed(_ line: String) -> String {
    var line = line
    while line.last == " " { line.removeLast() }
    return line
  }
}
