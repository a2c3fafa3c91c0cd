/// Words in their styles: what must stand on one line of a terminal.
struct StyledText {
  private(set) var words: [(text: String, style: TextPaint.Style)]

  init(_ text: String, _ style: TextPaint.Style = .plain) { words = [(text, style)] }

  /// How many cells it takes.
  var width: Int { words.reduce(0) { $0 + TextColumns.width($1.text) } }

  /// The words without their styles.
  var text: String { words.map(\.text).joined() }

  func painted(_ paint: TextPaint) -> String {
    words.map { paint($0.text, $0.style) }.joined()
  }

  static func + (left: Self, right: Self) -> Self {
    var result = left
    result.words += right.words
    return result
  }

  /// Several texts, one after the other with something between them.
  static func joined(_ parts: [Self], _ separator: String) -> Self {
    parts.dropFirst().reduce(parts.first ?? Self("")) { $0 + Self(separator) + $1 }
  }
}

/// A line with a column of its own on the left, into which texts are put as long as they fit.
struct HangingLines {
  private let indent: Int
  private let width: Int?
  private let paint: TextPaint
  private var lines: [String] = []
  private var line: String
  private var used: Int

  /// Begins with what stands in the left column, of `used` cells; later lines begin with blanks.
  init(_ beginning: String, used: Int, indent: Int, width: Int?, _ paint: TextPaint) {
    line = beginning
    self.used = used
    self.indent = indent
    self.width = width
    self.paint = paint
  }

  /// Appends a text so many blanks behind the last one.
  mutating func append(_ text: StyledText, gap: Int = 2) {
    if let width, used > indent, used + gap + text.width > width {
      lines.append(line)
      line = String(repeating: " ", count: indent)
      used = indent
    } else {
      line += String(repeating: " ", count: gap)
      used += gap
    }
    line += text.painted(paint)
    used += text.width
  }

  /// All lines, no blanks at their ends.
  func finished() -> [String] {
    (lines + [line]).map { line in
      var line = line
      while line.last == " " { line.removeLast() }
      return line
    }
  }
}
