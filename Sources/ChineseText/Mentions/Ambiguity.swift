/// Decides whether an ambiguous surface (小米, 理想, 方正) is a name here.
struct Ambiguity: Sendable {
  private struct Row: Sendable {
    let kind: MentionKind?
    let cues: [[UInt16]]
  }

  private var rows: [Int32: Row] = [:]

  init(lexicon: Lexicon) throws(LexiconError) {
    let table = try NameTables.table("names/ambiguous", lexicon)
    let name = try NameTables.column("name", of: table)
    let cues = try NameTables.column("cues", of: table)
    for row in 0..<table.rowCount {
      guard let word = lexicon.word(table.cell(row, 0)) else { continue }
      rows[word] = Row(
        kind: table.values(row, name).first.flatMap { MentionKind(rawValue: $0) },
        cues: table.values(row, cues).map { lexicon.folded($0) })
    }
  }

  /// The kind that the surface has as a name, where the table says so.
  func kind(of word: Int32) -> MentionKind? { rows[word]?.kind }

  /// Whether the name reading needs no cue.
  func isNameByDefault(_ word: Int32) -> Bool { rows[word]?.cues.isEmpty ?? true }

  /// Whether a cue of the surface stands in `sentence` outside the surface itself.
  func hasCue(_ word: Int32, _ span: TextSpan, in sentence: TextSpan, _ text: TextView) -> Bool {
    guard let row = rows[word] else { return true }
    return row.cues.contains { cue in
      find(cue, from: sentence.start, to: span.start, text)
        || find(cue, from: span.end, to: sentence.end, text)
    }
  }

  private func find(_ cue: [UInt16], from: Int, to end: Int, _ text: TextView) -> Bool {
    guard let first = cue.first, end - from >= cue.count else { return false }
    for offset in from...end - cue.count
    where text.folded[offset] == first && text.matches(cue, at: offset) {
      return true
    }
    return false
  }
}
