/// Writes canonical JSON: names sorted bytewise, no white space, one spelling for every string.
///
///     JSONWriter.bytes(["b": 1, "a": "\n"])   // {"a":"\u000a","b":1}
///
/// In strings `"` and `\` take a backslash; control characters, U+0085, U+2028 and U+2029 are
/// written as `\uXXXX`, so that a line stays a line for every reader; all else is raw UTF-8.
public enum JSONWriter {
  /// The canonical bytes of a value.
  public static func bytes(_ value: JSONValue) -> [UInt8] {
    var output: [UInt8] = []
    append(value, to: &output)
    return output
  }

  /// Appends the canonical bytes of a value.
  ///
  /// Of a repeated name the last value is written. Complexity: linear, but for sorting the names.
  public static func append(_ value: JSONValue, to output: inout [UInt8]) {
    switch value {
    case .null: output.append(contentsOf: "null".utf8)
    case .bool(let value): output.append(contentsOf: (value ? "true" : "false").utf8)
    case .number(let text): output.append(contentsOf: text.utf8)
    case .string(let text): append(string: text, to: &output)
    case .array(let elements): append(elements, to: &output)
    case .object(let object): append(object, to: &output)
    }
  }

  private static func append(_ elements: [JSONValue], to output: inout [UInt8]) {
    output.append(UInt8(ascii: "["))
    for (index, element) in elements.enumerated() {
      if index > 0 { output.append(UInt8(ascii: ",")) }
      append(element, to: &output)
    }
    output.append(UInt8(ascii: "]"))
  }

  private static func append(_ object: JSONObject, to output: inout [UInt8]) {
    output.append(UInt8(ascii: "{"))
    let members = sorted(object.members)
    for (index, member) in members.enumerated() {
      if index > 0 { output.append(UInt8(ascii: ",")) }
      append(string: member.key, to: &output)
      output.append(UInt8(ascii: ":"))
      append(member.value, to: &output)
    }
    output.append(UInt8(ascii: "}"))
  }

  private static func sorted(_ members: [JSONObject.Member]) -> [JSONObject.Member] {
    let isSorted = zip(members, members.dropFirst()).allSatisfy {
      $0.key.precedesBytewise($1.key)
    }
    if isSorted { return members }
    let order = members.indices.sorted {
      let (left, right) = (members[$0].key, members[$1].key)
      return left.precedesBytewise(right) || (!right.precedesBytewise(left) && $0 > $1)
    }
    var result: [JSONObject.Member] = []
    for index in order where result.last.map({ !$0.key.equalsBytewise(members[index].key) }) ?? true
    {
      result.append(members[index])
    }
    return result
  }

  /// Appends a string in quotes.
  public static func append(string: String, to output: inout [UInt8]) {
    output.append(UInt8(ascii: "\""))
    var copy = string
    copy.withUTF8 { append(contents: $0, to: &output) }
    output.append(UInt8(ascii: "\""))
  }

  private static func append(contents: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
    var start = 0
    var index = 0
    while index < contents.count {
      let width = escapedWidth(contents, index)
      guard width > 0 else {
        index += 1
        continue
      }
      output.append(contentsOf: contents[start..<index])
      appendEscape(contents, index, width, to: &output)
      index += width
      start = index
    }
    output.append(contentsOf: contents[start..<contents.count])
  }

  /// The length in bytes of the scalar at `index` if it must be escaped, else 0.
  @inline(__always)
  static func escapedWidth(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int {
    let byte = bytes[index]
    if byte < 0x80 {
      return byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") ? 1 : 0
    }
    if byte == 0xC2 { return index + 1 < bytes.count && bytes[index + 1] == 0x85 ? 2 : 0 }
    guard byte == 0xE2, index + 2 < bytes.count, bytes[index + 1] == 0x80 else { return 0 }
    return bytes[index + 2] == 0xA8 || bytes[index + 2] == 0xA9 ? 3 : 0
  }

  private static func appendEscape(
    _ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, _ width: Int, to output: inout [UInt8]
  ) {
    let byte = bytes[index]
    switch width {
    case 2: output.append(contentsOf: #"\u0085"#.utf8)
    case 3: output.append(contentsOf: (bytes[index + 2] == 0xA8 ? #"\u2028"# : #"\u2029"#).utf8)
    case _ where byte < 0x20:
      output.append(contentsOf: #"\u00"#.utf8)
      output.append(byte < 0x10 ? UInt8(ascii: "0") : UInt8(ascii: "1"))
      output.append(Hexadecimal.digit(byte & 15))
    default: output.append(contentsOf: [UInt8(ascii: "\\"), byte])
    }
  }
}

/// Lower-case hexadecimal digits.
enum Hexadecimal {
  static func digit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
  }
}
