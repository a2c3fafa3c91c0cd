/// Proposes Chinese person names by shape: a family name and one or two given-name characters.
///
/// Every proposal costs what the parts cost; a title or a verb of saying beside it makes it
/// cheaper. The lattice decides against the ordinary words of the same stretch.
struct PersonRecognizer: Sendable {
  /// Statistics of the characters.
  private let tables: NameTables
  /// Its characters.
  let characters: NameCharacters
  /// Knows the words that are never names.
  private let lexicon: Lexicon

  /// Cost of being a person's name at all.
  private let base: Int32
  /// A name of two characters is likelier to be something else.
  private let short: Int32
  /// What a cue on one side is worth.
  private let cue: Int32
  /// What a mark, a word of grammar or the end of the sentence after the name is worth.
  private let edge: Int32
  /// What a word of grammar as the last character costs more: 陈奇将.
  private let grammar: Int32
  /// What a family name that is seldom a word by itself is worth: 郭|建设.
  private let pure: Int32
  /// Given names of one character take the whole weight; the second of two is freer.
  private let ceiling: Int32

  /// A rarer family name makes up brands as well: 鹿鸣.
  private static let rare = 7 * Candidate.unit

  init(tables: NameTables, lexicon: Lexicon) {
    base = tables.costs[.person]
    short = tables.costs[.personShort]
    cue = tables.costs[.personCue]
    edge = tables.costs[.personEdge]
    grammar = tables.costs[.personGrammar]
    pure = tables.costs[.personPure]
    ceiling = tables.costs[.personLimit]
    self.tables = tables
    self.lexicon = lexicon
    characters = tables.characters
  }

  /// Appends the names that begin at `start`, whose character has these roles, but for those that
  /// cannot win over the words of the lexicon.
  func recognize(
    _ text: TextView, at start: Int, _ roles: UInt16, in sentence: TextSpan, _ floor: WordFloor,
    into out: inout [Candidate]
  ) {
    if roles & NameTables.Role.surname != 0 {
      let cost = characters.surname(text, start)
      propose(text, start, roles, given: start + 1, cost, in: sentence, floor, into: &out)
    }
    if roles & NameTables.Role.compound != 0, start + 1 < sentence.end {
      let key = UInt64(text.folded[start]) << 16 | UInt64(text.folded[start + 1])
      if let cost = tables.compounds[key], !isNumeral(text, start) {
        propose(text, start, roles, given: start + 2, cost, in: sentence, floor, into: &out)
      }
    }
  }

  private func propose(
    _ text: TextView, _ start: Int, _ roles: UInt16, given: Int, _ surname: Int32,
    in sentence: TextSpan, _ floor: WordFloor, into out: inout [Candidate]
  ) {
    guard given < sentence.end else { return }
    let first = characters.given(text, given)
    guard first > 0 else { return }
    // The ceiling is one for the parts of the name alone.
    let parts = base &+ surname &+ first
    let relief = roles & NameTables.Role.pure != 0 && surname < Self.rare ? pure : 0
    let second = given + 1 < sentence.end ? characters.given(text, given + 1) : 0
    let isShort = parts &+ short < ceiling && mayWin(parts &+ short, start, given + 1, floor)
    let isLong =
      second > 0 && parts &+ second < ceiling
      && mayWin(parts &- relief &+ second, start, given + 2, floor)
    guard isShort || isLong else { return }
    let leftCue = hasCueBefore(text, start, in: sentence)
    var cost = parts
    if !leftCue, roles & NameTables.Role.grammar != 0 {
      let isPreposition = roles & NameTables.Role.preposition != 0
      cost = cost &+ (isPreposition ? 2 &* grammar : grammar)
    }
    // 孙晶|孙女士: the family name again begins a form of address.
    let isEcho =
      isLong && text.folded[given + 1] == text.folded[start] && given == start + 1
      && text.folded[given] != text.folded[start]
    let echo = isEcho ? 2 &* grammar : 0
    if isShort { add(text, start, given + 1, cost &+ short, leftCue, in: sentence, floor, &out) }
    if isLong {
      // 潘凝|却认为: a word of grammar ends no name that much cheaper.
      let isOpen = characters.roles(text, given + 1) & NameTables.Role.grammar != 0
      let whole = cost &- (isOpen ? 0 : relief) &+ second &+ echo
      add(text, start, given + 2, whole, leftCue, in: sentence, floor, &out)
    }
  }

  /// Whether a name whose parts cost so much may cost less than words of the lexicon with all cues
  /// that there could be.
  @inline(__always)
  private func mayWin(_ cost: Int32, _ start: Int, _ end: Int, _ floor: WordFloor) -> Bool {
    max(cost &- cue &- max(cue, edge), 1) < floor.cost(start, end)
  }

  private func add(
    _ text: TextView, _ start: Int, _ end: Int, _ cost: Int32, _ leftCue: Bool,
    in sentence: TextSpan, _ floor: WordFloor, _ out: inout [Candidate]
  ) {
    var cost = cost
    let isLast = end >= sentence.end
    let (kind, head, _) = text.character(end)
    let next = isLast ? 0 : characters.roles(text, end)
    if !isLast, kind == CharacterClass.han.rawValue,
      characters.roles(text, end - 1) & NameTables.Role.grammar != 0,
      next & NameTables.Role.grammar == 0 || isTorn(text, end) || !joins(text, end - 1)
    {
      // 伏清和|因病: what joins names stands before no preposition.
      cost = cost &+ grammar
    }
    var cues: Int32 = leftCue ? 1 : 0
    if !isLast, head == 32 || next & NameTables.Role.after != 0,
      hasCueAfter(text, end, in: sentence)
    {
      cues += 1
    } else if !isLast, next & NameTables.Role.grammar != 0, next & NameTables.Role.preposition == 0,
      !isTorn(text, end), hasCueAfter(text, end + 1, in: sentence)
    {
      // An adverb may part the name from its verb: 却认为, 也表示.
      cues += 1
    } else if isLast || kind > CharacterClass.digit.rawValue
      || next & NameTables.Role.grammar != 0
    {
      // A mark, a word of grammar or the end of the sentence stands behind the name.
      cost = cost &- edge
    }
    cost = max(cost &- cues &* cue, 1)
    if end &- start == 3, floor.mayHaveName(start) {
      let isClosed =
        isLast || kind > CharacterClass.digit.rawValue || cues > (leftCue ? 1 : 0)
        || next & NameTables.Role.preposition != 0
      cost = besideListed(text, start, end, cost, isClosed: isClosed)
    }
    guard cost < floor.cost(start, end) else { return }
    if cues > 0, end - start < 4, isDenied(text, start, end) { return }
    out.append(Candidate(start: start, end: end, tags: .person, cost: cost))
  }

  /// What a name of three characters costs whose first two are a person of the lexicon: less than
  /// both where the third is a name's rather than a word (刘洋军), more where it is a word (刘洋|笑).
  /// `isClosed` says that a mark or a word stands behind it that no name goes on with.
  private func besideListed(
    _ text: TextView, _ start: Int, _ end: Int, _ cost: Int32, isClosed: Bool
  ) -> Int32 {
    guard let known = listedPerson(text, start, end - 1) else { return cost }
    let both = known &+ lexicon.singleCost(text.codes[end - 1])
    let isClosed = isClosed || isPossessive(text, end)
    let roles = characters.roles(text, end - 1)
    switch NameTables.Ending(roles) {
    case .always: return min(cost, both &- 1)
    case .closed: return isClosed ? min(cost, both &- 1) : cost
    case .never where isClosed && roles & NameTables.Role.preposition == 0: return cost
    case .never: return max(cost, both &+ 1)
    case .open: return cost
    }
  }

  /// What a person of the lexicon costs; nothing where a stretch is none.
  private func listedPerson(_ text: TextView, _ start: Int, _ end: Int) -> Int32? {
    let name = text.folded[start..<end]
    guard let cost = lexicon.baseCost(name), LexiconCompiler.Cost.ofNames.contains(cost),
      let word = lexicon.word(name), Self.isPersonAlone(lexicon.tags(word))
    else { return nil }
    return Int32(cost)
  }

  private func isPossessive(_ text: TextView, _ offset: Int) -> Bool {
    lexicon.word(text.folded[offset..<offset + 1]).map {
      lexicon.tags($0).contains(.possessive)
    } ?? false
  }

  /// Whether tags are those of a person of the lexicon that is no word as well.
  static func isPersonAlone(_ tags: WordTags) -> Bool {
    tags.contains(.person) && tags.isDisjoint(with: [.listed, .ambiguous])
  }

  /// Whether the last character of a name and the one behind it are a word: 云帆智|能宣布.
  private func isTorn(_ text: TextView, _ end: Int) -> Bool {
    lexicon.word(text.folded[end - 1..<end + 1]) != nil
  }

  /// Whether the character at `offset` joins the members of a list.
  private func joins(_ text: TextView, _ offset: Int) -> Bool {
    lexicon.word(text.folded[offset..<offset + 1]).map {
      lexicon.tags($0).contains(.coordinator)
    } ?? false
  }

  /// 第五 is a family name, but far more often a number.
  private func isNumeral(_ text: TextView, _ start: Int) -> Bool {
    text.folded[start] == 0x7B2C
  }

  /// Whether the lexicon lists a stretch as a transliterated name.
  func isForeignName(_ text: TextView, _ start: Int, _ end: Int) -> Bool {
    lexicon.word(text.folded[start..<end]).map { lexicon.tags($0).contains(.foreignName) } ?? false
  }

  /// Whether transliteration characters behind a name are rather its tail than words: 莱姆|格鲁伯.
  func isTail(_ text: TextView, _ start: Int, _ end: Int) -> Bool {
    guard end - start > 1, characters.roles(text, start) & NameTables.Role.grammar == 0 else {
      return false
    }
    if isForeignName(text, start, end) { return true }
    var holdsWord = false
    lexicon.forEachWord(text, from: start, to: end) { word in
      if !lexicon.tags(word.row).isDisjoint(with: Self.wordTags) { holdsWord = true }
    }
    return !holdsWord
  }

  private static let wordTags: WordTags = [.listed, .place, .company, .organization, .product]

  private func isDenied(_ text: TextView, _ start: Int, _ end: Int) -> Bool {
    lexicon.word(text.folded[start..<end]).map { lexicon.tags($0).contains(.notPerson) } ?? false
  }
}

extension PersonRecognizer {
  /// Whether a title or the like ends at `offset`, a blank between or not.
  @inline(__always)
  func hasCueBefore(_ text: TextView, _ offset: Int, in sentence: TextSpan) -> Bool {
    var end = offset
    if end > sentence.start, text.folded[end - 1] == 32 { end -= 1 }
    guard end > sentence.start else { return false }
    let roles = characters.roles(text, end - 1)
    guard roles & NameTables.Role.before != 0 else { return false }
    return roles & NameTables.Role.wholeBefore != 0 || isCue(text, endingAt: end, in: sentence)
  }

  private func isCue(_ text: TextView, endingAt end: Int, in sentence: TextSpan) -> Bool {
    let last = text.folded[end - 1]
    guard end - 1 > sentence.start, characters.mayBeCue(text.folded[end - 2], last) else {
      return false
    }
    var key = UInt64(last)
    for length in 2...4 where end - length >= sentence.start {
      key |= UInt64(text.folded[end - length]) << UInt64(16 * (length - 1))
      if tables.before.contains(key) { return true }
    }
    return false
  }

  /// Whether a title, a verb of saying or the like begins at `offset`.
  @inline(__always)
  func hasCueAfter(_ text: TextView, _ offset: Int, in sentence: TextSpan) -> Bool {
    var start = offset
    if start < sentence.end, text.folded[start] == 32 { start += 1 }
    guard start < sentence.end else { return false }
    let roles = characters.roles(text, start)
    guard roles & NameTables.Role.after != 0 else { return false }
    return roles & NameTables.Role.wholeAfter != 0 || isCue(text, at: start, in: sentence)
  }

  private func isCue(_ text: TextView, at start: Int, in sentence: TextSpan) -> Bool {
    let first = text.folded[start]
    guard start + 1 < sentence.end, characters.mayBeCue(first, text.folded[start + 1]) else {
      return false
    }
    var key = UInt64(first)
    for length in 1..<4 where start + length < sentence.end {
      key = key << 16 | UInt64(text.folded[start + length])
      if tables.after.contains(key) { return true }
    }
    return false
  }
}
