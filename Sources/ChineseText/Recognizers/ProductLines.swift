/// Explains products that no row holds by the line that their names begin with: Find X9s Pro is a
/// Find X, 骁龙 8 至尊版 a 骁龙.
///
/// Lines are the rows of `names/product-lines`, else the products of the lexicon themselves. The
/// maker's name in front of its line (OPPO Find X9s Pro) and blanks say nothing.
struct ProductLines: Sendable {
  /// The line of a name and where what makes the model begins.
  struct Match {
    /// The line.
    let line: LexiconEntry
    /// The rest of the name.
    let rest: TextSpan
    /// The same for every way to write the name.
    let key: UInt64
  }

  /// A spelling of a line: folded, without what parts words.
  private struct Spelling {
    let units: [UInt16]
    let entry: LexiconEntry
    /// The next spelling with the same hash, or -1.
    let next: Int32
  }

  let gazetteer: Gazetteer
  let cues: NameCues
  private var spellings: [Spelling] = []
  private var byHash = HashMap<Int32>()
  /// The characters that lines begin with.
  private var starts: Set<UInt16> = []

  /// Reads the lines; a lexicon without any explains names by its products alone.
  init(gazetteer: Gazetteer, cues: NameCues) {
    self.gazetteer = gazetteer
    self.cues = cues
    let lexicon = gazetteer.lexicon
    var units: [UInt16] = []
    // A user's lines stand behind and are found first.
    for (index, table) in lexicon.tables.enumerated() where table.name == Self.table {
      let aliases = table.column("aliases") ?? -1
      for row in 0..<table.rowCount {
        let entry = LexiconEntry(tableIndex: index, row: row)
        lexicon.fold(table.bytes(row, 0), into: &units)
        add(units, entry)
        table.forEachValue(row, aliases) { value in
          lexicon.fold(UnsafeBufferPointer(rebasing: value), into: &units)
          add(units, entry)
        }
      }
    }
  }

  /// Path of the table, and its columns, which the schema fixes.
  static let table = "names/product-lines"
  static let owner = 2
  static let kind = 3

  private mutating func add(_ folded: [UInt16], _ entry: LexiconEntry) {
    let units = folded.filter { !Self.parts($0) }
    guard !units.isEmpty else { return }
    if let first = units.first { starts.insert(first) }
    let hash = StableHash.of(units)
    spellings.append(Spelling(units: units, entry: entry, next: byHash[hash] ?? -1))
    byHash[hash] = Int32(truncatingIfNeeded: spellings.count - 1)
  }

  /// Whether a character only parts words: blank, interpunct, hyphen, colon.
  @inline(__always)
  static func parts(_ unit: UInt16) -> Bool {
    unit == 0x20 || unit == 0xB7 || unit == 0x2D || unit == 0x3A
  }
}

extension ProductLines {
  /// The line of a name: the longest that begins it and leaves a model, its maker's name in front
  /// or not. O(length of the name).
  func match(_ name: TextSpan, _ text: TextView) -> Match? {
    var best = line(name, text) { _ in true }
    forEachMaker(of: name, text) { maker, end in
      let start = Self.skip(end, name.end, text)
      guard start < name.end else { return }
      let found = line(TextSpan(start, name.end), text) { isMade($0, by: maker) }
      if let found, found.rest.start > best?.rest.start ?? 0 { best = found }
    }
    return best ?? product(name, text)
  }

  /// Calls `body` with each firm of the lexicon that begins the name, and the end of its word.
  private func forEachMaker(
    of name: TextSpan, _ text: TextView, _ body: (_ maker: LexiconEntry, _ end: Int) -> Void
  ) {
    gazetteer.lexicon.forEachWord(text, from: name.start, to: name.end) { word in
      guard word.end < name.end, Self.isCut(word.end, name.end, text),
        gazetteer.lexicon.tags(word.row).contains(.company),
        let entry = gazetteer.row(of: word.row, .company)
      else { return }
      body(entry, word.end)
    }
  }

  /// Whether a firm, or the one that owns it, makes a line.
  private func isMade(_ line: LexiconEntry, by maker: LexiconEntry) -> Bool {
    let owner = gazetteer.owner(line)
    return !owner.isEmpty
      && (owner.elementsEqual(gazetteer.id(maker))
        || owner.elementsEqual(gazetteer.owner(maker)))
  }

  /// The end of the longest line of a firm that begins at `start`; `start` where there is none.
  func lineEnd(
    from start: Int, to limit: Int, madeBy maker: LexiconEntry, _ text: TextView
  ) -> Int {
    guard start < limit, starts.contains(text.folded[start]) else { return start }
    var end = start
    var hash = StableHash.seed
    for offset in start..<min(limit, start + Self.longestLine) {
      let unit = text.folded[offset]
      if Self.parts(unit) { continue }
      hash = StableHash.step(hash, unit)
      guard let first = byHash[hash],
        let entry = entry(from: first, TextSpan(start, offset + 1), text),
        isMade(entry, by: maker)
      else { continue }
      end = offset + 1
    }
    return end
  }

  private static let longestLine = 24

  /// The longest line that begins a name and leaves a model.
  private func line(
    _ name: TextSpan, _ text: TextView, where fits: (LexiconEntry) -> Bool
  ) -> Match? {
    guard name.start < name.end else { return nil }
    var best: Match?
    var hash = StableHash.seed
    for offset in name.start..<name.end - 1 {
      let unit = text.folded[offset]
      if Self.parts(unit) { continue }
      hash = StableHash.step(hash, unit)
      guard Self.isCut(offset + 1, name.end, text), let first = byHash[hash],
        let entry = entry(from: first, TextSpan(name.start, offset + 1), text), fits(entry),
        let match = match(entry, TextSpan(offset + 1, name.end), text)
      else { continue }
      best = match
    }
    return best
  }

  private func entry(
    from first: Int32, _ span: TextSpan, _ text: TextView
  ) -> LexiconEntry? {
    var index = Int(first)
    while index >= 0 {
      var offset = span.start
      let spelling = spellings[index]
      for unit in spelling.units {
        while offset < span.end, Self.parts(text.folded[offset]) { offset += 1 }
        guard offset < span.end, text.folded[offset] == unit else {
          offset = -1
          break
        }
        offset += 1
      }
      if offset == span.end { return spelling.entry }
      index = Int(spelling.next)
    }
    return nil
  }

  /// The longest product of the lexicon that begins a name and leaves a model: 豆包|专业版.
  private func product(_ name: TextSpan, _ text: TextView) -> Match? {
    var best: Match?
    gazetteer.lexicon.forEachWord(text, from: name.start, to: name.end) { word in
      guard word.end < name.end, Self.isCut(word.end, name.end, text),
        gazetteer.lexicon.tags(word.row).contains(.product),
        let entry = gazetteer.row(of: word.row, .product),
        gazetteer.isWritten(entry, TextSpan(name.start, word.end), text),
        let match = match(entry, TextSpan(word.end, name.end), text)
      else { return }
      best = match
    }
    return best
  }

  private func match(_ line: LexiconEntry, _ behind: TextSpan, _ text: TextView) -> Match? {
    let rest = TextSpan(Self.skip(behind.start, behind.end, text), behind.end)
    guard ModelRest(rest, text, cues, gazetteer.use(line)).isModel else { return nil }
    var key = UInt64(truncatingIfNeeded: line.tableIndex) << 32 | UInt64(line.row)
    Self.forEachUnit(rest, text) { key = StableHash.step(key, $0) }
    return Match(line: line, rest: rest, key: key ^ StableHash.seed)
  }

  private static let plus = Array("plus".utf16)

  /// Calls `body` with the folded characters of a model's name as all its spellings share them: no
  /// blanks but a hyphen between numbers (Core 5 210H), and 10+ as 10 Plus.
  static func forEachUnit(_ rest: TextSpan, _ text: TextView, _ body: (UInt16) -> Void) {
    var last = rest.start
    for offset in rest.start..<rest.end where !parts(text.folded[offset]) {
      let unit = text.folded[offset]
      if offset > last + 1, text.classes[offset] == CharacterClass.digit.rawValue,
        text.classes[last] == CharacterClass.digit.rawValue
      {
        body(0x2D)
      }
      if unit == 0x2B { plus.forEach(body) } else { body(unit) }
      last = offset
    }
  }

  /// Whether a line may end before `offset`: not inside a run of letters or of digits.
  private static func isCut(_ offset: Int, _ end: Int, _ text: TextView) -> Bool {
    guard offset < end else { return false }
    let kind = text.classes[offset]
    return kind != text.classes[offset - 1]
      || (kind != CharacterClass.letter.rawValue && kind != CharacterClass.digit.rawValue)
  }

  private static func skip(_ offset: Int, _ end: Int, _ text: TextView) -> Int {
    var offset = offset
    while offset < end, Self.parts(text.folded[offset]), text.folded[offset] != 0x3A {
      offset += 1
    }
    return offset
  }
}

// MARK: ids

extension ProductLines {
  /// The entity of a name that a line explains.
  func entity(
    _ match: Match, name: String, aliases: [String], _ text: TextView
  ) -> Entity {
    let line = gazetteer.line(match.line)
    return Entity(
      lexiconID: ModelID(line: line.id, rest: match.rest, text, cues).text, kind: .product,
      name: name, aliases: aliases, subtype: line.kind, owner: line.owner, line: line.name)
  }

  /// The id of the model that a line explains.
  func id(_ match: Match, _ text: TextView) -> String {
    ModelID(line: gazetteer.line(match.line).id, rest: match.rest, text, cues).text
  }

  /// Whether a name is made of words of product lines and editions alone, two or more: Pro Max, GT
  /// Max. It names a product only where the document names one in full.
  func isEdition(_ name: TextSpan, _ text: TextView) -> Bool {
    var words = 0
    var start = name.start
    while start < name.end {
      var end = start
      while end < name.end, text.folded[end] != 0x20 { end += 1 }
      guard end > start, cues.isModelWord(text.folded[start..<end]) else { return false }
      words += 1
      start = end + 1
    }
    return words > 1
  }
}
