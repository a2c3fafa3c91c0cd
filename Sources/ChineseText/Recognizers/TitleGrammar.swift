/// Completes titles to the left by words of rank and field (高级|投资|顾问), and takes away the words
/// that are titles only beside a person: 代表 is a verb too.
struct TitleGrammar: Sendable {
  /// Words of rank and field by hash.
  private var uses = HashMap<Bool>()
  /// Titles that need a person, by word.
  private var weak = HashMap<Bool>()
  /// Words before a title that are taken in at most.
  private static let longest = 4
  /// 副: the rank of the title behind it is another one.
  private static let deputy: UInt16 = 0x526F

  /// Reads the tables; without them titles stay as the lexicon has them.
  init(lexicon: Lexicon) throws(LexiconError) {
    var units: [UInt16] = []
    if let words = lexicon.table("names/title-words") {
      for row in 0..<words.rowCount {
        lexicon.fold(words.bytes(row, 0), into: &units)
        uses[StableHash.of(units)] = true
      }
    }
    guard let occupations = lexicon.table("names/occupations") else { return }
    let kind = try NameTables.column("use", of: occupations)
    for row in 0..<occupations.rowCount where occupations.holds(row, kind, "weak") {
      guard let word = lexicon.word(occupations, row, &units) else { continue }
      weak[UInt64(UInt32(bitPattern: word))] = true
    }
  }

  /// Completes or drops every title of the document.
  func complete(_ draft: inout MentionDraft) {
    for number in 0..<draft.spots.count {
      let spot = draft.spots[number]
      guard spot.kind == .title, !spot.tokens.isEmpty else { continue }
      if isWeak(spot), !isBesidePerson(spot.tokens, draft) {
        draft.remove(number)
        continue
      }
      let start = start(of: spot.tokens.lowerBound, draft)
      guard start < spot.tokens.lowerBound else { continue }
      var longer = spot
      longer.tokens = start..<spot.tokens.upperBound
      longer.word = -1
      if spot.origin == .title, isDeputy(start..<spot.tokens.lowerBound, draft) {
        longer.value = -1
      }
      draft.add(longer)
    }
  }

  private func isWeak(_ spot: Spot) -> Bool {
    weak.find(UInt64(UInt32(bitPattern: spot.word))) >= 0
  }

  private func isDeputy(_ range: Range<Int>, _ draft: MentionDraft) -> Bool {
    range.contains { draft.head($0) == Self.deputy && draft.length($0) == 1 }
  }

  /// Whether a person follows, a blank between or not, or another title of his.
  private func isBesidePerson(_ tokens: Range<Int>, _ draft: MentionDraft) -> Bool {
    var next = tokens.upperBound
    if next < draft.tokens.count, draft.isBlank(next) { next += 1 }
    return draft.spot(at: next)?.kind == .person
  }

  /// The first token of the words of rank and field before `token`.
  private func start(of token: Int, _ draft: MentionDraft) -> Int {
    var start = token
    var left = token - 1
    while left >= 0, token - left <= Self.longest, draft.owner[left] < 0,
      draft.marks[left] & TokenMarks.Bit.han != 0
    {
      let span = draft.tokens[left].span
      // The line before is another one: 最前线 / 作者.
      guard span.end == draft.tokens[left + 1].start else { break }
      guard uses.find(StableHash.of(draft.text.folded[span.start..<span.end])) >= 0 else { break }
      start = left
      left -= 1
    }
    return start
  }
}
