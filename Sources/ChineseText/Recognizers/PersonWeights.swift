/// What speaks for or against a person's name by shape: the rows of `names/person-weights.tsv`.
///
/// `left…` and `right…` are the word or mark beside the name, `head…` is the family name.
enum PersonFeature: Int, CaseIterable {
  case base
  case two, three, four, five
  // The words and marks on both sides.
  case leftEdge, leftMark, leftComma, leftColon, leftList, leftBracket, leftBook, leftQuote
  case leftNoun, leftNounOnly, leftVerb, leftVerbOnly, leftAdverb, leftPreposition
  case leftConjunction, leftParticle, leftNumber, leftTime, leftLocative, leftLatin
  case leftOrganization, leftPerson, leftPlace, leftTitle, leftSuffix
  case rightEdge, rightMark, rightComma, rightStop, rightColon, rightList, rightBracket
  case rightBracketEnd, rightBook, rightBookEnd
  case rightNoun, rightNounOnly, rightVerb, rightVerbOnly, rightAdverb, rightPreposition
  case rightConjunction, rightParticle, rightNumber, rightTime, rightLocative, rightLatin
  case rightOrganization, rightPerson, rightTitle, rightSuffix
  // Cues: the points of `names/name-cues.tsv`.
  case cueNone, cueOne, cueTwo, cueThree, cueFour
  // What the name may have torn apart.
  case torn, leftPiece, rightPiece
  // Its form.
  case headCommon, headGrammar, headPure, placeEnd, transliteration, titled, branded, denied
  case speaker, listed, word
  // These count for every nat of what they measure.
  case margin, surname, rareSurname, given, last, only, perCharacter

  /// Name of the row: `leftVerbOnly` is `left-verb-only`.
  var row: String {
    var row = ""
    for character in String(describing: self) {
      row += character.isUppercase ? "-" + character.lowercased() : String(character)
    }
    return row
  }
}

/// The weights of a linear model: how much each feature speaks for a person, in nats.
struct PersonWeights: Sendable {
  /// Hundredths of a nat, in the order of the features.
  private let chinese: [Int]
  private let foreign: [Int]

  static let table = "names/person-weights"
  /// Hundredths that a nat has.
  static let unit = 100

  /// Reads the table. Throws where it, a row or a number is missing.
  init(lexicon: Lexicon) throws(LexiconError) {
    let table = try NameTables.table(Self.table, lexicon)
    let columns = [
      try NameTables.column("chinese", of: table), try NameTables.column("foreign", of: table),
    ]
    var weights = columns.map { _ in [Int](repeating: 0, count: PersonFeature.allCases.count) }
    var missing = Dictionary(
      uniqueKeysWithValues: PersonFeature.allCases.map { ($0.row, $0.rawValue) })
    for row in 0..<table.rowCount {
      guard let feature = missing.removeValue(forKey: table.cell(row, 0)) else {
        throw Self.error("row \(row + 1): unknown feature \(table.cell(row, 0))")
      }
      for (index, column) in columns.enumerated() {
        let cell = table.cell(row, column)
        guard let value = cell.isEmpty ? 0 : Double(cell), abs(value) <= 100 else {
          throw Self.error("row \(row + 1): \(cell) must be a number of nats")
        }
        weights[index][feature] = Int((value * Double(Self.unit)).rounded())
      }
    }
    if let first = missing.keys.min() { throw Self.error("row \(first) is missing") }
    (chinese, foreign) = (weights[0], weights[1])
  }

  private static func error(_ message: String) -> LexiconError {
    LexiconError(file: table + ".tsv", message: message)
  }

  /// Weight of a feature in hundredths of a nat.
  func weight(_ feature: PersonFeature, isForeign: Bool) -> Int {
    isForeign ? foreign[feature.rawValue] : chinese[feature.rawValue]
  }
}
