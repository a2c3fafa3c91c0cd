/// Writes the contents of JSON strings into memory that has room: at most six bytes for each byte
/// or scalar of the source.
package enum JSONText {
  /// Writes well-formed UTF-8 with escapes where the canonical form has them. Returns the length.
  static func write(
    _ text: UnsafeBufferPointer<UInt8>, to output: UnsafeMutablePointer<UInt8>
  ) -> Int {
    guard let source = text.baseAddress else { return 0 }
    var next = 0
    var index = 0
    while true {
      let plain = plainEnd(text, from: index)
      (output + next).update(from: source + index, count: plain &- index)
      next &+= plain &- index
      guard plain < text.count else { return next }
      let width = JSONWriter.escapedWidth(text, plain)
      next &+= escape(scalar(text, plain, width), to: output + next)
      index = plain &+ width
    }
  }

  /// The place of the next character to escape: eight bytes at a time where none of them can begin
  /// one.
  private static func plainEnd(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var index = start
    let raw = UnsafeRawBufferPointer(text)
    while index < text.count {
      guard index &+ 8 <= text.count else {
        if JSONWriter.escapedWidth(text, index) > 0 { return index }
        index &+= 1
        continue
      }
      let hits = suspects(
        UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)))
      guard hits != 0 else {
        index &+= 8
        continue
      }
      index &+= hits.trailingZeroBitCount >> 3
      if JSONWriter.escapedWidth(text, index) > 0 { return index }
      index &+= 1
    }
    return index
  }

  /// The highest bits of those of eight bytes that are a control character, a quote, a backslash, or
  /// the first byte of a separator; only the lowest one is sure.
  @inline(__always)
  private static func suspects(_ word: UInt64) -> UInt64 {
    let control = (word &- 0x20 &* ones) & ~word
    let marks = hasZero(word ^ 0x22 &* ones) | hasZero(word ^ 0x5C &* ones)
    let leads = hasZero(word ^ 0xC2 &* ones) | hasZero(word ^ 0xE2 &* ones)
    return (control | marks | leads) & (0x80 &* ones)
  }

  private static let ones: UInt64 = 0x0101_0101_0101_0101

  @inline(__always)
  private static func hasZero(_ word: UInt64) -> UInt64 { (word &- ones) & ~word }

  private static func scalar(
    _ text: UnsafeBufferPointer<UInt8>, _ index: Int, _ width: Int
  ) -> UInt32 {
    switch width {
    case 2: return 0x85
    case 3: return text[index + 2] == 0xA8 ? 0x2028 : 0x2029
    default: return UInt32(text[index])
    }
  }

  /// Writes scalars in UTF-8, escaped as the canonical form asks; what is no scalar becomes U+FFFD.
  /// Returns the length.
  package static func write(
    _ scalars: UnsafeBufferPointer<UInt32>, to output: UnsafeMutablePointer<UInt8>
  ) -> Int {
    var next = 0
    for scalar in scalars {
      switch scalar {
      case 0x22, 0x5C, 0..<0x20, 0x85, 0x2028, 0x2029:
        next &+= escape(scalar, to: output + next)
      default: next &+= encode(scalar, to: output + next)
      }
    }
    return next
  }

  /// Writes scalars in UTF-8 as they are. Returns the length.
  package static func writeRaw(
    _ scalars: UnsafeBufferPointer<UInt32>, to output: UnsafeMutablePointer<UInt8>
  ) -> Int {
    var next = 0
    for scalar in scalars { next &+= encode(scalar, to: output + next) }
    return next
  }

  @inline(__always)
  private static func encode(_ scalar: UInt32, to output: UnsafeMutablePointer<UInt8>) -> Int {
    if scalar < 0x80 {
      output[0] = UInt8(truncatingIfNeeded: scalar)
      return 1
    }
    if scalar < 0x800 {
      output[0] = UInt8(truncatingIfNeeded: 0xC0 | scalar >> 6)
      output[1] = UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F)
      return 2
    }
    if scalar > 0xFFFF, scalar < 0x110000 {
      output[0] = UInt8(truncatingIfNeeded: 0xF0 | scalar >> 18)
      output[1] = UInt8(truncatingIfNeeded: 0x80 | scalar >> 12 & 0x3F)
      output[2] = UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F)
      output[3] = UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F)
      return 4
    }
    let isScalar = scalar < 0xD800 || scalar >= 0xE000 && scalar < 0x10000
    let value = isScalar ? scalar : 0xFFFD
    output[0] = UInt8(truncatingIfNeeded: 0xE0 | value >> 12)
    output[1] = UInt8(truncatingIfNeeded: 0x80 | value >> 6 & 0x3F)
    output[2] = UInt8(truncatingIfNeeded: 0x80 | value & 0x3F)
    return 3
  }

  private static func escape(_ scalar: UInt32, to output: UnsafeMutablePointer<UInt8>) -> Int {
    output[0] = UInt8(ascii: "\\")
    if scalar == 0x22 || scalar == 0x5C {
      output[1] = UInt8(truncatingIfNeeded: scalar)
      return 2
    }
    output[1] = UInt8(ascii: "u")
    for place in 0..<4 {
      let shift = UInt32(12 &- place &* 4)
      output[2 &+ place] = Hexadecimal.digit(UInt8(truncatingIfNeeded: scalar >> shift & 15))
    }
    return 6
  }
}
