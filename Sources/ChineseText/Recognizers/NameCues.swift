/// What the words beside a name say about its kind, and the forms of organization names; one look-up
/// by word number.
struct NameCues: Sendable {
  /// Kinds that cues speak for.
  enum Kind: UInt32, CaseIterable {
    case company, organization, person, product
  }

  /// Bits of `forms`.
  enum Form {
    static let company: UInt16 = 1
    static let organization: UInt16 = 2
    static let strong: UInt16 = 4
    /// Never the brand of a company.
    static let guarded: UInt16 = 8
    /// A tail that is a common noun too: 芯片, 系统.
    static let common: UInt16 = 16
    /// A tail that speaks for a firm by itself: 科技, 资本.
    static let firm: UInt16 = 32
    /// A legal form: 有限公司 and its kin.
    static let legal: UInt16 = 64
    /// Looks like a suffix, but belongs to what a company has: 股权.
    static let noTail: UInt16 = 128
    /// A branch that follows its firm: 分行.
    static let branch: UInt16 = 256
    /// A department that follows its owner: 事业部.
    static let unit: UInt16 = 512
    /// A branch or department that needs no word between its owner and itself: 研究院.
    static let own: UInt16 = 1024
    /// A word that a known firm's name may be followed by without becoming another: 公司.
    static let same: UInt16 = 2048
    /// What the last investors of a list do: 跟投.
    static let investing: UInt16 = 4096
    /// Gives a name to what follows: 名为.
    static let calling: UInt16 = 8192
    /// A fund that a place or firm names: 产业基金.
    static let fund: UInt16 = 16384
    /// What is held of a firm: 股权, 股份.
    static let share: UInt16 = 32768
  }

  /// Points by word (four bits a kind, before the name in the low half, after it in the high half)
  /// and forms by word.
  private let words: WordBits
  /// The same words for look-ups.
  let view: WordBits.View
  /// Words of Latin organization names by hash: they need not be words of the lexicon.
  private var latinForms = HashMap<UInt16>()
  /// Words of product lines by hash: Pro, Max, Ultra.
  private var modelWords = HashMap<Bool>()
  /// Numbers that name days of the year, by hash: 618.
  private var festivals = HashMap<Bool>()
  /// Units of quantities, by hash: gb, mah.
  private var units = HashMap<Bool>()
  /// What states a short name or a ticker, by hash: 以下简称.
  private var namingWords = HashMap<Bool>()

  init(lexicon: Lexicon) throws(LexiconError) {
    var capacity = 0
    for name in ["names/name-cues", "names/org-suffixes", "names/org-words"] {
      capacity += try NameTables.table(name, lexicon).rowCount
    }
    words = WordBits(capacity: capacity)
    view = words.view
    try readCues(lexicon)
    try readForms(lexicon)
    try readFestivals(lexicon)
    try readUnits(lexicon)
    let models = try NameTables.table("names/model-words", lexicon)
    var units: [UInt16] = []
    for row in 0..<models.rowCount {
      lexicon.fold(models.bytes(row, 0), into: &units)
      modelWords[StableHash.of(units)] = true
    }
  }

  private mutating func readFestivals(_ lexicon: Lexicon) throws(LexiconError) {
    var units: [UInt16] = []
    let table = try NameTables.table("quantities/holidays", lexicon)
    for row in 0..<table.rowCount {
      table.forEachValue(row, 0) { value in
        lexicon.fold(UnsafeBufferPointer(rebasing: value), into: &units)
        if units.allSatisfy({ $0 >= 48 && $0 <= 57 }) { festivals[StableHash.of(units)] = true }
      }
    }
  }

  /// Reads the units in letters.
  private mutating func readUnits(_ lexicon: Lexicon) throws(LexiconError) {
    var folded: [UInt16] = []
    let table = try NameTables.table("quantities/measures", lexicon)
    for row in 0..<table.rowCount {
      lexicon.fold(table.bytes(row, 0), into: &folded)
      guard let first = folded.first, first >= 97, first <= 122 else { continue }
      units[StableHash.of(folded)] = true
    }
  }

  /// Whether a folded word belongs to a product line.
  func isModelWord(_ word: ArrayView<UInt16>) -> Bool { modelWords.find(StableHash.of(word)) >= 0 }

  /// The end of the longest word of product lines, of three letters or two Han characters at least,
  /// that begins at `start`; `start` where there is none.
  func modelWordEnd(_ units: [UInt16], from start: Int) -> Int {
    let shortest = units[start] < 0x250 ? 3 : 2
    var end = min(units.count, start + Self.longestModelWord)
    while end >= start + shortest {
      if modelWords.find(StableHash.of(units[start..<end])) >= 0 { return end }
      end -= 1
    }
    return start
  }

  private static let longestModelWord = 11

  /// Whether a stretch is a unit of quantities.
  func isUnit(_ span: TextSpan, _ text: TextView) -> Bool {
    units.find(StableHash.of(text.folded[span.start..<span.end])) >= 0
  }

  /// Whether digits and a unit or small letters make a stretch: 16G, 3nm.
  func isAmount(_ span: TextSpan, _ text: TextView) -> Bool {
    var start = span.start
    while start < span.end, text.classes[start] == CharacterClass.digit.rawValue { start += 1 }
    guard start > span.start, start < span.end else { return false }
    if isUnit(TextSpan(start, span.end), text) { return true }
    if span.end - start == 1 {
      let unit = text.folded[start]
      return Self.shortUnits.contains(unit)
        || (Self.shortScales.contains(unit)
          && (start - span.start < 3 || text.scalars[start] == UInt32(unit)))
    }
    let form = LatinForm(text.scalars, TextSpan(start, span.end))
    return form.capitals == 0 && form.digits == 0 && form.letters > 1
  }

  /// Whether a stretch is the word for an edition.
  func isEdition(_ span: TextSpan, _ text: TextView) -> Bool {
    text.folded[span.start..<span.end].elementsEqual(Self.edition)
  }

  /// Letters that are units behind any number (256G, 1T, 120W), and behind a short one (4K, 50M).
  private static let shortUnits = Array("gtw".utf16)
  private static let shortScales = Array("km".utf16)
  private static let edition = Array("edition".utf16)

  /// Whether a folded number names a sales festival: 618.
  func isFestival(_ number: ArrayView<UInt16>) -> Bool {
    festivals.find(StableHash.of(number)) >= 0
  }

  /// Whether a folded stretch states a short name or a ticker.
  func isNaming(_ words: ArrayView<UInt16>) -> Bool { namingWords.find(StableHash.of(words)) >= 0 }

  /// Form of a token in Latin organization names; 0 for other words.
  func latinForm(_ token: Int, _ draft: MentionDraft) -> UInt16 {
    guard draft.kind(token) == CharacterClass.letter.rawValue else { return 0 }
    let span = draft.tokens[token].span
    return latinForms[StableHash.of(draft.text.folded[span.start..<span.end])] ?? 0
  }

  /// Form of a Latin stretch in organization names; 0 for other words.
  func latinForm(_ span: TextSpan, _ text: TextView) -> UInt16 {
    latinForms[StableHash.of(text.folded[span.start..<span.end])] ?? 0
  }

  /// Whether a token is a Latin legal form: Inc, Ltd.
  func isLegal(_ token: Int, _ draft: MentionDraft) -> Bool {
    latinForm(token, draft) & Form.legal != 0
  }

  /// Points of a word for all kinds.
  @inline(__always)
  func points(_ word: Int32) -> UInt32 { view[word].points }

  /// Points of a word before a name, out of all its points.
  @inline(__always)
  static func before(_ points: UInt32, _ kind: Kind) -> Int {
    Int(points >> (kind.rawValue * 4) & 15)
  }

  /// Points of a word after a name, out of all its points.
  @inline(__always)
  static func after(_ points: UInt32, _ kind: Kind) -> Int {
    Int(points >> (16 + kind.rawValue * 4) & 15)
  }

  /// Points that a word before a name gives to `kind`.
  @inline(__always)
  func before(_ word: Int32, _ kind: Kind) -> Int { Self.before(points(word), kind) }

  /// Points that a word after a name gives to `kind`.
  @inline(__always)
  func after(_ word: Int32, _ kind: Kind) -> Int { Self.after(points(word), kind) }

  /// Forms of a word.
  @inline(__always)
  func form(_ word: Int32) -> UInt16 { view[word].forms }

  private mutating func readCues(_ lexicon: Lexicon) throws(LexiconError) {
    let table = try NameTables.table("names/name-cues", lexicon)
    let before = try NameTables.column("before", of: table)
    let after = try NameTables.column("after", of: table)
    var units: [UInt16] = []
    for row in 0..<table.rowCount {
      guard let word = lexicon.word(table, row, &units) else { continue }
      let low = try Self.points(table, row, before)
      let high = try Self.points(table, row, after)
      words.update(word) { $0.points = low | high << 16 }
    }
  }

  private static let kinds: [(name: [UInt8], kind: Kind)] = Kind.allCases.map {
    (Array((String(describing: $0) + ":").utf8), $0)
  }

  /// `company:3|person:1` as bits.
  private static func points(
    _ table: LexiconTable, _ row: Int, _ column: Int
  ) throws(LexiconError) -> UInt32 {
    var sum: UInt32 = 0
    var isBad = false
    table.forEachValue(row, column) { value in
      guard let kind = kinds.first(where: { value.starts(with: $0.name) }),
        let points = number(value.dropFirst(kind.name.count))
      else {
        isBad = true
        return
      }
      sum |= points << (kind.kind.rawValue * 4)
    }
    guard !isBad else {
      throw LexiconError(
        file: table.name + ".tsv",
        message: "row \(row + 1): \(table.cell(row, column)) must be kinds and points, "
          + "such as company:3")
    }
    return sum
  }

  /// A number below 16.
  private static func number(_ digits: Slice<UnsafeBufferPointer<UInt8>>) -> UInt32? {
    guard !digits.isEmpty, digits.count < 3 else { return nil }
    var value: UInt32 = 0
    for digit in digits {
      guard digit >= 48, digit <= 57 else { return nil }
      value = value * 10 + UInt32(digit - 48)
    }
    return value < 16 ? value : nil
  }

  private mutating func readForms(_ lexicon: Lexicon) throws(LexiconError) {
    var units: [UInt16] = []
    let suffixes = try NameTables.table("names/org-suffixes", lexicon)
    let type = try NameTables.column("type", of: suffixes)
    let strength = try NameTables.column("strength", of: suffixes)
    for row in 0..<suffixes.rowCount {
      guard let word = lexicon.word(suffixes, row, &units) else { continue }
      var form = suffixes.holds(row, type, "company") ? Form.company : Form.organization
      if suffixes.holds(row, strength, "strong") { form |= Form.strong }
      words.update(word) { $0.forms |= form }
    }
    try readUses(lexicon)
    try readNaming(lexicon)
    let latin = try NameTables.table("names/latin-org-words", lexicon)
    let kind = try NameTables.column("type", of: latin)
    for row in 0..<latin.rowCount {
      lexicon.fold(latin.bytes(row, 0), into: &units)
      latinForms[StableHash.of(units)] = Self.latinForm(latin, row, kind)
    }
  }

  private static func latinForm(_ table: LexiconTable, _ row: Int, _ column: Int) -> UInt16 {
    if table.holds(row, column, "plain") { return Form.noTail }
    if table.holds(row, column, "organization") { return Form.organization }
    if table.holds(row, column, "legal") { return Form.company | Form.legal }
    return table.holds(row, column, "common") ? Form.company | Form.common : Form.company
  }

  /// Marks the words that state a short name or a ticker.
  private mutating func readNaming(_ lexicon: Lexicon) throws(LexiconError) {
    var units: [UInt16] = []
    let table = try NameTables.table("names/naming-words", lexicon)
    let use = try NameTables.column("use", of: table)
    for row in 0..<table.rowCount
    where table.holds(row, use, "short") || table.holds(row, use, "ticker") {
      lexicon.fold(table.bytes(row, 0), into: &units)
      namingWords[StableHash.of(units)] = true
    }
  }

  private static let uses: [(name: [UInt8], form: UInt16)] = [
    (Array("guard".utf8), Form.guarded), (Array("common".utf8), Form.common),
    (Array("firm".utf8), Form.firm), (Array("plain".utf8), Form.noTail),
    (Array("legal".utf8), Form.legal), (Array("branch".utf8), Form.branch),
    (Array("unit".utf8), Form.unit), (Array("own".utf8), Form.own),
    (Array("same".utf8), Form.same), (Array("investing".utf8), Form.investing),
    (Array("calling".utf8), Form.calling), (Array("fund".utf8), Form.fund),
    (Array("share".utf8), Form.share),
  ]

  private mutating func readUses(_ lexicon: Lexicon) throws(LexiconError) {
    var units: [UInt16] = []
    let table = try NameTables.table("names/org-words", lexicon)
    let use = try NameTables.column("use", of: table)
    for row in 0..<table.rowCount {
      guard let word = lexicon.word(table, row, &units) else { continue }
      var form: UInt16 = 0
      table.forEachValue(row, use) { value in
        form |= Self.uses.first { value.elementsEqual($0.name) }?.form ?? 0
      }
      if form != 0 { words.update(word) { $0.forms |= form } }
    }
  }
}
