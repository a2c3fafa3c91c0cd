/// The workspace of one worker: memory that all sentences share, grown on demand.
///
/// One value serves one thread. Words of up to four characters, nearly all, lie in rows by length,
/// one place a position; what is longer, and every candidate, is an edge in the position's list.
/// `reserve` makes room for a sentence; the pointers hold until the next call and are read up to
/// the sentence's end only.
final class Lattice {
  /// Longest words that have a row of their own.
  static let rows = 4
  /// No word here: more than any path costs.
  static let none: UInt32 = .max
  /// Length that stands for "see the list of edges".
  static let listed: UInt32 = 15
  /// Marks a row of the overlay in the place of a state.
  static let overlayFlag: Int32 = 1 << 30

  /// A word that has no row.
  struct Edge {
    /// First position after it.
    let end: Int32
    /// Trie state, an overlay's row with `overlayFlag`, or `-1 - candidate`.
    let state: Int32
    /// In lattice units.
    let cost: Int32
    /// The position's next edge, or -1.
    var next: Int32
  }

  /// A walk along the trie that has not ended yet.
  struct Walk {
    let start: UInt32
    let state: UInt32
    let base: UInt32
  }

  /// Codes of the sentence's characters, with two 0 at the end.
  private(set) var codes: UnsafeMutablePointer<UInt16>
  /// The folded characters, for a user's words; unused without an overlay.
  private(set) var units: UnsafeMutablePointer<UInt16>
  /// Costs of the words of length 1, 2, 3, 4 at every position, `cost << 4 | length`; row after row.
  private(set) var costs: UnsafeMutablePointer<UInt32>
  /// Their trie states.
  private(set) var states: UnsafeMutablePointer<UInt32>
  /// Nodes of the second characters, before they are looked at.
  private(set) var nodes: UnsafeMutablePointer<UInt64>
  /// First edge of every position, or -1; after the search, the best edge.
  private(set) var heads: UnsafeMutablePointer<Int32>
  /// Length of the best word at every position, or `listed`.
  private(set) var lengths: UnsafeMutablePointer<UInt8>
  /// Cost of the best path from every position, times 16.
  private(set) var best: UnsafeMutablePointer<Int64>
  private(set) var walks: UnsafeMutablePointer<Walk>
  /// The words of the path, before the document takes them.
  private(set) var tokens: UnsafeMutablePointer<Token>
  /// Places that somebody has to come back to.
  private(set) var places: UnsafeMutablePointer<Int32>
  private(set) var edges: UnsafeMutablePointer<Edge>
  private(set) var edgeCount = 0
  private var edgeCapacity: Int
  /// Positions of a row.
  private(set) var stride: Int

  init() {
    stride = 1152
    edgeCapacity = 1024
    codes = .allocate(capacity: stride)
    units = .allocate(capacity: stride)
    costs = .allocate(capacity: stride * Self.rows)
    states = .allocate(capacity: stride * Self.rows)
    nodes = .allocate(capacity: stride)
    heads = .allocate(capacity: stride)
    lengths = .allocate(capacity: stride)
    best = .allocate(capacity: stride)
    walks = .allocate(capacity: stride)
    tokens = .allocate(capacity: stride)
    places = .allocate(capacity: stride)
    edges = .allocate(capacity: edgeCapacity)
  }

  deinit {
    release()
    edges.deallocate()
  }

  private func release() {
    codes.deallocate()
    units.deallocate()
    costs.deallocate()
    states.deallocate()
    nodes.deallocate()
    heads.deallocate()
    lengths.deallocate()
    best.deallocate()
    walks.deallocate()
    tokens.deallocate()
    places.deallocate()
  }

  /// Makes room for `count` positions and forgets the edges.
  func reserve(_ count: Int) {
    edgeCount = 0
    guard count + 8 > stride else { return }
    release()
    stride = max(count + 8, stride * 2)
    codes = .allocate(capacity: stride)
    units = .allocate(capacity: stride)
    costs = .allocate(capacity: stride * Self.rows)
    states = .allocate(capacity: stride * Self.rows)
    nodes = .allocate(capacity: stride)
    heads = .allocate(capacity: stride)
    lengths = .allocate(capacity: stride)
    best = .allocate(capacity: stride)
    walks = .allocate(capacity: stride)
    tokens = .allocate(capacity: stride)
    places = .allocate(capacity: stride)
  }

  /// Adds an edge at the end of its position's list: of equal costs the first one wins.
  func add(from start: Int, to end: Int, cost: Int32, state: Int32) {
    if edgeCount == edgeCapacity { growEdges() }
    let index = Int32(truncatingIfNeeded: edgeCount)
    edges[edgeCount] = Edge(
      end: Int32(truncatingIfNeeded: end), state: state, cost: cost, next: -1)
    edgeCount &+= 1
    var last = heads[start]
    guard last >= 0 else {
      heads[start] = index
      return
    }
    while edges[Int(last)].next >= 0 { last = edges[Int(last)].next }
    edges[Int(last)].next = index
  }

  private func growEdges() {
    let old = edges
    edges = .allocate(capacity: edgeCapacity * 2)
    edges.update(from: old, count: edgeCapacity)
    old.deallocate()
    edgeCapacity *= 2
  }

  /// Forbids every word that begins at a position.
  func block(_ position: Int) {
    for row in 0..<Self.rows { costs[row &* stride &+ position] = Self.none }
    heads[position] = -1
  }

  /// The best word at a position after the search: where it ends, its state or `-1 - candidate`.
  @inline(__always)
  func word(at position: Int) -> (end: Int, state: Int32) {
    let length = Int(lengths[position])
    if length <= Self.rows {
      let state = states[(length &- 1) &* stride &+ position]
      return (position &+ length, Int32(truncatingIfNeeded: state))
    }
    let head = heads[position]
    guard head >= 0 else { return (position &+ 1, 0) }
    return (Int(edges[Int(head)].end), edges[Int(head)].state)
  }

  /// Lays the codes of a sentence, which must lie inside the text, into the lattice from `place` on,
  /// and a 0 behind it: no word reaches over that.
  @inline(__always)
  func load(_ text: TextView, _ span: TextSpan, at place: Int, withUnits: Bool) {
    let count = span.count
    let source = text.codes.buffer
    let codes = codes + place
    for offset in 0..<count { codes[offset] = source[span.start &+ offset] }
    codes[count] = 0
    codes[count &+ 1] = 0
    guard withUnits else { return }
    for offset in 0..<count { units[place &+ offset] = text.folded[span.start &+ offset] }
    units[place &+ count] = 0
  }
}
