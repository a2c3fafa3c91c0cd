/// A text decoded once: its scalars as written and, index by index, their folded shadow.
///
/// Folding keeps the length: width, case, traditional forms, blanks and interpuncts become one
/// character each, so an offset into the shadow is an offset into the text. All offsets are
/// Unicode scalars, the unit of the facts; `utf8Offsets(of:)` maps them to bytes. Title and body
/// share one coordinate space: the title stands first, a line feed parts them, and the body
/// begins at `bodyStart`.
public struct FoldedText: Sendable {
  /// The scalars as written; broken input was repaired to U+FFFD before.
  public let scalars: [UInt32]
  /// Offset of the body's first scalar: 0 without a title.
  public let bodyStart: Int
  /// The shadow, one UTF-16 code unit a scalar and a 0 at the end; U+FFFF outside the BMP.
  package let folded: [UInt16]
  /// `CharacterClass` raw values, one a scalar and a 0 at the end.
  package let classes: [UInt8]
  /// Codes of the lexicon's alphabet, one a scalar and a 0 at the end; 0 is unknown.
  package let codes: [UInt16]

  package init(
    scalars: [UInt32], bodyStart: Int, folded: [UInt16], classes: [UInt8], codes: [UInt16]
  ) {
    self.scalars = scalars
    self.bodyStart = bodyStart
    self.folded = folded
    self.classes = classes
    self.codes = codes
  }

  /// Number of Unicode scalars.
  public var count: Int { scalars.count }

  /// The text of a span as written. O(length).
  public func string(_ span: TextSpan) -> String {
    let start = min(max(span.start, 0), scalars.count)
    let end = min(max(span.end, start), scalars.count)
    return String(unsafeUninitializedCapacity: (end - start) * 4) { bytes in
      var count = 0
      for scalar in scalars[start..<end] { Self.encode(scalar, to: bytes, at: &count) }
      return count
    }
  }

  /// Writes a scalar as UTF-8; what is none becomes U+FFFD.
  @inline(__always)
  private static func encode(
    _ scalar: UInt32, to bytes: UnsafeMutableBufferPointer<UInt8>, at count: inout Int
  ) {
    if scalar < 0x80 {
      bytes[count] = UInt8(truncatingIfNeeded: scalar)
      count += 1
      return
    }
    if scalar >= 0x800, scalar < 0xD800 {
      bytes[count] = UInt8(truncatingIfNeeded: scalar >> 12 | 0xE0)
      bytes[count + 1] = UInt8(truncatingIfNeeded: scalar >> 6 & 0x3F | 0x80)
      bytes[count + 2] = UInt8(truncatingIfNeeded: scalar & 0x3F | 0x80)
      count += 3
      return
    }
    for byte in UTF8.encode(Unicode.Scalar(scalar) ?? "\u{FFFD}")
      ?? UTF8.encodedReplacementCharacter
    {
      bytes[count] = byte
      count += 1
    }
  }

  /// The folded text of a span. O(length).
  package func foldedString(_ span: TextSpan) -> String {
    let start = min(max(span.start, 0), scalars.count)
    let end = min(max(span.end, start), scalars.count)
    return String(decoding: folded[start..<end], as: UTF16.self)
  }

  /// Whether the folded text at `offset` begins with `pattern` (folded UTF-16 units).
  @inline(__always)
  package func matches(_ pattern: [UInt16], at offset: Int) -> Bool {
    guard offset >= 0, offset + pattern.count <= scalars.count else { return false }
    for index in 0..<pattern.count where folded[offset + index] != pattern[index] { return false }
    return true
  }

  /// Whether the span lies in the title.
  public func isTitle(_ span: TextSpan) -> Bool { span.start < bodyStart }

  /// Where a span lies in its own part: offsets into the title, or into the body.
  public func local(_ span: TextSpan) -> TextSpan {
    isTitle(span) ? span : TextSpan(span.start - bodyStart, span.end - bodyStart)
  }

  /// The UTF-8 byte offsets of a span within the joined text. O(offset).
  public func utf8Offsets(of span: TextSpan) -> Range<Int> {
    var bytes = 0
    var start = 0
    for (index, scalar) in scalars.prefix(max(span.end, 0)).enumerated() {
      if index == span.start { start = bytes }
      bytes += scalar < 0x80 ? 1 : scalar < 0x800 ? 2 : scalar < 0x10000 ? 3 : 4
    }
    if span.start >= min(span.end, scalars.count) { start = bytes }
    return start..<bytes
  }
}
