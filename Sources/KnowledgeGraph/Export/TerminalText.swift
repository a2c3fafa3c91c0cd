/// Text that a terminal shows and never obeys.
///
/// Control characters become their pictures (escape is ␛), marks that turn the direction of writing
/// become U+FFFD. Line feeds and tabs stay; the carriage return of a line end is left out.
package enum TerminalText {
  /// A text with its control characters shown.
  package static func visible(_ text: String) -> String {
    visible(text.unicodeScalars.lazy.map(\.value))
  }

  /// The text of scalars with its control characters shown.
  package static func visible(_ scalars: some Collection<UInt32>) -> String {
    var result = String.UnicodeScalarView()
    var index = scalars.startIndex
    while index < scalars.endIndex {
      let value = scalars[index]
      index = scalars.index(after: index)
      let isLineEnd = value == 0x0D && index < scalars.endIndex && scalars[index] == 0x0A
      if !isLineEnd { result.append(shown(value)) }
    }
    return String(result)
  }

  private static func shown(_ value: UInt32) -> Unicode.Scalar {
    switch value {
    case 0x09, 0x0A: Unicode.Scalar(UInt8(truncatingIfNeeded: value))
    case 0..<0x20: Unicode.Scalar(0x2400 + value) ?? "\u{FFFD}"
    case 0x7F: "\u{2421}"
    case 0x80..<0xA0, 0x202A...0x202E, 0x2066...0x2069: "\u{FFFD}"
    default: Unicode.Scalar(value) ?? "\u{FFFD}"
    }
  }
}
