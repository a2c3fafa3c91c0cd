/// Decodes UTF-8 once to scalars, folded shadow, classes and codes.
struct TextDecoder {
  let lexicon: Lexicon

  /// The joined, folded text of a document. O(bytes); broken bytes become U+FFFD.
  func decode(title: String, body: String) -> FoldedText {
    var scalars: [UInt32] = []
    scalars.reserveCapacity((title.utf8.count + body.utf8.count) / 2 + 16)
    var bodyStart = 0
    if !title.isEmpty {
      append(title, to: &scalars)
      scalars.append(10)
      bodyStart = scalars.count
    }
    append(body, to: &scalars)
    return shadow(scalars, bodyStart: bodyStart)
  }

  private func append(_ text: String, to scalars: inout [UInt32]) {
    var copy = text
    copy.withUTF8 { decodeUTF8($0, to: &scalars) }
  }

  /// Strings hold valid UTF-8, so every lead byte has its followers.
  private func decodeUTF8(_ bytes: UnsafeBufferPointer<UInt8>, to scalars: inout [UInt32]) {
    let start = scalars.count
    scalars.append(contentsOf: repeatElement(0, count: bytes.count))
    let written = scalars.withUnsafeMutableBufferPointer { output -> Int in
      var index = 0
      var next = start
      let count = bytes.count
      while index < count {
        let lead = UInt32(bytes[index])
        if lead < 0x80 {
          output[next] = lead
          index += 1
        } else if lead < 0xE0, index + 1 < count {
          output[next] = (lead & 0x1F) << 6 | UInt32(bytes[index + 1] & 0x3F)
          index += 2
        } else if lead < 0xF0, index + 2 < count {
          output[next] =
            (lead & 0x0F) << 12 | UInt32(bytes[index + 1] & 0x3F) << 6
            | UInt32(bytes[index + 2] & 0x3F)
          index += 3
        } else if index + 3 < count {
          output[next] =
            (lead & 0x07) << 18 | UInt32(bytes[index + 1] & 0x3F) << 12
            | UInt32(bytes[index + 2] & 0x3F) << 6 | UInt32(bytes[index + 3] & 0x3F)
          index += 4
        } else {
          output[next] = 0xFFFD
          index = count
        }
        next += 1
      }
      return next
    }
    scalars.removeLast(scalars.count - written)
  }

  private func shadow(_ scalars: [UInt32], bodyStart: Int) -> FoldedText {
    let count = scalars.count
    var folded = [UInt16](repeating: 0, count: count + 1)
    var classes = [UInt8](repeating: 0, count: count + 1)
    var codes = [UInt16](repeating: 0, count: count + 1)
    let fold = lexicon.foldTable
    let classTable = lexicon.classTable
    let codeTable = lexicon.codeTable
    for index in 0..<count {
      let scalar = scalars[index]
      let unit = scalar < 0xFFFF ? fold[Int(scalar)] : 0xFFFF
      folded[index] = unit
      classes[index] = classTable[Int(unit)]
      codes[index] = codeTable[Int(unit)]
    }
    return FoldedText(
      scalars: scalars, bodyStart: bodyStart, folded: folded, classes: classes, codes: codes)
  }
}
