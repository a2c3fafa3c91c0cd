/// Reads values straight into what they mean, without trees in between. What is of another type
/// than wanted is moved over and gives nothing, as the accessors of `JSONValue` do.
extension JSONParser {
  /// Calls `body` for each member of an object, which must read or skip the value; false where the
  /// value is no object.
  mutating func members(
    _ body: (String, inout JSONParser) throws(JSONError) -> Void
  ) throws(JSONError) -> Bool {
    guard peek() == UInt8(ascii: "{") else {
      _ = try skip()
      return false
    }
    try beginObject()
    var first = true
    while let key = try nextKey(first: &first) { try body(key, &self) }
    return true
  }

  /// The elements of an array, but for those that give nothing.
  mutating func elements<Element>(
    _ element: (inout JSONParser) throws(JSONError) -> Element?
  ) throws(JSONError) -> [Element] {
    guard peek() == UInt8(ascii: "[") else {
      _ = try skip()
      return []
    }
    try beginArray()
    var result: [Element] = []
    var first = true
    while try nextElement(first: &first) {
      if let next = try element(&self) { result.append(next) }
    }
    return result
  }

  /// The text of a string.
  mutating func text() throws(JSONError) -> String? {
    if peek() == UInt8(ascii: "\"") { return try string() }
    _ = try skip()
    return nil
  }

  /// The text of a string or of a number.
  mutating func exactText() throws(JSONError) -> String? { try value().textValue }

  /// A whole number.
  mutating func integer() throws(JSONError) -> Int? { try value().intValue }

  /// A truth value.
  mutating func truth() throws(JSONError) -> Bool? { try value().boolValue }

  /// The strings of an array.
  mutating func texts() throws(JSONError) -> [String] {
    try elements { parser throws(JSONError) in try parser.text() }
  }
}
