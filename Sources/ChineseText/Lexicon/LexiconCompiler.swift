#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Compiles the tables of a lexicon folder to one binary lexicon.
///
/// The same code serves the build plugin, user folders and `shiji lexicon compile`; what a user's
/// own data become is in `LexiconCompiler+Overlay.swift`. All problems of all files are found in
/// one pass. O(bytes + words × length).
public struct LexiconCompiler {
  /// A file of the folder: its path as the user knows it, its name below the folder without
  /// extension (`names/people`), its bytes.
  public struct Source: Sendable {
    package let path: String
    package let name: String
    package let bytes: [UInt8]
    /// Makes a source.
    public init(path: String, name: String, bytes: [UInt8]) {
      self.path = path
      self.name = name
      self.bytes = bytes
    }
  }

  /// The binary lexicon of the given tables and rule files (whose triggers become words).
  public static func compile(
    tables: [Source], rules: [Source]
  ) throws(LexiconError) -> [UInt8] {
    var compiler = LexiconCompiler()
    compiler.read(tables.sorted { $0.name < $1.name })
    guard compiler.problems.isEmpty else { throw LexiconError(compiler.problems) }
    compiler.fold()
    for table in compiler.files.indices { compiler.addWords(table) }
    for rule in rules { compiler.addTriggers(rule) }
    guard compiler.problems.isEmpty else { throw LexiconError(compiler.problems) }
    return compiler.write()
  }

  /// All mistakes in the given tables and plain word lists, without compiling them.
  public static func check(tables: [Source]) -> [LexiconProblem] {
    var compiler = LexiconCompiler()
    compiler.read(tables.filter { !LexiconSchema.isPlainList($0.name) })
    if compiler.problems.isEmpty {
      compiler.fold()
      for table in compiler.files.indices { compiler.addWords(table) }
    }
    for list in tables where LexiconSchema.isPlainList(list.name) {
      compiler.problems += WordList.read(path: list.path, bytes: list.bytes) { _ in }
    }
    return compiler.problems.sorted()
  }

  struct WordDraft {
    var count: Double = 0
    var cost: UInt32 = .max
    var tags: WordTags = []
    var entries: [UInt32] = []
  }

  /// Where words go when a user's data are compiled; `drafts` are not used then.
  var overlay: OverlayBuilder?
  /// Number of tables before the first of `files`.
  var firstTable = 0
  /// Whether words added now only weigh as words of the base do.
  private var isWeighed = false
  var files: [DataFile] = []
  var names: [String] = []
  var problems: [LexiconProblem] = []
  var tables = FoldingTables(traditional: [])
  var drafts: [[UInt16]: WordDraft] = [:]
  var denied: Set<[UInt16]> = []
  var total: Double = 0

  mutating func read(_ sources: [Source]) {
    for source in sources {
      if let problem = LexiconSchema.problem(with: source, overBase: overlay != nil) {
        problems.append(problem)
        continue
      }
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

  mutating func addWords(_ index: Int) {
    let file = files[index]
    let use = LexiconSchema.rule(for: names[index]).use
    let table = firstTable + index
    isWeighed = LexiconSchema.isWeighed(names[index], use)
    switch use {
    case .counted: addCounted(file)
    case .terms:
      for row in file.rows {
        let tags = LexiconSchema.tags(partOfSpeech: row[1]).union(.listed)
        add(row[0], tags: tags, cost: Cost.term)
      }
    case .classes: addClasses(file)
    case .surfaces(let columns, let tags):
      addSurfaces(file, table: table, columns: columns, tags: tags)
    case .organizations(let tags): addOrganizations(file, table: table, tags: tags)
    case .tag(let tags):
      for row in file.rows { add(row[0], tags: tags, cost: tagCost(tags)) }
    case .costs: checkCosts(file)
    case .shapes: checkShapes(file)
    case .table, .names, .deny, .folding: break
    }
  }

  /// Costs in lattice units: natural logarithm × 32768.
  enum Cost {
    static let unit = 32768.0
    static let term = UInt32(11.5 * unit)
    static let name = UInt32(12 * unit)
    /// What names of all tables cost.
    static let ofNames = name...name + 65536
    static let trigger = UInt32(11.5 * unit)
    static let most = UInt32(31 * unit)
  }

  /// Names of people's parts are evidence, not words to cut by: they cost a little more. What is
  /// no person is often no word either (曾向, 时表示): its parts win.
  private func tagCost(_ tags: WordTags) -> UInt32 {
    if tags == .notPerson { return Cost.most }
    return tags.isDisjoint(with: [.latinName, .foreignName, .surname])
      ? Cost.term : Cost.ofNames.upperBound
  }

  private mutating func addCounted(_ file: DataFile) {
    for (index, row) in file.rows.enumerated() {
      guard let count = Double(row[1]), count >= 0 else {
        report(file, index, 1, "count must be a number, not \(row[1])")
        continue
      }
      let key = folded(row[0])
      guard !key.isEmpty, !denied.contains(key) else { continue }
      guard overlay == nil else {
        overlay?.add(key, kind: .typed, tags: LexiconSchema.tags(partOfSpeech: row[2]))
        continue
      }
      drafts[key, default: WordDraft()].count += max(count, 0.5)
      drafts[key, default: WordDraft()].tags.formUnion(
        LexiconSchema.tags(partOfSpeech: row[2]).union(.listed))
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
    let indices = LexiconSchema.organizationSurfaces.compactMap { file.column($0) }
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
    guard overlay == nil else {
      overlay?.add(
        key, kind: isWeighed ? .weighed : .typed, tags: tags, entry: entry ?? .max, cost: cost)
      return
    }
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
  mutating func addTriggers(_ rule: Source) {
    isWeighed = true
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
    if overlay == nil ? drafts[key] != nil : overlay?.base.baseWord(key) != nil {
      overlay?.add(key, kind: .weighed, tags: .trigger, cost: Cost.trigger)
      drafts[key]?.tags.formUnion(.trigger)
    } else if key.count == 2 {
      add(anchor, tags: .trigger, cost: Cost.trigger)
    }
  }

  /// Cost of a word: its share of all counts, or the cost given with it, whichever is less.
  func cost(of draft: WordDraft) -> UInt32 {
    guard draft.count > 0, total > 0 else { return min(draft.cost, Cost.most) }
    let nats = -log(draft.count / total)
    return min(draft.cost, UInt32(min(max(nats * Cost.unit, 1), Double(Cost.most))))
  }
}
