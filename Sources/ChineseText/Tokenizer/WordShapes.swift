#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Words that no list holds and their characters make plain: numbers, ordinals, runs of dashes.
///
/// Read from `words/shapes.tsv`, `quantities/numerals.tsv`, `quantities/measures.tsv` and
/// `names/foreign-chars.tsv`.
struct WordShapes: Sendable {
  /// What a character can do, as bits.
  enum Role {
    /// A number character: 三 百 万.
    static let numeral: UInt16 = 1
    /// 第: a number follows.
    static let ordinal: UInt16 = 2
    /// Several in a row are one mark: ——.
    static let mark: UInt16 = 4
    /// Makes a date of a small number: 日 号.
    static let day: UInt16 = 8
    /// Stays at its number inside a date: 年 月 日.
    static let date: UInt16 = 16
    /// Ends the name of a place: 县 河.
    static let placeEnd: UInt16 = 32
    /// 最: one word with the adjective behind it.
    static let superlative: UInt16 = 64
    /// Stays at its number: %.
    static let percent: UInt16 = 128
    /// Parts a spoken number: 三点五.
    static let point: UInt16 = 256
    /// A transliteration character.
    static let foreign: UInt16 = 512
    /// 年: four digits before it are a year even where no date was seen.
    static let year: UInt16 = 1024
    /// Counts what an ordinal numbers: 届 条.
    static let measure: UInt16 = 2048
  }

  private let roles: [UInt16]
  /// Costs of the transliteration characters, 0 for others.
  private let foreignCosts: [Int32]
  private let articles: [[UInt16]]
  private let fractions: [[UInt16]]

  /// Reads the tables. Throws where one is missing.
  init(lexicon: Lexicon) throws(LexiconError) {
    var reader = Reader(
      lexicon: lexicon, rarest: try CandidateCosts.of(lexicon)[.foreignPlainLimit])
    try reader.readShapes()
    try reader.readQuantities()
    try reader.readForeign()
    roles = reader.roles
    foreignCosts = reader.foreignCosts
    articles = reader.articles
    fractions = reader.fractions
  }

  /// What a folded character can do.
  @inline(__always)
  func roles(_ unit: UInt16) -> UInt16 { roles[Int(unit)] }

  /// Whether a folded character can do this.
  @inline(__always)
  func has(_ unit: UInt16, _ role: UInt16) -> Bool { roles[Int(unit)] & role != 0 }

  /// Cost of a character inside a transliterated name; 0 where it is in none.
  @inline(__always)
  func foreignCost(_ unit: UInt16) -> Int32 { foreignCosts[Int(unit)] }

  /// Where an article (一个) that begins at `start` ends; `start` where none does.
  func articleEnd(_ text: TextView, from start: Int, to limit: Int) -> Int {
    for article in articles where start + article.count <= limit {
      if text.matches(article, at: start) { return start + article.count }
    }
    return start
  }

  /// Where the number that begins at `start` ends: `1,500`, `3.2万`, 三点五, 百分之七, 第十二, `8%`;
  /// `start` where none does.
  func numberEnd(_ text: TextView, from start: Int, to limit: Int) -> Int {
    guard start < limit else { return start }
    if has(text.folded[start], Role.ordinal) {
      let end = plainEnd(text, from: start + 1, to: limit)
      return end > start + 1 ? end : start
    }
    var end = plainEnd(text, from: start, to: limit)
    guard end > start else { return start }
    for fraction in fractions where end + fraction.count < limit {
      guard text.matches(fraction, at: end) else { continue }
      let below = end + fraction.count
      let stop = plainEnd(text, from: below, to: limit)
      if stop > below { return stop }
    }
    if end < limit, has(text.folded[end], Role.percent) { end += 1 }
    return end
  }

  /// Digits with the points between them, number characters, and those behind a spoken point.
  private func plainEnd(_ text: TextView, from start: Int, to limit: Int) -> Int {
    var end = start
    var hasPoint = false
    while end < limit {
      if isNumber(text, end) {
        end += 1
      } else if end > start, end + 1 < limit, !hasPoint, joins(text, end) {
        hasPoint = text.folded[end] != 44
        end += 2
      } else {
        break
      }
    }
    return end
  }

  @inline(__always)
  private func isNumber(_ text: TextView, _ place: Int) -> Bool {
    text.classes[place] == CharacterClass.digit.rawValue
      || has(text.folded[place], Role.numeral)
  }

  /// A comma or full stop between digits, or a spoken point between number characters.
  private func joins(_ text: TextView, _ place: Int) -> Bool {
    let unit = text.folded[place]
    let digit = CharacterClass.digit.rawValue
    if unit == 44 || unit == 46 {
      return text.classes[place - 1] == digit && text.classes[place + 1] == digit
    }
    return has(unit, Role.point) && has(text.folded[place - 1], Role.numeral)
      && has(text.folded[place + 1], Role.numeral)
  }
}

extension WordShapes {
  /// Names of the kinds in `words/shapes.tsv`; those of 0 are whole texts.
  static let kinds: KeyValuePairs<String, UInt16> = [
    "article": 0, "date": Role.date, "day": Role.day, "fraction": 0, "mark": Role.mark,
    "ordinal": Role.ordinal, "percent": Role.percent, "place-end": Role.placeEnd,
    "point": Role.point, "superlative": Role.superlative, "year": Role.year,
  ]

  private struct Reader {
    let lexicon: Lexicon
    /// A transliteration character above this cost is part of no unlisted name.
    let rarest: Int32
    var roles = [UInt16](repeating: 0, count: 65536)
    var foreignCosts = [Int32](repeating: 0, count: 65536)
    var articles: [[UInt16]] = []
    var fractions: [[UInt16]] = []

    init(lexicon: Lexicon, rarest: Int32) {
      self.lexicon = lexicon
      self.rarest = rarest
    }

    mutating func readShapes() throws(LexiconError) {
      let table = try NameTables.table("words/shapes", lexicon)
      let text = try NameTables.column("text", of: table)
      let kind = try NameTables.column("kind", of: table)
      var units: [UInt16] = []
      for row in 0..<table.rowCount {
        lexicon.fold(table.bytes(row, text), into: &units)
        for name in table.values(row, kind) { add(units, kind: name) }
      }
    }

    private mutating func add(_ units: [UInt16], kind: String) {
      switch kind {
      case "article": articles.append(units)
      case "fraction": fractions.append(units)
      default:
        guard units.count == 1 else { return }
        for (name, role) in WordShapes.kinds where name == kind { roles[Int(units[0])] |= role }
      }
    }

    mutating func readQuantities() throws(LexiconError) {
      try read("quantities/numerals", kinds: ["digit", "unit", "some"], as: Role.numeral)
      try read("quantities/measures", kinds: ["count"], as: Role.measure)
    }

    /// The single characters of a table's rows of some kinds.
    private mutating func read(
      _ name: String, kinds: [String], as role: UInt16
    ) throws(LexiconError) {
      let table = try NameTables.table(name, lexicon)
      let text = try NameTables.column("text", of: table)
      let kind = try NameTables.column("kind", of: table)
      for row in 0..<table.rowCount where kinds.contains(table.cell(row, kind)) {
        if let unit = lexicon.foldedCharacter(table.bytes(row, text)) { roles[Int(unit)] |= role }
      }
    }

    mutating func readForeign() throws(LexiconError) {
      let table = try NameTables.table("names/foreign-chars", lexicon)
      let character = try NameTables.column("char", of: table)
      let weight = try NameTables.column("weight", of: table)
      var total = 0.0
      for row in 0..<table.rowCount { total += table.number(row, weight) + WordShapes.smoothing }
      for row in 0..<table.rowCount {
        guard let unit = lexicon.foldedCharacter(table.bytes(row, character)) else { continue }
        let share = (table.number(row, weight) + WordShapes.smoothing) / total
        let cost = Int32(max(1, -log(share) * Double(Candidate.unit)))
        guard cost < rarest else { continue }
        foreignCosts[Int(unit)] = cost
        roles[Int(unit)] |= Role.foreign
      }
    }
  }

  /// What is added to each weight, so that rare characters are not impossible.
  private static let smoothing = 4.0
}
