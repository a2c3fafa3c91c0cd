/// An `OverlayTrie` laid out in memory, for look-ups.
struct OverlayView {
  let keys: UnsafeBufferPointer<UInt16>
  let starts: UnsafeBufferPointer<UInt32>
  let labels: UnsafeBufferPointer<UInt16>
  let nodes: UnsafeBufferPointer<OverlayTrie.Node>
  let pairs: UnsafeBufferPointer<UInt64>
  let filter: UnsafeBufferPointer<UInt64>
  let firsts: UnsafeBufferPointer<UInt8>

  /// Calls `body` with the row and the end of every key that begins at `start`, the shortest
  /// first. `start` must lie below `end`, and `end` inside the text.
  @inline(__always)
  func forEachKey(
    in text: UnsafeBufferPointer<UInt16>, from start: Int, to end: Int,
    _ body: (_ row: Int, _ end: Int) -> Void
  ) {
    let unit = text[start]
    let first = firsts[Int(unit)]
    if first == 0 { return }
    if first & OverlayTrie.isWord != 0, let node = node(of: UInt32(unit) << 16) {
      body(Int(nodes[node].row) &- 1, start &+ 1)
    }
    guard first > OverlayTrie.isWord, start &+ 1 < end else { return }
    let second = text[start &+ 1]
    let pair = UInt32(unit) << 16 | UInt32(second)
    let third = start &+ 2 < end ? text[start &+ 2] : 0
    let mayBe =
      first & OverlayTrie.goesOn != 0 && passes(pair, third)
      || first & OverlayTrie.isPair != 0 && passes(pair, 0)
    guard mayBe, second != 0, let node = node(of: pair) else { return }
    walk(node, text, start, end, body)
  }

  /// Whether the filter lets the beginning of a key pass.
  @inline(__always)
  private func passes(_ pair: UInt32, _ third: UInt16) -> Bool {
    let hash = OverlayTrie.hash(pair, third)
    let bits = OverlayTrie.bits(hash)
    return filter[Int(hash >> 40) & (filter.count &- 1)] & bits == bits
  }

  /// The node of two characters, if a key begins so.
  @inline(__always)
  private func node(of pair: UInt32) -> Int? {
    var slot = Int(OverlayTrie.hash(pair, 0) >> 32) & (pairs.count &- 1)
    while true {
      let entry = pairs[slot]
      if entry == 0 { return nil }
      if UInt32(truncatingIfNeeded: entry >> 32) == pair {
        return Int(UInt32(truncatingIfNeeded: entry)) &- 1
      }
      slot = (slot &+ 1) & (pairs.count &- 1)
    }
  }

  private func walk(
    _ root: Int, _ text: UnsafeBufferPointer<UInt16>, _ start: Int, _ end: Int,
    _ body: (_ row: Int, _ end: Int) -> Void
  ) {
    var index = root
    var at = start &+ 2
    while true {
      let node = nodes[index]
      if node.count == 0 {
        let row = Int(node.row) &- 1
        let low = Int(starts[row])
        let stop = start &+ Int(starts[row &+ 1]) &- low
        guard stop <= end else { return }
        while at < stop, keys[low &+ at &- start] == text[at] { at &+= 1 }
        if at == stop { body(row, stop) }
        return
      }
      if node.row != 0 { body(Int(node.row) &- 1, at) }
      guard at < end, let next = child(of: node, text[at]) else { return }
      index = next
      at &+= 1
    }
  }

  @inline(__always)
  private func child(of node: OverlayTrie.Node, _ label: UInt16) -> Int? {
    var low = Int(node.first)
    var high = low &+ Int(node.count)
    while high &- low > 8 {
      let middle = (low &+ high) >> 1
      if labels[middle] <= label { low = middle } else { high = middle }
    }
    while low < high {
      if labels[low] == label { return low }
      low &+= 1
    }
    return nil
  }

  /// The row of a whole key. O(length).
  func row(of key: [UInt16]) -> Int? {
    guard !key.isEmpty else { return nil }
    var found: Int?
    key.withUnsafeBufferPointer { text in
      forEachKey(in: text, from: 0, to: text.count) { row, end in
        if end == text.count { found = row }
      }
    }
    return found
  }
}
