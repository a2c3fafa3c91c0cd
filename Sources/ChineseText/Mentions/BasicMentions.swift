/// Spots that single tokens give: quantities, titles, names of the lexicon, persons by shape.
struct BasicMentions: Sendable {
  let gazetteer: Gazetteer
  let ambiguity: Ambiguity
  let cues: NameCues
  /// Row of the titles table by word; `Mention.occupation` for those of the other table.
  private var titleRows = HashMap<Int32>()

  init(lexicon: Lexicon, cues: NameCues) throws(LexiconError) {
    gazetteer = Gazetteer(lexicon: lexicon)
    ambiguity = try Ambiguity(lexicon: lexicon)
    self.cues = cues
    readTitles("names/occupations", lexicon) { _ in Mention.occupation }
    readTitles("names/titles", lexicon) { $0 }
  }

  private mutating func readTitles(
    _ name: String, _ lexicon: Lexicon, _ value: (Int) -> Int
  ) {
    var units: [UInt16] = []
    for table in lexicon.tables where table.name == name {
      for row in 0..<table.rowCount {
        guard let word = lexicon.word(table, row, &units) else { continue }
        titleRows[UInt64(UInt32(bitPattern: word))] = Int32(truncatingIfNeeded: value(row))
      }
    }
  }

  /// Adds the spots of all sentences; ambiguous names wait until the document has named them.
  func find(in draft: inout MentionDraft) {
    var waiting: [(token: Int, sentence: Int)] = []
    var place = MarkedTokens(TokenMarks.Bit.tagged, draft)
    while place.next(draft) {
      let tags = draft.tokens[place.token].tags
      if addPlain(place.token, tags, to: &draft) { continue }
      if !addName(place.token, tags, in: place.sentence, to: &draft) {
        waiting.append((place.token, place.sentence))
      }
    }
    addWaiting(waiting, to: &draft)
  }

  /// Quantities and titles.
  private func addPlain(_ token: Int, _ tags: WordTags, to draft: inout MentionDraft) -> Bool {
    let item = draft.tokens[token]
    if item.candidate >= 0 {
      guard let kind = Self.quantityKind(tags) else { return false }
      let value = Int(draft.candidates[Int(item.candidate)].value)
      draft.add(Spot(tokens: token..<token + 1, kind: kind, origin: .quantity, value: value))
      return true
    }
    guard tags.contains(.title), tags.isDisjoint(with: .name) else { return false }
    let row = Int(titleRows[UInt64(UInt32(bitPattern: item.word))] ?? -1)
    let origin: Spot.Origin = row == Mention.occupation ? .occupation : .title
    draft.add(
      Spot(tokens: token..<token + 1, kind: .title, origin: origin, word: item.word, value: row))
    return true
  }

  private static func quantityKind(_ tags: WordTags) -> MentionKind? {
    if tags.contains(.money) { return .money }
    if tags.contains(.time) { return .time }
    if tags.contains(.percent) { return .percent }
    if tags.contains(.count) { return .count }
    if tags.contains(.round) { return .round }
    return nil
  }

  /// Names; answers false where the name has to wait for the rest of the document.
  private func addName(
    _ token: Int, _ tags: WordTags, in number: Int, to draft: inout MentionDraft
  ) -> Bool {
    let item = draft.tokens[token]
    let sentence = draft.sentences[number]
    if item.candidate >= 0 {
      guard tags.contains(.person) else { return true }
      // A shape that a row explains too is that row's person.
      let folded = draft.text.folded[item.start..<item.end]
      if let word = gazetteer.lexicon.word(folded),
        self.kind(of: word, gazetteer.lexicon.tags(word)) == .person,
        !gazetteer.lexicon.tags(word).contains(.ambiguous)
      {
        add(token, .person, .gazetteer, word: word, in: number, to: &draft)
      } else {
        add(token, .person, .shape, in: number, to: &draft)
      }
      return true
    }
    guard var kind = kind(of: item.word, tags) else {
      // A listed foreign name alone: its place decides.
      if tags.contains(.foreignName), item.end - item.start > 1 {
        add(token, .person, .shape, in: number, to: &draft)
      }
      return true
    }
    if kind == .company, tags.contains(.product), isSite(token, in: sentence.tokens, draft) {
      kind = .product
    }
    if tags.contains(.ambiguous) {
      if ambiguity.isNameByDefault(item.word) {
        if isCounted(token, in: sentence.tokens, draft) { return true }
      } else if !ambiguity.hasCue(item.word, item.span, in: sentence.span, draft.text) {
        return false
      }
    }
    add(token, kind, .gazetteer, in: number, to: &draft)
    return true
  }

  /// Whether a text speaks of a firm's site or app of the same name, not of the firm: 在微博发文,
  /// 知乎上, 微博账号.
  private func isSite(_ token: Int, in bounds: Range<Int>, _ draft: MentionDraft) -> Bool {
    if draft.head(draft.previous(token, in: bounds)) == Self.at { return true }
    let next = draft.next(token + 1, in: bounds)
    guard next >= 0 else { return false }
    if draft.tags(next).contains(.locative), draft.length(next) == 1 { return true }
    let points = cues.points(draft.tokens[next].word)
    return NameCues.after(points, .product) > NameCues.after(points, .company)
  }

  private static let at = "在".utf16.first ?? 0

  private func add(
    _ token: Int, _ kind: MentionKind, _ origin: Spot.Origin, word: Int32? = nil,
    in sentence: Int, to draft: inout MentionDraft
  ) {
    draft.add(
      Spot(
        tokens: token..<token + 1, sentence: sentence, kind: kind, origin: origin,
        word: word ?? draft.tokens[token].word, points: origin == .shape ? 0 : 10))
  }

  /// The kind a word of the lexicon names.
  func kind(of word: Int32, _ tags: WordTags) -> MentionKind? {
    if tags.contains(.ambiguous), let kind = ambiguity.kind(of: word) { return kind }
    if tags.contains(.company) { return .company }
    if tags.contains(.organization) { return .organization }
    if tags.contains(.product) { return .product }
    if tags.contains(.person) { return .person }
    return tags.contains(.place) ? .place : nil
  }

  /// Whether a number or measure stands right before a token: 三个苹果.
  private func isCounted(_ token: Int, in bounds: Range<Int>, _ draft: MentionDraft) -> Bool {
    let before = draft.previous(token, in: bounds)
    return !draft.tags(before).isDisjoint(with: [.measure, .count])
  }

  private static func key(_ entry: LexiconEntry) -> UInt64 {
    UInt64(truncatingIfNeeded: entry.tableIndex) << 32 | UInt64(truncatingIfNeeded: entry.row)
  }

  /// Accepts a waiting name where the document names the same thing without doubt, or where it
  /// stands in a list with a sure name of its kind.
  private func addWaiting(_ waiting: [(token: Int, sentence: Int)], to draft: inout MentionDraft) {
    guard !waiting.isEmpty else { return }
    var named = HashMap<Bool>()
    var last: Int32 = -1
    for spot in draft.spots where spot.origin == .gazetteer && spot.word != last {
      last = spot.word
      _ = gazetteer.lexicon.entry(of: spot.word) { entry in
        named[Self.key(entry)] = true
        return false
      }
    }
    for (token, number) in waiting {
      let item = draft.tokens[token]
      guard let kind = kind(of: item.word, item.tags) else { continue }
      let isNamed =
        gazetteer.lexicon.entry(of: item.word, where: { named.find(Self.key($0)) >= 0 }) != nil
      guard isNamed || isListed(token, kind, in: draft.sentences[number].tokens, draft) else {
        continue
      }
      add(token, kind, .gazetteer, in: number, to: &draft)
    }
  }

  /// Whether a firm stands beside a name in a list: 比亚迪、吉利等, 京东与美的达成合作. A noun or 的
  /// behind a pair may make the name a word again.
  private func isListed(
    _ token: Int, _ kind: MentionKind, in bounds: Range<Int>, _ draft: MentionDraft
  ) -> Bool {
    guard kind == .company else { return false }
    func isFirm(_ other: Int) -> Bool {
      guard bounds.contains(other), let spot = draft.spot(at: other) else { return false }
      return spot.kind == .company && spot.origin == .gazetteer
    }
    func joins(_ mark: Int, isStrict: Bool) -> Bool {
      guard bounds.contains(mark) else { return false }
      return draft.head(mark) == Self.listComma
        || !isStrict && draft.tags(mark).contains(.coordinator) && draft.length(mark) == 1
    }
    let next = token + 1
    let isOpen =
      bounds.contains(next)
      && (draft.head(next) == Self.possessive || draft.tags(next).contains(.noun))
    return joins(token - 1, isStrict: isOpen) && isFirm(token - 2)
      || joins(next, isStrict: false) && isFirm(token + 2)
  }

  private static let listComma = "、".utf16.first ?? 0
  private static let possessive = "的".utf16.first ?? 0
}
