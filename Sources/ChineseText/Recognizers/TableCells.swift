extension LexiconTable {
  /// Whether a cell holds exactly `text`; makes no String.
  func holds(_ row: Int, _ column: Int, _ text: StaticString) -> Bool {
    let cell = bytes(row, column)
    guard cell.count == text.utf8CodeUnitCount else { return false }
    for index in cell.indices where cell[index] != text.utf8Start[index] { return false }
    return true
  }

  /// Calls `body` with each value of a cell, parted by `|`.
  func forEachValue(_ row: Int, _ column: Int, _ body: (Slice<UnsafeBufferPointer<UInt8>>) -> Void)
  {
    let cell = bytes(row, column)
    var start = 0
    for index in 0...cell.count where index == cell.count || cell[index] == 124 {
      if index > start { body(cell[start..<index]) }
      start = index + 1
    }
  }

  /// The decimal number of a cell as `Double(String)` reads it.
  func number(_ row: Int, _ column: Int) -> Double {
    let cell = bytes(row, column)
    var value = 0
    guard cell.count < 16, !cell.isEmpty else { return Double(self.cell(row, column)) ?? 0 }
    for byte in cell {
      guard byte >= 48, byte <= 57 else { return Double(self.cell(row, column)) ?? 0 }
      value = value &* 10 &+ Int(byte - 48)
    }
    return Double(value)
  }
}

extension Lexicon {
  /// Writes the folded form of valid UTF-8 into `units`, one unit a scalar.
  func fold(_ bytes: UnsafeBufferPointer<UInt8>, into units: inout [UInt16]) {
    units.removeAll(keepingCapacity: true)
    var index = 0
    while index < bytes.count { units.append(fold(bytes, &index)) }
  }

  /// The folded form of the scalar at `index`, which moves on behind it.
  @inline(__always)
  private func fold(_ bytes: UnsafeBufferPointer<UInt8>, _ index: inout Int) -> UInt16 {
    let lead = UInt32(bytes[index])
    let length = lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    var value = length == 1 ? lead : lead & (0x7F >> UInt32(length))
    let end = min(index &+ length, bytes.count)
    index &+= 1
    while index < end {
      value = value << 6 | UInt32(bytes[index] & 0x3F)
      index &+= 1
    }
    return value < 65536 ? foldTable[Int(value)] : 0xFFFF
  }

  /// The folded character that is the whole of `bytes`; nothing where they are more or none.
  func foldedCharacter(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt16? {
    guard !bytes.isEmpty else { return nil }
    var index = 0
    let unit = fold(bytes, &index)
    return index == bytes.count ? unit : nil
  }

  /// The word of a cell.
  func word(_ table: LexiconTable, _ row: Int, _ units: inout [UInt16]) -> Int32? {
    fold(table.bytes(row, 0), into: &units)
    return word(units)
  }
}

extension MentionKind {
  private static let names = allCases.map { (name: Array($0.rawValue.utf8), kind: $0) }

  /// The kind that UTF-8 names.
  init?(utf8: some Collection<UInt8>) {
    for item in Self.names where item.name.count == utf8.count && item.name.elementsEqual(utf8) {
      self = item.kind
      return
    }
    return nil
  }
}
