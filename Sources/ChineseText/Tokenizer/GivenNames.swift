/// Cuts the family name of a Chinese person from the given name: 王|晓明, 欧阳|文.
struct GivenNames: Sendable {
  private let shapes: WordShapes
  /// Whether a character is a family name.
  private let isSurname: [Bool]
  /// Family names of two characters, packed.
  private var compounds: Set<UInt32> = []

  /// Reads the family names. Throws where the table is missing.
  init(lexicon: Lexicon, shapes: WordShapes) throws(LexiconError) {
    self.shapes = shapes
    let table = try NameTables.table("names/surnames", lexicon)
    let column = try NameTables.column("surname", of: table)
    var singles = [Bool](repeating: false, count: 65536)
    var units: [UInt16] = []
    for row in 0..<table.rowCount {
      lexicon.fold(table.bytes(row, column), into: &units)
      if units.count == 1 {
        singles[Int(units[0])] = true
      } else if units.count == 2 {
        compounds.insert(Self.key(units[0], units[1]))
      }
    }
    isSurname = singles
  }

  /// Appends the parts of a name to `out`, or the word itself where it is no such name.
  func cut(_ token: Token, _ text: TextView, into out: inout [Token]) {
    let given = givenStart(token, text)
    guard given > token.start else {
      out.append(token)
      return
    }
    out.append(
      Token(start: token.start, end: given, word: -1, candidate: -1, tags: [.person, .surname]))
    out.append(Token(start: given, end: token.end, word: -1, candidate: -1, tags: .person))
  }

  private func givenStart(_ token: Token, _ text: TextView) -> Int {
    let length = token.end - token.start
    guard token.tags.contains(.person), !token.tags.contains(.foreignName), length > 1, length < 5
    else { return token.start }
    for place in token.start..<token.end
    where text.classes[place] != CharacterClass.han.rawValue { return token.start }
    let head = text.folded[token.start]
    if length > 2, compounds.contains(Self.key(head, text.folded[token.start + 1])) {
      return token.start + 2
    }
    guard length < 4, isSurname[Int(head)], !isTransliterated(token, text) else {
      return token.start
    }
    return token.start + 1
  }

  /// A listed name of three transliteration characters is foreign: 马斯克.
  private func isTransliterated(_ token: Token, _ text: TextView) -> Bool {
    guard token.word >= 0, token.end - token.start == 3 else { return false }
    return (token.start..<token.end).allSatisfy { shapes.foreignCost(text.folded[$0]) > 0 }
  }

  private static func key(_ first: UInt16, _ second: UInt16) -> UInt32 {
    UInt32(first) << 16 | UInt32(second)
  }
}
