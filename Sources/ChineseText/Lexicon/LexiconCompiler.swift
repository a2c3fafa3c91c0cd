#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Compiles the tables of a lexicon folder to one binary lexicon.
///
/// The same code serves the build plugin and user folders. All problems of all files are found in
/// one pass. O(bytes + words × length).
public struct LexiconCompiler {
  /// A file of the folder: its path as the user knows it, its name below the folder without
  /// extension (`names/people`), its bytes.
  public struct Source: Sendable {
    let path: String
    let name: String
    let bytes: [UInt8]
    /// Makes a source.
    public init(path: String, name: String, bytes: [UInt8]) {
      self.path = path
      self.name = name
      self.bytes = bytes
    }
  }

  /// The binary lexicon of the given tables and rule files (whose triggers become words).
  ///
  /// With a `base`, the result is an overlay for it: folded alike, and its words win by cost.
  public static func compile(
    tables: [Source], rules: [Source], over base: Lexicon? = nil
  ) throws(LexiconError) -> [UInt8] {
    var compiler = LexiconCompiler()
    compiler.base = base
    compiler.read(tables.sorted { $0.name < $1.name })
    guard compiler.problems.isEmpty else { throw LexiconError(compiler.problems) }
    compiler.fold()
    for file in compiler.files { compiler.addWords(file) }
    for rule in rules { compiler.addTriggers(rule) }
    guard compiler.problems.isEmpty else { throw LexiconError(compiler.problems) }
    return compiler.write()
  }

  /// All mistakes in the given tables, without compiling them.
  public static func check(tables: [Source]) -> [LexiconProblem] {
    var compiler = LexiconCompiler()
    compiler.read(tables)
    if compiler.problems.isEmpty {
      compiler.fold()
      for file in compiler.files { compiler.addWords(file) }
    }
    return compiler.problems.sorted()
  }

  struct WordDraft {
    var count: Double = 0
    var cost: UInt32 = .max
    var tags: WordTags = []
    var entries: [UInt32] = []
  }

  private var base: Lexicon?
  var files: [DataFile] = []
  var names: [String] = []
  var problems: [LexiconProblem] = []
  var tables = FoldingTables(traditional: [])
  var drafts: [[UInt16]: WordDraft] = [:]
  var denied: Set<[UInt16]> = []
  var total: Double = 0

  private mutating func read(_ sources: [Source]) {
    for source in sources {
      let columns = LexiconSchema.rule(for: source.name).columns
      guard
        let file = DataFile.read(
          path: source.path, bytes: source.bytes, columns: columns, problems: &problems)
      else { continue }
      files.append(file)
      names.append(source.name)
    }
  }

  private mutating func fold() {
    var pairs: [(from: UInt16, to: UInt16)] = []
    for (index, file) in files.enumerated() where names[index] == "words/trad-simp" {
      for row in file.rows {
        let from = Array(row[0].utf16)
        let to = Array(row[1].utf16)
        if from.count == 1, to.count == 1 { pairs.append((from[0], to[0])) }
      }
    }
    tables = FoldingTables(traditional: pairs)
    if let base {
      tables.fold = Array(base.foldTable)
      tables.classes = Array(base.classTable)
    }
    for (index, file) in files.enumerated() where names[index] == "words/core-deny" {
      for row in file.rows { denied.insert(folded(row[0])) }
    }
  }

  /// The folded form of a surface; empty where it holds a character outside the BMP.
  func folded(_ surface: String) -> [UInt16] {
    var result: [UInt16] = []
    for scalar in surface.unicodeScalars {
      guard scalar.value < 65536 else { return [] }
      result.append(tables.fold[Int(scalar.value)])
    }
    return result
  }

  private mutating func addWords(_ file: DataFile) {
    guard let table = files.firstIndex(where: { $0.path == file.path }) else { return }
    let name = names[table]
    switch LexiconSchema.rule(for: name).use {
    case .counted: addCounted(file)
    case .terms:
      for row in file.rows {
        add(row[0], tags: LexiconSchema.tags(partOfSpeech: row[1]), cost: Cost.term)
      }
    case .classes: addClasses(file)
    case .surfaces(let columns, let tags):
      addSurfaces(file, table: table, columns: columns, tags: tags)
    case .organizations(let tags): addOrganizations(file, table: table, tags: tags)
    case .tag(let tags):
      for row in file.rows { add(row[0], tags: tags, cost: tagCost(tags)) }
    case .table, .deny, .folding: break
    }
  }

  /// Costs in lattice units: natural logarithm × 32768.
  enum Cost {
    static let unit = 32768.0
    static let term = UInt32(11.5 * unit)
    static let name = UInt32(12 * unit)
    static let trigger = UInt32(11.5 * unit)
    static let most = UInt32(31 * unit)
    static let overlay = UInt32(1.5 * unit)
  }

  /// Names of people's parts are evidence, not words to cut by: they cost a little more.
  private func tagCost(_ tags: WordTags) -> UInt32 {
    tags.isDisjoint(with: [.latinName, .foreignName, .surname]) ? Cost.term : Cost.name + 65536
  }

  private mutating func addCounted(_ file: DataFile) {
    for (index, row) in file.rows.enumerated() {
      guard let count = Double(row[1]), count >= 0 else {
        report(file, index, 1, "count must be a number, not \(row[1])")
        continue
      }
      let key = folded(row[0])
      guard !key.isEmpty, !denied.contains(key) else { continue }
      drafts[key, default: WordDraft()].count += max(count, 0.5)
      drafts[key, default: WordDraft()].tags.formUnion(
        LexiconSchema.tags(partOfSpeech: row[2]))
      total += max(count, 0.5)
    }
  }

  private mutating func addClasses(_ file: DataFile) {
    for (index, row) in file.rows.enumerated() {
      for name in row[1].split(separator: "|").map(String.init) {
        guard let tags = LexiconSchema.classTags[name] else {
          let known = Array(LexiconSchema.classTags.keys)
          report(
            file, index, row[0].count + 2,
            "unknown class \(name)" + suggestion(for: name, among: known))
          continue
        }
        add(row[0], tags: tags, cost: Cost.term)
      }
    }
  }

  private mutating func addSurfaces(
    _ file: DataFile, table: Int, columns: [String], tags: WordTags
  ) {
    let indices = columns.compactMap { file.column($0) }
    for (number, row) in file.rows.enumerated() {
      for index in indices { addEntry(row[index], table: table, row: number, tags: tags) }
    }
  }

  private mutating func addOrganizations(_ file: DataFile, table: Int, tags: WordTags) {
    let type = file.column("type") ?? 0
    let indices = ["name", "aliases", "former", "full", "latin"].compactMap { file.column($0) }
    for (number, row) in file.rows.enumerated() {
      var own = tags
      switch row[type] {
      case "": break
      case "company": own = .company
      case "organization": own = .organization
      default: report(file, number, 1, "type must be company or organization, not \(row[type])")
      }
      for index in indices { addEntry(row[index], table: table, row: number, tags: own) }
    }
  }

  /// Adds every surface of a cell, with the row behind it.
  private mutating func addEntry(_ cell: String, table: Int, row: Int, tags: WordTags) {
    for part in cell.split(separator: "|") {
      let surface = part.prefix { $0 != "@" }
      let entry = UInt32(table) << 24 | UInt32(row)
      for form in spacings(String(surface)) { add(form, tags: tags, cost: Cost.name, entry: entry) }
    }
  }

  /// A Latin name is also written without its blanks.
  private func spacings(_ surface: String) -> [String] {
    surface.contains(" ") ? [surface, surface.filter { $0 != " " }] : [surface]
  }

  mutating func add(_ surface: String, tags: WordTags, cost: UInt32, entry: UInt32? = nil) {
    let key = folded(surface)
    guard !key.isEmpty else { return }
    drafts[key, default: WordDraft()].tags.formUnion(tags)
    drafts[key, default: WordDraft()].cost = min(drafts[key]?.cost ?? .max, cost)
    if let entry, drafts[key]?.entries.contains(entry) == false {
      drafts[key]?.entries.append(entry)
    }
  }

  private mutating func report(_ file: DataFile, _ row: Int, _ column: Int, _ message: String) {
    problems.append(
      LexiconProblem(file: file.path, line: file.lines[row], column: column, message: message))
  }

  /// Trigger words of a rule file: the words before the colon of its trigger lines. Those of
  /// frames are verbs, those of noun lines nouns, whatever else the tables say.
  private mutating func addTriggers(_ rule: Source) {
    for (keyword, words) in RuleTriggers.lines(in: rule.bytes) {
      let part: WordTags = keyword == "frame" ? .verb : keyword == "noun" ? .noun : []
      for word in words { add(word, tags: part.union(.trigger), cost: Cost.trigger) }
    }
    for anchor in RuleTriggers.anchors(in: rule.bytes) { addAnchor(anchor) }
  }

  /// A pattern's literal marks the sentences to look at: as the word that it is, or as a new word
  /// where it holds no other (花落).
  private mutating func addAnchor(_ anchor: String) {
    let key = folded(anchor)
    guard key.count > 1 else { return }
    if drafts[key] != nil {
      drafts[key]?.tags.formUnion(.trigger)
    } else if key.count == 2 {
      add(anchor, tags: .trigger, cost: Cost.trigger)
    }
  }

  /// Cost of a word: its share of all counts, or the cost given with it, whichever is less.
  func cost(of draft: WordDraft) -> UInt32 {
    if base != nil { return Cost.overlay }
    guard draft.count > 0, total > 0 else { return min(draft.cost, Cost.most) }
    let nats = -log(draft.count / total)
    return min(draft.cost, UInt32(min(max(nats * Cost.unit, 1), Double(Cost.most))))
  }
}
