/// What the words beside a name say about its kind, and the forms of organization names; one look-up
/// by word number.
struct NameCues: Sendable {
  /// Kinds that cues speak for.
  enum Kind: UInt32, CaseIterable {
    case company, organization, person, product
  }

  /// Bits of `forms`.
  enum Form {
    static let company: UInt8 = 1
    static let organization: UInt8 = 2
    static let strong: UInt8 = 4
    /// Never the brand of a company.
    static let guarded: UInt8 = 8
    /// A tail that is a common noun too: 芯片, 系统.
    static let common: UInt8 = 16
    /// A tail that speaks for a firm by itself: 科技, 资本.
    static let firm: UInt8 = 32
    /// A legal form: 有限公司 and its kin.
    static let legal: UInt8 = 64
    /// Looks like a suffix, but belongs to what a company has: 股权.
    static let noTail: UInt8 = 128
  }

  /// Points by word: four bits a kind, before the name in the low half, after it in the high half.
  private var points: [UInt32]
  /// Forms by word.
  private var forms: [UInt8]
  /// Words of Latin organization names by folded text: they need not be words of the lexicon.
  private(set) var latinForms: [[UInt16]: UInt8] = [:]

  /// Words of product lines: Pro, Max, Ultra.
  private var modelWords: Set<[UInt16]> = []

  init(lexicon: Lexicon) throws(LexiconError) {
    points = [UInt32](repeating: 0, count: lexicon.wordBound + 1)
    forms = [UInt8](repeating: 0, count: lexicon.wordBound + 1)
    try readCues(lexicon)
    try readForms(lexicon)
    modelWords = Set(try NameTables.words("names/model-words", "word", lexicon))
  }

  /// Whether a folded word belongs to a product line.
  func isModelWord(_ word: ArraySlice<UInt16>) -> Bool { modelWords.contains(Array(word)) }

  /// Points that a word before a name gives to `kind`.
  @inline(__always)
  func before(_ word: Int32, _ kind: Kind) -> Int {
    word < 0 ? 0 : Int(points[Int(word)] >> (kind.rawValue * 4) & 15)
  }

  /// Points that a word after a name gives to `kind`.
  @inline(__always)
  func after(_ word: Int32, _ kind: Kind) -> Int {
    word < 0 ? 0 : Int(points[Int(word)] >> (16 + kind.rawValue * 4) & 15)
  }

  /// Forms of a word.
  @inline(__always)
  func form(_ word: Int32) -> UInt8 { word < 0 ? 0 : forms[Int(word)] }

  private mutating func readCues(_ lexicon: Lexicon) throws(LexiconError) {
    let table = try NameTables.table("names/name-cues", lexicon)
    let before = try NameTables.column("before", of: table)
    let after = try NameTables.column("after", of: table)
    for row in 0..<table.rowCount {
      guard let word = lexicon.word(table.cell(row, 0)) else { continue }
      var sum: UInt32 = 0
      for (column, shift) in [(before, UInt32(0)), (after, UInt32(16))] {
        for value in table.values(row, column) {
          sum |= try Self.points(value, table: table, row: row) << shift
        }
      }
      points[Int(word)] = sum
    }
  }

  /// `company:3` as bits.
  private static func points(
    _ value: String, table: LexiconTable, row: Int
  ) throws(LexiconError) -> UInt32 {
    let parts = value.split(separator: ":")
    let kind = Kind.allCases.first { parts.first.map(String.init) == String(describing: $0) }
    guard parts.count == 2, let kind, let points = UInt32(parts[1]), points < 16 else {
      throw LexiconError(
        file: table.name + ".tsv",
        message: "row \(row + 1): \(value) must be a kind and points, such as company:3")
    }
    return points << (kind.rawValue * 4)
  }

  private mutating func readForms(_ lexicon: Lexicon) throws(LexiconError) {
    let suffixes = try NameTables.table("names/org-suffixes", lexicon)
    let type = try NameTables.column("type", of: suffixes)
    let strength = try NameTables.column("strength", of: suffixes)
    for row in 0..<suffixes.rowCount {
      var form = suffixes.cell(row, type) == "company" ? Form.company : Form.organization
      if suffixes.cell(row, strength) == "strong" { form |= Form.strong }
      mark(suffixes.cell(row, 0), form, lexicon)
    }
    try readUses(lexicon)
    let latin = try NameTables.table("names/latin-org-words", lexicon)
    let kind = try NameTables.column("type", of: latin)
    for row in 0..<latin.rowCount {
      latinForms[lexicon.folded(latin.cell(row, 0))] =
        latin.cell(row, kind) == "company" ? Form.company : Form.organization
    }
  }

  private mutating func readUses(_ lexicon: Lexicon) throws(LexiconError) {
    let bits = [
      "guard": Form.guarded, "common": Form.common, "firm": Form.firm, "plain": Form.noTail,
      "legal": Form.legal,
    ]
    let table = try NameTables.table("names/org-words", lexicon)
    let use = try NameTables.column("use", of: table)
    for row in 0..<table.rowCount {
      for value in table.values(row, use) { mark(table.cell(row, 0), bits[value] ?? 0, lexicon) }
    }
  }

  private mutating func mark(_ surface: String, _ form: UInt8, _ lexicon: Lexicon) {
    if let word = lexicon.word(surface) { forms[Int(word)] |= form }
  }
}
