/// What is wrong with a JSON text, and where.
public struct JSONError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The offset of the byte that is wrong, from the start of the input.
  public let byteOffset: Int
  /// What was wrong, in a few words.
  public let reason: String

  /// One line for people.
  public var description: String { "byte \(byteOffset): \(reason)" }
}

/// Reads JSON as RFC 8259 defines it, from bytes.
///
///     let value = try JSONParser.parse(Array(#"{"low":"1300000000"}"#.utf8))
///
/// A byte order mark before the text is skipped. Invalid UTF-8 and escaped lone surrogates become
/// U+FFFD; everything else that the standard does not allow is an error. Complexity: linear.
public struct JSONParser {
  /// How deep arrays and objects may lie inside each other.
  public static let maximumDepth = 128

  let bytes: UnsafeBufferPointer<UInt8>
  /// The offset of the next byte.
  package internal(set) var position = 0
  private var depth = 0

  /// Makes a parser that reads from the start of `bytes`, which must outlive it.
  package init(_ bytes: UnsafeRawBufferPointer) {
    self.bytes = bytes.assumingMemoryBound(to: UInt8.self)
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    if self.bytes.starts(with: mark) { position = 3 }
  }

  /// Parses one value; nothing but white space may follow it.
  public static func parse(_ bytes: [UInt8]) throws(JSONError) -> JSONValue {
    let result = bytes.withUnsafeBytes { buffer in
      Result { () throws(JSONError) in try parse(buffer) }
    }
    return try result.get()
  }

  /// Parses one value; nothing but white space may follow it.
  public static func parse(_ bytes: UnsafeRawBufferPointer) throws(JSONError) -> JSONValue {
    var parser = JSONParser(bytes)
    let value = try parser.value()
    try parser.end()
    return value
  }

  /// Reads the next value, whatever it is.
  package mutating func value() throws(JSONError) -> JSONValue {
    switch peek() {
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "{"): return .object(try object())
    case UInt8(ascii: "["): return .array(try array())
    case UInt8(ascii: "t"): return try literal("true", .bool(true))
    case UInt8(ascii: "f"): return try literal("false", .bool(false))
    case UInt8(ascii: "n"): return try literal("null", .null)
    default: return .number(try number())
    }
  }

  /// Checks that only white space is left.
  package mutating func end() throws(JSONError) {
    if peek() != nil { throw failure("something follows the value") }
  }

  /// Reads `{`; then `nextKey` gives the names.
  package mutating func beginObject() throws(JSONError) {
    try open(UInt8(ascii: "{"), "expected an object")
  }

  /// Reads `[`; then `nextElement` says whether a value follows.
  package mutating func beginArray() throws(JSONError) {
    try open(UInt8(ascii: "["), "expected an array")
  }

  /// Reads up to the value of the next member and gives its name, or nil after the last one.
  package mutating func nextKey(first: inout Bool) throws(JSONError) -> String? {
    guard try next(UInt8(ascii: "}"), first: &first) else { return nil }
    guard peek() == UInt8(ascii: "\"") else { throw failure("expected a name in quotes") }
    let key = try string()
    guard peek() == UInt8(ascii: ":") else { throw failure("expected ':' after a name") }
    position += 1
    return key
  }

  /// Reads up to the next element; false after the last one.
  package mutating func nextElement(first: inout Bool) throws(JSONError) -> Bool {
    try next(UInt8(ascii: "]"), first: &first)
  }

  private mutating func object() throws(JSONError) -> JSONObject {
    try beginObject()
    var members: [JSONObject.Member] = []
    var first = true
    while let key = try nextKey(first: &first) {
      members.append(JSONObject.Member(key, try value()))
    }
    return JSONObject(members)
  }

  private mutating func array() throws(JSONError) -> [JSONValue] {
    try beginArray()
    var elements: [JSONValue] = []
    var first = true
    while try nextElement(first: &first) { elements.append(try value()) }
    return elements
  }

  mutating func open(_ byte: UInt8, _ reason: String) throws(JSONError) {
    guard peek() == byte else { throw failure(reason) }
    depth += 1
    if depth > Self.maximumDepth { throw failure("deeper than \(Self.maximumDepth) levels") }
    position += 1
  }

  mutating func next(_ close: UInt8, first: inout Bool) throws(JSONError) -> Bool {
    let byte = peek()
    if byte == close {
      position += 1
      depth -= 1
      return false
    }
    defer { first = false }
    if first { return true }
    guard byte == UInt8(ascii: ",") else {
      throw failure("expected ',' or '\(Character(Unicode.Scalar(close)))'")
    }
    position += 1
    if peek() == close { throw failure("nothing follows the ','") }
    return true
  }

  mutating func literal<Value>(
    _ text: StaticString, _ value: Value
  ) throws(JSONError) -> Value {
    let word = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    guard bytes[position...].starts(with: word) else { throw failure("expected a value") }
    position += word.count
    return value
  }

  /// Skips white space and gives the next byte without reading it.
  mutating func peek() -> UInt8? {
    while position < bytes.count {
      let byte = bytes[position]
      guard byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { return byte }
      position += 1
    }
    return nil
  }

  func failure(_ reason: String) -> JSONError {
    position < bytes.count
      ? JSONError(byteOffset: position, reason: reason)
      : JSONError(byteOffset: bytes.count, reason: "the text ends too early (\(reason))")
  }
}
