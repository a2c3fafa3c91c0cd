extension JSONParser {
  mutating func number() throws(JSONError) -> String {
    String(decoding: bytes[try skipNumber()], as: UTF8.self)
  }

  /// Moves over a number and says where it stands.
  @discardableResult
  mutating func skipNumber() throws(JSONError) -> Range<Int> {
    let start = position
    if byte == UInt8(ascii: "-") { position += 1 }
    if byte == UInt8(ascii: "0") {
      position += 1
    } else {
      try digits(position == start ? "expected a value" : "expected a digit")
    }
    if byte == UInt8(ascii: ".") {
      position += 1
      try digits("expected a digit after '.'")
    }
    if byte == UInt8(ascii: "e") || byte == UInt8(ascii: "E") {
      position += 1
      if byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") { position += 1 }
      try digits("expected a digit in the exponent")
    }
    return start..<position
  }

  private mutating func digits(_ reason: String) throws(JSONError) {
    guard let first = byte, isDigit(first) else { throw failure(reason) }
    while let next = byte, isDigit(next) { position += 1 }
  }

  private var byte: UInt8? { position < bytes.count ? bytes[position] : nil }

  private func isDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }

  /// Reads a string whose opening quote is the next byte.
  mutating func string() throws(JSONError) -> String {
    position += 1
    let start = position
    try plain()
    if bytes[position] == UInt8(ascii: "\"") {
      position += 1
      return String(decoding: bytes[start..<position - 1], as: UTF8.self)
    }
    var unescaped = Array(bytes[start..<position])
    while bytes[position] != UInt8(ascii: "\"") {
      try escape(into: &unescaped)
      let rest = position
      try plain()
      unescaped.append(contentsOf: bytes[rest..<position])
    }
    position += 1
    return String(decoding: unescaped, as: UTF8.self)
  }

  /// Moves over a string whose opening quote is the next byte.
  mutating func skipString() throws(JSONError) {
    position += 1
    try plain()
    while bytes[position] != UInt8(ascii: "\"") {
      var unescaped: [UInt8] = []
      try escape(into: &unescaped)
      try plain()
    }
    position += 1
  }

  /// Moves to the next quote or backslash.
  private mutating func plain() throws(JSONError) {
    skipPlain()
    while position < bytes.count {
      let byte = bytes[position]
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { return }
      if byte < 0x20 { throw failure("a control character stands in a string") }
      position += 1
    }
    throw failure("a string is not closed")
  }

  /// Moves over eights of bytes among which are no quote, no backslash, no control character.
  private mutating func skipPlain() {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let raw = UnsafeRawBufferPointer(bytes)
    var place = position
    while place &+ 8 <= raw.count {
      let word = UInt64(
        littleEndian: raw.loadUnaligned(fromByteOffset: place, as: UInt64.self))
      let quote = word ^ 0x22 &* ones
      let slash = word ^ 0x5C &* ones
      let found =
        ((word &- 0x20 &* ones) & ~word) | ((quote &- ones) & ~quote) | ((slash &- ones) & ~slash)
      let stops = found & (0x80 &* ones)
      if stops != 0 {
        // The lowest one is a true one.
        place &+= stops.trailingZeroBitCount >> 3
        break
      }
      place &+= 8
    }
    position = place
  }

  private mutating func escape(into output: inout [UInt8]) throws(JSONError) {
    position += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): output.append(bytes[position])
    case UInt8(ascii: "b"): output.append(0x08)
    case UInt8(ascii: "f"): output.append(0x0C)
    case UInt8(ascii: "n"): output.append(0x0A)
    case UInt8(ascii: "r"): output.append(0x0D)
    case UInt8(ascii: "t"): output.append(0x09)
    case UInt8(ascii: "u"): return output.append(contentsOf: String(try escapedScalar()).utf8)
    default: throw failure("unknown escape")
    }
    position += 1
  }

  /// Reads `uXXXX`, and the second half of a surrogate pair; a lone surrogate is U+FFFD.
  private mutating func escapedScalar() throws(JSONError) -> Character {
    let high = try codeUnit()
    guard high >= 0xD800, high < 0xE000 else { return character(high) }
    guard high < 0xDC00, byte == UInt8(ascii: "\\"), position + 1 < bytes.count,
      bytes[position + 1] == UInt8(ascii: "u")
    else { return "\u{FFFD}" }
    let here = position
    position += 1
    let low = try codeUnit()
    guard low >= 0xDC00, low < 0xE000 else {
      position = here
      return "\u{FFFD}"
    }
    return character(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00))
  }

  private func character(_ value: UInt32) -> Character {
    Unicode.Scalar(value).map { Character($0) } ?? "\u{FFFD}"
  }

  /// Reads `uXXXX`.
  private mutating func codeUnit() throws(JSONError) -> UInt32 {
    position += 1
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard let next = byte, let digit = hexValue(next) else {
        throw failure("expected four hexadecimal digits")
      }
      value = value << 4 | digit
      position += 1
    }
    return value
  }

  private func hexValue(_ byte: UInt8) -> UInt32? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(byte - UInt8(ascii: "a") + 10)
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(byte - UInt8(ascii: "A") + 10)
    default: nil
    }
  }
}
