/// Unites neighbours on the best path that are one word by their shape: 第|十|二 → 第十二,
/// 5|日 → 5日, —|— → ——, 最|高 → 最高, 柯|林|斯 → 柯林斯, 云水|县 → 云水县.
///
/// Only words handed out are united; facts are made of the path itself. O(tokens).
struct TokenJoins: Sendable {
  let lexicon: Lexicon
  let shapes: WordShapes

  /// What an unlisted transliterated name costs beside its characters.
  let foreignName: Int32

  private static let longestForeign = 9
  private static let longestPlace = 6
  /// The block of dashes, dots and quotation marks.
  private static let marks: Range<UInt32> = 0x2010..<0x2060
  private static let quantity: WordTags = WordTags.quantity.union(.number)

  /// Appends the words of one sentence to `out`, its neighbours united.
  func join(_ tokens: ArraySlice<Token>, _ text: TextView, into out: inout [Token]) {
    let first = out.count
    var index = tokens.startIndex
    while index < tokens.endIndex {
      let token = tokens[index]
      let roles = shapes.roles(text.folded[token.start])
      let isDigit = text.classes[token.start] == CharacterClass.digit.rawValue
      if roles & WordShapes.Role.placeEnd != 0, endsPlace(token, out, from: first) {
        let start = out.removeLast().start
        out.append(Self.make(start, token.end, .place))
        index += 1
        continue
      }
      guard roles != 0 || isDigit, let found = joined(index, tokens, text, roles, isDigit) else {
        out.append(token)
        index += 1
        continue
      }
      index = found.next
      out.append(found.token)
      completeDate(&out, from: first, text)
    }
  }

  private typealias Found = (token: Token, next: Int)

  private func joined(
    _ index: Int, _ tokens: ArraySlice<Token>, _ text: TextView, _ roles: UInt16, _ isDigit: Bool
  ) -> Found? {
    let token = tokens[index]
    let length = token.end - token.start
    if roles & WordShapes.Role.mark != 0 { return mark(index, tokens, text) }
    if roles & WordShapes.Role.superlative != 0, length == 1 {
      return superlative(index, tokens, text)
    }
    let isNumber = roles & (WordShapes.Role.numeral | WordShapes.Role.ordinal) != 0
    if isNumber || isDigit, let found = number(index, tokens, text) {
      return found
    }
    if roles & WordShapes.Role.foreign != 0, length < 4,
      let found = foreign(index, tokens, text)
    {
      return found
    }
    return nil
  }

  // MARK: Numbers

  private func number(_ index: Int, _ tokens: ArraySlice<Token>, _ text: TextView) -> Found? {
    let token = tokens[index]
    let limit = tokens[tokens.endIndex - 1].end
    let article = shapes.articleEnd(text, from: token.start, to: limit)
    if article > token.end {
      return cover(index, tokens, to: article, tags: .numeral, withinQuantity: false)
    }
    let end = shapes.numberEnd(text, from: token.start, to: limit)
    guard end >= token.end, end > token.start else { return nil }
    let isOrdinal = shapes.has(text.folded[token.start], WordShapes.Role.ordinal)
    var found: Found?
    if end > token.end {
      let tags: WordTags = token.tags.contains(.percent) ? .percent : isOrdinal ? .count : .number
      found = cover(index, tokens, to: end, tags: tags, withinQuantity: true)
      guard found != nil else { return nil }
    }
    let next = found?.next ?? index + 1
    guard next < tokens.endIndex, (found?.token.end ?? token.end) == end else { return found }
    let follower = tokens[next]
    guard follower.end - follower.start == 1 else { return found }
    if isOrdinal, shapes.has(text.folded[follower.start], WordShapes.Role.measure) {
      return (Self.make(token.start, follower.end, .count), next + 1)
    }
    if !isOrdinal, shapes.has(text.folded[follower.start], WordShapes.Role.day),
      isDay(text, token.start, end)
    {
      return (Self.make(token.start, follower.end, .time), next + 1)
    }
    return found
  }

  /// Whether a number may count days of a month or hours: one or two digits, up to three characters.
  private func isDay(_ text: TextView, _ start: Int, _ end: Int) -> Bool {
    let isDigit = text.classes[start] == CharacterClass.digit.rawValue
    guard end - start <= (isDigit ? 2 : 3) else { return false }
    return (start..<end).allSatisfy {
      (text.classes[$0] == CharacterClass.digit.rawValue) == isDigit
    }
  }

  /// 5月|12日 → 5月12日.
  private func completeDate(_ out: inout [Token], from first: Int, _ text: TextView) {
    let last = out.count - 1
    guard last > first, out[last].tags == .time, out[last - 1].tags.contains(.time),
      out[last - 1].end == out[last].start,
      shapes.has(text.folded[out[last - 1].end - 1], WordShapes.Role.date)
    else { return }
    let start = out[last - 1].start
    let end = out[last].end
    out.removeLast(2)
    out.append(Self.make(start, end, .time))
  }

  // MARK: Marks, superlatives

  private func mark(_ index: Int, _ tokens: ArraySlice<Token>, _ text: TextView) -> Found? {
    // As written: hyphens fold to dashes, but stay apart.
    let scalar = text.scalars[tokens[index].start]
    guard Self.marks.contains(scalar) else { return nil }
    var next = index
    while next < tokens.endIndex, tokens[next].end - tokens[next].start == 1,
      text.scalars[tokens[next].start] == scalar
    {
      next += 1
    }
    guard next > index + 1 else { return nil }
    return (Self.make(tokens[index].start, tokens[next - 1].end, .punctuation), next)
  }

  private func superlative(
    _ index: Int, _ tokens: ArraySlice<Token>, _ text: TextView
  ) -> Found? {
    let next = index + 1
    guard next < tokens.endIndex, tokens[next].end - tokens[next].start == 1,
      tokens[next].tags.contains(.adjective)
    else { return nil }
    return (Self.make(tokens[index].start, tokens[next].end, .adjective), next + 1)
  }

  // MARK: Names

  /// Whether 县 or the like stands behind the name of a place: 云水|县.
  private func endsPlace(_ token: Token, _ out: [Token], from first: Int) -> Bool {
    guard token.end - token.start == 1, out.count > first else { return false }
    let name = out[out.count - 1]
    return name.end == token.start && name.word >= 0 && name.tags.contains(.place)
      && token.end - name.start <= Self.longestPlace
  }

  /// Short words of transliteration characters that cost more than one name of them all.
  private func foreign(_ index: Int, _ tokens: ArraySlice<Token>, _ text: TextView) -> Found? {
    let start = tokens[index].start
    var sum = foreignName
    var words: Int32 = 0
    var best: Int?
    var next = index
    while next < tokens.endIndex {
      let token = tokens[next]
      guard token.end - token.start < 4, token.end - start <= Self.longestForeign,
        let own = foreignCost(token, text)
      else { break }
      sum = sum &+ own
      words = words &+ wordCost(token, text)
      next += 1
      if next > index + 1, token.end - start > 2, sum < words { best = next }
    }
    guard let best else { return nil }
    let token = Self.make(start, tokens[best - 1].end, [.person, .foreignName])
    return (token, best)
  }

  private func foreignCost(_ token: Token, _ text: TextView) -> Int32? {
    var sum: Int32 = 0
    for place in token.start..<token.end {
      let cost = shapes.foreignCost(text.folded[place])
      guard cost > 0 else { return nil }
      sum = sum &+ cost
    }
    return sum
  }

  /// What the word costs in the lattice; what only a recognizer knows counts as a name.
  private func wordCost(_ token: Token, _ text: TextView) -> Int32 {
    if token.end - token.start == 1 { return lexicon.singleCost(text.codes[token.start]) }
    var cost = 12 * Candidate.unit
    lexicon.forEachWord(text, from: token.start, to: token.end) { word in
      if word.end == token.end { cost = word.cost }
    }
    return cost
  }

  // MARK: Tokens

  /// The tokens up to `end` as one. The last may go on behind it where it is a quantity itself,
  /// and the whole then is one.
  private func cover(
    _ index: Int, _ tokens: ArraySlice<Token>, to end: Int, tags: WordTags, withinQuantity: Bool
  ) -> Found? {
    var next = index
    while next < tokens.endIndex, tokens[next].end < end { next += 1 }
    guard next < tokens.endIndex, next > index else { return nil }
    let last = tokens[next]
    if last.end == end { return (Self.make(tokens[index].start, end, tags), next + 1) }
    guard withinQuantity, !last.tags.isDisjoint(with: Self.quantity) else { return nil }
    let own = last.tags.intersection(Self.quantity)
    return (Self.make(tokens[index].start, last.end, own), next + 1)
  }

  private static func make(_ start: Int, _ end: Int, _ tags: WordTags) -> Token {
    Token(start: start, end: end, word: -1, candidate: -1, tags: tags)
  }
}
