extension JSONParser {
  /// Moves over the next value, checks it as `value` does, and gives the place of its bytes.
  ///
  /// Nothing is built, so that what may never be asked for costs a tenth of reading it.
  package mutating func skip() throws(JSONError) -> Range<Int> {
    let first = peek()
    let start = position
    switch first {
    case UInt8(ascii: "\""): try skipString()
    case UInt8(ascii: "{"): try skipObject()
    case UInt8(ascii: "["): try skipArray()
    case UInt8(ascii: "t"): try literal("true", ())
    case UInt8(ascii: "f"): try literal("false", ())
    case UInt8(ascii: "n"): try literal("null", ())
    default: try skipNumber()
    }
    return start..<position
  }

  private mutating func skipObject() throws(JSONError) {
    try beginObject()
    var first = true
    while try next(UInt8(ascii: "}"), first: &first) {
      guard peek() == UInt8(ascii: "\"") else { throw failure("expected a name in quotes") }
      try skipString()
      guard peek() == UInt8(ascii: ":") else { throw failure("expected ':' after a name") }
      position += 1
      _ = try skip()
    }
  }

  private mutating func skipArray() throws(JSONError) {
    try beginArray()
    var first = true
    while try nextElement(first: &first) { _ = try skip() }
  }
}
