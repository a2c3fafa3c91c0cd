/// Two bytes a token that say which finders have to look at it, so that each of them passes over
/// the rest quickly.
struct TokenMarks: Sendable {
  /// Bits of a mark.
  enum Bit {
    /// A Latin word.
    static let latin: UInt16 = 1
    /// A blank.
    static let blank: UInt16 = 2
    /// A suffix of organizations or a trade word.
    static let suffix: UInt16 = 4
    /// An opening quotation mark.
    static let quote: UInt16 = 8
    /// A single Han character.
    static let single: UInt16 = 16
    /// A number.
    static let digit: UInt16 = 32
    /// A character that a reference begins with.
    static let reference: UInt16 = 64
    /// A tag that names, titles or quantities have.
    static let tagged: UInt16 = 128
    /// The comma of lists.
    static let listComma: UInt16 = 256
    /// A single Han character that a brand may hold.
    static let brand: UInt16 = 512
    /// A single Han character that a brand holds now and then.
    static let soft: UInt16 = 1024
    /// An opening round bracket.
    static let bracket: UInt16 = 2048
    /// A word that makes what follows no subject.
    static let predicate: UInt16 = 4096
    /// The end of a clause.
    static let clauseEnd: UInt16 = 8192
    /// Han characters.
    static let han: UInt16 = 32768
    /// Covered by a spot; `MentionDraft` keeps it.
    static let covered: UInt16 = 16384
  }

  private static let tagged: WordTags = [
    .company, .organization, .person, .product, .place, .title, .money, .time, .percent, .count,
    .round, .foreignName,
  ]

  let grammar: NameGrammar
  let references: ReferenceWords

  /// Writes the marks of all tokens. O(tokens).
  func write(_ draft: MentionDraft, to marks: UnsafeMutableBufferPointer<UInt16>) {
    let text = draft.text
    let tokens = draft.tokens
    let words = grammar.cues.view
    let starts = references.starts
    for index in 0..<min(marks.count, tokens.count) {
      let token = tokens[index]
      let tags = token.tags.rawValue
      let (kind, head, code) = text.character(token.start)
      var mark: UInt16
      if kind == CharacterClass.han.rawValue {
        mark = starts[head] ? Bit.reference | Bit.han : Bit.han
        if token.end32 &- token.start32 == 1 { mark |= single(token.tags, code) }
        if tags & WordTags.tradeWord.rawValue != 0 || words.isEnding(token.word) {
          mark |= Bit.suffix
        }
      } else {
        mark = other(kind, head)
      }
      if tags & Self.tagged.rawValue != 0 { mark |= Bit.tagged }
      if tags & Self.predicate.rawValue != 0, mark & Bit.listComma == 0 { mark |= Bit.predicate }
      marks[index] = mark
    }
  }

  private static let predicate: WordTags = [.verb, .preposition, .caseWord, .reporting]

  @inline(__always)
  private func single(_ tags: WordTags, _ code: UInt16) -> UInt16 {
    switch grammar.fit(tags, code) {
    case .no: return Bit.single
    case .soft: return Bit.single | Bit.soft
    case .yes: return Bit.single | Bit.brand
    }
  }

  @inline(__always)
  private func other(_ kind: UInt8, _ head: UInt16) -> UInt16 {
    if kind == CharacterClass.letter.rawValue { return head < 0x250 ? Bit.latin : 0 }
    if kind == CharacterClass.digit.rawValue { return Bit.digit }
    if kind == CharacterClass.space.rawValue { return Bit.blank }
    if kind == CharacterClass.stop.rawValue { return Bit.clauseEnd }
    if kind == CharacterClass.comma.rawValue {
      return head == 0x3001 ? Bit.listComma : Bit.clauseEnd
    }
    return head == 0x201C ? Bit.quote : head == 40 ? Bit.bracket : 0
  }
}
