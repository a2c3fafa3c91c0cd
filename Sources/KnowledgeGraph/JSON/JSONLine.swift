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
  /// What was written, and room behind it: the first `count` bytes count.
  private var storage: [UInt8] = []
  /// Number of bytes written so far.
  package private(set) var count = 0
  private var needsComma = false
  private var idPlace: Int?

  /// Makes an empty line.
  package init() {}

  /// The bytes written so far, copied.
  package var bytes: [UInt8] { Array(storage[..<count]) }

  /// Appends the bytes written so far to `output`.
  package func append(to output: inout [UInt8]) { output.append(contentsOf: storage[..<count]) }

  /// Forgets what was written and keeps the memory.
  package mutating func removeAll() {
    count = 0
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
    let length = name.utf8CodeUnitCount
    put(atMost: length + 4) { output, hasComma in
      var next = Self.comma(hasComma, output)
      output[next] = UInt8(ascii: "\"")
      (output + next + 1).update(from: name.utf8Start, count: length)
      next &+= length &+ 1
      output[next] = UInt8(ascii: "\"")
      output[next &+ 1] = UInt8(ascii: ":")
      return next &+ 2
    }
    needsComma = false
  }

  /// Writes a name that is known only when the program runs, such as a role.
  package mutating func key(named name: String) {
    quoted(name)
    put(atMost: 1) { output, _ in
      output[0] = UInt8(ascii: ":")
      return 1
    }
    needsComma = false
  }

  /// Writes a string.
  package mutating func string(_ text: String) {
    quoted(text)
    needsComma = true
  }

  private mutating func quoted(_ text: String) {
    // In place where the bytes lie together, as they do but for strings of other systems.
    if text.utf8.withContiguousStorageIfAvailable({ quoted($0) }) == nil {
      var copy = text
      copy.withUTF8 { quoted($0) }
    }
  }

  private mutating func quoted(_ utf8: UnsafeBufferPointer<UInt8>) {
    put(atMost: utf8.count &* 6 &+ 3) { output, hasComma in
      var next = Self.comma(hasComma, output)
      output[next] = UInt8(ascii: "\"")
      next &+= 1
      next &+= JSONText.write(utf8, to: output + next)
      output[next] = UInt8(ascii: "\"")
      return next &+ 1
    }
  }

  /// Writes the text of scalars as a string.
  package mutating func string(_ scalars: UnsafeBufferPointer<UInt32>) {
    put(atMost: scalars.count &* 6 &+ 3) { output, hasComma in
      var next = Self.comma(hasComma, output)
      output[next] = UInt8(ascii: "\"")
      next &+= 1
      next &+= JSONText.write(scalars, to: output + next)
      output[next] = UInt8(ascii: "\"")
      return next &+ 1
    }
    needsComma = true
  }

  /// Writes the hexadecimal SHA-256 of bytes as a string behind `prefix`: 8 digits for each of at
  /// most 8 words.
  package mutating func digest(
    _ bytes: UnsafeRawBufferPointer, words: Int = 8, prefix: StaticString = ""
  ) {
    let state = SHA256Block.digest(bytes)
    let length = prefix.utf8CodeUnitCount
    put(atMost: length + 67) { output, hasComma in
      var next = Self.comma(hasComma, output)
      output[next] = UInt8(ascii: "\"")
      (output + next + 1).update(from: prefix.utf8Start, count: length)
      next &+= length &+ 1
      next &+= SHA256Block.writeHexadecimal(state, words: words, to: output + next)
      output[next] = UInt8(ascii: "\"")
      return next &+ 1
    }
    needsComma = true
  }

  /// Writes an integer.
  package mutating func int(_ value: Int) {
    put(atMost: 21) { output, hasComma in
      var next = Self.comma(hasComma, output)
      if value < 0 {
        output[next] = UInt8(ascii: "-")
        next &+= 1
      }
      var rest = value.magnitude
      var length = 1
      while rest >= 10 {
        rest /= 10
        length &+= 1
      }
      rest = value.magnitude
      for place in stride(from: next &+ length &- 1, through: next, by: -1) {
        output[place] = UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: rest % 10)
        rest /= 10
      }
      return next &+ length
    }
    needsComma = true
  }

  /// Writes a truth value.
  package mutating func bool(_ value: Bool) { literal(value ? "true" : "false") }

  private mutating func literal(_ word: StaticString) {
    let length = word.utf8CodeUnitCount
    put(atMost: length + 1) { output, hasComma in
      let next = Self.comma(hasComma, output)
      (output + next).update(from: word.utf8Start, count: length)
      return next &+ length
    }
    needsComma = true
  }

  /// Writes a value as a tree.
  package mutating func value(_ value: JSONValue) { raw(JSONWriter.bytes(value)) }

  /// Writes bytes that are canonical JSON already.
  package mutating func raw(_ json: some Sequence<UInt8>) {
    let bytes = Array(json)
    put(atMost: bytes.count + 1) { output, hasComma in
      var next = Self.comma(hasComma, output)
      for byte in bytes {
        output[next] = byte
        next &+= 1
      }
      return next
    }
    needsComma = true
  }

  /// Writes a name and a string, or nothing where there is no string.
  package mutating func member(_ name: StaticString, _ text: String?) {
    guard let text else { return }
    key(name)
    string(text)
  }

  /// Notes that `"id"` belongs here; a member must stand before and after it.
  package mutating func markID() { idPlace = count }

  /// Puts the digest of the whole line at the place that `markID` noted, and returns the id.
  ///
  /// The digest covers the line without its id, as data-model.md defines the id of a claim.
  package mutating func insertID(prefix: String) -> String {
    let digest = storage.withUnsafeBytes {
      SHA256.hexadecimalPrefix(of: UnsafeRawBufferPointer(rebasing: $0[..<count]))
    }
    let id = prefix + digest
    if let idPlace {
      let member = Array(",\"id\":\"".utf8) + id.utf8 + [UInt8(ascii: "\"")]
      let behind = count - idPlace
      put(atMost: member.count) { output, _ in
        let place = output - behind
        (place + member.count).update(from: place, count: behind)
        for (offset, byte) in member.enumerated() { place[offset] = byte }
        return member.count
      }
    }
    idPlace = nil
    return id
  }

  private mutating func open(_ byte: UInt8) {
    put(atMost: 2) { output, hasComma in
      let next = Self.comma(hasComma, output)
      output[next] = byte
      return next &+ 1
    }
    needsComma = false
  }

  private mutating func close(_ byte: UInt8) {
    put(atMost: 1) { output, _ in
      output[0] = byte
      return 1
    }
    needsComma = true
  }

  /// Writes the comma where one is due; returns its length.
  @inline(__always)
  private static func comma(_ isDue: Bool, _ output: UnsafeMutablePointer<UInt8>) -> Int {
    guard isDue else { return 0 }
    output[0] = UInt8(ascii: ",")
    return 1
  }

  /// Lets `write` fill memory behind what was written: at most `length` bytes; it is told whether a
  /// comma is due and returns how many bytes it wrote.
  @inline(__always)
  private mutating func put(
    atMost length: Int, _ write: (UnsafeMutablePointer<UInt8>, Bool) -> Int
  ) {
    if storage.count &- count < length { grow(by: length) }
    let isDue = needsComma
    let start = count
    let written = storage.withUnsafeMutableBufferPointer { buffer in
      buffer.baseAddress.map { write($0 + start, isDue) } ?? 0
    }
    count = start &+ written
  }

  private mutating func grow(by length: Int) {
    let size = max(storage.count * 2, count + length, 1024)
    storage.append(contentsOf: repeatElement(0, count: size - storage.count))
  }
}
