/// Cuts compounds further: amounts and dates into numbers and units, long names and titles into
/// their words. The pieces of a word are exactly as long as it, so no boundary is lost.
///
/// Only words handed out are cut; facts are made of the coarse ones. O(length).
struct FineTokens: Sendable {
  let lexicon: Lexicon
  let shapes: WordShapes

  /// What is cut.
  struct Kinds: OptionSet, Sendable {
    let rawValue: UInt8
    /// Amounts, counts, dates.
    static let quantities = Kinds(rawValue: 1)
    /// Names of organizations, products and places.
    static let names = Kinds(rawValue: 2)
    /// Titles, and words that no list of words holds.
    static let others = Kinds(rawValue: 4)
    /// All of them.
    static let all: Kinds = [.quantities, .names, .others]
  }

  /// What is cut here.
  let kinds: Kinds

  private let number: Int32
  private let date: Int32
  private let run: Int32

  /// Cost of a place inside a run: no path goes there.
  private static let blocked: Int32 = 0x3000_0000

  private static let named: WordTags = [
    .company, .organization, .product, .place, .foreignName, .latinName,
  ]
  private static let quantity: WordTags = WordTags.quantity.union(.number)

  init(
    lexicon: Lexicon, shapes: WordShapes, kinds: Kinds, costs: CandidateCosts
  ) {
    self.lexicon = lexicon
    self.shapes = shapes
    self.kinds = kinds
    number = costs[.fineNumber]
    date = costs[.fineDate]
    run = costs[.run]
  }

  /// Appends the words inside a coarse one to `out`: itself where it is no compound.
  func cut(_ token: Token, _ text: TextView, _ board: inout Board, into out: inout [Token]) {
    guard token.end - token.start > 1, isCompound(token, text) else {
      out.append(token)
      return
    }
    relax(token, text, &board)
    let first = out.count
    var place = token.start
    var isCut = false
    while place < token.end {
      let step = board.steps[place - token.start]
      let end = max(step.end, place + 1)
      if end - place > 1 { isCut = true }
      out.append(Token(start: place, end: end, word: step.row, candidate: -1, tags: step.tags))
      place = end
    }
    let isName = !token.tags.isDisjoint(with: Self.named)
    guard isName && !isCut || out.count == first + 1 else { return }
    // A name of which no part is a word stays whole.
    out.removeSubrange(first...)
    out.append(token)
  }

  private func isCompound(_ token: Token, _ text: TextView) -> Bool {
    let tags = token.tags
    if !tags.isDisjoint(with: Self.quantity) {
      guard kinds.contains(.quantities) else { return false }
      return tags.isDisjoint(with: [.time, .percent, .round]) || !isListed(token, text)
    }
    // Persons stay whole, whether a row or their shape tells them.
    guard token.word >= 0, Int(token.word) < lexicon.wordCount,
      tags.isDisjoint(with: [.listed, .person]),
      text.classes[token.start] == CharacterClass.han.rawValue
    else { return false }
    return kinds.contains(tags.isDisjoint(with: Self.named) ? .others : .names)
  }

  /// Whether the lists of words hold the whole: 今天, 去年.
  private func isListed(_ token: Token, _ text: TextView) -> Bool {
    var result = false
    lexicon.forEachWord(text, from: token.start, to: token.end) { word in
      if word.end == token.end { result = lexicon.tags(word.row).contains(.listed) }
    }
    return result
  }
}

extension FineTokens {
  /// The memory of one thread: the best steps through a word.
  struct Board {
    var best: [Int32] = []
    var steps: [Step] = []
  }

  /// The best word at a place.
  struct Step {
    var end: Int
    var row: Int32
    var tags: WordTags
  }

  /// Backward over the word: listed words, numbers, parts of dates, Latin runs.
  private func relax(_ token: Token, _ text: TextView, _ board: inout Board) {
    let length = token.end - token.start
    if board.best.count <= length {
      board.best = [Int32](repeating: 0, count: 2 * length + 2)
      board.steps = [Step](
        repeating: Step(end: 0, row: -1, tags: []), count: 2 * length + 2)
    }
    board.best[length] = 0
    var place = token.end - 1
    while place >= token.start {
      relax(at: place, token, text, &board)
      place -= 1
    }
  }

  private func relax(at place: Int, _ token: Token, _ text: TextView, _ board: inout Board) {
    let origin = token.start
    let kind = text.classes[place]
    let isRun = kind == CharacterClass.letter.rawValue || kind == CharacterClass.digit.rawValue
    if isRun, place > origin, text.classes[place - 1] == kind {
      board.best[place - origin] = Self.blocked
      return
    }
    var cost = board.best[place + 1 - origin] &+ lexicon.singleCost(text.codes[place])
    var step = single(text, place)
    lexicon.forEachWord(text, from: place, to: token.end) { word in
      let tags = lexicon.tags(word.row)
      let sum = word.cost &+ board.best[word.end - origin]
      guard sum < cost, tags.contains(.listed) else { return }
      cost = sum
      step = Step(end: word.end, row: word.row, tags: tags)
    }
    func take(_ end: Int, _ own: Int32, _ tags: WordTags) {
      let sum = own &+ board.best[end - origin]
      guard end > place, sum < cost else { return }
      cost = sum
      step = Step(end: end, row: -1, tags: tags)
    }
    if isRun {
      var end = place + 1
      while end < token.end, text.classes[end] == kind { end += 1 }
      take(end, run, kind == CharacterClass.digit.rawValue ? .number : .latin)
    }
    proposeNumbers(at: place, token, text, take)
    if place + 1 < token.end, shapes.has(text.folded[place], WordShapes.Role.superlative),
      single(text, place + 1).tags.contains(.adjective)
    {
      take(place + 2, number, .adjective)
    }
    board.best[place - origin] = min(cost, Self.blocked)
    board.steps[place - origin] = step
  }

  private func proposeNumbers(
    at place: Int, _ token: Token, _ text: TextView, _ take: (Int, Int32, WordTags) -> Void
  ) {
    let article = shapes.articleEnd(text, from: place, to: token.end)
    if article > place { take(article, date, .numeral) }
    let end = shapes.numberEnd(text, from: place, to: token.end)
    guard end > place else { return }
    let isPercent = shapes.has(text.folded[end - 1], WordShapes.Role.percent)
    take(end, number, isPercent ? .percent : .number)
    // The last character may begin the unit: 500|千瓦.
    if end - 1 > place, shapes.has(text.folded[end - 1], WordShapes.Role.numeral) {
      take(end - 1, number, .number)
    }
    guard end < token.end else { return }
    let isYear = end - place == 4 && shapes.has(text.folded[end], WordShapes.Role.year)
    if token.tags.contains(.time) || isYear, shapes.has(text.folded[end], WordShapes.Role.date) {
      take(end + 1, date, .time)
    }
  }

  /// A character by itself.
  private func single(_ text: TextView, _ place: Int) -> Step {
    let row = lexicon.singleRow(text.codes[place])
    let own = lexicon.tags(row)
    let shape: WordTags =
      switch text.classes[place] {
      case CharacterClass.han.rawValue: row < 0 ? .unknown : []
      case CharacterClass.letter.rawValue: .latin
      case CharacterClass.digit.rawValue: .number
      default: .punctuation
      }
    return Step(end: place + 1, row: row, tags: own.union(shape))
  }
}
