/// The workspace of one worker: buffers that all sentences share, grown on demand.
struct Lattice {
  /// Cost of a boundary inside a Latin or digit run: no path goes there.
  static let blocked: Int32 = 0x7000_0000
  /// Marks a state of the overlay's trie.
  static let overlayFlag: Int32 = 1 << 30

  var codes: [UInt16] = []
  /// Codes in the overlay's alphabet; empty without an overlay.
  var overlayCodes: [UInt16] = []
  var inside: [Bool] = []
  var best: [Int32] = []
  var next: [Int32] = []
  /// Trie state of the best word at each position (with `overlayFlag` in the overlay's trie), or
  /// `-1 - candidate`.
  var state: [Int32] = []

  /// Makes room for a sentence and loads its codes.
  mutating func load(_ text: FoldedText, _ span: TextSpan, overlay: Lexicon?) {
    let count = span.count
    if codes.count < count + 1 {
      let size = max(count + 1, SentenceSplitter.limit + 8)
      codes = [UInt16](repeating: 0, count: size)
      inside = [Bool](repeating: false, count: size)
      best = [Int32](repeating: 0, count: size)
      next = [Int32](repeating: 0, count: size)
      state = [Int32](repeating: 0, count: size)
    }
    let letter = CharacterClass.letter.rawValue
    let digit = CharacterClass.digit.rawValue
    var before: UInt8 = 0
    for offset in 0..<count {
      codes[offset] = text.codes[span.start + offset]
      let kind = text.classes[span.start + offset]
      inside[offset] = offset > 0 && kind == before && (kind == letter || kind == digit)
      before = kind
    }
    if let overlay {
      overlayCodes = (0..<count).map { overlay.codeTable[Int(text.folded[span.start + $0])] }
      overlayCodes.append(0)
    }
    codes[count] = 0
    inside[count] = false
    best[count] = 0
  }
}
