/// Finds all dictionary words of a sentence: first those of two characters at every position, then
/// those of three, and so on.
///
/// Going by length instead of by position leaves no branch to mispredict: every step is arithmetic
/// on a node, and the walks that go on are packed to the front of one list. The loads of one length
/// wait for nothing, so their cache misses overlap. Every index is in bounds: codes are below the
/// alphabet's size, the compiler leaves an alphabet's room behind the highest base, and the zeros
/// behind the sentence match no node.
struct TrieWords {
  let roots: UnsafeBufferPointer<UInt64>
  let nodes: UnsafeBufferPointer<UInt64>

  /// Fills the rows of the first `count` positions and adds longer words as edges. O(count × length
  /// of words).
  func find(in lattice: Lattice, count: Int) {
    guard count > 0, let roots = roots.baseAddress, let nodes = nodes.baseAddress else { return }
    begin(lattice, count, roots, nodes)
    var open = pairs(lattice, count)
    open = extend(lattice, open, length: 3, nodes)
    open = extend(lattice, open, length: 4, nodes)
    var length = 5
    while open > 0 {
      open = extendListed(lattice, open, length: length, nodes)
      length &+= 1
    }
  }

  /// Single characters, and the nodes of the second ones.
  private func begin(
    _ lattice: Lattice, _ count: Int, _ roots: UnsafePointer<UInt64>, _ nodes: UnsafePointer<UInt64>
  ) {
    let (codes, seconds, heads) = (lattice.codes, lattice.nodes, lattice.heads)
    let ones = lattice.costs
    let (states, pairs) = (lattice.states, lattice.states + lattice.stride)
    for index in 0..<count {
      let root = roots[Int(codes[index])]
      let slot = root >> 22 & TrieBuilder.mask22 &+ UInt64(codes[index &+ 1])
      ones[index] = UInt32(truncatingIfNeeded: root >> 44) << 4 | 1
      states[index] = UInt32(truncatingIfNeeded: root & TrieBuilder.mask22)
      pairs[index] = UInt32(truncatingIfNeeded: slot)
      seconds[index] = nodes[Int(slot)]
    }
    (ones + 2 * lattice.stride).update(repeating: Lattice.none, count: count)
    (ones + 3 * lattice.stride).update(repeating: Lattice.none, count: count)
    heads.update(repeating: -1, count: count)
  }

  /// Words of two characters; returns the number of walks that go on.
  private func pairs(_ lattice: Lattice, _ count: Int) -> Int {
    let (seconds, walks) = (lattice.nodes, lattice.walks)
    let costs = lattice.costs + lattice.stride
    let (ones, states) = (lattice.states, lattice.states + lattice.stride)
    var open = 0
    for index in 0..<count {
      let step = Step(node: seconds[index], parent: UInt64(ones[index]))
      costs[index] = step.packed(length: 2)
      walks[open] = Lattice.Walk(
        start: UInt32(truncatingIfNeeded: index), state: states[index], base: step.base)
      open &+= step.goesOn
    }
    return open
  }

  /// Words of the given length that have a row.
  @inline(__always)
  private func extend(
    _ lattice: Lattice, _ open: Int, length: Int, _ nodes: UnsafePointer<UInt64>
  ) -> Int {
    let (codes, walks) = (lattice.codes + (length &- 1), lattice.walks)
    let costs = lattice.costs + (length &- 1) &* lattice.stride
    let states = lattice.states + (length &- 1) &* lattice.stride
    var rest = 0
    for index in 0..<open {
      let walk = walks[index]
      let start = Int(walk.start)
      let slot = walk.base &+ UInt32(codes[start])
      let step = Step(node: nodes[Int(slot)], parent: UInt64(walk.state))
      costs[start] = step.packed(length: UInt64(truncatingIfNeeded: length))
      states[start] = slot
      walks[rest] = Lattice.Walk(start: walk.start, state: slot, base: step.base)
      rest &+= step.goesOn
    }
    return rest
  }

  /// Longer words: few, so they are edges.
  private func extendListed(
    _ lattice: Lattice, _ open: Int, length: Int, _ nodes: UnsafePointer<UInt64>
  ) -> Int {
    let (codes, walks) = (lattice.codes + (length &- 1), lattice.walks)
    var rest = 0
    for index in 0..<open {
      let walk = walks[index]
      let start = Int(walk.start)
      let slot = walk.base &+ UInt32(codes[start])
      let node = nodes[Int(slot)]
      guard node & TrieBuilder.mask22 == UInt64(walk.state) else { continue }
      let cost = node >> 44
      if cost != TrieBuilder.noCost {
        lattice.add(
          from: start, to: start &+ length, cost: Int32(truncatingIfNeeded: cost),
          state: Int32(truncatingIfNeeded: slot))
      }
      let base = UInt32(truncatingIfNeeded: node >> 22 & TrieBuilder.mask22)
      guard base != 0 else { continue }
      walks[rest] = Lattice.Walk(start: walk.start, state: slot, base: base)
      rest &+= 1
    }
    return rest
  }

  /// What a node says to a walk that comes from `parent`, by arithmetic alone.
  private struct Step {
    let node: UInt64
    let parent: UInt64

    /// 1 where the node belongs to the parent.
    @inline(__always)
    private var matches: UInt64 { ((node & TrieBuilder.mask22 ^ parent) &- 1) >> 63 }

    @inline(__always)
    var base: UInt32 { UInt32(truncatingIfNeeded: node >> 22 & TrieBuilder.mask22) }

    /// 1 where the walk goes on: the node belongs to it and has children.
    @inline(__always)
    var goesOn: Int {
      Int(
        truncatingIfNeeded: matches & ((node >> 22 & TrieBuilder.mask22) &+ TrieBuilder.mask22)
          >> 22)
    }

    /// Cost and length of the word that ends here, or `Lattice.none`.
    @inline(__always)
    func packed(length: UInt64) -> UInt32 {
      let cost = node >> 44
      let missing = matches ^ 1 | (cost &+ 1) >> 20
      return UInt32(truncatingIfNeeded: cost << 4 | length | (0 &- missing))
    }
  }
}
