/// Finds names written in Latin letters: persons, companies, products. The form gives a guess, the
/// words beside every occurrence in the document decide.
struct LatinNames: Sendable {
  let lexicon: Lexicon
  let cues: NameCues

  /// A run of Latin words with what speaks for its kinds.
  struct Run {
    let tokens: Range<Int>
    var evidence: NameEvidence
    /// Index of its sum over the document.
    var sum = -1
  }

  /// One word of a run.
  struct Word {
    let token: Int
    let form: LatinForm
  }

  /// Least points for a name.
  static let threshold = 4

  /// Adds the names of the document.
  func find(in draft: inout MentionDraft) {
    var runs = collect(draft)
    guard !runs.isEmpty else { return }
    var sums = HashMap<(best: NameEvidence, count: Int)>()
    for index in runs.indices {
      let run = runs[index]
      runs[index].sum = sums.index(
        of: key(of: run.tokens, draft), default: (run.evidence, 0))
      sums.update(runs[index].sum) {
        $0.best.formMaximum(run.evidence)
        $0.count += 1
      }
    }
    let families = familyNames(runs, sums, draft)
    for run in runs where families.isEmpty || !families.contains(key(of: run.tokens, draft)) {
      let sum = sums.value(run.sum)
      guard let (kind, points) = decide(sum.best, count: sum.count)
      else { continue }
      draft.add(Spot(tokens: run.tokens, kind: kind, origin: .latin, points: points))
    }
  }

  /// First and last words of the persons with several words: alone they are those persons.
  private func familyNames(
    _ runs: [Run], _ sums: HashMap<(best: NameEvidence, count: Int)>, _ draft: MentionDraft
  ) -> Set<UInt64> {
    var families: Set<UInt64> = []
    for run in runs where run.tokens.count > 1 {
      let sum = sums.value(run.sum)
      guard decide(sum.best, count: sum.count)?.0 == .person else { continue }
      families.insert(key(of: run.tokens.upperBound - 1..<run.tokens.upperBound, draft))
      families.insert(key(of: run.tokens.lowerBound..<run.tokens.lowerBound + 1, draft))
    }
    return families
  }

  func key(of range: Range<Int>, _ draft: MentionDraft) -> UInt64 {
    draft.text.nameHash(draft.span(range))
  }

  func decide(_ best: NameEvidence, count: Int) -> (MentionKind, Int)? {
    let bonus = min(count - 1, 1)
    var chosen = (MentionKind.person, best.person)
    if best.company > chosen.1 { chosen = (.company, best.company) }
    if best.organization > chosen.1 { chosen = (.organization, best.organization) }
    if best.product > chosen.1 { chosen = (.product, best.product) }
    return chosen.1 + bonus >= Self.threshold && chosen.1 >= 3 ? (chosen.0, chosen.1) : nil
  }

  func collect(_ draft: MentionDraft) -> [Run] {
    var runs: [Run] = []
    var words: [Word] = []
    var place = MarkedTokens(TokenMarks.Bit.latin, draft)
    while place.next(draft) {
      guard draft.owner[place.token] < 0 else { continue }
      let range = place.token..<runEnd(place.token, place.bounds, draft)
      if let evidence = evidence(range, in: place.bounds, draft, &words) {
        if runs.isEmpty { runs.reserveCapacity(16) }
        runs.append(Run(tokens: range, evidence: evidence))
      }
      place.skip(to: range.upperBound)
    }
    return runs
  }

  private func isLatin(_ token: Int, _ draft: MentionDraft) -> Bool {
    draft.marks[token] & TokenMarks.Bit.latin != 0
  }

  /// The end of the run of Latin words, parted by single blanks, that begins at `token`.
  private func runEnd(_ token: Int, _ bounds: Range<Int>, _ draft: MentionDraft) -> Int {
    var end = token + 1
    while end - token < 14 {
      var next = end
      if next < bounds.upperBound, draft.head(next) == 46, draft.length(end - 1) == 1 { next += 1 }
      if next + 1 < bounds.upperBound, draft.isBlank(next), draft.length(next) == 1 { next += 1 }
      guard next < bounds.upperBound, next > end || isLatin(next, draft), draft.owner[next] < 0
      else {
        break
      }
      if isLatin(next, draft) {
        end = next + 1
      } else if isVersion(next, bounds, draft) {
        return next + 1
      } else {
        break
      }
    }
    return legalEnd(end, bounds, draft)
  }

  /// With the legal form that a comma parts from the name, and its full stop: Anysphere, Inc.
  private func legalEnd(_ end: Int, _ bounds: Range<Int>, _ draft: MentionDraft) -> Int {
    var end = end
    if end + 2 < bounds.upperBound, draft.head(end) == 44, draft.isBlank(end + 1),
      draft.owner[end + 2] < 0, cues.isLegal(end + 2, draft)
    {
      end += 3
    }
    guard end < bounds.upperBound, draft.head(end) == 46, cues.isLegal(end - 1, draft) else {
      return end
    }
    return end + 1
  }

  /// Whether a token is the version number of a product: Windows 11, Video 3D.
  private func isVersion(_ token: Int, _ bounds: Range<Int>, _ draft: MentionDraft) -> Bool {
    guard draft.kind(token) == CharacterClass.digit.rawValue, draft.length(token) <= 4 else {
      return false
    }
    let after = token + 1
    guard after < bounds.upperBound else { return true }
    return draft.tags(after).isDisjoint(with: [.measure, .quantity, .numeral])
      && draft.head(after) != 37
  }
}

extension LatinNames {
  /// What the form of a run and its surroundings say; nothing for plain words.
  private func evidence(
    _ range: Range<Int>, in bounds: Range<Int>, _ draft: MentionDraft, _ words: inout [Word]
  ) -> NameEvidence? {
    // Most runs begin with a small letter.
    let first = LatinForm(draft.text.scalars, draft.tokens[range.lowerBound].span)
    guard first.isCapitalised || first.innerCapital >= 0 else { return nil }
    if isMixed(range, draft) || isJoined(range, draft) || isEntity(range.upperBound, draft) {
      return nil
    }
    words.removeAll(keepingCapacity: true)
    var letters = 0
    var digits = 0
    for token in range
    where draft.kind(token) != CharacterClass.space.rawValue && draft.head(token) != 46
      && draft.head(token) != 44
    {
      let form =
        token == range.lowerBound
        ? first : LatinForm(draft.text.scalars, draft.tokens[token].span)
      letters += form.letters
      digits += form.digits
      words.append(Word(token: token, form: form))
    }
    guard letters >= 2, letters + digits >= 3 else { return nil }
    var sum = cues.evidence(range, in: bounds, draft)
    if words.allSatisfy({ isFormWord($0.token, draft) || isNumber($0, draft) }) { return nil }
    if isTerm(words, draft) || isEdition(words, draft) { return nil }
    if isGloss(range.lowerBound, words, draft) { sum.person = 0 }
    if followsFirm(range.lowerBound, draft) { sum = NameEvidence(product: sum.product) }
    if words.count == 1, isModelWord(range.lowerBound, draft) { return nil }
    if followsProduct(range.lowerBound, draft) { return nil }
    if words.count == 1, first.isAbbreviation, digits == 0 { return abbreviation(sum, letters) }
    addForm(words, digits: digits, draft, to: &sum)
    return sum
  }

  /// Labs, Capital, International: no name by themselves.
  func isFormWord(_ word: Int, _ draft: MentionDraft) -> Bool {
    cues.latinForm(word, draft) != 0
  }

  private func isNumber(_ word: Word, _ draft: MentionDraft) -> Bool {
    draft.kind(word.token) == CharacterClass.digit.rawValue
  }

  /// Whether a run goes on with the name of a product that the lexicon has: Galaxy Buds |Able.
  private func followsProduct(_ first: Int, _ draft: MentionDraft) -> Bool {
    kindBefore(first, draft) == .product
  }

  /// Whether a run goes on with the name of a firm that the lexicon has: what it names is the
  /// firm's, not another firm or a person: CD Projekt |Red, Apple |Park.
  private func followsFirm(_ first: Int, _ draft: MentionDraft) -> Bool {
    kindBefore(first, draft) == .company
  }

  /// The kind of the Latin name that a single blank parts from a run.
  private func kindBefore(_ first: Int, _ draft: MentionDraft) -> MentionKind? {
    guard first > 1, draft.isBlank(first - 1), draft.length(first - 1) == 1,
      draft.kind(first - 2) == CharacterClass.letter.rawValue
    else { return nil }
    return draft.spot(at: first - 2)?.kind
  }

  /// An abbreviation is a name only where its place says so plainly.
  private func abbreviation(_ sum: NameEvidence, _ letters: Int) -> NameEvidence? {
    guard letters >= 3 else { return nil }
    var result = NameEvidence()
    result.company = sum.company - 2
    return result
  }

  private func addForm(
    _ words: [Word], digits: Int, _ draft: MentionDraft, to sum: inout NameEvidence
  ) {
    let last = words[words.count - 1].token
    let first = words[0].form
    let form = words.count > 1 ? cues.latinForm(last, draft) : 0
    if form & NameCues.Form.company != 0 {
      let isCommon = form & NameCues.Form.common != 0
      if !isCommon { sum.company += 4 } else if sum.product <= sum.company { sum.company += 2 }
    }
    if form & NameCues.Form.organization != 0 { sum.organization += 4 }
    if form & NameCues.Form.legal != 0 {
      sum.product = 0
      sum.person = 0
    } else if digits > 0 {
      sum.product += isYear(last, draft) ? 0 : 2
      sum.person = 0
      // SC5A6XS is a model, whatever it does.
      let isCode = words.count == 1 && first.isAbbreviation
      sum.company = isCode ? 0 : sum.company - 1
      if isCode { sum.organization = 0 }
    } else if form == 0 {
      sum.person += personPoints(words, draft)
    }
    // Luna Ultra, Cooper D
    if words.count > 1,
      isModelWord(last, draft)
        || (words[words.count - 1].form.letters == 1 && draft.head(last + 1) != 46)
    {
      sum.person = 0
    }
    // Meyer Organics, Ryder Street, Monitor App Installer
    if form != 0 || words.contains(where: { isFormWord($0.token, draft) }) { sum.person = 0 }
    if form == 0, digits == 0, words.count == 1, first.isNamePart, first.letters > 3 {
      if sum.company > 1 { sum.company += 2 }
      if sum.product > 1 { sum.product += 1 }
    }
    if words.count > 1, form == 0, first.isCapitalised, isModelWord(last, draft) {
      sum.product += 2
    }
    if digits > 0, beginsWithName(words[0].token, draft) { sum.product += 3 }
    if form == 0, sum.person == 3, words.count > 1, sum.company + sum.product == 0 {
      sum.person = 4
    }
    if form == 0, sum.person < 3 { sum.person = 0 }
  }

  private func isModelWord(_ word: Int, _ draft: MentionDraft) -> Bool {
    let span = draft.tokens[word].span
    return cues.isModelWord(draft.text.folded[span.start..<span.end])
  }

  /// Whether a known name with letters begins the run: DeepSeekV4, Grok4.5.
  private func beginsWithName(_ word: Int, _ draft: MentionDraft) -> Bool {
    let span = draft.tokens[word].span
    for end in stride(from: span.end - 1, to: span.start + 2, by: -1) {
      guard let row = lexicon.word(draft.text.folded[span.start..<end]) else { continue }
      return !lexicon.tags(row).isDisjoint(with: [.product, .company])
    }
    return false
  }

  /// Points of a run that is written like a person's name.
  private func personPoints(_ words: [Word], _ draft: MentionDraft) -> Int {
    if words.count == 1 { return glued(words[0].token, words[0].form, draft) }
    guard words.count <= 4, words.allSatisfy(\.form.isNamePart) else { return -4 }
    var known = 0
    for word in words where draft.tags(word.token).contains(.latinName) { known += 1 }
    if known == 0 { return 1 }
    return known > 1 ? 4 : draft.tags(words[0].token).contains(.latinName) ? 3 : 2
  }

  /// A single word: two names written together, or a family name alone.
  private func glued(_ word: Int, _ form: LatinForm, _ draft: MentionDraft) -> Int {
    let span = draft.tokens[word].span
    guard form.digits == 0 else { return -4 }
    if form.innerCapital > span.start {
      // RyderCourt
      guard cues.latinForm(TextSpan(form.innerCapital, span.end), draft.text) == 0 else {
        return -4
      }
      let given = lexicon.word(draft.text.folded[span.start..<form.innerCapital])
      return given.map { lexicon.tags($0).contains(.latinName) } == true ? 2 : -2
    }
    return form.isNamePart && draft.tags(word).contains(.latinName) ? 1 : -2
  }
}
