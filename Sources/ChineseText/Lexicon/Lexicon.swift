#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A row of a names table that a word of the lexicon belongs to.
package struct LexiconEntry: Hashable, Sendable {
  /// Index into `Lexicon.tables`.
  package let tableIndex: Int
  /// Row of that table, from 0.
  package let row: Int
}

/// A compiled lexicon, opened by `mmap` and never changed.
///
/// Opening checks magic, byte order, bounds and checksum once; look-ups then trust the tables the
/// compiler laid out. The memory is read only and lives as long as this object, which is why the
/// class may cross threads.
public final class Lexicon: @unchecked Sendable {
  private let memory: UnsafeRawBufferPointer
  private let mapped: Bool
  /// What each BMP character folds to.
  let foldTable: UnsafeBufferPointer<UInt16>
  /// `CharacterClass` of each folded character.
  let classTable: UnsafeBufferPointer<UInt8>
  /// Code of each folded character in the trie's alphabet; 0 is unknown.
  let codeTable: UnsafeBufferPointer<UInt16>
  let single: UnsafeBufferPointer<Int32>
  let first: UnsafeBufferPointer<UInt64>
  let nodes: UnsafeBufferPointer<UInt64>
  /// The first steps of all walks; see `RootNodes`.
  let roots: UnsafeBufferPointer<UInt64>
  let ranks: WordRanks
  /// Index into `tagSets` of every word.
  private let wordTags: UnsafeBufferPointer<UInt16>
  private let tagSets: UnsafeBufferPointer<UInt64>
  private let wordEntries: UnsafeBufferPointer<UInt32>
  private let entryList: UnsafeBufferPointer<UInt32>
  /// All tables, in order of name; an overlay's follow.
  package let tables: [LexiconTable]
  private let tableIndex: [String: Int]
  /// A user's words, walked beside this lexicon's.
  let overlay: Overlay?
  /// Overlays whose tables are in use although their words went into `overlay`.
  private let parts: [Overlay]
  /// Number of tables without those of overlays.
  let baseTableCount: Int
  /// Checksum without overlays.
  package let baseChecksum: UInt64
  private let base: Lexicon?
  /// Costs of candidates; nothing where no table gives them.
  let candidateCosts: CandidateCosts?
  /// Cost of a Latin or digit run.
  let runCost: Int32
  /// Checksum of the file: names the state of the lexicon in facts.
  public let checksum: UInt64

  /// Opens the compiled lexicon at `path`.
  public convenience init(path: String) throws(LexiconError) {
    try self.init(path: path, verifying: true)
  }

  /// Opens a lexicon; without `verifying`, `verify()` must be called before any text is cut.
  package convenience init(path: String, verifying: Bool) throws(LexiconError) {
    let descriptor = open(path, O_RDONLY)
    guard descriptor >= 0 else {
      throw LexiconError(
        file: path, message: "cannot be opened: \(String(cString: strerror(errno)))")
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_size > 0 else {
      throw LexiconError(file: path, message: "is empty or no file")
    }
    let size = Int(status.st_size)
    guard let address = mmap(nil, size, PROT_READ, MAP_PRIVATE | Self.populate, descriptor, 0),
      address != MAP_FAILED
    else { throw LexiconError(file: path, message: "cannot be mapped into memory") }
    try self.init(
      memory: UnsafeRawBufferPointer(start: address, count: size), mapped: true, path: path,
      verifying: verifying)
  }

  /// The checksum reads every page anyway: mapping them in one call is faster than by faults.
  #if canImport(Darwin)
    private static let populate: Int32 = 0
  #else
    private static let populate = Int32(MAP_POPULATE)
  #endif

  /// Opens a compiled lexicon held in memory; the bytes are copied.
  public convenience init(bytes: [UInt8]) throws(LexiconError) {
    let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: max(bytes.count, 1), alignment: 16)
    copy.copyBytes(from: bytes)
    try self.init(
      memory: UnsafeRawBufferPointer(rebasing: copy[0..<bytes.count]), mapped: false,
      path: "compiled lexicon", verifying: true)
  }

  private init(
    memory: UnsafeRawBufferPointer, mapped: Bool, path: String, verifying: Bool
  ) throws(LexiconError) {
    do {
      let sections = try LexiconSections(memory, path: path, verifying: verifying)
      foldTable = try sections.array(.fold, atLeast: 65536)
      classTable = try sections.array(.classes, atLeast: 65536)
      codeTable = try sections.array(.codes, atLeast: 65536)
      single = try sections.array(.single, atLeast: 1)
      first = try sections.array(.first, atLeast: single.count)
      nodes = try sections.array(.nodes, atLeast: single.count)
      ranks = WordRanks(blocks: try sections.array(.wordRanks, atLeast: nodes.count / 32 + 1))
      wordTags = try sections.array(.wordTags, atLeast: 1)
      tagSets = try sections.array(.tagSets, atLeast: 1)
      wordEntries = try sections.array(.wordEntries, atLeast: wordTags.count)
      entryList = try sections.array(.entries, atLeast: 1)
      tables = try LexiconTable.read(sections)
      candidateCosts = CandidateCosts(tables)
      runCost = Self.runCost(candidateCosts)
      checksum = sections.checksum
      baseChecksum = sections.checksum
      baseTableCount = tables.count
      roots = UnsafeBufferPointer(RootNodes.make(first: first, single: single))
    } catch {
      Self.release(memory, mapped: mapped)
      throw error
    }
    self.memory = memory
    self.mapped = mapped
    overlay = nil
    parts = []
    base = nil
    tableIndex = Dictionary(
      tables.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Compares the checksum with the whole file. Look-ups check their bounds; the kernel that cuts
  /// text trusts the tables, so this comes first.
  package func verify(path: String) throws(LexiconError) {
    try LexiconSections.verify(memory, checksum, path: path)
  }

  /// This lexicon with a user's words beside it.
  ///
  /// The overlay must have been compiled over this lexicon, with `parts` merged into it: it holds
  /// their words and those of an overlay that is here already, and counts tables behind theirs.
  package func adding(_ overlay: Overlay, merged parts: [Overlay] = []) -> Lexicon {
    Lexicon(base: self, overlay: overlay, parts: parts)
  }

  private init(base: Lexicon, overlay: Overlay, parts: [Overlay]) {
    memory = UnsafeRawBufferPointer(start: nil, count: 0)
    mapped = false
    foldTable = base.foldTable
    classTable = base.classTable
    codeTable = base.codeTable
    single = base.single
    first = base.first
    nodes = base.nodes
    roots = base.roots
    ranks = base.ranks
    tagSets = base.tagSets
    wordTags = base.wordTags
    wordEntries = base.wordEntries
    entryList = base.entryList
    tables = base.tables + parts.flatMap(\.tables) + overlay.tables
    tableIndex = base.tableIndex
    checksum = parts.reduce(base.checksum ^ overlay.checksum) { $0 &* 31 ^ $1.checksum }
    baseChecksum = base.baseChecksum
    baseTableCount = base.baseTableCount
    self.overlay = overlay
    self.parts = parts
    self.base = base
    candidateCosts = CandidateCosts(tables) ?? base.candidateCosts
    runCost = Self.runCost(candidateCosts)
  }

  deinit {
    if base == nil { roots.deallocate() }
    Self.release(memory, mapped: mapped)
  }

  /// The dictionary's side of the lattice.
  var words: TrieWords { TrieWords(roots: roots, nodes: nodes) }

  private static func release(_ memory: UnsafeRawBufferPointer, mapped: Bool) {
    guard let address = memory.baseAddress else { return }
    if mapped {
      munmap(UnsafeMutableRawPointer(mutating: address), memory.count)
    } else {
      UnsafeMutableRawPointer(mutating: address).deallocate()
    }
  }

  /// The checksum of any bytes, as compiled lexicons carry it: fast, and no proof against intent.
  package static func checksum(of bytes: [UInt8]) -> UInt64 {
    bytes.withUnsafeBytes { LexiconFormat.checksum($0, from: 0) } ^ UInt64(bytes.count)
  }

  /// The table of a file, by its path below the folder without extension: `names/people`.
  package func table(_ name: String) -> LexiconTable? { tableIndex[name].map { tables[$0] } }

  /// Number of words, without those of an overlay.
  public var wordCount: Int { wordTags.count }

  /// Every word is below this, those of an overlay too.
  package var wordBound: Int { wordTags.count + (overlay?.count ?? 0) }

  /// What a word can be.
  @inline(__always)
  package func tags(_ word: Int32) -> WordTags {
    guard word >= 0 else { return [] }
    guard Int(word) < wordTags.count else {
      return overlay?.tags(Int(word) - wordTags.count) ?? []
    }
    return listedTags(word)
  }

  /// Tags of a word of this lexicon alone, whose row must be in range.
  @inline(__always)
  func listedTags(_ word: Int32) -> WordTags {
    WordTags(rawValue: tagSets[Int(wordTags[Int(word)])])
  }

  /// Tags of a word of this lexicon alone, or none for -1: a choice, not a branch.
  @inline(__always)
  func knownTags(_ word: Int32) -> WordTags {
    guard wordTags.count > 0 else { return [] }
    let set = tagSets[Int(wordTags[Int(max(word, 0))])]
    return WordTags(rawValue: word < 0 ? 0 : set)
  }

  /// The word of a trie state, or of an overlay's row with `Lattice.overlayFlag`; -1 where it is none.
  @inline(__always)
  func row(ofState state: Int32) -> Int32 {
    guard state > 0 else { return -1 }
    if state & Lattice.overlayFlag != 0 {
      return (state & ~Lattice.overlayFlag) &+ Int32(truncatingIfNeeded: wordTags.count)
    }
    return ranks.row(ofState: Int(state))
  }

  /// Rows of names tables that a word belongs to, in order of table and row.
  package func entries(_ word: Int32) -> [LexiconEntry] {
    guard word >= 0 else { return [] }
    guard Int(word) < wordTags.count else { return overlayEntries(word) }
    var index = Int(wordEntries[Int(word)])
    guard index > 0 else { return [] }
    var result: [LexiconEntry] = []
    while index < entryList.count {
      let entry = entryList[index]
      result.append(
        LexiconEntry(tableIndex: Int(entry >> 24 & 0x7F), row: Int(entry & 0xFFFFFF)))
      if entry >> 31 == 1 { break }
      index += 1
    }
    return result
  }

  /// Rows of a base word as an overlay packs them.
  func baseEntries(_ word: Int32) -> [UInt32] {
    guard word >= 0, Int(word) < wordTags.count else { return [] }
    return entries(word).map {
      UInt32(truncatingIfNeeded: $0.tableIndex) << 24 | UInt32(truncatingIfNeeded: $0.row)
    }
  }

  /// The first row of a names table that a word belongs to and `fits` takes; makes no array.
  @inline(__always)
  func entry(of word: Int32, where fits: (LexiconEntry) -> Bool) -> LexiconEntry? {
    guard word >= 0 else { return nil }
    guard Int(word) < wordTags.count else {
      var found: LexiconEntry?
      overlay?.forEachEntry(Int(word) - wordTags.count) { entry in
        if fits(entry) { found = entry }
        return found != nil
      }
      return found
    }
    var index = Int(wordEntries[Int(word)])
    guard index > 0 else { return nil }
    while index < entryList.count {
      let entry = entryList[index]
      let item = LexiconEntry(tableIndex: Int(entry >> 24 & 0x7F), row: Int(entry & 0xFFFFFF))
      if fits(item) { return item }
      if entry >> 31 == 1 { break }
      index += 1
    }
    return nil
  }

  private func overlayEntries(_ word: Int32) -> [LexiconEntry] {
    var result: [LexiconEntry] = []
    overlay?.forEachEntry(Int(word) - wordTags.count) { entry in
      result.append(entry)
      return false
    }
    return result
  }

  /// The word of a folded surface. O(length).
  package func word(_ folded: some Collection<UInt16>) -> Int32? {
    if let overlay, let own = overlay.word(Array(folded)) {
      return Int32(truncatingIfNeeded: own + wordTags.count)
    }
    return baseWord(folded)
  }

  /// The word of a folded surface, whatever an overlay says.
  func baseWord(_ folded: some Collection<UInt16>) -> Int32? {
    guard let state = baseState(folded) else { return nil }
    let row = ranks.row(ofState: state)
    return row < 0 ? nil : row
  }

  /// What a word costs, whatever an overlay says.
  func baseCost(_ folded: some Collection<UInt16>) -> UInt32? {
    guard let state = baseState(folded), state < nodes.count else { return nil }
    let cost = nodes[state] >> 44
    return cost == TrieBuilder.noCost ? nil : UInt32(cost)
  }

  private func baseState(_ folded: some Collection<UInt16>) -> Int? {
    var state = 0
    var base: UInt64 = 0
    var depth = 0
    for unit in folded {
      let code = Int(codeTable[Int(unit)])
      if code == 0 { return nil }
      if depth == 0 {
        guard code < first.count, first[code] != 0 else { return nil }
        state = Int(first[code] & TrieBuilder.mask22)
        base = first[code] >> 22
      } else {
        let slot = Int(base) + code
        guard base != 0, slot < nodes.count, nodes[slot] & TrieBuilder.mask22 == UInt64(state)
        else { return nil }
        state = slot
        base = nodes[slot] >> 22 & TrieBuilder.mask22
      }
      depth += 1
    }
    return depth > 0 ? state : nil
  }

  /// The word of a surface as a user writes it.
  package func word(_ surface: String) -> Int32? { word(folded(surface)) }

  /// The folded form of a surface, one unit a scalar.
  package func folded(_ surface: String) -> [UInt16] {
    surface.unicodeScalars.map { $0.value < 65536 ? foldTable[Int($0.value)] : 0xFFFF }
  }
}
