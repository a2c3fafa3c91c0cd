import ChineseText

/// Writes scalars of a text in UTF-8.
enum ScalarEscaper {
  /// Appends a span as a JSON string.
  static func append(_ scalars: [UInt32], _ span: TextSpan, to output: inout [UInt8]) {
    output.append(UInt8(ascii: "\""))
    let start = min(max(span.start, 0), scalars.count)
    for index in start..<min(max(span.end, start), scalars.count) {
      let scalar = scalars[index]
      switch scalar {
      case 0x22, 0x5C:
        output.append(UInt8(ascii: "\\"))
        output.append(UInt8(truncatingIfNeeded: scalar))
      case 0..<0x20, 0x85, 0x2028, 0x2029: escape(scalar, to: &output)
      default: encode(scalar, to: &output)
      }
    }
    output.append(UInt8(ascii: "\""))
  }

  /// Appends a span as it is.
  static func appendRaw(_ scalars: [UInt32], _ span: TextSpan, to output: inout [UInt8]) {
    let start = min(max(span.start, 0), scalars.count)
    for index in start..<min(max(span.end, start), scalars.count) {
      encode(scalars[index], to: &output)
    }
  }

  @inline(__always)
  private static func encode(_ scalar: UInt32, to output: inout [UInt8]) {
    switch scalar {
    case 0..<0x80: output.append(UInt8(truncatingIfNeeded: scalar))
    case 0x80..<0x800:
      output.append(UInt8(truncatingIfNeeded: 0xC0 | scalar >> 6))
      output.append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
    case 0x800..<0xD800, 0xE000..<0x10000:
      output.append(UInt8(truncatingIfNeeded: 0xE0 | scalar >> 12))
      output.append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F))
      output.append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
    case 0x10000..<0x110000:
      output.append(UInt8(truncatingIfNeeded: 0xF0 | scalar >> 18))
      output.append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 12 & 0x3F))
      output.append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F))
      output.append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
    default: output.append(contentsOf: [0xEF, 0xBF, 0xBD])
    }
  }

  private static func escape(_ scalar: UInt32, to output: inout [UInt8]) {
    output.append(contentsOf: [UInt8(ascii: "\\"), UInt8(ascii: "u")])
    for shift: UInt32 in [12, 8, 4, 0] {
      let digit = UInt8(truncatingIfNeeded: scalar >> shift & 15)
      output.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
    }
  }
}
