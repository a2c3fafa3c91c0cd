/// Finds the currency that a text means by 元 alone: Taiwan's or Hong Kong's in traditional script.
struct HomeCurrency: Sendable {
  let words: QuantityTrie

  private static var home: QuantitySenses { QuantitySenses(.home) }
  /// A text in traditional script has one such character in so many.
  private static let share = 20
  /// The beginning of a text tells its script.
  private static let sample = 200

  /// The ISO code that the places and bodies named most often speak for; empty in simplified
  /// script, or where none is named. O(length).
  func code(of text: FoldedText) -> String {
    guard isTraditional(text) else { return "" }
    var counts: [(code: String, count: Int)] = []
    QuantityText.with(text, TextSpan(0, text.count)) { view in
      var index = view.start
      while index < view.end {
        guard let match = words.longest(view, at: index, Self.home) else {
          index += 1
          continue
        }
        let code = words.code(match)
        if let slot = counts.firstIndex(where: { $0.code == code }) {
          counts[slot].count += 1
        } else {
          counts.append((code, 1))
        }
        index = match.end
      }
    }
    return counts.max { ($0.count, $1.code) < ($1.count, $0.code) }?.code ?? ""
  }

  private func isTraditional(_ text: FoldedText) -> Bool {
    let han = CharacterClass.han.rawValue
    var changed = 0
    var total = 0
    for index in 0..<min(text.count, Self.sample) where text.classes[index] == han {
      total += 1
      if text.scalars[index] != UInt32(text.folded[index]) { changed += 1 }
    }
    return changed * Self.share > total
  }
}
