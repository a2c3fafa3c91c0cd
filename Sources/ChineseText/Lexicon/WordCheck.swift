/// What a word of a plain list must be, so that it can be found in a text.
enum WordCheck {
  private typealias Bytes = UnsafeBufferPointer<UInt8>

  private static let stops = Set("。！？!?；;".unicodeScalars.map(\.value))

  /// Checks the word of a line; a problem says what is wrong and where.
  static func isGood(
    _ word: UnsafeBufferPointer<UInt8>, path: String, line: Int,
    _ problems: inout [LexiconProblem]
  ) -> Bool {
    guard let problem = problem(word) else { return true }
    problems.append(
      LexiconProblem(file: path, line: line, column: problem.column, message: problem.message))
    return false
  }

  private static func problem(
    _ word: UnsafeBufferPointer<UInt8>
  ) -> (column: Int, message: String)? {
    if word.isEmpty { return (1, "no word before the tab") }
    // Most words are Han characters alone: three bytes each, the first from E4 to E9.
    var isPlain = word.count <= 3 * 64
    for byte in word where byte < 0x80 || byte >= 0xEA || byte == 0xE3 || byte == 0xEF {
      isPlain = false
    }
    if isPlain, word.count < 600 { return nil }
    let scalars = Array(String(decoding: word, as: UTF8.self).unicodeScalars)
    if isBlank(scalars[0]) { return (1, "word begins with a blank") }
    if isBlank(scalars[scalars.count - 1]) { return (scalars.count, "word ends with a blank") }
    if scalars.count > OverlayBuilder.longest {
      return (1, "word is longer than \(OverlayBuilder.longest) characters")
    }
    for (index, scalar) in scalars.enumerated() {
      if scalar.value < 32 { return (index + 1, "control character in the word") }
      if scalar.value > 0xFFFF {
        return (index + 1, "\(scalar) lies outside the first 65,536 characters; it is not matched")
      }
      if stops.contains(scalar.value), index < scalars.count - 1 {
        return (index + 1, "a sentence ends at \(scalar); a word with it inside is never found")
      }
    }
    return cutProblem(scalars)
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || scalar == "\u{3000}" || scalar == "\u{A0}"
  }

  /// A cut needs text on both sides, and does not part letters or digits.
  private static func cutProblem(
    _ scalars: [Unicode.Scalar]
  ) -> (column: Int, message: String)? {
    guard scalars.contains("|") else { return nil }
    if scalars.count > 60 { return (1, "text of a forced cut is longer than 60 characters") }
    for (index, scalar) in scalars.enumerated() where scalar == "|" {
      let before = index > 0 ? scalars[index - 1] : "|"
      let after = index + 1 < scalars.count ? scalars[index + 1] : "|"
      if before == "|" || after == "|" {
        return (index + 1, "a forced cut needs text on both sides: 云帆|智能")
      }
      if isLetter(before) && isLetter(after) || isDigit(before) && isDigit(after) {
        return (index + 1, "a run of letters or digits is never cut inside")
      }
    }
    return nil
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    let isHan = (0x3400...0x9FFF).contains(scalar.value) || (0xF900...0xFAFF).contains(scalar.value)
    return scalar.properties.isAlphabetic && !isHan
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    (0x30...0x39).contains(scalar.value) || (0xFF10...0xFF19).contains(scalar.value)
  }
}
