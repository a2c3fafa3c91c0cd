/// Decides whether an ambiguous surface (小米, 理想, 方正) is a name here.
struct Ambiguity: Sendable {
  private struct Row: Sendable {
    let kind: MentionKind?
    /// Indices into `cues`.
    let cues: Range<Int>
  }

  /// Rows by word.
  private var rows = HashMap<Row>()
  /// Cues of all rows: stretches of `units`.
  private var cues: [Range<Int>] = []
  private var units: [UInt16] = []

  init(lexicon: Lexicon) throws(LexiconError) {
    let table = try NameTables.table("names/ambiguous", lexicon)
    let name = try NameTables.column("name", of: table)
    let cueColumn = try NameTables.column("cues", of: table)
    var folded: [UInt16] = []
    for row in 0..<table.rowCount {
      guard let word = lexicon.word(table, row, &folded) else { continue }
      var kinds: [MentionKind?] = []
      table.forEachValue(row, name) { kinds.append(MentionKind(utf8: $0)) }
      let first = cues.count
      table.forEachValue(row, cueColumn) {
        lexicon.fold(UnsafeBufferPointer(rebasing: $0), into: &folded)
        cues.append(units.count..<units.count + folded.count)
        units += folded
      }
      rows[Self.key(word)] = Row(kind: kinds.first ?? nil, cues: first..<cues.count)
    }
  }

  private static func key(_ word: Int32) -> UInt64 { UInt64(UInt32(bitPattern: word)) }

  /// The kind that the surface has as a name, where the table says so.
  func kind(of word: Int32) -> MentionKind? { rows[Self.key(word)]?.kind }

  /// Whether the name reading needs no cue.
  func isNameByDefault(_ word: Int32) -> Bool { rows[Self.key(word)]?.cues.isEmpty ?? true }

  /// Whether a cue of the surface stands in `sentence` outside the surface itself.
  func hasCue(_ word: Int32, _ span: TextSpan, in sentence: TextSpan, _ text: TextView) -> Bool {
    guard let row = rows[Self.key(word)] else { return true }
    guard !row.cues.isEmpty else { return false }
    var heads: UInt64 = 0
    for unit in text.folded[sentence.start..<sentence.end] { heads |= 1 << UInt64(unit & 63) }
    for index in row.cues {
      let cue = cues[index]
      guard !cue.isEmpty, heads >> UInt64(units[cue.lowerBound] & 63) & 1 != 0 else { continue }
      if find(cue, from: sentence.start, to: span.start, text)
        || find(cue, from: span.end, to: sentence.end, text)
      {
        return true
      }
    }
    return false
  }

  private func find(_ cue: Range<Int>, from: Int, to end: Int, _ text: TextView) -> Bool {
    guard !cue.isEmpty, end - from >= cue.count, from >= 0, end <= text.count else { return false }
    let first = units[cue.lowerBound]
    for offset in from...end - cue.count
    where text.folded[offset] == first && matches(cue, at: offset, text) {
      return true
    }
    return false
  }

  private func matches(_ cue: Range<Int>, at offset: Int, _ text: TextView) -> Bool {
    for index in cue where units[index] != text.folded[offset + index - cue.lowerBound] {
      return false
    }
    return true
  }
}
