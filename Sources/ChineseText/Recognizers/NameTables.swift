#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Statistics of characters in names, read once from the lexicon's tables.
struct NameTables: Sendable {
  private let memory: CharacterMemory
  /// Costs of name candidates.
  let costs: CandidateCosts
  /// Costs of two-character family names by packed key.
  private(set) var compounds = HashMap<Int32>()
  /// Ends of words that stand before a name: titles, 记者.
  private(set) var before = ShortWordSet([])
  /// Beginnings of words that stand after a name: titles, 表示, 先生.
  private(set) var after = ShortWordSet([])

  /// Bits of `roles`.
  enum Role {
    static let surname: UInt16 = 1
    static let compound: UInt16 = 2
    static let foreign: UInt16 = 4
    static let given: UInt16 = 8
    static let before: UInt16 = 16
    static let after: UInt16 = 32
    /// A character that is a word of grammar too: 将, 正, 才.
    static let grammar: UInt16 = 64
    /// A family name that is seldom a word by itself.
    static let pure: UInt16 = 128
    /// A word of grammar that begins a phrase: 由, 向, 和.
    static let preposition: UInt16 = 256
    /// A cue by itself, before or after a name.
    static let wholeBefore: UInt16 = 512
    static let wholeAfter: UInt16 = 1024
    /// The interpunct, which joins the parts of a foreign name.
    static let interpunct: UInt16 = 2048
    /// Two bits of an `Ending`.
    static let ending: UInt16 = 0x3000
  }

  /// What the characters are; this value must outlive it.
  var characters: NameCharacters { NameCharacters(memory) }

  init(lexicon: Lexicon) throws(LexiconError) {
    costs = try CandidateCosts.of(lexicon)
    memory = CharacterMemory(codes: max(lexicon.single.count, 1))
    try readSurnames(lexicon)
    try readCosts(
      "names/given-chars", "char", "count", 0, Role.given, CharacterMemory.given, lexicon)
    readRareCharacters(lexicon)
    try readGrammar(lexicon)
    readEndings(lexicon)
    try readCosts(
      "names/foreign-chars", "char", "weight", 4, Role.foreign, CharacterMemory.foreign, lexicon)
    try readCues(lexicon)
    memory.roles[0xB7] |= Role.interpunct
    memory.index(lexicon.codeTable)
  }

  private mutating func readSurnames(_ lexicon: Lexicon) throws(LexiconError) {
    let table = try Self.table("names/surnames", lexicon)
    let key = try Self.column("surname", of: table)
    let weight = try Self.column("weight", of: table)
    var sum = 0.0
    for row in 0..<table.rowCount { sum += table.number(row, weight) }
    let total = max(sum, 1_000_000)
    var units: [UInt16] = []
    for row in 0..<table.rowCount {
      lexicon.fold(table.bytes(row, key), into: &units)
      let cost = min(Self.cost(table.number(row, weight) / total), Self.rareSurname)
      if units.count == 1 {
        memory.set(CharacterMemory.surname, of: units[0], cost)
        memory.roles[Int(units[0])] |= Role.surname
        let code = Int(lexicon.codeTable[Int(units[0])])
        if code == 0 || lexicon.single[code] - cost > Self.purity {
          memory.roles[Int(units[0])] |= Role.pure
        }
      } else if units.count == 2 {
        compounds[ShortWordSet.key(units)] = cost
        memory.roles[Int(units[0])] |= Role.compound
      }
    }
  }

  private func readCosts(
    _ name: String, _ key: String, _ weight: String, _ smoothing: Double, _ role: UInt16,
    _ place: UInt64, _ lexicon: Lexicon
  ) throws(LexiconError) {
    let table = try Self.table(name, lexicon)
    let key = try Self.column(key, of: table)
    let weight = try Self.column(weight, of: table)
    var rows: [(unit: UInt16, weight: Double)] = []
    rows.reserveCapacity(table.rowCount)
    var sum = 0.0
    for row in 0..<table.rowCount {
      guard let unit = lexicon.foldedCharacter(table.bytes(row, key)) else { continue }
      rows.append((unit, table.number(row, weight)))
      sum = sum + rows[rows.count - 1].weight + smoothing
    }
    let total = max(sum, 1)
    for row in rows {
      memory.set(place, of: row.unit, Self.cost((row.weight + smoothing) / total))
      memory.roles[Int(row.unit)] |= role
    }
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
  private static let prepositionTags: WordTags = [
    .preposition, .conjunction, .caseWord, .coordinator,
  ]

  /// Lets rare characters stand in given names.
  private func readRareCharacters(_ lexicon: Lexicon) {
    let characters = self.characters
    for unit in UInt16(0x4E00)...0x9FFF {
      let cost = characters.given(unit)
      if cost > 0 {
        if cost > Self.rareGiven { memory.set(CharacterMemory.given, of: unit, Self.rareGiven) }
        continue
      }
      let code = Int(lexicon.codeTable[Int(unit)])
      guard code == 0 || lexicon.single[code] > Self.rareWord else { continue }
      memory.set(CharacterMemory.given, of: unit, Self.rareGiven)
      memory.roles[Int(unit)] |= Role.given
    }
  }

  /// Marks the single characters that are words of grammar.
  private func readGrammar(_ lexicon: Lexicon) throws(LexiconError) {
    let table = try Self.table("names/given-chars", lexicon)
    let column = try Self.column("char", of: table)
    for row in 0..<table.rowCount {
      guard let unit = lexicon.foldedCharacter(table.bytes(row, column)),
        let word = lexicon.word(CollectionOfOne(unit))
      else { continue }
      let tags = lexicon.tags(word)
      if !tags.isDisjoint(with: Self.grammarTags) { memory.roles[Int(unit)] |= Role.grammar }
      if !tags.isDisjoint(with: Self.prepositionTags) {
        memory.roles[Int(unit)] |= Role.preposition
      }
    }
  }

  /// Where a character that stands behind a person of the lexicon belongs to the name: 刘洋|军.
  enum Ending: UInt16 {
    /// Nowhere but by its cost before a mark: it is a verb or a word of grammar.
    case never
    /// Where its cost says so.
    case open
    /// Before what no name goes on with.
    case closed
    /// Everywhere: it is hardly ever a word.
    case always

    init(_ roles: UInt16) { self = Self(rawValue: roles >> 12 & 3) ?? .never }
  }

  private static let actingTags: WordTags = [.verb, .adjective, .adverb]

  /// Reads from the costs what each character is behind a person of the lexicon.
  private func readEndings(_ lexicon: Lexicon) {
    let characters = self.characters
    for unit in UInt16(0x4E00)...0x9FFF where characters.given(unit) > 0 {
      let code = lexicon.codeTable[Int(unit)]
      let row = lexicon.singleRow(code)
      let margin = lexicon.singleCost(code) &- characters.given(unit)
      let ending = Self.ending(
        Double(margin) / Double(Candidate.unit), row < 0 ? [] : lexicon.tags(row),
        characters.roles(unit), isRare: characters.given(unit) >= Self.rareGiven)
      memory.roles[Int(unit)] |= ending.rawValue << 12
    }
  }

  /// How a character ends names, by how many nats dearer it is as a word than in given names: behind
  /// a name a noun is seldom a word of its own, a verb often.
  private static func ending(
    _ margin: Double, _ tags: WordTags, _ roles: UInt16, isRare: Bool
  ) -> Ending {
    if roles & Role.grammar != 0 {
      if roles & Role.preposition != 0 { return margin > 4 ? .open : .never }
      return margin > 3 ? .closed : .never
    }
    if tags.isDisjoint(with: actingTags) {
      return margin < 1.5 ? .open : margin < 3 ? .closed : .always
    }
    return margin < 3 || isRare ? .never : margin < 6 ? .closed : .always
  }

  private mutating func readCues(_ lexicon: Lexicon) throws(LexiconError) {
    var beforeKeys: [UInt64] = []
    var afterKeys: [UInt64] = []
    var units: [UInt16] = []
    let titles = try Self.table("names/titles", lexicon)
    let title = try Self.column("title", of: titles)
    for row in 0..<titles.rowCount {
      lexicon.fold(titles.bytes(row, title), into: &units)
      guard units.count > 1 else { continue }
      beforeKeys.append(ShortWordSet.key(units.suffix(3)))
      afterKeys.append(ShortWordSet.key(units.prefix(3)))
    }
    if let occupations = lexicon.table("names/occupations") {
      for row in 0..<occupations.rowCount {
        lexicon.fold(occupations.bytes(row, 0), into: &units)
        if units.count > 1 { beforeKeys.append(ShortWordSet.key(units.suffix(3))) }
      }
    }
    let table = try Self.table("names/name-cues", lexicon)
    let before = try Self.column("before", of: table)
    let after = try Self.column("after", of: table)
    for row in 0..<table.rowCount {
      lexicon.fold(table.bytes(row, 0), into: &units)
      if speaksForPerson(table, row, before) {
        beforeKeys.append(ShortWordSet.key(units.suffix(3)))
      }
      if speaksForPerson(table, row, after) {
        afterKeys.append(ShortWordSet.key(units.prefix(4)))
      }
    }
    for key in beforeKeys {
      let last = UInt16(truncatingIfNeeded: key)
      memory.roles[Int(last)] |= Role.before | (key > 0xFFFF ? 0 : Role.wholeBefore)
      memory.addPair(UInt16(truncatingIfNeeded: key >> 16), last)
    }
    for key in afterKeys {
      let (first, second) = Self.firstTwo(key)
      memory.roles[Int(first)] |= Role.after | (key > 0xFFFF ? 0 : Role.wholeAfter)
      memory.addPair(first, second)
    }
    self.before = ShortWordSet(beforeKeys)
    self.after = ShortWordSet(afterKeys)
  }

  private static let person = Array("person:".utf8)
  private static let onePoint = Array("person:1".utf8)

  /// Whether a cell of cues gives a person two points or more.
  private func speaksForPerson(_ table: LexiconTable, _ row: Int, _ column: Int) -> Bool {
    var result = false
    table.forEachValue(row, column) { value in
      if value.starts(with: Self.person), !value.elementsEqual(Self.onePoint) { result = true }
    }
    return result
  }

  private static func firstTwo(_ key: UInt64) -> (UInt16, UInt16) {
    var rest = key
    while rest > 0xFFFF_FFFF { rest >>= 16 }
    return rest > 0xFFFF
      ? (UInt16(truncatingIfNeeded: rest >> 16), UInt16(truncatingIfNeeded: rest))
      : (UInt16(truncatingIfNeeded: rest), 0)
  }

  /// −ln p in lattice units, at least 1.
  private static func cost(_ share: Double) -> Int32 {
    guard share > 0 else { return 20 * Candidate.unit }
    return max(1, Int32(min(20, -log(share)) * Double(Candidate.unit)))
  }
}

extension NameTables {
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
}
