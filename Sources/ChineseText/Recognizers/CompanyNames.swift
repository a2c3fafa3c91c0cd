/// Finds companies without legal form: a brand and a trade word (星河科技), a made-up word in the
/// place of a company (…平台柚米拼车获…). The document decides over the sum of what each place says.
struct CompanyNames: Sendable {
  let grammar: NameGrammar

  /// A possible name with what speaks for it here.
  struct Guess {
    let tokens: Range<Int>
    let brand: Range<Int>
    let points: Int
    let evidence: Int
    var count = 1
  }

  /// A run of single characters, with the noun that may belong to it.
  private struct Run {
    let tokens: Range<Int>
    let long: Range<Int>
    let bounds: Range<Int>
    /// Indices of both in the counts.
    var count = -1
    var longCount = -1
  }

  /// Adds the companies of the document.
  func find(in draft: inout MentionDraft) { accept(guesses(draft), in: &draft) }

  /// All that may be a company, whether it has points enough or not.
  func guesses(_ draft: MentionDraft) -> [Guess] {
    var guesses: [Guess] = []
    var runs: [Run] = []
    guesses.reserveCapacity(8)
    runs.reserveCapacity(8)
    let bits = TokenMarks.Bit.suffix | TokenMarks.Bit.brand | TokenMarks.Bit.soft
    var place = MarkedTokens(bits, draft)
    while place.next(draft) {
      let token = place.token
      if draft.marks[token] & TokenMarks.Bit.suffix != 0, grammar.isTrade(token, draft) {
        if let guess = trade(token, in: place.bounds, draft) { guesses.append(guess) }
      } else if let run = run(from: token, in: place.bounds, draft) {
        if let item = longer(run, in: place.bounds, draft) { runs.append(item) }
        place.skip(to: run.upperBound)
      }
    }
    addMadeUp(runs, draft, to: &guesses)
    return guesses
  }

  // MARK: brand and trade word

  /// A name that ends in the trade word `last`.
  private func trade(_ last: Int, in bounds: Range<Int>, _ draft: MentionDraft) -> Guess? {
    guard draft.length(last) > 1 else { return nil }
    let next = last + 1
    if next < bounds.upperBound, grammar.isTrade(next, draft), !mayBeVerb(next, draft) {
      return nil
    }
    var chain = last
    while chain > bounds.lowerBound, last - chain < 3, grammar.isTrade(chain - 1, draft) {
      chain -= 1
    }
    guard let brand = brand(before: chain, in: bounds, draft) else { return nil }
    let range = brand.tokens.lowerBound..<last + 1
    var points = brand.points + tailPoints(last, isPure: brand.points >= 3, draft)
    if isEdge(range.lowerBound - 1, bounds, draft) { points += 1 }
    if next >= bounds.upperBound || grammar.isBoundary(next, bounds, draft) { points += 1 }
    let evidence = grammar.cues.evidence(range, in: bounds, draft)
    // 华为雪鸮智能增程系统: what a firm or 搭载 stands before is rather its product.
    if evidence.product > evidence.company { return nil }
    return Guess(
      tokens: range, brand: brand.tokens, points: points + evidence.company,
      evidence: evidence.company)
  }

  /// A place where a name may begin: a mark, a place name, 前.
  private func isEdge(_ token: Int, _ bounds: Range<Int>, _ draft: MentionDraft) -> Bool {
    grammar.isBoundary(token, bounds, draft) || grammar.isPlace(token, draft)
      || draft.tags(token).contains(.former)
  }

  /// A trade word that is a verb as well: 砚湖资本|投资|了….
  private func mayBeVerb(_ token: Int, _ draft: MentionDraft) -> Bool {
    draft.tags(token).contains(.verb) && grammar.form(token, draft) & NameCues.Form.common != 0
  }

  private func tailPoints(_ last: Int, isPure: Bool, _ draft: MentionDraft) -> Int {
    let form = grammar.form(last, draft)
    if form & NameCues.Form.firm != 0 { return 2 }
    if form & NameCues.Form.common != 0 { return isPure ? -1 : -2 }
    return form & NameCues.Form.strong != 0 ? 2 : form & NameCues.Form.company != 0 ? 1 : 0
  }

  /// The brand that ends before `end`, with points for looking like one.
  private func brand(
    before end: Int, in bounds: Range<Int>, _ draft: MentionDraft
  ) -> (tokens: Range<Int>, points: Int)? {
    let token = end - 1
    guard token >= bounds.lowerBound else { return nil }
    if draft.length(token) == 1, draft.kind(token) == CharacterClass.han.rawValue {
      return singles(token, in: bounds, draft)
    }
    if let spot = draft.spot(at: token) {
      return spot.origin == .shape
        ? (token..<token + 1, draft.length(token) == 2 ? 3 : 2) : nil
    }
    guard grammar.canBeBrandWord(token, draft) else { return nil }
    if draft.kind(token) == CharacterClass.letter.rawValue { return latin(token, draft) }
    if grammar.isPlace(token, draft) { return nil }
    let isPlainNoun = draft.tags(token).contains(.noun) && !draft.tags(token).contains(.verb)
    return draft.length(token) <= 3 ? (token..<token + 1, isPlainNoun ? -1 : -2) : nil
  }

  private func latin(_ token: Int, _ draft: MentionDraft) -> (tokens: Range<Int>, points: Int)? {
    let form = LatinForm(draft.text.scalars, draft.tokens[token].span)
    guard form.isCapitalised, form.digits == 0, !form.isAbbreviation, form.letters > 2 else {
      return nil
    }
    return (token..<token + 1, 1)
  }

  /// A brand made of single characters that are no word together.
  private func singles(
    _ last: Int, in bounds: Range<Int>, _ draft: MentionDraft
  ) -> (tokens: Range<Int>, points: Int)? {
    var start = last + 1
    var soft = 0
    while start > bounds.lowerBound, last - start < 3 {
      let fit = grammar.single(start - 1, draft)
      if fit == .no { break }
      if fit == .soft { soft += 1 }
      start -= 1
    }
    if soft > 1, soft == last + 1 - start { return nil }
    switch last + 1 - start {
    case 0: return nil
    case 1:
      guard start > bounds.lowerBound, draft.length(start - 1) == 2,
        grammar.canBrand(start - 1, draft), !grammar.isPlace(start - 1, draft),
        draft.owner[start - 1] < 0
      else { return nil }
      return (start - 1..<last + 1, 0 - soft)
    case 2: return (start..<last + 1, 3 - soft)
    case 3: return (start..<last + 1, 1 - soft)
    default: return (last - 1..<last + 1, 0)
    }
  }
}

// MARK: made-up words

extension CompanyNames {
  /// A run of two to four single characters that are no word together, from `token` on.
  private func run(from token: Int, in bounds: Range<Int>, _ draft: MentionDraft) -> Range<Int>? {
    if isCounted(token, in: bounds, draft) { return nil }
    var end = token
    while end < bounds.upperBound, end - token < 5, grammar.single(end, draft) != .no { end += 1 }
    return end - token >= 2 ? token..<end : nil
  }

  /// Whether a token is the measure of a number or pronoun: 两|家|店.
  private func isCounted(_ token: Int, in bounds: Range<Int>, _ draft: MentionDraft) -> Bool {
    draft.tags(token).contains(.measure) && token > bounds.lowerBound
      && !draft.tags(token - 1).isDisjoint(with: [.numeral, .number, .pronoun, .count])
  }

  /// A run with the noun after it, if one is there that may belong to it.
  private func longer(_ run: Range<Int>, in bounds: Range<Int>, _ draft: MentionDraft) -> Run? {
    guard run.count <= 4 else { return nil }
    let next = run.upperBound
    guard next < bounds.upperBound else { return Run(tokens: run, long: run, bounds: bounds) }
    if grammar.isTrade(next, draft), draft.length(next) > 1 { return nil }
    let mayBelong =
      draft.owner[next] < 0 && draft.length(next) == 2 && !grammar.isStop(next, draft)
      && draft.kind(next) == CharacterClass.han.rawValue
      && grammar.cues.after(draft.tokens[next].word, .company) == 0
    let long = mayBelong ? run.lowerBound..<next + 1 : run
    return Run(tokens: run, long: long, bounds: bounds)
  }

  /// Adds the runs that stand where companies stand. The noun belongs to the name where the text
  /// repeats both together, or where only both together have a company's surroundings.
  private func addMadeUp(_ runs: [Run], _ draft: MentionDraft, to guesses: inout [Guess]) {
    guard !runs.isEmpty else { return }
    var runs = runs
    var counts = HashMap<Int>()
    for index in runs.indices {
      runs[index].count = counts.index(of: key(runs[index].tokens, draft), default: 0)
      counts.update(runs[index].count) { $0 += 1 }
      guard runs[index].long != runs[index].tokens else { continue }
      runs[index].longCount = counts.index(of: key(runs[index].long, draft), default: 0)
      counts.update(runs[index].longCount) { $0 += 1 }
    }
    for run in runs {
      let short = evidence(run.tokens, in: run.bounds, draft)
      let long = run.long == run.tokens ? 0 : evidence(run.long, in: run.bounds, draft)
      let isLong = isLong(run, long > short, counts, draft)
      let best = max(short, long)
      guard best >= 2, !endsCommon(isLong ? run.long : run.tokens, draft) else { continue }
      var soft = 0
      for token in run.tokens where grammar.single(token, draft) == .soft { soft += 1 }
      if run.tokens.count - soft < 2, soft > 1 || best < 3 { continue }
      if isTitled(run, draft) { continue }
      let edge = edgePoints(run.tokens.lowerBound - 1, run.bounds, draft)
      guesses.append(
        Guess(
          tokens: isLong ? run.long : run.tokens, brand: run.tokens,
          points: 2 - soft + edge + best, evidence: best,
          count: counts.value(isLong ? run.longCount : run.count)))
    }
  }

  /// Whether the word after a run belongs to it. A verb does only where it always follows.
  private func isLong(
    _ run: Run, _ isBetter: Bool, _ counts: HashMap<Int>, _ draft: MentionDraft
  ) -> Bool {
    guard run.long != run.tokens else { return false }
    let count = counts.value(run.longCount)
    if draft.tags(run.long.upperBound - 1).contains(.noun) { return isBetter || count > 1 }
    return count > 1 && count == counts.value(run.count)
  }

  /// Points for what stands before a run; a noun there is rather the head of a longer word.
  private func edgePoints(_ token: Int, _ bounds: Range<Int>, _ draft: MentionDraft) -> Int {
    if isEdge(token, bounds, draft) { return 1 }
    let tags = draft.tags(token)
    let isHead =
      tags.contains(.noun) && !tags.contains(.verb) && draft.owner[token] < 0
      && grammar.cues.before(draft.tokens[token].word, .company) == 0
      && tags.isDisjoint(with: [.classNoun, .timeWord, .conjunction])
    return isHead ? -2 : 0
  }

  /// Whether a run may rather be a person with a title: 王某某|董事长.
  private func isTitled(_ run: Run, _ draft: MentionDraft) -> Bool {
    run.tokens.count < 4 && run.tokens.count > 1 && run.long == run.tokens
      && draft.spot(at: run.tokens.upperBound)?.kind == .title
      && grammar.cues.evidence(run.tokens, in: run.bounds, draft).company < 5
  }

  private func evidence(_ range: Range<Int>, in bounds: Range<Int>, _ draft: MentionDraft) -> Int {
    grammar.cues.evidence(range, in: bounds, draft).company
  }

  /// What the document says of a guessed name.
  private typealias Sum = (best: Int, evidence: Int, count: Int)

  /// Accepts names by the sum of what all their places say.
  private func accept(_ guesses: [Guess], in draft: inout MentionDraft) {
    guard !guesses.isEmpty else { return }
    let sums = sums(guesses, draft)
    for guess in guesses {
      let sum = sums[key(guess.tokens, draft)] ?? (0, 0, 0)
      guard sum.best >= needed(guess, sum, draft) else { continue }
      var spot = Spot(tokens: guess.tokens, kind: .company, origin: .suffix, points: sum.best)
      if guess.brand.count < guess.tokens.count { spot.brand = guess.brand }
      draft.add(spot)
    }
  }

  private func sums(_ guesses: [Guess], _ draft: MentionDraft) -> HashMap<Sum> {
    var sums = HashMap<Sum>()
    for guess in guesses {
      let key = key(guess.tokens, draft)
      sums.update(sums.index(of: key, default: (-9, 0, 0))) {
        $0.best = max($0.best, guess.points)
        $0.evidence = max($0.evidence, guess.evidence)
        $0.count = max($0.count + 1, guess.count)
      }
    }
    return sums
  }

  /// The points that each guess has in the document, and those that it needs.
  func weigh(_ guesses: [Guess], _ draft: MentionDraft) -> [(points: Int, needed: Int)] {
    let sums = sums(guesses, draft)
    return guesses.map { guess in
      let sum = sums[key(guess.tokens, draft)] ?? (0, 0, 0)
      return (sum.best, needed(guess, sum, draft))
    }
  }

  private func key(_ range: Range<Int>, _ draft: MentionDraft) -> UInt64 {
    draft.text.nameHash(draft.span(range))
  }

  /// How many points a name needs: fewer where the text repeats it.
  private func needed(_ guess: Guess, _ sum: Sum, _ draft: MentionDraft) -> Int {
    let count = sum.count
    if !grammar.isTrade(guess.tokens.upperBound - 1, draft) {
      return count > 2 ? 4 : count > 1 ? 5 : 6
    }
    if count > 1, sum.evidence > 1 { return 3 }
    // 错峰出行、矮轴键盘: what firms make and do, where nothing beside it speaks for a firm.
    let tail = grammar.form(guess.tokens.upperBound - 1, draft)
    if sum.evidence == 0, tail & (NameCues.Form.firm | NameCues.Form.strong) == 0 { return 99 }
    return count > 1 || sum.evidence > 1 ? 4 : 5
  }

  /// Whether the last character of a run makes a common noun of it: 元启|版, 翻盖|式.
  private func endsCommon(_ range: Range<Int>, _ draft: MentionDraft) -> Bool {
    let last = range.upperBound - 1
    return draft.length(last) == 1 && grammar.form(last, draft) & NameCues.Form.guarded != 0
  }
}
