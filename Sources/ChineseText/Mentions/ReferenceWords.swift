/// The words that point to what was named before.
struct ReferenceWords: Sendable {
  /// How a word points.
  enum Use: String {
    /// `proximal` is a demonstrative for what was named last: 这家.
    case pronoun, plural, latter, former, demonstrative, proximal, noun, bare
  }

  /// A word with what it can point to; a kind of nil means any.
  struct Word: Sendable {
    let use: Use
    /// company, organization, person or product; nothing for any.
    let kind: MentionKind?
    /// 平台: a company or a product.
    let isParty: Bool
    /// Whether 这 stands before it.
    var isProximal = false
  }

  private var words = HashMap<Word>()
  /// What references and their nouns begin with.
  private let heads = CharacterSet16()
  /// What references begin with; nouns need a demonstrative before them.
  let starts = CharacterSet16()

  init(lexicon: Lexicon) throws(LexiconError) {
    let table = try NameTables.table("names/references", lexicon)
    let kind = try NameTables.column("kind", of: table)
    let use = try NameTables.column("use", of: table)
    for row in 0..<table.rowCount {
      guard let use = Use(rawValue: table.cell(row, use)) else {
        throw LexiconError(
          file: table.name + ".tsv", message: "row \(row + 1): unknown use \(table.cell(row, use))")
      }
      let units = lexicon.folded(table.cell(row, 0))
      words[StableHash.of(units)] = Word(
        use: use, kind: MentionKind(rawValue: table.cell(row, kind)),
        isParty: table.cell(row, kind) == "party")
      guard let first = units.first else { continue }
      heads.insert(first)
      if use != .noun { starts.insert(first) }
    }
  }

  /// The word that exactly fills a span.
  func word(_ text: TextView, _ span: TextSpan) -> Word? {
    guard span.count <= 6, span.count > 0, heads[text.folded[span.start]] else {
      return nil
    }
    return words[StableHash.of(text.folded[span.start..<span.end])]
  }
}
