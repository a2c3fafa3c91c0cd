/// What a folded character is good for: one byte per character, decided once by table.
public enum CharacterClass: UInt8, Sendable {
  /// End of the text, or a character outside the Basic Multilingual Plane.
  case other = 0
  /// Han characters.
  case han
  /// Latin letters (lower case after folding), Greek and Cyrillic ones too.
  case letter
  /// `0` to `9`.
  case digit
  /// Blanks that are no line end.
  case space
  /// Line feed, carriage return, paragraph separators.
  case newline
  /// `。！？；…` and their kin: a sentence may end here.
  case stop
  /// `，、：` and other marks inside a sentence.
  case comma
  /// Opening brackets and quotation marks.
  case open
  /// Closing brackets and quotation marks.
  case close
  /// Everything else: `%`, `$`, `-`, `·` …
  case symbol
}
