/// The workspace of one worker: memory that all sentences share, grown on demand.
///
/// One value serves one thread. `load` makes room for a sentence; the pointers hold until the next
/// call and are read up to the sentence's end only.
final class Lattice {
  /// Cost of a boundary inside a Latin or digit run: no path goes there.
  static let blocked: Int32 = 0x7000_0000
  /// Marks a state of the overlay's trie.
  static let overlayFlag: Int32 = 1 << 30

  /// The two first steps of the walk that begins at a position.
  struct Start {
    /// Node of the first character.
    let node: UInt64
    /// What stands where the second character's node would be.
    let second: UInt64
  }

  /// The best word at a position.
  struct Step {
    /// First position after it.
    var end: Int32
    /// Trie state (with `overlayFlag` in the overlay's trie), or `-1 - candidate`.
    var state: Int32
  }

  private(set) var starts: UnsafeMutablePointer<Start>
  private(set) var codes: UnsafeMutablePointer<UInt16>
  /// Codes in the overlay's alphabet; unused without an overlay.
  private(set) var overlayCodes: UnsafeMutablePointer<UInt16>
  private(set) var best: UnsafeMutablePointer<Int32>
  private(set) var steps: UnsafeMutablePointer<Step>
  /// The words of the path, before the document takes them.
  private(set) var tokens: UnsafeMutablePointer<Token>
  private var capacity: Int

  init() {
    capacity = 256
    starts = .allocate(capacity: capacity)
    codes = .allocate(capacity: capacity)
    overlayCodes = .allocate(capacity: capacity)
    best = .allocate(capacity: capacity)
    steps = .allocate(capacity: capacity)
    tokens = .allocate(capacity: capacity)
  }

  deinit { release() }

  private func release() {
    starts.deallocate()
    codes.deallocate()
    overlayCodes.deallocate()
    best.deallocate()
    steps.deallocate()
    tokens.deallocate()
  }

  private func grow(to count: Int) {
    release()
    capacity = max(count, capacity &* 2)
    starts = .allocate(capacity: capacity)
    codes = .allocate(capacity: capacity)
    overlayCodes = .allocate(capacity: capacity)
    best = .allocate(capacity: capacity)
    steps = .allocate(capacity: capacity)
    tokens = .allocate(capacity: capacity)
  }

  /// Loads a sentence, which must lie inside the text: its codes with a 0 at the end, the costs of
  /// its single characters as first bests, and the beginnings of all walks. These loads wait for
  /// nothing, so their cache misses overlap; in the walks they would follow one another.
  func load(_ text: FoldedText, _ span: TextSpan, _ lexicon: Lexicon) {
    let count = span.count
    if capacity <= count { grow(to: count + 1) }
    let codes = codes
    text.codes.withUnsafeBufferPointer { source in
      for offset in 0..<count { codes[offset] = source[span.start &+ offset] }
    }
    codes[count] = 0
    let (best, starts) = (best, starts)
    let (first, nodes, single) = (lexicon.first, lexicon.nodes, lexicon.single)
    for offset in 0..<count {
      let code = Int(codes[offset])
      let node = first[code]
      let second = node >> 22 &+ UInt64(codes[offset &+ 1])
      best[offset] = single[code]
      starts[offset] = Start(node: node, second: nodes[Int(second)])
    }
    best[count] = 0
    if let overlay = lexicon.overlay { load(overlay, text, span) }
  }

  private func load(_ overlay: Lexicon, _ text: FoldedText, _ span: TextSpan) {
    let count = span.count
    for offset in 0..<count {
      overlayCodes[offset] = overlay.codeTable[Int(text.folded[span.start + offset])]
    }
    overlayCodes[count] = 0
  }
}
