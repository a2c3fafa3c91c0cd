/// What the words around a time without a year say about past and future.
enum Tense: Sendable {
  case none
  /// 将于5月: right before the time.
  case future
  /// 5月公司将…: further off, or taken over from the clause before.
  case ahead
  /// 自5月1日起: whichever is nearer.
  case either
  /// 宣布, 已, 完成: told as done.
  case told
  /// 曾: the past, whatever else is said.
  case past

  /// Whether it looks to what is to come.
  var isAhead: Bool { self == .future || self == .ahead }
}

/// Reads the tense of the clause around a time.
struct TenseReader: Sendable {
  let words: QuantityTrie

  private static var tense: QuantitySenses { QuantitySenses(.tense) }
  private static var deadline: QuantitySenses { QuantitySenses(.ago) }
  /// How far a clause is read, in scalars.
  private static let reach = 40
  /// Scalars between a word of the future and its time: 将于, 预计在.
  private static let gap = 3

  /// The tense of a time from `start` to `end`.
  func read(_ text: QuantityText, _ start: Int, _ end: Int) -> Tense {
    let first = clauseStart(text, start)
    let before = lastCue(text, from: first, to: start)
    let next = firstCue(text, from: end)
    // 官宣9月3日发布 sets a day to come; farther off, 官宣 only tells.
    let after = next?.amount == Self.set ? Self.told : next?.amount
    if before?.amount == Self.past || after == Self.past { return .past }
    if let before, before.amount >= Self.future, start - before.end <= Self.gap { return .future }
    if let next, next.amount == Self.future, next.start == end { return .future }
    if words.longest(text, at: end, Self.deadline) != nil { return .ahead }
    if text[end] == Self.start { return .either }
    switch (before?.amount == Self.set ? Self.told : before?.amount, after) {
    case (Self.future, Self.told), (nil, Self.told), (Self.told, Self.told): return .told
    case (Self.future, _), (_, Self.future): return .ahead
    case (Self.told, _): return .told
    default: return takesOver(text, first) ? .ahead : .none
    }
  }

  private static let start = "起".utf16.first ?? 0
  private static let future = 1
  private static let set = 2
  private static let past = -1
  private static let told = -2

  private func clauseStart(_ text: QuantityText, _ index: Int) -> Int {
    var place = index
    while place > text.start, index - place < Self.reach, !isEnd(text, place - 1) { place -= 1 }
    return place
  }

  private func lastCue(
    _ text: QuantityText, from start: Int, to end: Int
  ) -> (amount: Int, end: Int)? {
    var place = start
    var found: (amount: Int, end: Int)?
    while place < end {
      if let match = words.longest(text, at: place, Self.tense), match.end <= end {
        if match.amount != 0 { found = (match.amount, match.end) }
        if match.amount == Self.past { return found }
        place = match.end
      } else {
        place += 1
      }
    }
    return found
  }

  /// The first cue behind the time, beyond a comma right behind it: 3月21日，公司将….
  private func firstCue(_ text: QuantityText, from end: Int) -> (amount: Int, start: Int)? {
    var place = text[end] == 44 ? end + 1 : end
    while place < text.end, place - end < Self.reach, !isEnd(text, place) {
      if let match = words.longest(text, at: place, Self.tense) {
        if match.amount != 0 { return (match.amount, place) }
        place = match.end
      } else {
        place += 1
      }
    }
    return nil
  }

  /// 将于7月8日截止，并于7月9日定价: the clause goes on in the tense of the one before.
  private func takesOver(_ text: QuantityText, _ start: Int) -> Bool {
    guard Self.joints.contains(text[start]), start > text.start, text[start - 1] == 44 else {
      return false
    }
    let before = clauseStart(text, start - 1)
    return lastCue(text, from: before, to: start - 1)?.amount == Self.future
  }

  private static let joints = Array("并且同及".utf16)

  private func isEnd(_ text: QuantityText, _ index: Int) -> Bool {
    text.kind(index) == .stop || text[index] == 44
  }
}
