import ChineseText

/// The words of a figure: 语音社交业务|收入, 金融科技及企业服务业务|收入.
extension FrameMatcher {
  /// Where the nouns before a figure's word begin that belong to it. For other triggers, the
  /// trigger. A product or place may open them: 大中华区|收入.
  func nounRun(before item: Int, from low: Int) -> Int {
    guard view.items[item].tags.contains(.metric) else { return item }
    var start = item
    while start > low {
      if isOfFigure(start - 1, start < item, low) {
        start -= 1
      } else if start < item, joinsNouns(start - 1, low) {
        start -= 2
      } else {
        break
      }
    }
    return opensFigure(start - 1, low) ? start - 1 : start
  }

  /// Whether an item may stand among the nouns of a figure. Words for firms open none: 公司|收入.
  private func isOfFigure(_ index: Int, _ isInside: Bool, _ low: Int) -> Bool {
    let item = view.items[index]
    let other: WordTags = [
      .timeWord, .pronoun, .particle, .caseWord, .preposition, .adverb, .conjunction, .coordinator,
      .possessive, .cue, .reporting, .punctuation, .locative, .number, .measure, .auxiliary,
    ]
    guard item.mention < 0, !item.aside, item.tags.isDisjoint(with: other) else { return false }
    if item.tags.isEmpty { return item.span.count > 1 }
    let isListed = isInside && index > low && joinsNouns(index - 1, low)
    // 智能汽车及AI等|创新|业务.
    if item.isVerb, !item.tags.contains(.noun) {
      return isListed && item.tags.isDisjoint(with: [.trigger, .genericVerb, .change])
    }
    guard item.unit == 0 || item.tags.contains(.noun),
      !item.tags.isDisjoint(with: [.noun, .adjective, .latin, .tradeWord])
    else { return false }
    return item.tags.isDisjoint(with: [.classNoun, .people]) || isListed
  }

  /// Whether 及, 、 or 等 stands behind a noun that is no figure itself.
  private func joinsNouns(_ index: Int, _ low: Int) -> Bool {
    let item = view.items[index]
    let isJoining =
      item.unit == Mark.enumeration || item.unit == Self.others
      || item.mention < 0 && item.tags.contains(.coordinator)
    guard isJoining, index > low, !view.items[index - 1].tags.contains(.metric),
      view.items[index - 1].tags.isDisjoint(with: [.classNoun, .people])
    else { return false }
    return isOfFigure(index - 1, true, low)
  }

  /// 等.
  private static let others: UInt16 = 0x7B49

  /// Whether a product or place belongs to the figure behind it: no case word governs it.
  private func opensFigure(_ index: Int, _ low: Int) -> Bool {
    guard index >= low, view.items[index].kind == .product || view.items[index].kind == .place,
      !view.items[index].aside
    else { return false }
    guard index > low else { return true }
    let before = view.items[index - 1]
    return before.mention >= 0 ? before.isEntity || before.kind == .time : Mark.ends(before.unit)
  }
}
