/// Ties 王总 and 李先生 to the last person of that family name.
struct Honorifics: Sendable {
  private let words: ShortWordSet

  init(lexicon: Lexicon) throws(LexiconError) {
    let table = try NameTables.table("names/naming-words", lexicon)
    let use = try NameTables.column("use", of: table)
    var keys: [UInt64] = []
    for row in 0..<table.rowCount where table.holds(row, use, "address") {
      keys.append(ShortWordSet.key(lexicon.folded(table.cell(row, 0))))
    }
    words = ShortWordSet(keys)
  }

  /// Adds a spot for every such form and answers which spot it stands for.
  func find(in draft: inout MentionDraft) -> [(alias: Int, source: Int)] {
    var links: [(alias: Int, source: Int)] = []
    var lastOfName = HashMap<Int>()
    guard draft.spots.contains(where: { $0.kind == .person }) else { return [] }
    var place = MarkedTokens(TokenMarks.Bit.covered, draft)
    /// Family names so far, by their low bits.
    var heads: UInt64 = 0
    while place.next(draft) {
      let token = place.token
      if draft.owner[token] < 0 {
        guard heads >> UInt64(draft.head(token) & 63) & 1 != 0 else { continue }
      }
      if let spot = draft.spot(at: token), spot.kind == .person,
        spot.tokens.lowerBound == token, draft.span(spot.tokens).count > 1
      {
        if spot.origin == .shape, isAddress(draft.span(spot.tokens), draft.text) {
          let source = lastOfName[UInt64(draft.head(token))]
          let number = Int(draft.owner[token])
          guard let source else {
            draft.remove(number)
            continue
          }
          draft.update(number) {
            $0.origin = .alias
            $0.via = .alias
          }
          links.append((number, source))
          continue
        }
        lastOfName[UInt64(draft.head(token))] = Int(draft.owner[token])
        heads |= 1 << UInt64(draft.head(token) & 63)
        place.add(TokenMarks.Bit.single)
      } else if draft.owner[token] < 0,
        let source = lastOfName[UInt64(draft.head(token))],
        isAddressed(token, place.bounds, draft)
      {
        let spot = Spot(
          tokens: token..<token + 2, kind: .person, origin: .alias, via: .alias, points: 5)
        if draft.add(spot) { links.append((draft.spots.count - 1, source)) }
      }
    }
    return links
  }

  /// Whether a name by shape is a family name and a form of address: 林总.
  private func isAddress(_ span: TextSpan, _ text: TextView) -> Bool {
    span.count > 1
      && words.contains(ShortWordSet.key(text.folded[span.start + 1..<span.end]))
  }

  private func isAddressed(_ token: Int, _ bounds: Range<Int>, _ draft: MentionDraft) -> Bool {
    guard draft.owner[token] < 0, token + 1 < bounds.upperBound, draft.length(token + 1) <= 2 else {
      return false
    }
    let span = draft.tokens[token + 1].span
    return words.contains(ShortWordSet.key(draft.text.folded[span.start..<span.end]))
  }
}
