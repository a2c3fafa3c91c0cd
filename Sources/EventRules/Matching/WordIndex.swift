import ChineseText

/// Words of the rules with a value each, found in folded text: one table look-up a character where
/// none begins.
struct WordIndex<Value: Sendable>: Sendable {
  /// Where a word lies in `units`.
  private struct Entry {
    let first: Int
    let count: Int
  }

  /// For each character, 1 + the list of the words that begin with it.
  private let slots: [UInt16]
  /// First entry of each list, and the end of the last.
  private let starts: [Int]
  private let entries: [Entry]
  /// The words, one behind the other: comparing counts no references.
  private let units: [UInt16]
  private let values: [Value]

  /// Lists words in the order given; empty ones are left out.
  init(_ words: [(units: [UInt16], value: Value)]) {
    var slots = [UInt16](repeating: 0, count: 65536)
    var lists: [[Int]] = []
    for (index, word) in words.enumerated() {
      guard let first = word.units.first else { continue }
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
    var units: [UInt16] = []
    var entries: [Entry] = []
    for index in order {
      entries.append(Entry(first: units.count, count: words[index].units.count))
      units += words[index].units
    }
    self.slots = slots
    self.starts = starts
    self.units = units
    self.entries = entries
    values = order.map { words[$0].value }
  }

  /// Whether nothing is listed.
  var isEmpty: Bool { entries.isEmpty }

  /// Calls `body` with the length and value of each word that stands at `offset`.
  @inline(__always)
  func forEach(at offset: Int, in text: FoldedText, _ body: (Int, Value) -> Void) {
    guard offset >= 0, offset < text.count, slots[Int(text.folded[offset])] > 0 else { return }
    forEach(in: TextSpan(offset, offset + 1), of: text) { body($1, $2) }
  }

  /// Calls `body` with place, length and value of each word that begins in a stretch, from left to
  /// right.
  @inline(__always)
  func forEach(in span: TextSpan, of text: FoldedText, _ body: (Int, Int, Value) -> Void) {
    forEachEntry(in: span, of: text) { offset, index in
      body(offset, entries[index].count, values[index])
    }
  }

  /// Whether a word that `fits`, by its length, stands at a place: no value is looked at.
  @inline(__always)
  func contains(at offset: Int, in text: FoldedText, _ fits: (Int) -> Bool) -> Bool {
    guard offset >= 0, offset < text.count, slots[Int(text.folded[offset])] > 0 else {
      return false
    }
    var result = false
    forEachEntry(in: TextSpan(offset, offset + 1), of: text) { _, index in
      if !result, fits(entries[index].count) { result = true }
    }
    return result
  }

  /// Calls `body` with place and number of each word that begins in a stretch.
  @inline(__always)
  private func forEachEntry(in span: TextSpan, of text: FoldedText, _ body: (Int, Int) -> Void) {
    let count = text.count
    let end = min(span.end, count)
    text.folded.withUnsafeBufferPointer { folded in
      slots.withUnsafeBufferPointer { slots in
        units.withUnsafeBufferPointer { units in
          entries.withUnsafeBufferPointer { entries in
            var offset = max(span.start, 0)
            while offset < end {
              let slot = Int(slots[Int(folded[offset])])
              if slot > 0 {
                for index in starts[slot - 1]..<starts[slot] {
                  let entry = entries[index]
                  guard offset + entry.count <= count else { continue }
                  var place = 1
                  while place < entry.count, folded[offset + place] == units[entry.first + place] {
                    place += 1
                  }
                  if place == entry.count { body(offset, index) }
                }
              }
              offset += 1
            }
          }
        }
      }
    }
  }
}
