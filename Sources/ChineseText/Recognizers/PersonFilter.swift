/// Keeps the persons by shape that the document bears out, and drops the rest.
struct PersonFilter: Sendable {
  private let score: PersonScore

  init(cues: NameCues, tables: NameTables, lexicon: Lexicon) {
    score = PersonScore(cues: cues, characters: tables.characters, lexicon: lexicon)
  }

  /// A person by shape, with the points of its place.
  private struct Shape {
    let spot: Int
    let key: UInt64
    let points: Int
  }

  /// Least points of a name.
  static let threshold = 5
  /// Least points of a name beside another one in a list.
  private static let listed = -8
  /// What a name loses that is a brand's too.
  private static let brand = 15
  /// What a name loses whose beginning the document names as a person of the lexicon: 雷军|豪.
  private static let begun = 25
  /// What each further time is worth that the document has the name.
  private static let again = 5

  /// Points of one place alone.
  func points(_ spot: Spot, in bounds: Range<Int>, _ draft: MentionDraft) -> Int {
    score.points(spot, in: bounds, draft)
  }

  /// Decides over all persons by shape of the document, by what their best place says.
  func filter(_ draft: inout MentionDraft) {
    joinHyphens(&draft)
    for index in 0..<draft.spots.count where score.isPiece(draft.spots[index], draft) {
      draft.remove(index)
    }
    var sums = HashMap<(best: Int, count: Int)>()
    var shapes: [Shape] = []
    let listed = shortNames(draft)
    // What is another name of a brand at one place is no person elsewhere.
    var brands: [UInt64] = []
    for (index, spot) in draft.spots.enumerated()
    where spot.origin == .shape && !spot.tokens.isEmpty {
      let key = draft.text.nameHash(draft.span(spot.tokens))
      let begun = isBegun(draft.span(spot.tokens), listed, draft) ? Self.begun : 0
      let points = score.points(spot, in: draft.sentences[spot.sentence].tokens, draft) - begun
      let old = sums[key] ?? (-99, 0)
      sums[key] = (max(old.best, points), old.count + 1)
      if score.isBranded(spot, draft) { brands.append(key) }
      shapes.append(Shape(spot: index, key: key, points: points))
    }
    var open: [(spot: Int, tokens: Range<Int>)] = []
    for shape in shapes {
      let sum = sums[shape.key] ?? (0, 0)
      let brand = brands.contains(shape.key) ? Self.brand : 0
      let points = sum.best + Self.again * min(sum.count - 1, 3) - brand
      guard points < Self.threshold else { continue }
      if points >= Self.listed { open.append((shape.spot, draft.spots[shape.spot].tokens)) }
      draft.remove(shape.spot)
    }
    restore(open, &draft)
  }

  /// Persons of the lexicon with two characters that the document names, by hash.
  private func shortNames(_ draft: MentionDraft) -> [UInt64] {
    var names: [UInt64] = []
    for spot in draft.spots where spot.kind == .person && spot.origin == .gazetteer {
      let span = draft.span(spot.tokens)
      guard span.count == 2 else { continue }
      let hash = draft.text.nameHash(span)
      if !names.contains(hash) { names.append(hash) }
    }
    return names
  }

  private func isBegun(_ span: TextSpan, _ listed: [UInt64], _ draft: MentionDraft) -> Bool {
    span.count == 3 && !listed.isEmpty
      && listed.contains(draft.text.nameHash(TextSpan(span.start, span.end - 1)))
  }

  /// Takes back what stands in a list beside a person, from either side.
  private func restore(_ open: [(spot: Int, tokens: Range<Int>)], _ draft: inout MentionDraft) {
    for item in open where isListed(item.tokens, after: true, draft) { add(item, &draft) }
    for item in open.reversed() where isListed(item.tokens, after: false, draft) {
      add(item, &draft)
    }
  }

  private func add(_ item: (spot: Int, tokens: Range<Int>), _ draft: inout MentionDraft) {
    guard item.tokens.allSatisfy({ draft.owner[$0] < 0 }) else { return }
    var spot = draft.spots[item.spot]
    spot.tokens = item.tokens
    draft.add(spot)
  }

  /// Whether a comma of lists or 和 stands between the tokens and a person.
  private func isListed(_ tokens: Range<Int>, after: Bool, _ draft: MentionDraft) -> Bool {
    let joint = after ? tokens.lowerBound - 1 : tokens.upperBound
    let other = after ? joint - 1 : joint + 1
    guard joint >= 0, joint < draft.tokens.count, draft.spot(at: other)?.kind == .person else {
      return false
    }
    return draft.marks[joint] & TokenMarks.Bit.listComma != 0
      || draft.tags(joint).contains(.coordinator)
  }

  private static let hyphen: UInt16 = 0x2D

  /// Unites transliterated names that a hyphen joins: 威廉-亚历山大.
  private func joinHyphens(_ draft: inout MentionDraft) {
    for index in 0..<draft.spots.count {
      let spot = draft.spots[index]
      guard spot.origin == .shape, !spot.tokens.isEmpty else { continue }
      let joint = spot.tokens.upperBound
      guard draft.head(joint) == Self.hyphen, let next = draft.spot(at: joint + 1),
        next.origin == .shape, draft.tags(spot.tokens.lowerBound).contains(.foreignName),
        draft.tags(joint + 1).contains(.foreignName)
      else { continue }
      var whole = spot
      whole.tokens = spot.tokens.lowerBound..<next.tokens.upperBound
      draft.add(whole)
    }
  }
}
