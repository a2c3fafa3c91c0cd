/// What stands behind a line in the name of a product: 9s Pro, 8 至尊版, ：时之笛.
struct ModelRest {
  private let span: TextSpan
  private let text: TextView
  private let cues: NameCues
  private let use: Use

  /// How the things of a line are called.
  enum Use {
    /// By numbers and words of product lines.
    case number
    /// By years too: SQL Server 2016.
    case version
    /// By names before the number too: Claude Fable 5.
    case name
    /// By titles: 塞尔达传说：时之笛.
    case title
  }

  init(_ span: TextSpan, _ text: TextView, _ cues: NameCues, _ use: Use) {
    self.span = span
    self.text = text
    self.cues = cues
    self.use = use
  }

  private enum Piece {
    /// A number, a word of product lines, an edition: it makes a model.
    case model
    /// A word that may stand beside one: Sol, Preview.
    case word
    /// A noun in front of one: 米家|冰箱 Pro.
    case noun
    case none
  }

  /// Whether it makes a model of its line: numbers, letters with digits, words of product lines and
  /// editions, and capitalised words beside one.
  var isModel: Bool {
    guard span.start < span.end else { return false }
    if use == .title, text.folded[span.start] == Self.colon { return span.count > 1 }
    var offset = span.start
    var hasModel = false
    var isOpen = false
    if use == .number, isYear { return false }
    while offset < span.end {
      if isJoint(offset) {
        offset += 1
        continue
      }
      let end = self.end(of: offset)
      switch piece(TextSpan(offset, end)) {
      case .model:
        hasModel = true
        isOpen = false
      case .word where hasModel || use == .name: break
      case .noun where offset == span.start: isOpen = true
      default: return false
      }
      offset = end
    }
    return hasModel && !isOpen
  }

  private static let colon: UInt16 = 0x3A

  /// Whether it is a year alone: 大疆 2026 is no model.
  private var isYear: Bool {
    guard span.count == 4, text.folded[span.start] == 0x32, text.folded[span.start + 1] == 0x30
    else { return false }
    return (span.start..<span.end).allSatisfy {
      text.classes[$0] == CharacterClass.digit.rawValue
    }
  }

  /// Blank, hyphen, interpunct, brackets of a year.
  private func isJoint(_ offset: Int) -> Bool {
    switch text.folded[offset] {
    case 0x20, 0x2D, 0xB7, 0x28, 0x29: true
    default: false
    }
  }

  /// The end of the letters, digits and what joins them, or of the Han characters, from `start` on.
  private func end(of start: Int) -> Int {
    let isHan = text.classes[start] == CharacterClass.han.rawValue
    var end = start + 1
    while end < span.end, isHan ? text.classes[end] == CharacterClass.han.rawValue : isRun(end) {
      end += 1
    }
    return end
  }

  /// A letter, a digit, `+`, or `.` before a digit.
  private func isRun(_ offset: Int) -> Bool {
    switch text.classes[offset] {
    case CharacterClass.letter.rawValue, CharacterClass.digit.rawValue: return true
    default:
      let unit = text.folded[offset]
      return unit == 0x2B
        || (unit == 0x2E && offset + 1 < span.end
          && text.classes[offset + 1] == CharacterClass.digit.rawValue)
    }
  }

  private func piece(_ piece: TextSpan) -> Piece {
    let word = text.folded[piece.start..<piece.end]
    if cues.isModelWord(word) || word.elementsEqual(Self.plus) { return .model }
    if text.classes[piece.start] == CharacterClass.han.rawValue {
      return isGeneration(piece) ? .model : .noun
    }
    guard isRun(piece.start) else { return .none }
    let form = LatinForm(text.scalars, piece)
    if form.digits > 0 { return isCode(piece, form) ? .model : .none }
    guard form.isCapitalised else { return .none }
    return form.letters == 1 ? .model : .word
  }

  /// Whether digits and letters are no amount, nor one that stands right behind a name: Pro5499,
  /// Ultra12GB+512GB.
  private func isCode(_ piece: TextSpan, _ form: LatinForm) -> Bool {
    if cues.isAmount(piece, text), form.capitals == 0 { return false }
    if text.folded[piece.start..<piece.end - 1].contains(0x2B) { return false }
    guard form.digits > 2, text.classes[piece.start] == CharacterClass.letter.rawValue else {
      return true
    }
    var end = piece.start
    while end < piece.end, text.classes[end] == CharacterClass.letter.rawValue { end += 1 }
    return end - piece.start < 3 || !cues.isModelWord(text.folded[piece.start..<end])
  }

  private static let plus: [UInt16] = [0x2B]

  /// 第七代
  private func isGeneration(_ piece: TextSpan) -> Bool {
    piece.count > 2 && piece.count < 5 && text.folded[piece.start] == 0x7B2C
      && text.folded[piece.end - 1] == 0x4EE3
  }
}
