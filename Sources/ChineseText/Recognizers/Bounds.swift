/// What the words around a number say of it: 约, 超, 左右, 级.
struct Bounds {
  var effects: BoundEffect = []
  /// First scalar of the words before the number, its own start where there are none.
  var start = 0

  /// Low and high of a number under these bounds. Without a digit (百亿, 千万) it is a round one.
  func apply(to number: NumberReading) -> (low: ExactDecimal?, high: ExactDecimal?, approx: Bool) {
    let isFuzzy = number.isBare || number.isOver || !effects.isDisjoint(with: Self.fuzzy)
    if number.isVague || number.isRange { return (number.low, number.high, true) }
    if number.isOver || effects.contains(.over) { return (number.low, nil, true) }
    if effects.contains(.under) { return (nil, number.high, true) }
    return (number.low, number.high, isFuzzy)
  }

  private static let fuzzy: BoundEffect = [.about, .over, .under]
}

/// Finds bound words to the left and right of a number.
struct BoundFinder: Sendable {
  let words: QuantityTrie
  let wordsBefore: QuantityTrie

  private static var before: QuantitySenses { QuantitySenses(.boundBefore) }
  private static var after: QuantitySenses { QuantitySenses(.boundAfter) }

  /// The bounds of the number, or of the amount, in `span`.
  func bounds(
    _ text: QuantityText, _ span: TextSpan, number: NumberReading, isDuration: Bool = false
  ) -> Bounds {
    var result = Bounds(start: span.start)
    for _ in 0..<3 {
      guard let match = nearest(text, before: text.skippingBlankBackward(result.start)) else {
        break
      }
      if match.effects.contains(.none) { break }
      if match.effects.contains(.change) {
        result.effects.insert(.change)
        break
      }
      if match.effects.contains(.bareOnly), !number.isBare { break }
      if !(isDuration && match.effects.contains(.notDuration)) {
        result.effects.formUnion(match.effects)
      }
      result.start = match.end
    }
    if result.start == span.start { result.effects.formUnion(distant(text, before: span.start)) }
    if let match = words.longest(text, at: span.end, Self.after) {
      result.effects.formUnion(match.effects)
    }
    if result.effects.contains(.bareOnly) { result.effects.insert(.over) }
    return result
  }

  private func nearest(_ text: QuantityText, before index: Int) -> QuantityMatch? {
    wordsBefore.longest(text, before: index, Self.before)
  }

  /// 至少投资50亿元: bounds that reach over a verb.
  private func distant(_ text: QuantityText, before index: Int) -> BoundEffect {
    var place = index
    for distance in 1...4 {
      guard text.isHan(place - 1) else { return [] }
      place -= 1
      if let match = nearest(text, before: place), match.amount >= distance {
        return match.effects
      }
    }
    return []
  }
}
