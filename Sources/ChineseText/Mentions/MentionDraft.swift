/// The work sheet of one document: its tokens, and the spots found so far.
///
/// A handle of one word: the finders pass it down through many small functions. It lives inside
/// `withDraft` and must not leave it.
struct MentionDraft {
  private struct Sheet {
    let text: TextView
    let sentences: ArrayView<Sentence>
    let tokens: ArrayView<Token>
    let candidates: ArrayView<Candidate>
    let marks: UnsafeMutableBufferPointer<UInt16>
    let owner: UnsafeMutableBufferPointer<Int32>
    var spots: UnsafeMutablePointer<Spot>
    var spotCount = 0
    var spotRoom: Int
  }

  private let sheet: UnsafeMutablePointer<Sheet>

  var text: TextView { @inline(__always) get { sheet.pointee.text } }
  var sentences: ArrayView<Sentence> { @inline(__always) get { sheet.pointee.sentences } }
  var tokens: ArrayView<Token> { @inline(__always) get { sheet.pointee.tokens } }
  var candidates: ArrayView<Candidate> { @inline(__always) get { sheet.pointee.candidates } }
  /// `TokenMarks` bits of each token.
  var marks: ArrayView<UInt16> { @inline(__always) get { ArrayView(markBuffer) } }
  var markBuffer: UnsafeBufferPointer<UInt16> {
    @inline(__always) get { UnsafeBufferPointer(sheet.pointee.marks) }
  }
  /// For each token, the spot that covers it, or -1.
  var owner: ArrayView<Int32> {
    @inline(__always) get { ArrayView(UnsafeBufferPointer(sheet.pointee.owner)) }
  }
  /// Spots in order of finding; replaced ones have no tokens.
  var spots: Spots { @inline(__always) get { Spots(draft: self) } }

  /// Runs `body` on the empty sheet of a document.
  static func withDraft<Result>(
    _ text: TextView, _ sentences: [Sentence], _ tokens: [Token], _ candidates: [Candidate],
    _ body: (inout MentionDraft, _ marks: UnsafeMutableBufferPointer<UInt16>) -> Result
  ) -> Result {
    let marks = UnsafeMutableBufferPointer<UInt16>.allocate(capacity: tokens.count)
    marks.initialize(repeating: 0)
    let owner = UnsafeMutableBufferPointer<Int32>.allocate(capacity: tokens.count)
    owner.initialize(repeating: -1)
    defer {
      marks.deallocate()
      owner.deallocate()
    }
    return sentences.withUnsafeBufferPointer { sentences in
      tokens.withUnsafeBufferPointer { tokens in
        candidates.withUnsafeBufferPointer { candidates in
          let room = tokens.count / 4 + 16
          var sheet = Sheet(
            text: text, sentences: ArrayView(sentences), tokens: ArrayView(tokens),
            candidates: ArrayView(candidates), marks: marks, owner: owner,
            spots: .allocate(capacity: room), spotRoom: room)
          let result = withUnsafeMutablePointer(to: &sheet) { sheet in
            var draft = MentionDraft(sheet: sheet)
            return body(&draft, marks)
          }
          sheet.spots.deallocate()
          return result
        }
      }
    }
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
    let number = Int32(truncatingIfNeeded: sheet.pointee.spotCount)
    for token in spot.tokens {
      sheet.pointee.owner[token] = number
      sheet.pointee.marks[token] |= TokenMarks.Bit.covered
    }
    append(spot)
    return true
  }

  private mutating func append(_ spot: Spot) {
    let count = sheet.pointee.spotCount
    if count == sheet.pointee.spotRoom {
      let larger = UnsafeMutablePointer<Spot>.allocate(capacity: count * 2)
      larger.moveInitialize(from: sheet.pointee.spots, count: count)
      sheet.pointee.spots.deallocate()
      sheet.pointee.spots = larger
      sheet.pointee.spotRoom = count * 2
    }
    (sheet.pointee.spots + count).initialize(to: spot)
    sheet.pointee.spotCount = count + 1
  }

  /// Takes a spot away.
  mutating func remove(_ index: Int) {
    for token in spots[index].tokens {
      sheet.pointee.owner[token] = -1
      sheet.pointee.marks[token] &= ~TokenMarks.Bit.covered
    }
    update(index) { $0.tokens = 0..<0 }
  }

  /// Changes a spot in place; its tokens must stay.
  @inline(__always)
  mutating func update(_ index: Int, _ change: (inout Spot) -> Void) {
    precondition(index >= 0 && index < sheet.pointee.spotCount)
    change(&sheet.pointee.spots[index])
  }

  /// The spots as they are now.
  struct Spots: RandomAccessCollection {
    fileprivate let draft: MentionDraft

    var startIndex: Int { 0 }
    @inline(__always) var endIndex: Int { draft.sheet.pointee.spotCount }

    @inline(__always)
    subscript(index: Int) -> Spot {
      precondition(index >= 0 && index < draft.sheet.pointee.spotCount)
      return draft.sheet.pointee.spots[index]
    }
  }
}

extension MentionDraft {
  /// The spot over a token.
  @inline(__always)
  func spot(at token: Int) -> Spot? {
    guard token >= 0, token < owner.count, owner[token] >= 0 else { return nil }
    return spots[Int(owner[token])]
  }

  /// Scalars of a range of tokens.
  @inline(__always)
  func span(_ range: Range<Int>) -> TextSpan {
    guard !range.isEmpty, range.lowerBound >= 0, range.upperBound <= tokens.count else {
      return TextSpan(0, 0)
    }
    return TextSpan(tokens[range.lowerBound].start, tokens[range.upperBound - 1].end)
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
