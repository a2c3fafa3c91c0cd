/// A user's words, compiled over a base lexicon: never changed, walked beside it.
///
/// Rows are numbered in order of their keys. A row is a word that wins wherever it stands, a word
/// that only weighs as one of the base does (a trigger, a class word), or a forced cut.
package final class Overlay: @unchecked Sendable {
  /// What a compiled overlay begins with.
  static let magic: UInt64 = 0x53_48_49_4A_49_4F_56_01
  /// Cost of a row that wins wherever it stands.
  static let wins: UInt32 = 0
  /// Cost of a row that is a forced cut: its tags are the places of the cuts, a bit each.
  static let cut: UInt32 = .max

  private let memory: MappedBytes
  let view: OverlayView
  /// `wins`, `cut`, or what a row costs in lattice units.
  let costs: UnsafeBufferPointer<UInt32>
  let rowTags: UnsafeBufferPointer<UInt64>
  private let rowEntries: UnsafeBufferPointer<UInt32>
  private let entryList: UnsafeBufferPointer<UInt32>
  /// Tables of the user's folders; rule files stand in one more table.
  package let tables: [LexiconTable]
  /// Checksum of the base lexicon that it was compiled over.
  package let baseChecksum: UInt64
  /// Number of tables of that base lexicon.
  let baseTableCount: Int
  /// Whether some rows weigh as words of the base do.
  let hasWeighed: Bool
  /// Whether some rows are forced cuts.
  let hasCuts: Bool
  /// Checksum of the overlay.
  package let checksum: UInt64

  /// Opens the compiled overlay at `path`.
  package convenience init(path: String) throws(LexiconError) {
    try self.init(MappedBytes(path: path), path: path)
  }

  /// Opens a compiled overlay held in memory.
  package convenience init(bytes: [UInt8]) throws(LexiconError) {
    try self.init(MappedBytes(copying: bytes), path: "compiled dictionary")
  }

  private init(_ memory: MappedBytes, path: String) throws(LexiconError) {
    self.memory = memory
    let sections = try LexiconSections(
      memory.bytes, path: path, verifying: true, magic: Self.magic)
    view = OverlayView(
      keys: try sections.array(.overlayKeys, atLeast: 0),
      starts: try sections.array(.overlayStarts, atLeast: 1),
      labels: try sections.array(.overlayLabels, atLeast: 0),
      nodes: try sections.array(.overlayNodes, atLeast: 0),
      pairs: try sections.array(.overlayPairs, atLeast: 1),
      filter: try sections.array(.overlayFilter, atLeast: 1),
      firsts: try sections.array(.overlayFirsts, atLeast: 65536))
    let rows = view.starts.count - 1
    costs = try sections.array(.overlayCosts, atLeast: rows)
    rowTags = try sections.array(.wordTags, atLeast: rows)
    rowEntries = try sections.array(.wordEntries, atLeast: rows)
    entryList = try sections.array(.entries, atLeast: 1)
    tables = try LexiconTable.read(sections)
    let base: UnsafeBufferPointer<UInt64> = try sections.array(.overlayBase, atLeast: 4)
    baseChecksum = base[0]
    baseTableCount = Int(truncatingIfNeeded: base[1])
    hasWeighed = base[2] != 0
    hasCuts = base[3] != 0
    checksum = sections.checksum
  }

  /// Whether the file at `path` begins as a compiled overlay does.
  package static func isOverlay(_ start: [UInt8]) -> Bool {
    withUnsafeBytes(of: magic) { start.starts(with: $0) }
  }

  /// Number of rows.
  package var count: Int { view.starts.count - 1 }

  func tags(_ row: Int) -> WordTags {
    guard row >= 0, row < count, costs[row] != Self.cut else { return [] }
    return WordTags(rawValue: rowTags[row])
  }

  /// Rows of names tables, packed as the base packs them; tables are numbered on from the base's.
  @inline(__always)
  func forEachEntry(_ row: Int, _ body: (LexiconEntry) -> Bool) {
    guard row >= 0, row < count else { return }
    var index = Int(rowEntries[row])
    guard index > 0 else { return }
    while index < entryList.count {
      let entry = entryList[index]
      let item = LexiconEntry(tableIndex: Int(entry >> 24 & 0x7F), row: Int(entry & 0xFFFFFF))
      if body(item) || entry >> 31 == 1 { return }
      index += 1
    }
  }

  /// The row of a folded surface that is a word.
  func word(_ folded: [UInt16]) -> Int? {
    guard let row = view.row(of: folded), costs[row] != Self.cut else { return nil }
    return row
  }

  /// The key of a row.
  func key(_ row: Int) -> UnsafeBufferPointer<UInt16> {
    let (start, end) = (Int(view.starts[row]), Int(view.starts[row + 1]))
    return UnsafeBufferPointer(rebasing: view.keys[start..<end])
  }

  /// The rule files inside: name, path, text.
  package var rules: [(name: String, path: String, bytes: [UInt8])] {
    guard let table = tables.first(where: { $0.name == OverlayBuilder.rulesTable }) else {
      return []
    }
    return (0..<table.rowCount).map {
      (table.cell($0, 0), table.cell($0, 1), Array(table.bytes($0, 2)))
    }
  }
}
