/// Builds a character-wise double array from sorted words.
///
/// Node: check 22 bits, base 22 bits, cost 20 bits; a cost of 0xFFFFF marks a mere prefix. The
/// layout and the search for free slots follow the measurements for dictionaries of 350,000
/// words: breadth first, a linked list of free slots, a cursor that jumps on after many tries.
/// O(words × length) in practice.
package struct TrieBuilder {
  /// A word: its codes (all above 0), its cost, its row.
  package struct Word {
    package let codes: [UInt16]
    package let cost: UInt32
    package let row: UInt32
    package init(codes: [UInt16], cost: UInt32, row: UInt32) {
      self.codes = codes
      self.cost = cost
      self.row = row
    }
  }

  package static let noCost: UInt64 = 0xFFFFF
  package static let mask22: UInt64 = 0x3FFFFF

  package private(set) var nodes: [UInt64] = []
  package private(set) var stateRows: [UInt32] = []
  /// Packed state and base of each first character: 0 where no word begins so.
  package private(set) var first: [UInt64]

  private let words: [Word]
  private var next: [Int32] = []
  private var previous: [Int32] = []
  private var freeHead: Int32 = -1
  private var freeTail: Int32 = -1
  private var cursor: Int32 = -1
  private var highest = 0

  /// Builds the array; `words` must be sorted by codes and free of duplicates.
  package init(words: [Word], alphabetSize: Int) {
    self.words = words
    first = [UInt64](repeating: 0, count: alphabetSize)
    grow(to: max(4 * alphabetSize, 1024))
    take(0)
    build()
    let size = highest + alphabetSize + RootNodes.classCodes
    grow(to: size)
    nodes.removeSubrange(size...)
    stateRows.removeSubrange(size...)
  }

  private struct Range {
    let low: Int
    let high: Int
    let depth: Int
    let state: Int
  }

  private mutating func build() {
    var queue = [Range(low: 0, high: words.count, depth: 0, state: 0)]
    var head = 0
    while head < queue.count {
      let range = queue[head]
      head += 1
      expand(range, into: &queue)
      if head > 65536 {
        queue.removeFirst(head)
        head = 0
      }
    }
  }

  private mutating func expand(_ range: Range, into queue: inout [Range]) {
    var low = range.low
    if range.depth > 0, words[low].codes.count == range.depth {
      setWord(range.state, words[low])
      low += 1
    }
    guard low < range.high else { return }
    var codes: [UInt16] = []
    var starts: [Int] = []
    for index in low..<range.high {
      let code = words[index].codes[range.depth]
      if codes.last != code {
        codes.append(code)
        starts.append(index)
      }
    }
    starts.append(range.high)
    let base = place(codes)
    nodes[range.state] = nodes[range.state] & ~(Self.mask22 << 22) | UInt64(base) << 22
    for (position, code) in codes.enumerated() {
      let slot = base + Int(code)
      take(slot)
      nodes[slot] = UInt64(range.state) | Self.noCost << 44
      queue.append(
        Range(
          low: starts[position], high: starts[position + 1], depth: range.depth + 1, state: slot))
    }
    if range.depth == 1 { setFirst(range.state) }
  }

  private mutating func setWord(_ state: Int, _ word: Word) {
    nodes[state] = nodes[state] & ~(Self.noCost << 44) | UInt64(word.cost) << 44
    stateRows[state] = word.row + 1
    if word.codes.count == 1 { setFirst(state) }
  }

  private mutating func setFirst(_ state: Int) {
    let base = nodes[state] >> 22 & Self.mask22
    let rootBase = nodes[0] >> 22 & Self.mask22
    first[state - Int(rootBase)] = UInt64(state) | base << 22
  }

  /// Finds a base at which all codes meet free slots.
  private mutating func place(_ codes: [UInt16]) -> Int {
    let lead = Int(codes[0])
    var hole = codes.count == 1 ? freeHead : (cursor >= 0 ? cursor : freeHead)
    var tries = 0
    while true {
      if hole < 0 {
        let old = nodes.count
        grow(to: old + old / 2 + 65536)
        hole = Int32(old)
      }
      let base = Int(hole) - lead
      if base > 0, fits(codes, base) {
        if tries > 200 { cursor = hole }
        if cursor == hole || codes.contains(where: { Int32(base + Int($0)) == cursor }) {
          cursor = nextFree(after: hole, avoiding: codes, base)
        }
        return base
      }
      tries += 1
      hole = next[Int(hole)]
    }
  }

  private func nextFree(after hole: Int32, avoiding codes: [UInt16], _ base: Int) -> Int32 {
    let taken = Set(codes.map { Int32(base + Int($0)) })
    var slot = hole
    while slot >= 0, taken.contains(slot) { slot = next[Int(slot)] }
    return slot
  }

  private mutating func fits(_ codes: [UInt16], _ base: Int) -> Bool {
    let top = base + Int(codes[codes.count - 1])
    let needed = base + Int(codes.max() ?? 0)
    if needed >= nodes.count { grow(to: needed + nodes.count / 2) }
    if top < nodes.count, previous[top] == -2 { return false }
    for code in codes where previous[base + Int(code)] == -2 { return false }
    return true
  }

  /// Marks a slot as used: `previous` becomes -2.
  private mutating func take(_ slot: Int) {
    let before = previous[slot]
    let after = next[slot]
    if before >= 0 { next[Int(before)] = after } else { freeHead = after }
    if after >= 0 { previous[Int(after)] = before } else { freeTail = before }
    if cursor == Int32(slot) { cursor = after }
    previous[slot] = -2
    highest = max(highest, slot)
  }

  private mutating func grow(to size: Int) {
    let old = nodes.count
    guard size > old else { return }
    nodes += repeatElement(Self.mask22 | Self.noCost << 44, count: size - old)
    stateRows += repeatElement(0, count: size - old)
    next += repeatElement(-1, count: size - old)
    previous += repeatElement(-1, count: size - old)
    for slot in old..<size {
      next[slot] = slot + 1 < size ? Int32(slot + 1) : -1
      previous[slot] = slot > old ? Int32(slot - 1) : freeTail
    }
    if freeTail >= 0 { next[Int(freeTail)] = Int32(old) } else { freeHead = Int32(old) }
    freeTail = Int32(size - 1)
  }
}
