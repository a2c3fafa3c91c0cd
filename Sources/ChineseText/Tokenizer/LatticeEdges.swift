/// Lists the words that could begin at each place of a sentence, in the kernel's order: of equals
/// the kernel keeps the first.
///
/// The slow, checked counterpart of the walks in `Tokenizer`.
struct LatticeEdges {
  let text: FoldedText
  let sentence: TextSpan
  let lexicon: Lexicon
  /// The candidates of the sentence, by start.
  private let candidates: [Int: [Candidate]]
  /// What a user's data say of the sentence.
  private let own: [OverlayWalk.Piece]
  private let weighed: [OverlayWalk.Weighed]

  /// - Parameter candidates: those of the sentence, in the order that the kernel gets them.
  init(_ text: FoldedText, _ sentence: TextSpan, _ candidates: [Candidate], _ lexicon: Lexicon) {
    self.text = text
    self.sentence = sentence
    self.lexicon = lexicon
    self.candidates = Dictionary(grouping: candidates, by: \.start)
    let walk = lexicon.overlay.map { OverlayWalk($0, lexicon) }
    own = walk?.pieces(of: text, in: sentence) ?? []
    weighed = walk?.weighed(of: text, in: sentence) ?? []
  }

  /// The words that begin at a place; none inside a Latin or digit run. Words that would end
  /// inside one are left out. Where a user's word stands there is no other, and none reaches into
  /// it or over a forced cut.
  func edges(at start: Int) -> [LatticeEdge] {
    if let piece = own.first(where: { $0.start <= start && start < $0.end }) {
      guard piece.start == start else { return [] }
      let row = Int32(truncatingIfNeeded: piece.row + lexicon.wordCount)
      return [word(start, piece.end, 0, row, .user)]
    }
    let next = own.first { $0.start > start }?.start ?? sentence.end
    return weighedEdges(at: start).filter { $0.span.end <= next }
  }

  /// The words that begin at a place where nothing is forced.
  private func weighedEdges(at start: Int) -> [LatticeEdge] {
    guard !isInsideRun(start) else { return [] }
    var edges = [character(at: start)]
    lexicon.forEachOwnWord(in: text.codes, from: start, to: sentence.end) { end, cost, row in
      if end > start + 1 { edges.append(word(start, end, cost, row, .dictionary)) }
    }
    for item in weighed where item.start == start {
      let row = Int32(truncatingIfNeeded: item.row + lexicon.wordCount)
      edges.append(word(start, item.end, item.cost, row, .user))
    }
    for candidate in (candidates[start] ?? []).reversed() {
      guard candidate.end > start, candidate.end <= sentence.end else { continue }
      edges.append(
        LatticeEdge(
          start, candidate.end, cost: candidate.cost, origin: .recognizer, word: -1,
          tags: candidate.tags))
    }
    return edges.filter { $0.span.end == sentence.end || !isInsideRun($0.span.end) }
  }

  /// Whether a run of letters or of digits goes on at a place.
  func isInsideRun(_ place: Int) -> Bool {
    guard place > sentence.start, place < sentence.end else { return false }
    let kind = text.classes[place]
    return UnknownWords.isRunClass(kind) && text.classes[place - 1] == kind
  }

  /// The single character at a place, which may be a word of the dictionary.
  private func character(at start: Int) -> LatticeEdge {
    var row: Int32 = -1
    lexicon.forEachOwnWord(in: text.codes, from: start, to: start + 1) { _, _, own in row = own }
    let cost = lexicon.single[Int(text.codes[start])]
    return word(start, start + 1, cost, row, row < 0 ? .character : .dictionary)
  }

  private func word(
    _ start: Int, _ end: Int, _ cost: Int32, _ row: Int32, _ origin: LatticeEdge.Origin
  ) -> LatticeEdge {
    let kind = CharacterClass(rawValue: text.classes[start])
    var tags = lexicon.tags(row)
    switch kind {
    case .han: if row < 0 { tags.formUnion(.unknown) }
    case .letter: tags.formUnion(.latin)
    case .digit: if row < 0 { tags.formUnion(.number) }
    default: if end == start + 1 { tags.formUnion(.punctuation) }
    }
    return LatticeEdge(start, end, cost: cost, origin: origin, word: row, tags: tags)
  }
}

extension Lexicon {
  /// Calls `body` with end, cost and row of every word of this lexicon alone (no overlay's) that
  /// begins at `start` and ends at most at `limit`, the shorter first. O(longest word).
  func forEachOwnWord(
    in codes: [UInt16], from start: Int, to limit: Int, _ body: (Int, Int32, Int32) -> Void
  ) {
    guard start >= 0, start < limit, limit <= codes.count else { return }
    let code = Int(codes[start])
    guard code > 0, code < first.count, first[code] != 0 else { return }
    var state = Int(first[code] & TrieBuilder.mask22)
    var base = Int(first[code] >> 22)
    var end = start + 1
    while state < nodes.count {
      let cost = nodes[state] >> 44
      let row = ranks.row(ofState: state)
      if cost != TrieBuilder.noCost, row >= 0 {
        body(end, Int32(truncatingIfNeeded: cost), row)
      }
      guard base != 0, end < limit, codes[end] != 0 else { return }
      let next = base + Int(codes[end])
      guard next < nodes.count, nodes[next] & TrieBuilder.mask22 == UInt64(state) else { return }
      state = next
      base = Int(nodes[next] >> 22 & TrieBuilder.mask22)
      end += 1
    }
  }
}
