/// What the words of the lexicon cost at least over a stretch of a filled lattice: a candidate that
/// costs no less cannot win, since of equals the words are kept.
///
/// Holds pointers into the lattice, so it must not outlive the sentence's turn.
struct WordFloor {
  private let costs: UnsafePointer<UInt32>?
  private let stride: Int
  /// Place of the text's first character in the lattice, were it there.
  private let shift: Int

  /// No floor: every candidate may win.
  static var none: WordFloor { WordFloor(costs: nil, stride: 0, shift: 0) }

  private init(costs: UnsafePointer<UInt32>?, stride: Int, shift: Int) {
    self.costs = costs
    self.stride = stride
    self.shift = shift
  }

  /// The floor of a sentence from `start` of the text, which lies at `place` of the lattice.
  init(_ lattice: Lattice, start: Int, place: Int) {
    self.init(
      costs: UnsafePointer(lattice.costs), stride: lattice.stride, shift: place &- start)
  }

  /// The cost of the cheapest words over two to four characters of the sentence; more than any cost
  /// for other lengths.
  @inline(__always)
  func cost(_ start: Int, _ end: Int) -> Int32 {
    guard let costs else { return .max }
    let at = costs + (start &+ shift)
    switch end &- start {
    case 2: return Int32(truncatingIfNeeded: two(at))
    case 3: return Int32(truncatingIfNeeded: three(at))
    case 4: return Int32(truncatingIfNeeded: four(at))
    default: return .max
    }
  }

  /// Whether a name of the lexicon may be the first two characters from a place on.
  @inline(__always)
  func mayHaveName(_ start: Int) -> Bool {
    guard let costs else { return true }
    return LexiconCompiler.Cost.ofNames.contains(word(costs + (start &+ shift), 2))
  }

  /// The word of a length at a place: a cost, or too much for any path.
  @inline(__always)
  private func word(_ at: UnsafePointer<UInt32>, _ length: Int) -> UInt32 {
    at[(length &- 1) &* stride] >> 4
  }

  @inline(__always)
  private func two(_ at: UnsafePointer<UInt32>) -> UInt32 {
    min(word(at, 2), word(at, 1) &+ word(at + 1, 1))
  }

  @inline(__always)
  private func three(_ at: UnsafePointer<UInt32>) -> UInt32 {
    min(word(at, 3), min(word(at, 2) &+ word(at + 2, 1), word(at, 1) &+ two(at + 1)))
  }

  @inline(__always)
  private func four(_ at: UnsafePointer<UInt32>) -> UInt32 {
    min(
      min(word(at, 4), word(at, 3) &+ word(at + 3, 1)),
      min(word(at, 2) &+ two(at + 2), word(at, 1) &+ three(at + 1)))
  }
}
