/// Decodes UTF-8 once to scalars, folded shadow, classes and codes.
package struct TextDecoder {
  let lexicon: Lexicon

  /// Makes a decoder for the alphabet of a lexicon.
  package init(lexicon: Lexicon) { self.lexicon = lexicon }

  private typealias Bytes = UnsafeBufferPointer<UInt8>

  /// The joined, folded text of a document. O(bytes); broken bytes become U+FFFD.
  package func decode(title: String, body: String) -> FoldedText {
    var title = title
    var body = body
    return title.withUTF8 { title in body.withUTF8 { body in decode(title, body) } }
  }

  private func decode(_ title: Bytes, _ body: Bytes) -> FoldedText {
    let bodyStart = title.isEmpty ? 0 : Self.count(title) + 1
    let count = bodyStart + Self.count(body)
    // An array made without room is the one that all empty arrays share, and its length is written.
    guard count > 0 else {
      return FoldedText(scalars: [], bodyStart: 0, folded: [0], classes: [0], codes: [0])
    }
    var folded: [UInt16] = []
    var classes: [UInt8] = []
    var codes: [UInt16] = []
    let scalars = [UInt32](unsafeUninitializedCapacity: count) { scalars, written in
      folded = [UInt16](unsafeUninitializedCapacity: count + 1) { folded, written in
        classes = [UInt8](unsafeUninitializedCapacity: count + 1) { classes, written in
          codes = [UInt16](unsafeUninitializedCapacity: count + 1) { codes, written in
            let shadow = Shadow(
              lexicon, scalars: scalars, folded: folded, classes: classes, codes: codes)
            if bodyStart > 0 {
              shadow.decode(title, from: 0, to: bodyStart - 1)
              shadow.put(10, at: bodyStart - 1)
            }
            shadow.decode(body, from: bodyStart, to: count)
            shadow.end(at: count)
            written = count + 1
          }
          written = count + 1
        }
        written = count + 1
      }
      written = count
    }
    return FoldedText(
      scalars: scalars, bodyStart: bodyStart, folded: folded, classes: classes, codes: codes)
  }

  /// Number of scalars of well-formed UTF-8, as all Strings hold: of bytes that begin one.
  private static func count(_ bytes: Bytes) -> Int {
    let raw = UnsafeRawBufferPointer(bytes)
    let ones: UInt64 = 0x0101_0101_0101_0101
    var followers: UInt64 = 0
    var index = 0
    while index &+ 8 <= raw.count {
      let word = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      // A follower has its highest bit but not the next one; the product adds eight of them up.
      followers &+= ((word >> 7 & ~(word >> 6) & ones) &* ones) >> 56
      index &+= 8
    }
    while index < bytes.count {
      if bytes[index] & 0xC0 == 0x80 { followers &+= 1 }
      index &+= 1
    }
    return bytes.count - Int(followers)
  }
}

/// The four forms of a text while they are written; each has room for all scalars and, but for the
/// scalars themselves, an end mark.
private struct Shadow {
  let foldTable: UnsafeBufferPointer<UInt16>
  let classTable: UnsafeBufferPointer<UInt8>
  let codeTable: UnsafeBufferPointer<UInt16>
  let scalars: UnsafeMutableBufferPointer<UInt32>
  let folded: UnsafeMutableBufferPointer<UInt16>
  let classes: UnsafeMutableBufferPointer<UInt8>
  let codes: UnsafeMutableBufferPointer<UInt16>

  init(
    _ lexicon: Lexicon, scalars: UnsafeMutableBufferPointer<UInt32>,
    folded: UnsafeMutableBufferPointer<UInt16>, classes: UnsafeMutableBufferPointer<UInt8>,
    codes: UnsafeMutableBufferPointer<UInt16>
  ) {
    foldTable = lexicon.foldTable
    classTable = lexicon.classTable
    codeTable = lexicon.codeTable
    self.scalars = scalars
    self.folded = folded
    self.classes = classes
    self.codes = codes
  }

  @inline(__always)
  func put(_ scalar: UInt32, at index: Int) {
    let unit = scalar < 0xFFFF ? foldTable[Int(scalar)] : 0xFFFF
    scalars[index] = scalar
    folded[index] = unit
    classes[index] = classTable[Int(unit)]
    codes[index] = codeTable[Int(unit)]
  }

  func end(at index: Int) {
    folded[index] = 0
    classes[index] = 0
    codes[index] = 0
  }

  /// Writes the scalars from `first` up to `end`, no more and no fewer whatever the bytes are.
  func decode(_ bytes: UnsafeBufferPointer<UInt8>, from first: Int, to end: Int) {
    var index = 0
    var next = first
    let count = bytes.count
    while next < end {
      guard index < count else {
        put(0xFFFD, at: next)
        next &+= 1
        continue
      }
      let lead = UInt32(bytes[index])
      if lead >= 0xE0, lead < 0xF0, index &+ 2 < count {
        put(
          (lead & 0x0F) << 12 | UInt32(bytes[index &+ 1] & 0x3F) << 6
            | UInt32(bytes[index &+ 2] & 0x3F), at: next)
        index &+= 3
      } else if lead < 0x80 {
        put(lead, at: next)
        index &+= 1
      } else if lead < 0xE0, index &+ 1 < count {
        put((lead & 0x1F) << 6 | UInt32(bytes[index &+ 1] & 0x3F), at: next)
        index &+= 2
      } else if lead >= 0xF0, index &+ 3 < count {
        put(
          (lead & 0x07) << 18 | UInt32(bytes[index &+ 1] & 0x3F) << 12
            | UInt32(bytes[index &+ 2] & 0x3F) << 6 | UInt32(bytes[index &+ 3] & 0x3F), at: next)
        index &+= 4
      } else {
        put(0xFFFD, at: next)
        index = count
      }
      next &+= 1
    }
  }
}
