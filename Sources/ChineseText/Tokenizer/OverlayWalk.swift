/// Finds a user's words in a sentence and makes them win in its lattice.
///
/// A user's word is one token wherever it stands: no other word begins in it, ends in it or reaches
/// over it. Of two words that overlap the one that begins first wins, of two that begin together
/// the longer one. A word does not begin or end inside a run of letters or of digits. A forced cut
/// holds unless a word holds its whole text; other words do not cross it. O(length × longest word).
struct OverlayWalk {
  private let overlay: Overlay
  private let classes: UnsafeBufferPointer<UInt8>

  /// A walk over the words that a lexicon got from its user.
  init(_ overlay: Overlay, _ lexicon: Lexicon) {
    self.overlay = overlay
    classes = lexicon.classTable
  }

  /// What is forced: a user's word, or a cut (without length, row -1).
  struct Piece {
    let start: Int
    let end: Int
    let row: Int
  }

  /// A user's word that only weighs as words of the base do.
  struct Weighed {
    let start: Int
    let end: Int
    let row: Int
    let cost: Int32
  }

  /// A forced cut, and the text that asks for it.
  private struct Cut {
    let place: Int
    let start: Int
    let end: Int
  }

  /// Makes the user's words and cuts win in a filled lattice.
  func force(in lattice: Lattice, count: Int) {
    let pieces = pieces(Units(start: lattice.units, count: count))
    if pieces.isEmpty { return }
    lattice.bar(pieces.map(\.start), count: count)
    for piece in pieces where piece.row >= 0 {
      for position in piece.start..<piece.end { lattice.block(position) }
      lattice.add(
        from: piece.start, to: piece.end, cost: 0,
        state: Int32(truncatingIfNeeded: piece.row) | Lattice.overlayFlag)
    }
  }

  /// Adds the words that only weigh as words of the base do as edges.
  func addWeighed(to lattice: Lattice, count: Int) {
    guard overlay.hasWeighed else { return }
    forEachWeighed(Units(start: lattice.units, count: count)) { word in
      lattice.add(
        from: word.start, to: word.end, cost: word.cost,
        state: Int32(truncatingIfNeeded: word.row) | Lattice.overlayFlag)
    }
  }

  /// What is forced in a sentence of a text, as scalars of the text.
  func pieces(of text: FoldedText, in span: TextSpan) -> [Piece] {
    text.folded.withUnsafeBufferPointer { folded in
      pieces(Units(rebasing: folded[span.start..<span.end])).map {
        Piece(start: $0.start + span.start, end: $0.end + span.start, row: $0.row)
      }
    }
  }

  /// The weighed words of a sentence of a text, as scalars of the text.
  func weighed(of text: FoldedText, in span: TextSpan) -> [Weighed] {
    var result: [Weighed] = []
    text.folded.withUnsafeBufferPointer { folded in
      forEachWeighed(Units(rebasing: folded[span.start..<span.end])) { word in
        result.append(
          Weighed(
            start: word.start + span.start, end: word.end + span.start, row: word.row,
            cost: word.cost))
      }
    }
    return result
  }

  private typealias Units = UnsafeBufferPointer<UInt16>

  private func pieces(_ units: Units) -> [Piece] {
    let cuts = overlay.hasCuts ? self.cuts(units) : []
    let words = words(units, cuts)
    return cuts.isEmpty ? words : Self.merge(words, cuts)
  }

  /// The words that win, from left to right.
  private func words(_ units: Units, _ cuts: [Cut]) -> [Piece] {
    var result: [Piece] = []
    let firsts = overlay.view.firsts
    var start = 0
    while start < units.count {
      if firsts[Int(units[start])] == 0 {
        start &+= 1
        continue
      }
      var piece = Piece(start: start, end: start, row: -1)
      forEachKey(units, from: start) { row, end in
        guard overlay.costs[row] == Overlay.wins else { return }
        if !cuts.isEmpty, Self.crosses(cuts, start, end) { return }
        piece = Piece(start: start, end: end, row: row)
      }
      if piece.row >= 0 { result.append(piece) }
      start = max(piece.end, start &+ 1)
    }
    return result
  }

  private static func crosses(_ cuts: [Cut], _ start: Int, _ end: Int) -> Bool {
    cuts.contains { cut in
      start < cut.place && cut.place < end && !(start <= cut.start && cut.end <= end)
    }
  }

  private func cuts(_ units: Units) -> [Cut] {
    var result: [Cut] = []
    for start in units.indices {
      forEachKey(units, from: start) { row, end in
        guard overlay.costs[row] == Overlay.cut else { return }
        var places = overlay.rowTags[row]
        while places != 0 {
          result.append(Cut(place: start + places.trailingZeroBitCount, start: start, end: end))
          places &= places - 1
        }
      }
    }
    return result
  }

  /// Words and the cuts outside them, in order.
  private static func merge(_ words: [Piece], _ cuts: [Cut]) -> [Piece] {
    var result: [Piece] = []
    var next = 0
    for place in Set(cuts.map(\.place)).sorted() {
      while next < words.count, words[next].end <= place {
        result.append(words[next])
        next += 1
      }
      if next < words.count, words[next].start < place { continue }
      result.append(Piece(start: place, end: place, row: -1))
    }
    return result + words[next...]
  }

  private func forEachWeighed(_ units: Units, _ body: (Weighed) -> Void) {
    for start in units.indices {
      forEachKey(units, from: start) { row, end in
        let cost = overlay.costs[row]
        guard cost != Overlay.wins, cost != Overlay.cut else { return }
        body(
          Weighed(start: start, end: end, row: row, cost: Int32(truncatingIfNeeded: cost)))
      }
    }
  }

  /// The keys that stand at a place, between places where a word may begin and end.
  @inline(__always)
  private func forEachKey(
    _ units: Units, from start: Int, _ body: (_ row: Int, _ end: Int) -> Void
  ) {
    if start > 0, joins(units, start) { return }
    overlay.view.forEachKey(in: units, from: start, to: units.count) { row, end in
      if end == units.count || !joins(units, end) { body(row, end) }
    }
  }

  /// Whether a run of letters or digits goes on from the character before.
  @inline(__always)
  private func joins(_ units: Units, _ place: Int) -> Bool {
    let kind = classes[Int(units[place])]
    guard kind == CharacterClass.letter.rawValue || kind == CharacterClass.digit.rawValue
    else { return false }
    return classes[Int(units[place &- 1])] == kind
  }
}
