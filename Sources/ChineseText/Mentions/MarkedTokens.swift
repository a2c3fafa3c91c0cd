/// Walks over the tokens that bear any of some marks, sentence by sentence.
struct MarkedTokens {
  private var bits: UInt16
  /// The token found last.
  private(set) var token = -1
  /// Number of its sentence.
  private(set) var sentence = 0
  /// Tokens of its sentence.
  private(set) var bounds: Range<Int>

  /// Looks for tokens with any of `bits` (see `TokenMarks.Bit`).
  init(_ bits: UInt16, _ draft: MentionDraft) {
    self.bits = bits
    bounds = draft.sentences.isEmpty ? 0..<0 : draft.sentences[0].tokens
  }

  /// Moves on to the next such token; false where there is none.
  mutating func next(_ draft: MentionDraft) -> Bool {
    var index = token + 1
    while true {
      index = draft.marked(bits, from: max(index, bounds.lowerBound))
      if index < bounds.upperBound {
        token = index
        return true
      }
      guard sentence + 1 < draft.sentences.count else { return false }
      sentence += 1
      bounds = draft.sentences[sentence].tokens
    }
  }

  /// Looks for more marks from now on.
  mutating func add(_ bits: UInt16) { self.bits |= bits }

  /// Goes on behind `index` instead of behind the token found last.
  mutating func skip(to index: Int) { token = max(token, index - 1) }
}

extension MentionDraft {
  /// The first token from `start` on that bears any of `bits`; the number of tokens where there is
  /// none. Four tokens a step.
  func marked(_ bits: UInt16, from start: Int) -> Int {
    let marks = markBuffer
    guard let base = marks.baseAddress, start >= 0 else { return marks.count }
    let wide = UInt64(bits) &* 0x0001_0001_0001_0001
    var index = start
    while index &+ 4 <= marks.count {
      let four = UnsafeRawPointer(base + index).loadUnaligned(as: UInt64.self)
      if four & wide != 0 { break }
      index &+= 4
    }
    while index < marks.count, marks[index] & bits == 0 { index &+= 1 }
    return max(index, min(start, marks.count))
  }
}
