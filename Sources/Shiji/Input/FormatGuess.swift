/// Tells JSON Lines from other JSON and from text by the first bytes.
enum FormatGuess {
  /// The format of an input that begins with `bytes` and was said to be `declared`.
  static func format(of bytes: [UInt8], declared: InputFormat) -> InputFormat {
    let single: InputFormat = declared == .json ? .json : .jsonl
    guard let start = bytes.firstIndex(where: { !isBlank($0) }), bytes[start] == UInt8(ascii: "{")
    else { return declared == .json ? .json : .text }
    guard let end = ByteSearch.newline(in: bytes, from: start),
      let next = bytes[end...].first(where: { !isBlank($0) })
    else { return single }
    return next != UInt8(ascii: "{") && isOpen(bytes[start..<end]) ? .json : .jsonl
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || (byte >= 0x09 && byte <= 0x0D)
  }

  /// Whether a line ends outside a string with an object or array open.
  private static func isOpen(_ line: ArraySlice<UInt8>) -> Bool {
    var depth = 0
    var isInString = false
    var isEscaped = false
    for byte in line {
      if isInString {
        if !isEscaped, byte == UInt8(ascii: "\"") { isInString = false }
        isEscaped = !isEscaped && byte == UInt8(ascii: "\\")
      } else if byte == UInt8(ascii: "\"") {
        isInString = true
      } else if byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[") {
        depth += 1
      } else if byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]") {
        depth -= 1
      }
    }
    return depth > 0 && !isInString
  }
}
