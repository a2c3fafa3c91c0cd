/// Reads funding rounds: 天使轮, Pre-A+轮, A、B两轮, 战略融资.
struct RoundRecognizer: Sendable {
  let words: QuantityTrie

  /// A round with its place.
  struct Reading {
    let span: TextSpan
    let round: Round
  }

  private static var stem: QuantitySenses { QuantitySenses(.roundStem) }
  private static var whole: QuantitySenses { .roundWhole | .roundAlone }
  private static var end: QuantitySenses { QuantitySenses(.roundEnd) }

  /// The round that begins at `index`.
  func read(_ text: QuantityText, at index: Int) -> Reading? {
    if text.isLetter(index), isInsideRun(text, index) { return nil }
    if let stem = words.longest(text, at: index, Self.stem) {
      if let end = words.longest(text, at: text.skippingBlank(stem.end), Self.end) {
        return Reading(span: TextSpan(index, end.end), round: Round(code: words.code(stem)))
      }
      if isListed(text, behind: stem.end) {
        return Reading(span: TextSpan(index, stem.end), round: Round(code: words.code(stem)))
      }
    }
    guard let whole = words.longest(text, at: index, Self.whole) else { return nil }
    return Reading(span: TextSpan(index, whole.end), round: Round(code: words.code(whole)))
  }

  private func isInsideRun(_ text: QuantityText, _ index: Int) -> Bool {
    switch text.kind(index - 1) {
    case .letter, .digit: return true
    default: return text[index - 1] == 45 && text.isLetter(index - 2)
    }
  }

  /// A、B两轮: the word 轮 stands behind the last member.
  private func isListed(_ text: QuantityText, behind end: Int) -> Bool {
    var place = end
    for _ in 0..<6 {
      guard Self.listMarks.contains(text[place]),
        let stem = words.longest(text, at: text.skippingBlank(place + 1), Self.stem)
      else { return false }
      place = text.skippingBlank(stem.end)
      if words.longest(text, at: place, Self.end) != nil { return true }
    }
    return false
  }

  static let listMarks = Array("、和及与/&,".utf16)
}
