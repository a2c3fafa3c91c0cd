#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Statistics of characters in names, read once from the lexicon's tables.
struct NameTables: Sendable {
  /// What a character can be at a name's place: a set of the `Role` bits, one byte a BMP character.
  var roles = [UInt8](repeating: 0, count: 65536)
  /// Cost of a character as a given-name character, in lattice units; 0 is none.
  var given = [Int32](repeating: 0, count: 65536)
  /// Cost of a character inside a transliterated name, in lattice units; 0 is none.
  var foreign = [Int32](repeating: 0, count: 65536)
  /// Cost of a single-character family name, in lattice units; 0 is none.
  var surname = [Int32](repeating: 0, count: 65536)
  /// Costs of two-character family names by packed key.
  var compounds: [UInt64: Int32] = [:]
  /// Ends of words that stand before a name: titles, 记者.
  var before = ShortWordSet([])
  /// Beginnings of words that stand after a name: titles, 表示, 先生.
  var after = ShortWordSet([])

  /// Bits of `roles`.
  enum Role {
    static let surname: UInt8 = 1
    static let compound: UInt8 = 2
    static let foreign: UInt8 = 4
    static let given: UInt8 = 8
    static let before: UInt8 = 16
    static let after: UInt8 = 32
    /// A character that is a word of grammar too: 将, 正, 才.
    static let grammar: UInt8 = 64
    /// A family name that is seldom a word by itself.
    static let pure: UInt8 = 128
  }

  init(lexicon: Lexicon) throws(LexiconError) {
    try readSurnames(lexicon)
    given = try readCosts("names/given-chars", "char", "count", 0, Role.given, lexicon)
    readRareCharacters(lexicon)
    try readGrammar(lexicon)
    foreign = try readCosts("names/foreign-chars", "char", "weight", 4, Role.foreign, lexicon)
    try readCues(lexicon)
  }

  private mutating func readSurnames(_ lexicon: Lexicon) throws(LexiconError) {
    let rows = try Self.weights("names/surnames", "surname", "weight", lexicon)
    let total = max(rows.reduce(0.0) { $0 + $1.weight }, 1_000_000)
    for row in rows {
      let cost = min(Self.cost(row.weight / total), Self.rareSurname)
      if row.word.count == 1 {
        let unit = Int(row.word[0])
        surname[unit] = cost
        roles[unit] |= Role.surname
        let code = Int(lexicon.codeTable[unit])
        if code == 0 || lexicon.single[code] - cost > Self.purity { roles[unit] |= Role.pure }
      } else if row.word.count == 2 {
        compounds[ShortWordSet.key(row.word)] = cost
        roles[Int(row.word[0])] |= Role.compound
      }
    }
  }

  private mutating func readCosts(
    _ name: String, _ key: String, _ weight: String, _ smoothing: Double, _ role: UInt8,
    _ lexicon: Lexicon
  ) throws(LexiconError) -> [Int32] {
    let rows = try Self.weights(name, key, weight, lexicon).filter { $0.word.count == 1 }
    let total = max(rows.reduce(0.0) { $0 + $1.weight + smoothing }, 1)
    var costs = [Int32](repeating: 0, count: 65536)
    for row in rows {
      costs[Int(row.word[0])] = Self.cost((row.weight + smoothing) / total)
      roles[Int(row.word[0])] |= role
    }
    return costs
  }

  /// A rare family name is rare as a word too: its cost as a name is held down.
  private static let rareSurname = 8 * Candidate.unit
  /// How much dearer a pure family name is as a word.
  private static let purity = Int32(2.5 * Double(Candidate.unit))
  private static let rareGiven = Int32(8.5 * Double(Candidate.unit))
  /// Single characters that cost more than this as words are likely parts of names.
  private static let rareWord = 11 * Candidate.unit
  private static let grammarTags: WordTags = [
    .particle, .preposition, .conjunction, .pronoun, .adverb, .caseWord, .auxiliary, .reporting,
    .genericVerb, .coordinator,
  ]

  /// Lets rare characters stand in given names.
  private mutating func readRareCharacters(_ lexicon: Lexicon) {
    for unit in 0x4E00...0x9FFF {
      if given[unit] > 0 {
        given[unit] = min(given[unit], Self.rareGiven)
        continue
      }
      let code = Int(lexicon.codeTable[unit])
      guard code == 0 || lexicon.single[code] > Self.rareWord else { continue }
      given[unit] = Self.rareGiven
      roles[unit] |= Role.given
    }
  }

  /// Marks the single characters that are words of grammar.
  private mutating func readGrammar(_ lexicon: Lexicon) throws(LexiconError) {
    for character in try Self.words("names/given-chars", "char", lexicon) {
      guard let unit = character.first, let word = lexicon.word(character),
        !lexicon.tags(word).isDisjoint(with: Self.grammarTags)
      else { continue }
      roles[Int(unit)] |= Role.grammar
    }
  }

  private mutating func readCues(_ lexicon: Lexicon) throws(LexiconError) {
    var beforeKeys: [UInt64] = []
    var afterKeys: [UInt64] = []
    for title in try Self.words("names/titles", "title", lexicon) where title.count > 1 {
      beforeKeys.append(ShortWordSet.key(title.suffix(3)))
      afterKeys.append(ShortWordSet.key(title.prefix(3)))
    }
    let table = try Self.table("names/name-cues", lexicon)
    let before = try Self.column("before", of: table)
    let after = try Self.column("after", of: table)
    for row in 0..<table.rowCount {
      let word = lexicon.folded(table.cell(row, 0))
      if speaksForPerson(table.cell(row, before)) {
        beforeKeys.append(ShortWordSet.key(word.suffix(3)))
      }
      if speaksForPerson(table.cell(row, after)) {
        afterKeys.append(ShortWordSet.key(word.prefix(4)))
      }
    }
    for key in beforeKeys { roles[Int(key & 0xFFFF)] |= Role.before }
    for key in afterKeys { roles[Int(Self.first(key))] |= Role.after }
    self.before = ShortWordSet(beforeKeys)
    self.after = ShortWordSet(afterKeys)
  }

  /// Whether a cell of cues gives a person two points or more.
  private func speaksForPerson(_ cell: String) -> Bool {
    cell.split(separator: "|").contains { $0.hasPrefix("person:") && $0 != "person:1" }
  }

  private static func first(_ key: UInt64) -> UInt64 {
    var unit = key
    while unit > 0xFFFF { unit >>= 16 }
    return unit
  }

  /// −ln p in lattice units, at least 1.
  private static func cost(_ share: Double) -> Int32 {
    guard share > 0 else { return 20 * Candidate.unit }
    return max(1, Int32(min(20, -log(share)) * Double(Candidate.unit)))
  }
}

extension NameTables {
  /// Whether a character is common in transliterations.
  func isForeign(_ unit: UInt16) -> Bool {
    let cost = foreign[Int(unit)]
    return cost > 0 && cost < 6 * Candidate.unit
  }

  /// A word of a table with its weight.
  struct Weighted {
    let word: [UInt16]
    let weight: Double
  }

  /// A table that must be there.
  static func table(_ name: String, _ lexicon: Lexicon) throws(LexiconError) -> LexiconTable {
    guard let table = lexicon.table(name) else {
      throw LexiconError(file: name + ".tsv", message: "the lexicon lacks this table")
    }
    return table
  }

  /// A column that must be there.
  static func column(_ name: String, of table: LexiconTable) throws(LexiconError) -> Int {
    guard let column = table.column(name) else {
      throw LexiconError(file: table.name + ".tsv", message: "column \(name) is missing")
    }
    return column
  }

  /// The folded words of one column.
  static func words(
    _ name: String, _ column: String, _ lexicon: Lexicon
  ) throws(LexiconError) -> [[UInt16]] {
    let table = try table(name, lexicon)
    let index = try Self.column(column, of: table)
    return (0..<table.rowCount).map { lexicon.folded(table.cell($0, index)) }
  }

  /// The folded words of one column with the weights of another.
  static func weights(
    _ name: String, _ key: String, _ weight: String, _ lexicon: Lexicon
  ) throws(LexiconError) -> [Weighted] {
    let table = try table(name, lexicon)
    let keyColumn = try column(key, of: table)
    let weightColumn = try column(weight, of: table)
    return (0..<table.rowCount).map {
      Weighted(
        word: lexicon.folded(table.cell($0, keyColumn)),
        weight: Double(table.cell($0, weightColumn)) ?? 0)
    }
  }
}
