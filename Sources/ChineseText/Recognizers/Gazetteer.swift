/// What the lexicon knows of a name, read from the names tables on demand.
struct GazetteerName: Sendable {
  /// `org:microsoft`.
  let id: String
  /// company, organization, person, product or place.
  let kind: MentionKind
  /// `investor`, `bank`, `media`, `exchange`, `agency`, `university`, a product's kind, or empty.
  let subtype: String
  /// Tickers.
  let tickers: [String]
  /// Id of the owner or parent, or empty.
  let owner: String
  /// Usual name.
  let name: String
}

/// Reads the names behind the words of the lexicon.
struct Gazetteer: Sendable {
  private struct Shape: Sendable {
    let kind: MentionKind
    let subtype: String
    let type: Int
    let owner: Int
    let tickers: Int
    let subtypeColumn: Int
    let name: Int
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
        "agencies": "agency", "universities": "university",
      ]
      subtype = words[base] ?? ""
      kind =
        ["media", "exchange", "agency", "university"].contains(subtype) ? .organization : .company
    } else if table.column("posts") != nil {
      kind = .person
    } else if table.column("level") != nil {
      kind = .place
    } else if table.column("owner") != nil {
      kind = .product
    } else {
      return nil
    }
    return Shape(
      kind: kind, subtype: subtype, type: table.column("type") ?? -1,
      owner: table.column("parent") ?? table.column("owner") ?? -1,
      tickers: table.column("tickers") ?? -1,
      subtypeColumn: table.column("kind") ?? table.column("level") ?? -1, name: name)
  }

  /// Rows that a word names, with the kinds they have, in order of table and row.
  func rows(of word: Int32) -> [(entry: LexiconEntry, kind: MentionKind)] {
    lexicon.entries(word).compactMap { entry in
      guard let shape = shapes[entry.tableIndex] else { return nil }
      return (entry, kind(entry, shape))
    }
  }

  private func kind(_ entry: LexiconEntry, _ shape: Shape) -> MentionKind {
    let type = lexicon.tables[entry.tableIndex].cell(entry.row, shape.type)
    return type.isEmpty ? shape.kind : MentionKind(rawValue: type) ?? shape.kind
  }

  /// All that the lexicon knows of a row.
  func name(_ entry: LexiconEntry) -> GazetteerName? {
    guard let shape = shapes[entry.tableIndex] else { return nil }
    let table = lexicon.tables[entry.tableIndex]
    let owner = table.cell(entry.row, shape.owner)
    return GazetteerName(
      id: table.cell(entry.row, 0), kind: kind(entry, shape),
      subtype: shape.subtypeColumn >= 0
        ? table.cell(entry.row, shape.subtypeColumn) : shape.subtype,
      tickers: table.values(entry.row, shape.tickers),
      owner: shape.kind == .place ? "" : owner, name: table.cell(entry.row, shape.name))
  }

  /// Whether a word names a country, province, city or county; regions and districts are none.
  func isEntityPlace(_ word: Int32) -> Bool {
    for entry in lexicon.entries(word) {
      guard let shape = shapes[entry.tableIndex], shape.kind == .place else { continue }
      let table = lexicon.tables[entry.tableIndex]
      let level = table.cell(entry.row, shape.subtypeColumn)
      let name = table.cell(entry.row, shape.name)
      if level == "region" {
        let forms = [name] + table.values(entry.row, table.column("aliases") ?? -1)
        if forms.contains(where: { $0.hasSuffix("州") || $0.hasSuffix("行政区") }) { return true }
      } else if level != "county" || !name.hasSuffix("区") {
        return true
      }
    }
    return false
  }
}
