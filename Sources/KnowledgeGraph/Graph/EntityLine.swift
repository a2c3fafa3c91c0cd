/// Reads a line of kind `entity` in its canonical form without making a value of it first.
///
/// Most lines of facts are of this kind. Whatever is not exactly as `shiji facts` writes it (other
/// members, escapes, white space) is left to the general reader.
struct EntityLine {
  /// Parts of the line, without their quotes.
  private(set) var aliases: [UnsafeBufferPointer<UInt8>] = []
  private(set) var document = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
  private(set) var id = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
  private(set) var name = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
  private(set) var type = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
  private(set) var references: [Reference] = []

  /// One code, such as a ticker.
  struct Reference {
    let scheme: UnsafeBufferPointer<UInt8>
    let code: UnsafeBufferPointer<UInt8>
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private var position = 0

  /// Reads a line, which must outlive the result; nil where it is anything else.
  init?(_ line: UnsafeRawBufferPointer) {
    bytes = line.assumingMemoryBound(to: UInt8.self)
    guard skip(#"{"aliases":"#), let aliases = strings(), skip(#","document":"#),
      let document = string(), skip(#","id":"#), let id = string(),
      skip(#","kind":"entity","name":"#), let name = string(), skip(#","type":"#),
      let type = string()
    else { return nil }
    (self.aliases, self.document, self.id, self.name, self.type) = (
      aliases, document, id, name, type
    )
    if document.isEmpty || id.isEmpty || name.isEmpty || type.isEmpty { return nil }
    if skip(#","xref":{"#), !readReferences() { return nil }
    guard skip("}"), position == bytes.count else { return nil }
  }

  private mutating func readReferences() -> Bool {
    repeat {
      guard let scheme = string(), skip(":"), let codes = strings() else { return false }
      references += codes.map { Reference(scheme: scheme, code: $0) }
    } while skip(",")
    return skip("}")
  }

  private mutating func skip(_ text: StaticString) -> Bool {
    let length = text.utf8CodeUnitCount
    guard position &+ length <= bytes.count else { return false }
    for index in 0..<length where bytes[position &+ index] != text.utf8Start[index] { return false }
    position &+= length
    return true
  }

  private mutating func strings() -> [UnsafeBufferPointer<UInt8>]? {
    guard skip("[") else { return nil }
    var result: [UnsafeBufferPointer<UInt8>] = []
    if skip("]") { return result }
    repeat {
      guard let text = string() else { return nil }
      result.append(text)
    } while skip(",")
    return skip("]") ? result : nil
  }

  /// A string without escapes.
  private mutating func string() -> UnsafeBufferPointer<UInt8>? {
    guard skip("\"") else { return nil }
    let start = position
    while position < bytes.count {
      let byte = bytes[position]
      if byte == UInt8(ascii: "\"") {
        position &+= 1
        return UnsafeBufferPointer(rebasing: bytes[start..<(position &- 1)])
      }
      if byte == UInt8(ascii: "\\") || byte < 0x20 { return nil }
      position &+= 1
    }
    return nil
  }
}
