import ChineseText

/// Words of the rules with a value each, found in folded text: one table look-up a character where
/// none begins.
struct WordIndex<Value: Sendable>: Sendable {
  /// For each character, 1 + the list of the words that begin with it.
  private let slots: [UInt16]
  /// First entry of each list, and the end of the last.
  private let starts: [Int]
  private let words: [[UInt16]]
  private let values: [Value]

  /// Lists words in the order given; empty ones are left out.
  init(_ entries: [(units: [UInt16], value: Value)]) {
    var slots = [UInt16](repeating: 0, count: 65536)
    var lists: [[Int]] = []
    for (index, entry) in entries.enumerated() {
      guard let first = entry.units.first else { continue }
      if slots[Int(first)] == 0 {
        lists.append([])
        slots[Int(first)] = UInt16(lists.count)
      }
      lists[Int(slots[Int(first)]) - 1].append(index)
    }
    var starts = [0]
    var order: [Int] = []
    for list in lists {
      order += list
      starts.append(order.count)
    }
    self.slots = slots
    self.starts = starts
    words = order.map { entries[$0].units }
    values = order.map { entries[$0].value }
  }

  /// Whether nothing is listed.
  var isEmpty: Bool { words.isEmpty }

  /// Calls `body` with the length and value of each word that stands at `offset`.
  @inline(__always)
  func forEach(at offset: Int, in text: FoldedText, _ body: (Int, Value) -> Void) {
    let slot = Int(slots[Int(text.folded[offset])])
    guard slot > 0 else { return }
    for index in starts[slot - 1]..<starts[slot]
    where text.matches(words[index], at: offset) {
      body(words[index].count, values[index])
    }
  }

  /// Calls `body` with place, length and value of each word in a stretch, from left to right.
  func forEach(in span: TextSpan, of text: FoldedText, _ body: (Int, Int, Value) -> Void) {
    let end = min(span.end, text.count)
    text.folded.withUnsafeBufferPointer { folded in
      slots.withUnsafeBufferPointer { slots in
        var offset = max(span.start, 0)
        while offset < end {
          let slot = Int(slots[Int(folded[offset])])
          if slot > 0 {
            for index in starts[slot - 1]..<starts[slot]
            where Self.stands(words[index], at: offset, in: folded, end: text.count) {
              body(offset, words[index].count, values[index])
            }
          }
          offset += 1
        }
      }
    }
  }

  @inline(__always)
  private static func stands(
    _ word: [UInt16], at offset: Int, in folded: UnsafeBufferPointer<UInt16>, end: Int
  ) -> Bool {
    guard offset + word.count <= end else { return false }
    for index in 1..<max(word.count, 1) where folded[offset + index] != word[index] {
      return false
    }
    return true
  }
}
