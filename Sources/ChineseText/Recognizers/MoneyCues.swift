/// Words near a number that tell whether it is money and what it is paid for: 融资, 估值, 每月.
struct MoneyCues: Sendable {
  let words: QuantityTrie
  let wordsBefore: QuantityTrie
  let bounds: BoundFinder

  private static var cueBefore: QuantitySenses { QuantitySenses(.cueBefore) }
  private static var cueAfter: QuantitySenses { QuantitySenses(.cueAfter) }
  private static var follower: QuantitySenses { QuantitySenses(.follower) }
  private static var rateBefore: QuantitySenses { QuantitySenses(.rateBefore) }
  private static var rateAfter: QuantitySenses { QuantitySenses(.rateAfter) }
  private static var boundBefore: QuantitySenses { QuantitySenses(.boundBefore) }
  private static var boundAfter: QuantitySenses { QuantitySenses(.boundAfter) }
  /// How far a cue may stand from its amount.
  private static let reach = 14

  /// Whether a number without currency is money: a cue before it and a fitting end, or a cue
  /// behind it.
  func isMoney(_ text: QuantityText, _ span: TextSpan) -> Bool {
    if words.longest(text, at: span.end, Self.cueAfter) != nil { return true }
    guard !text.isHan(span.end) || follows(text, at: span.end) else { return false }
    return precedes(text, before: span.start) || isEquivalent(text, before: span.start)
  }

  /// Whether a word stands at `index` that may follow an amount.
  func follows(_ text: QuantityText, at index: Int) -> Bool {
    words.longest(text, at: index, Self.follower) != nil
      || words.longest(text, at: index, Self.boundAfter) != nil
  }

  /// Whether a word of money stands shortly before `index`, within the clause, with no word of
  /// countable things between.
  func precedes(_ text: QuantityText, before index: Int) -> Bool {
    var place = index
    for _ in 0..<Self.reach {
      guard place > text.start, text.kind(place - 1) != .stop, text[place - 1] != 44 else {
        return false
      }
      if let match = wordsBefore.longest(text, before: place, Self.cueBefore) {
        return match.amount >= 0
      }
      place -= 1
    }
    return false
  }

  /// Whether a word of wages stands shortly before `index`: 月薪8k.
  func isPay(_ text: QuantityText, before index: Int) -> Bool {
    var place = index
    for _ in 0..<8 {
      guard place > text.start, text.kind(place - 1) != .stop, text[place - 1] != 44 else {
        return false
      }
      if let match = wordsBefore.longest(text, before: place, Self.cueBefore) {
        return match.amount == 1
      }
      place -= 1
    }
    return false
  }

  /// Whether 约合 or its kin stands right before `index`.
  func isEquivalent(_ text: QuantityText, before index: Int) -> Bool {
    let place = text.skippingBlankBackward(index)
    guard let match = wordsBefore.longest(text, before: place, Self.boundBefore) else {
      return false
    }
    return match.effects.contains(.equal)
  }

  /// 、 和 及 与 between the members of a list.
  func isListMark(_ unit: UInt16) -> Bool { Self.listMarks.contains(unit) }

  private static let listMarks = Array("、和及与".utf16)

  /// What the amount is counted by: the code of 每月, 每股, /平方米; empty for a plain amount.
  func rate(_ text: QuantityText, _ span: TextSpan, from start: Int) -> String {
    if let match = words.longest(text, at: text.skippingBlank(span.end), Self.rateAfter) {
      return words.code(match)
    }
    var place = start
    for _ in 0..<9 {
      if let match = wordsBefore.longest(text, before: place, Self.rateBefore),
        !text.isDigit(text.skippingBlankBackward(match.end) - 1)
      {
        return wordsBefore.code(match)
      }
      guard text.isHan(place - 1) || text.kind(place - 1) == .space else { return "" }
      place -= 1
    }
    return ""
  }
}
