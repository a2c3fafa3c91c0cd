/// The work sheet of one document: its tokens, and the spots found so far.
struct MentionDraft {
  let text: FoldedText
  let sentences: [Sentence]
  let tokens: [Token]
  let candidates: [Candidate]
  /// `TokenMarks` bits of each token.
  let marks: [UInt8]
  /// Spots in order of finding; replaced ones have no tokens.
  private(set) var spots: [Spot] = []
  /// For each token, the spot that covers it, or -1.
  private(set) var owner: [Int32]

  init(
    text: FoldedText, sentences: [Sentence], tokens: [Token], candidates: [Candidate],
    marks: [UInt8]
  ) {
    self.text = text
    self.sentences = sentences
    self.tokens = tokens
    self.candidates = candidates
    self.marks = marks
    owner = [Int32](repeating: -1, count: tokens.count)
  }

  /// Adds a spot over free tokens, or over spots that lie wholly inside it.
  @discardableResult
  mutating func add(_ spot: Spot) -> Bool {
    for token in spot.tokens where owner[token] >= 0 {
      let other = spots[Int(owner[token])].tokens
      guard spot.tokens.lowerBound <= other.lowerBound, other.upperBound <= spot.tokens.upperBound
      else { return false }
    }
    for token in spot.tokens where owner[token] >= 0 { remove(Int(owner[token])) }
    for token in spot.tokens { owner[token] = Int32(truncatingIfNeeded: spots.count) }
    spots.append(spot)
    return true
  }

  /// Takes a spot away.
  mutating func remove(_ index: Int) {
    for token in spots[index].tokens { owner[token] = -1 }
    spots[index].tokens = 0..<0
  }

  /// Changes a spot in place; its tokens must stay.
  mutating func update(_ index: Int, _ change: (inout Spot) -> Void) { change(&spots[index]) }

  /// The spot over a token.
  @inline(__always)
  func spot(at token: Int) -> Spot? {
    guard token >= 0, token < owner.count, owner[token] >= 0 else { return nil }
    return spots[Int(owner[token])]
  }

  /// Scalars of a range of tokens.
  @inline(__always)
  func span(_ range: Range<Int>) -> TextSpan {
    guard let first = range.first, let last = range.last, last < tokens.count else {
      return TextSpan(0, 0)
    }
    return TextSpan(tokens[first].start, tokens[last].end)
  }

  /// The folded first character of a token; 0 outside the text.
  @inline(__always)
  func head(_ token: Int) -> UInt16 {
    token >= 0 && token < tokens.count ? text.folded[tokens[token].start] : 0
  }

  /// The class of a token's first character.
  @inline(__always)
  func kind(_ token: Int) -> UInt8 {
    token >= 0 && token < tokens.count ? text.classes[tokens[token].start] : 0
  }

  /// Number of scalars of a token.
  @inline(__always)
  func length(_ token: Int) -> Int { tokens[token].end - tokens[token].start }

  /// Whether a token is a blank.
  @inline(__always)
  func isBlank(_ token: Int) -> Bool { kind(token) == CharacterClass.space.rawValue }

  /// The token before `token` inside `bounds`, blanks skipped; -1 where there is none.
  func previous(_ token: Int, in bounds: Range<Int>) -> Int {
    var index = token - 1
    while index >= bounds.lowerBound, isBlank(index) { index -= 1 }
    return index >= bounds.lowerBound ? index : -1
  }

  /// The token from `token` on inside `bounds`, blanks skipped; -1 where there is none.
  func next(_ token: Int, in bounds: Range<Int>) -> Int {
    var index = token
    while index < bounds.upperBound, isBlank(index) { index += 1 }
    return index < bounds.upperBound ? index : -1
  }

  /// Tags of a token; empty outside the text.
  @inline(__always)
  func tags(_ token: Int) -> WordTags {
    token >= 0 && token < tokens.count ? tokens[token].tags : []
  }
}
