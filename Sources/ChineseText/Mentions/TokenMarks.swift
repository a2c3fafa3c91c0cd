/// One byte a token that says which finders have to look at it, so that each of them passes over
/// the rest quickly.
struct TokenMarks: Sendable {
  /// Bits of a mark.
  enum Bit {
    /// A Latin word.
    static let latin: UInt8 = 1
    /// A blank.
    static let blank: UInt8 = 2
    /// A suffix of organizations or a trade word.
    static let suffix: UInt8 = 4
    /// An opening quotation mark.
    static let quote: UInt8 = 8
    /// A single Han character.
    static let single: UInt8 = 16
    /// A number.
    static let digit: UInt8 = 32
    /// A character that a reference begins with.
    static let reference: UInt8 = 64
    /// A tag that names, titles or quantities have.
    static let tagged: UInt8 = 128
  }

  private static let tagged: WordTags = [
    .company, .organization, .person, .product, .place, .title, .money, .time, .percent, .count,
    .round,
  ]

  let cues: NameCues
  let references: ReferenceWords

  /// The marks of all tokens. O(tokens).
  func marks(of tokens: [Token], _ text: FoldedText) -> [UInt8] {
    let han = CharacterClass.han.rawValue
    let letter = CharacterClass.letter.rawValue
    let digit = CharacterClass.digit.rawValue
    let space = CharacterClass.space.rawValue
    let organization = NameCues.Form.company | NameCues.Form.organization | NameCues.Form.firm
    return tokens.map { token in
      let kind = text.classes[token.start]
      let head = text.folded[token.start]
      var mark: UInt8 = token.tags.isDisjoint(with: Self.tagged) ? 0 : Bit.tagged
      if kind == han {
        if token.end - token.start == 1 { mark |= Bit.single }
        if token.tags.contains(.tradeWord) || cues.form(token.word) & organization != 0 {
          mark |= Bit.suffix
        }
        if references.canBegin(head) { mark |= Bit.reference }
      } else if kind == letter {
        if head < 0x250 { mark |= Bit.latin }
      } else if kind == digit {
        mark |= Bit.digit
      } else if kind == space {
        mark |= Bit.blank
      } else if head == 0x201C {
        mark |= Bit.quote
      }
      return mark
    }
  }
}
