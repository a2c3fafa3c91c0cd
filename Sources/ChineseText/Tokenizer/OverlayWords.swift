/// Adds the words of a user's trie, walked beside the built-in one, to a lattice; their states carry
/// `Lattice.overlayFlag`.
struct OverlayWords {
  private let first: UnsafeBufferPointer<UInt64>
  private let nodes: UnsafeBufferPointer<UInt64>

  init(_ lexicon: Lexicon) {
    first = lexicon.first
    nodes = lexicon.nodes
  }

  /// Adds every word of the first `count` positions as an edge. O(count × length of words).
  func find(in lattice: Lattice, count: Int) {
    for start in 0..<count { walk(from: start, lattice) }
  }

  private func walk(from start: Int, _ lattice: Lattice) {
    let codes = lattice.overlayCodes
    let root = first[Int(codes[start])]
    guard root != 0 else { return }
    var slot = root & TrieBuilder.mask22
    var base = root >> 22
    var end = start
    while true {
      let cost = nodes[Int(slot)] >> 44
      end &+= 1
      if cost != TrieBuilder.noCost {
        lattice.add(
          from: start, to: end, cost: Int32(truncatingIfNeeded: cost),
          state: Int32(truncatingIfNeeded: slot) | Lattice.overlayFlag)
      }
      guard base != 0 else { return }
      let next = base &+ UInt64(codes[end])
      let node = nodes[Int(next)]
      guard node & TrieBuilder.mask22 == slot else { return }
      slot = next
      base = node >> 22 & TrieBuilder.mask22
    }
  }
}
