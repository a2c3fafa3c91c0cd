/// Reads what a text says in parentheses right after a name: short forms, translations, former
/// names, tickers.
struct StatedNames: Sendable {
  /// A second name beside a first.
  struct Statement {
    /// Spot of the first name.
    let spot: Int
    /// The second name.
    let span: TextSpan
    /// Tokens of the second name.
    let tokens: Range<Int>
    /// What ties the two.
    let basis: Basis
  }

  /// What the text says of a second name.
  enum Basis: String {
    case short, translation, former, ticker
  }

  /// Uses of the naming words by hash.
  private var uses = HashMap<Basis>()
  private static let longest = 14

  init(lexicon: Lexicon) throws(LexiconError) {
    let table = try NameTables.table("names/naming-words", lexicon)
    let use = try NameTables.column("use", of: table)
    for row in 0..<table.rowCount where !table.holds(row, use, "address") {
      uses[StableHash.of(lexicon.folded(table.cell(row, 0)))] =
        Basis(rawValue: table.cell(row, use)) ?? .short
    }
  }

  /// All statements of the document, in order.
  func find(in draft: MentionDraft) -> [Statement] {
    var result: [Statement] = []
    guard draft.marked(TokenMarks.Bit.bracket, from: 0) < draft.tokens.count else { return [] }
    for (number, spot) in draft.spots.enumerated()
    where !spot.tokens.isEmpty && spot.kind.isEntity && spot.kind != .place {
      var open = spot.tokens.upperBound
      while draft.head(open) == 0x201D || draft.head(open) == 0x300B || draft.isBlank(open) {
        open += 1
      }
      guard draft.head(open) == 40, let close = closing(open, draft) else { continue }
      read(open + 1..<close, of: number, spot, draft, into: &result)
    }
    return result
  }

  /// The bracket that closes the one at `open`, on the same line and not far.
  private func closing(_ open: Int, _ draft: MentionDraft) -> Int? {
    var token = open + 1
    while token < draft.tokens.count, token - open <= Self.longest {
      let head = draft.head(token)
      if head == 41 { return token > open + 1 ? token : nil }
      if head == 40 || head == 0x3002 { return nil }
      token += 1
    }
    return nil
  }

  private func read(
    _ inner: Range<Int>, of number: Int, _ spot: Spot, _ draft: MentionDraft,
    into result: inout [Statement]
  ) {
    for part in parts(inner, draft) {
      let (basis, tokens) = basis(part, draft)
      guard let tokens = trimmed(tokens, draft) else { continue }
      let span = draft.span(tokens)
      if let basis {
        guard basis != .ticker, span.count <= 24 else { continue }
        result.append(Statement(spot: number, span: span, tokens: tokens, basis: basis))
      } else if isTranslation(tokens, of: spot, draft) {
        result.append(Statement(spot: number, span: span, tokens: tokens, basis: .translation))
      }
    }
  }

  /// Parts between commas.
  private func parts(_ inner: Range<Int>, _ draft: MentionDraft) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = inner.lowerBound
    for token in inner
    where draft.head(token) == 44 || draft.head(token) == 0x3001 || draft.head(token) == 59 {
      if token > start { parts.append(start..<token) }
      start = token + 1
    }
    if inner.upperBound > start { parts.append(start..<inner.upperBound) }
    return parts
  }

  /// A leading 以下简称 and what follows it.
  private func basis(
    _ part: Range<Int>, _ draft: MentionDraft
  ) -> (Basis?, Range<Int>) {
    for length in stride(from: min(3, part.count), through: 1, by: -1) {
      let words = part.prefix(length)
      let span = draft.span(words)
      if let use = uses[StableHash.of(draft.text.folded[span.start..<span.end])] {
        return (use, part.dropFirst(length))
      }
    }
    return (nil, part)
  }

  /// Without outer blanks, colons and quotation marks.
  private func trimmed(_ tokens: Range<Int>, _ draft: MentionDraft) -> Range<Int>? {
    var tokens = tokens
    while let first = tokens.first, isMark(first, draft) { tokens = tokens.dropFirst() }
    while let last = tokens.last, isMark(last, draft) { tokens = tokens.dropLast() }
    return tokens.isEmpty ? nil : tokens
  }

  private func isMark(_ token: Int, _ draft: MentionDraft) -> Bool {
    draft.kind(token) != CharacterClass.han.rawValue
      && draft.kind(token) != CharacterClass.letter.rawValue
      && draft.kind(token) != CharacterClass.digit.rawValue
  }

  /// Whether a bare part is the same name in the other script.
  private func isTranslation(_ tokens: Range<Int>, of spot: Spot, _ draft: MentionDraft) -> Bool {
    let span = draft.span(tokens)
    let own = draft.text.classes[draft.span(spot.tokens).start]
    let han = CharacterClass.han.rawValue
    let letter = CharacterClass.letter.rawValue
    if draft.text.classes[span.start] == letter {
      guard own == han, span.count >= 2 else { return false }
      return isLatinName(span, draft)
    }
    guard own == letter, span.count >= 2, span.count <= 12 else { return false }
    return tokens.allSatisfy { token in
      draft.kind(token) == han
        && draft.tags(token).isDisjoint(with: [.particle, .reporting, .title, .quantity, .pronoun])
    } && !tokens.contains { draft.spot(at: $0)?.kind == .place }
  }

  /// Latin words that begin with a capital, and nothing but them.
  private func isLatinName(_ span: TextSpan, _ draft: MentionDraft) -> Bool {
    let form = LatinForm(draft.text.scalars, TextSpan(span.start, span.start + 1))
    guard form.isCapitalised || span.count >= 4 else { return false }
    for offset in span.start..<span.end {
      let kind = draft.text.classes[offset]
      let unit = draft.text.folded[offset]
      if kind == CharacterClass.letter.rawValue || kind == CharacterClass.digit.rawValue {
        continue
      }
      if unit == 32 || unit == 45 || unit == 46 || unit == 38 || unit == 0xB7 || unit == 39 {
        continue
      }
      return false
    }
    return true
  }
}
