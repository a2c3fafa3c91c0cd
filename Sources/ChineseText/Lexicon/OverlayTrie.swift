/// Finds the words of a user's lists in a text: a trie over sorted keys, without a limit that a
/// list of a million names could meet.
///
/// The keys stand sorted in one pool. A node is a stretch of keys that begin alike; a stretch of
/// one key is a leaf, whose remaining characters are compared with the pool. So there are at most
/// about twice as many nodes as words, however long these are. The first two characters are found
/// in a hash table, behind a filter over the first three that turns most places of a text away.
///
///     keys   云帆 云帆智能 云海
///     pairs  云帆 → node 0 (a word, one child), 云海 → node 1 (leaf)
///     node 0 智 → node 2 (leaf: 能 is compared)
struct OverlayTrie {
  /// A stretch of keys with one beginning.
  struct Node: BitwiseCopyable {
    /// First child; the children stand side by side, sorted by label.
    var first: UInt32
    /// Number of children; 0 in a leaf.
    var count: UInt32
    /// The key that ends here (in a leaf: that is left), plus 1; 0 for none.
    var row: UInt32
  }

  /// Of a first character: it is a word itself; it begins one of two characters; a longer one.
  static let isWord: UInt8 = 1
  static let isPair: UInt8 = 2
  static let goesOn: UInt8 = 4

  /// All keys, one behind the other.
  let keys: [UInt16]
  /// Where each key begins in `keys`, and the end.
  let starts: [UInt32]
  private(set) var labels: [UInt16] = []
  private(set) var nodes: [Node] = []
  /// First two characters above, node plus 1 below; 0 is free.
  private(set) var pairs: [UInt64] = []
  /// Two bits, in one element, for the first characters of each key: three, or all it has.
  private(set) var filter: [UInt64] = []
  private(set) var firsts = [UInt8](repeating: 0, count: 65536)

  /// Builds the trie; the keys must be sorted, not empty, and free of duplicates.
  ///
  /// O(characters that keys share with a neighbour + keys).
  init(keys: [UInt16], starts: [UInt32]) {
    self.keys = keys
    self.starts = starts
    build()
  }

  /// A stretch of rows, all alike up to `depth`.
  private struct Stretch {
    let low: UInt32
    let high: UInt32
    let depth: UInt32
  }

  private mutating func build() {
    var stretches: [Stretch] = []
    let (keys, starts) = (keys, starts)
    keys.withUnsafeBufferPointer { keys in
      starts.withUnsafeBufferPointer { starts in
        makeFilter()
        let roots = addPairs(keys, starts, &stretches)
        makePairs(roots)
        var index = 0
        while index < stretches.count {
          expand(index, keys, starts, &stretches)
          index += 1
        }
      }
    }
  }

  /// Nodes of the first two characters; keys of one character stand in the table with a 0.
  private mutating func addPairs(
    _ keys: UnsafeBufferPointer<UInt16>, _ starts: UnsafeBufferPointer<UInt32>,
    _ stretches: inout [Stretch]
  ) -> [UInt32] {
    var roots: [UInt32] = []
    for row in 0..<(starts.count - 1) {
      let start = Int(starts[row])
      let count = Int(starts[row + 1]) - start
      let isLong = count > 1
      let unit = keys[start]
      let pair = UInt32(unit) << 16 | (isLong ? UInt32(keys[start + 1]) : 0)
      firsts[Int(unit)] |= count > 2 ? Self.goesOn : isLong ? Self.isPair : Self.isWord
      let third = count > 2 ? keys[start + 2] : 0
      let hash = Self.hash(pair, third)
      filter[Int(hash >> 40) & (filter.count - 1)] |= Self.bits(hash)
      if let last = stretches.last, roots[roots.count - 1] == pair, last.high == UInt32(row) {
        stretches[stretches.count - 1] = Stretch(
          low: last.low, high: UInt32(row) + 1, depth: 2)
      } else {
        roots.append(pair)
        stretches.append(Stretch(low: UInt32(row), high: UInt32(row) + 1, depth: 2))
        labels.append(0)
        nodes.append(Node(first: 0, count: 0, row: 0))
      }
    }
    return roots
  }

  /// Eight bits a key, up to a megabyte: more would not stay in the cache.
  private mutating func makeFilter() {
    var bits = 1024
    while bits < starts.count * 8, bits < 1 << 23 { bits *= 2 }
    filter = [UInt64](repeating: 0, count: bits / 64)
  }

  private mutating func makePairs(_ roots: [UInt32]) {
    var size = 16
    while size < roots.count * 2 { size *= 2 }
    pairs = [UInt64](repeating: 0, count: size)
    for (node, pair) in roots.enumerated() {
      var slot = Int(Self.hash(pair, 0) >> 32) & (size - 1)
      while pairs[slot] != 0 { slot = (slot + 1) & (size - 1) }
      pairs[slot] = UInt64(pair) << 32 | UInt64(node + 1)
    }
  }

  @inline(__always)
  static func hash(_ pair: UInt32, _ third: UInt16) -> UInt64 {
    let product = (UInt64(pair) << 16 | UInt64(third)) &* 0x9E37_79B9_7F4A_7C15
    return product ^ product >> 29
  }

  /// The two bits of a hash.
  @inline(__always)
  static func bits(_ hash: UInt64) -> UInt64 { 1 << (hash & 63) | 1 << (hash >> 6 & 63) }

  private mutating func expand(
    _ index: Int, _ keys: UnsafeBufferPointer<UInt16>, _ starts: UnsafeBufferPointer<UInt32>,
    _ stretches: inout [Stretch]
  ) {
    let own = stretches[index]
    var low = Int(own.low)
    let high = Int(own.high)
    let depth = Int(own.depth)
    if high - low == 1 {
      nodes[index].row = own.low + 1
      return
    }
    if Int(starts[low + 1]) - Int(starts[low]) <= depth {
      nodes[index].row = own.low + 1
      low += 1
    }
    nodes[index].first = UInt32(nodes.count)
    while low < high {
      let label = keys[Int(starts[low]) + depth]
      var end = low + 1
      while end < high, keys[Int(starts[end]) + depth] == label { end += 1 }
      labels.append(label)
      nodes.append(Node(first: 0, count: 0, row: 0))
      stretches.append(
        Stretch(low: UInt32(low), high: UInt32(end), depth: UInt32(depth + 1)))
      nodes[index].count += 1
      low = end
    }
  }
}
