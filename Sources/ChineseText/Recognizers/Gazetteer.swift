/// Reads the names behind the words of the lexicon.
struct Gazetteer: Sendable {
  /// How to read a names table.
  private final class Shape: Sendable {
    let table: LexiconTable
    let kind: MentionKind
    let subtype: String
    let type: Int
    let owner: Int
    let tickers: Int
    let subtypeColumn: Int
    let aliases: Int
    let name: Int

    init(_ table: LexiconTable, _ kind: MentionKind, _ subtype: String, name: Int) {
      self.table = table
      self.kind = kind
      self.subtype = subtype
      self.name = name
      type = table.column("type") ?? -1
      owner = table.column("parent") ?? table.column("owner") ?? -1
      tickers = table.column("tickers") ?? -1
      subtypeColumn = table.column("kind") ?? table.column("level") ?? -1
      aliases = table.column("aliases") ?? -1
    }

    /// The kind of a row: its own, else that of the table.
    func kind(_ row: Int) -> MentionKind {
      let own = table.bytes(row, type)
      guard !own.isEmpty else { return kind }
      return MentionKind(utf8: own) ?? kind
    }
  }

  let lexicon: Lexicon
  private let shapes: [Shape?]

  init(lexicon: Lexicon) {
    self.lexicon = lexicon
    shapes = lexicon.tables.map { Self.shape(of: $0) }
  }

  /// Columns of a names table; nothing for other tables and for titles.
  private static func shape(of table: LexiconTable) -> Shape? {
    guard table.column("id") == 0, let name = table.column("name") else { return nil }
    let base = table.name.split(separator: "/").last.map(String.init) ?? ""
    let kind: MentionKind
    var subtype = ""
    if table.column("tickers") != nil {
      let words = [
        "investors": "investor", "banks": "bank", "media": "media", "exchanges": "exchange",
        "agencies": "agency", "universities": "university", "clubs": "club",
      ]
      subtype = words[base] ?? ""
      kind = ["", "investor", "bank"].contains(subtype) ? .company : .organization
    } else if table.column("posts") != nil {
      kind = .person
    } else if table.column("level") != nil {
      kind = .place
    } else if table.column("owner") != nil {
      kind = .product
    } else {
      return nil
    }
    return Shape(table, kind, subtype, name: name)
  }

  /// The row that a word names: the first of the given kind, else the first.
  func row(of word: Int32, _ kind: MentionKind) -> LexiconEntry? {
    var first: LexiconEntry?
    let found = lexicon.entry(of: word) { entry in
      guard let shape = shapes[entry.tableIndex] else { return false }
      if first == nil { first = entry }
      return shape.kind(entry.row) == kind
    }
    return found ?? first
  }

  /// The entity of a row, with the forms that a text uses.
  func entity(_ entry: LexiconEntry, name: String, aliases: [String]) -> Entity? {
    guard let shape = shapes[entry.tableIndex] else { return nil }
    let row = entry.row
    return Entity(
      lexiconID: shape.table.cell(row, 0), kind: shape.kind(row), name: name, aliases: aliases,
      subtype: shape.subtypeColumn >= 0
        ? shape.table.cell(row, shape.subtypeColumn) : shape.subtype,
      tickers: Self.values(shape.table, row, shape.tickers),
      owner: shape.kind == .place ? "" : shape.table.cell(row, shape.owner))
  }

  /// The id of a row, as UTF-8.
  func id(_ entry: LexiconEntry) -> UnsafeBufferPointer<UInt8> {
    lexicon.tables[entry.tableIndex].bytes(entry.row, 0)
  }

  /// The owner of a row of a names table or of the product lines, as UTF-8; empty where it has none.
  func owner(_ entry: LexiconEntry) -> UnsafeBufferPointer<UInt8> {
    let column = shapes[entry.tableIndex]?.owner ?? ProductLines.owner
    return lexicon.tables[entry.tableIndex].bytes(entry.row, column)
  }

  /// Whether a row is a product's.
  func isProduct(_ entry: LexiconEntry) -> Bool { shapes[entry.tableIndex]?.kind == .product }

  /// How the models of a product or a product line are called.
  func use(_ entry: LexiconEntry) -> ModelRest.Use {
    let column = shapes[entry.tableIndex]?.subtypeColumn ?? ProductLines.kind
    let kind = lexicon.tables[entry.tableIndex].bytes(entry.row, column)
    if kind.elementsEqual(Self.game) { return .title }
    if Self.versioned.contains(where: kind.elementsEqual) { return .version }
    return kind.elementsEqual(Self.model) ? .name : .number
  }

  /// Whether a text writes a product just as its row does: Clip is not CLIP.
  func isWritten(_ entry: LexiconEntry, _ span: TextSpan, _ text: TextView) -> Bool {
    guard let shape = shapes[entry.tableIndex] else { return false }
    var written = ""
    for offset in span.start..<span.end {
      if let scalar = Unicode.Scalar(text.scalars[offset]) { written.unicodeScalars.append(scalar) }
    }
    if shape.table.bytes(entry.row, shape.name).elementsEqual(written.utf8) { return true }
    var isAlias = false
    shape.table.forEachValue(entry.row, shape.aliases) { value in
      isAlias = isAlias || value.elementsEqual(written.utf8)
    }
    return isAlias
  }

  /// What a product or a product line gives to its models: the beginning of their ids, its name,
  /// owner and kind.
  func line(_ entry: LexiconEntry) -> (id: String, name: String, owner: String, kind: String) {
    let table = lexicon.tables[entry.tableIndex]
    if let shape = shapes[entry.tableIndex] {
      return (
        table.cell(entry.row, 0), table.cell(entry.row, shape.name),
        table.cell(entry.row, shape.owner), table.cell(entry.row, shape.subtypeColumn)
      )
    }
    let name = table.cell(entry.row, 0)
    return (
      "prd:" + ModelID.slug(name), name, table.cell(entry.row, ProductLines.owner),
      table.cell(entry.row, ProductLines.kind)
    )
  }

  private static func values(_ table: LexiconTable, _ row: Int, _ column: Int) -> [String] {
    guard !table.bytes(row, column).isEmpty else { return [] }
    var result: [String] = []
    table.forEachValue(row, column) { result.append(String(decoding: $0, as: UTF8.self)) }
    return result
  }

  /// Whether a word names a game.
  func isGame(_ word: Int32) -> Bool {
    guard word >= 0 else { return false }
    return lexicon.entry(of: word) { entry in
      guard let shape = shapes[entry.tableIndex], shape.kind == .product else { return false }
      return shape.table.bytes(entry.row, shape.subtypeColumn).elementsEqual(Self.game)
    } != nil
  }

  private static let game = Array("game".utf8)
  private static let model = Array("model".utf8)
  private static let versioned = ["os", "software", "app"].map { Array($0.utf8) }
  private static let region = Array("region".utf8)
  private static let county = Array("county".utf8)
  private static let districtEnd = Array("区".utf8)
  private static let regionEnds = [Array("州".utf8), Array("行政区".utf8)]

  /// Whether a word names a country, province, city or county; regions and districts are none.
  func isEntityPlace(_ word: Int32) -> Bool {
    // A place of a plain word list has no row that could say what it is.
    if Int(word) >= lexicon.wordCount, lexicon.entries(word).isEmpty { return true }
    let entry = lexicon.entry(of: word) { entry in
      guard let shape = shapes[entry.tableIndex], shape.kind == .place else { return false }
      let level = shape.table.bytes(entry.row, shape.subtypeColumn)
      let name = shape.table.bytes(entry.row, shape.name)
      if level.elementsEqual(Self.region) {
        let aliases = shape.table.bytes(entry.row, shape.aliases).split(separator: 124)
        return Self.isState(name[...]) || aliases.contains(where: Self.isState)
      }
      return !level.elementsEqual(Self.county) || !name.suffix(3).elementsEqual(Self.districtEnd)
    }
    return entry != nil
  }

  private static func isState(_ name: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    regionEnds.contains { name.suffix($0.count).elementsEqual($0) }
  }
}
