import ChineseText

/// Names of things in Latin letters that no list holds: 推出智能体平台 SciBase.
extension FrameMatcher {
  /// Most items between a trigger and such a name.
  private static let farthest = 16
  /// Fewest scalars of a name, and fewest letters: M3 only names a thing together with its kind.
  private static let leastName = (scalars: 5, letters: 3)

  /// The Latin name that stands right behind a noun of the class that a role asks for, where the
  /// clause or what it says of the thing ends with it.
  func codeName(behind trigger: Int, in range: Range<Int>, _ heads: WordTags) -> TextSpan? {
    var index = trigger + 1
    while index + 1 < range.upperBound, index - trigger <= Self.farthest {
      let item = view.items[index]
      if item.mention < 0 {
        if item.unit == Mark.enumeration || item.tags.contains(.trigger) && item.isVerb {
          return nil
        }
        if item.tags.contains(.noun), !item.tags.isDisjoint(with: heads),
          let name = latinRun(from: index + 1, to: range.upperBound)
        {
          return name
        }
      }
      index += 1
    }
    return nil
  }

  private func latinRun(from start: Int, to limit: Int) -> TextSpan? {
    var end = start
    while end < limit, view.items[end].mention < 0, !view.items[end].aside,
      !view.items[end].tags.isDisjoint(with: [.latin, .number])
    {
      end += 1
    }
    guard end > start, view.items[start].tags.contains(.latin), endsName(end, limit) else {
      return nil
    }
    let span = TextSpan(view.items[start].span.start, view.items[end - 1].span.end)
    return looksLikeName(analysis.text.string(span)) ? span : nil
  }

  /// Whether what stands behind a name is no part of it: 手机 SIM 卡.
  private func endsName(_ index: Int, _ limit: Int) -> Bool {
    guard index < limit else { return true }
    let item = view.items[index]
    return item.aside
      || item.mention < 0
        && !item.tags.isDisjoint(with: [.punctuation, .adverb, .conjunction, .coordinator])
  }

  private func looksLikeName(_ text: String) -> Bool {
    let letters = text.unicodeScalars.filter(\.properties.isAlphabetic)
    guard letters.count >= Self.leastName.letters,
      text.unicodeScalars.count >= Self.leastName.scalars, let first = letters.first
    else { return false }
    return first.properties.isUppercase
      || text.unicodeScalars.contains { $0.properties.numericType != nil || $0 == "-" }
  }
}
