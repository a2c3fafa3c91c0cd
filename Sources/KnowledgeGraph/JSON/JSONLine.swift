/// Appends JSON to bytes piece by piece, without building a value first.
///
///     var line = JSONLine()
///     line.beginObject()
///     line.key("kind"); line.string("entity")
///     line.key("name"); line.string("微软")
///     line.endObject()
///
/// Commas are set by the line itself. The caller emits the names of an object in bytewise order:
/// then the bytes are those that `JSONWriter` would give. Reuse one line for many facts.
package struct JSONLine: Sendable {
  /// The bytes written so far.
  package private(set) var bytes: [UInt8] = []
  private var needsComma = false
  private var idPlace: Int?

  /// Makes an empty line.
  package init() {}

  /// Forgets what was written and keeps the memory.
  package mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    needsComma = false
    idPlace = nil
  }

  /// Opens an object.
  package mutating func beginObject() { open(UInt8(ascii: "{")) }

  /// Closes an object.
  package mutating func endObject() { close(UInt8(ascii: "}")) }

  /// Opens an array.
  package mutating func beginArray() { open(UInt8(ascii: "[")) }

  /// Closes an array.
  package mutating func endArray() { close(UInt8(ascii: "]")) }

  /// Writes the name of the next value.
  package mutating func key(_ name: StaticString) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    bytes.append(
      contentsOf: UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
    bytes.append(UInt8(ascii: "\""))
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  /// Writes a name that is known only when the program runs, such as a role.
  package mutating func key(named name: String) {
    separate()
    JSONWriter.append(string: name, to: &bytes)
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  /// Writes a string.
  package mutating func string(_ text: String) {
    separate()
    JSONWriter.append(string: text, to: &bytes)
    needsComma = true
  }

  /// Writes an integer.
  package mutating func int(_ value: Int) {
    separate()
    bytes.append(contentsOf: String(value).utf8)
    needsComma = true
  }

  /// Writes a truth value.
  package mutating func bool(_ value: Bool) {
    separate()
    bytes.append(contentsOf: (value ? "true" : "false").utf8)
    needsComma = true
  }

  /// Writes a value as a tree.
  package mutating func value(_ value: JSONValue) {
    separate()
    JSONWriter.append(value, to: &bytes)
    needsComma = true
  }

  /// Writes bytes that are canonical JSON already.
  package mutating func raw(_ json: some Sequence<UInt8>) {
    separate()
    bytes.append(contentsOf: json)
    needsComma = true
  }

  /// Writes a name and a string, or nothing where there is no string.
  package mutating func member(_ name: StaticString, _ text: String?) {
    guard let text else { return }
    key(name)
    string(text)
  }

  /// Notes that `"id"` belongs here; a member must stand before and after it.
  package mutating func markID() { idPlace = bytes.count }

  /// Puts the digest of the whole line at the place that `markID` noted, and returns the id.
  ///
  /// The digest covers the line without its id, as data-model.md defines the id of a claim.
  package mutating func insertID(prefix: String) -> String {
    let id = prefix + SHA256.hexadecimalPrefix(of: bytes)
    if let idPlace {
      bytes.insert(contentsOf: ",\"id\":\"\(id)\"".utf8, at: idPlace)
    }
    idPlace = nil
    return id
  }

  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
  }

  private mutating func open(_ byte: UInt8) {
    separate()
    bytes.append(byte)
    needsComma = false
  }

  private mutating func close(_ byte: UInt8) {
    bytes.append(byte)
    needsComma = true
  }
}
