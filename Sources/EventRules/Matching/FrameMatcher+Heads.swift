import ChineseText

/// Whether a name is what the clause speaks of, or only describes the noun behind it.
extension FrameMatcher {
  /// Most items between a product and the noun that says what it is.
  private static let longestThing = 5

  /// Whether a phrase is the subject itself and no modifier of a noun behind it: 微软车主, 微软股价.
  /// Nouns for parts of a firm (微软方面, 微软团队) leave the firm the actor, and nouns that say
  /// what a product is (WH-20 头戴式降噪耳机) leave it the subject.
  func isHead(_ phrase: Phrase, _ trigger: Int) -> Bool {
    var index = phrase.items.upperBound
    while index < trigger {
      let item = view.items[index]
      if item.mention >= 0 || item.aside { return true }
      let end: WordTags = [.punctuation, .caseWord, .preposition, .conjunction, .cue, .trigger]
      if item.isVerb || !item.tags.isDisjoint(with: end) { return true }
      let other: WordTags = [
        .verb, .timeWord, .adverb, .preposition, .locative, .adjective, .caseWord, .conjunction,
        .measure, .reporting, .auxiliary, .particle, .coordinator,
      ]
      if item.tags.contains(.noun), item.tags.isDisjoint(with: other) {
        return item.tags.contains(.classNoun) && item.tags.isDisjoint(with: .people)
          || phrase.types == .product
            && (item.tags.contains(.form) || isThing(phrase, from: index, to: trigger))
      }
      index += 1
    }
    return true
  }

  /// Whether a product is only the beginning of a longer name, or only describes the noun behind
  /// it: Yoga Slim|7a, 发布 Switch 2 配件. The form of a thing is the thing: 极速达业务.
  func isModifier(_ phrase: Phrase, _ range: Range<Int>) -> Bool {
    guard phrase.types == .product, phrase.items.upperBound < range.upperBound else { return false }
    var index = phrase.items.upperBound
    // 米家|大容量|双肩包: what describes the thing stands between.
    while index + 1 < range.upperBound, isDescription(view.items[index]) { index += 1 }
    let next = view.items[index]
    guard next.mention < 0 else { return false }
    // Letters, numbers and words of no list go on with a name that is known in part.
    if !next.tags.isDisjoint(with: [.latin, .number]) || next.tags.isEmpty { return true }
    guard isNoun(next) else { return false }
    // Windows|平台|处理器: behind two nouns the thing is another one.
    let isForm = next.tags.contains(.form)
    if isForm, index + 1 == range.upperBound || !isNoun(view.items[index + 1]) { return false }
    return !isThing(phrase, from: index, to: range.upperBound)
  }

  /// Whether the nouns from an item on say what kind of thing a product is: their last one is a
  /// form. Chips and platforms are built into things (骁龙 8|旗舰|手机), and names of lines without
  /// a number are only the beginning (米家|空调|强劲风). 全球 and 国内 say where.
  private func isThing(_ phrase: Phrase, from start: Int, to end: Int) -> Bool {
    var last = start
    var index = start
    while index < end {
      guard index - start < Self.longestThing else { return false }
      let item = view.items[index]
      if isNoun(item) {
        last = index
      } else if !isAttribute(index, end) {
        break
      }
      index += 1
    }
    if last == start, view.items[last].tags.contains(.adjective) { return true }
    if index < end, view.items[index].word == lookup.attributive { return false }
    return view.items[last].tags.contains(.form) && phrase.members.allSatisfy(isModel)
  }

  /// Whether a product is a thing by itself, of a name with a number.
  private func isModel(_ member: Member) -> Bool {
    let span = analysis.mentions[member.mention].span
    return !Self.parts.contains(analysis.subtype(member.mention))
      && (span.start..<span.end).contains {
        analysis.text.classes[$0] == CharacterClass.digit.rawValue
          || analysis.text.folded[$0] == Self.number
      }
  }

  /// 号 of 云帆一号.
  private static let number: UInt16 = 0x53F7

  /// Kinds of products that are found in other things, or carry them.
  static let parts: Set<String> = ["chip", "os", "platform", "service", "software", "app"]

  /// Whether an item describes the noun behind it: 智能, 4K, 降噪|耳机.
  private func isAttribute(_ index: Int, _ end: Int) -> Bool {
    let item = view.items[index]
    guard index + 1 < end else { return false }
    if item.kind == .count { return true }
    guard item.mention < 0, !item.aside else { return false }
    if isDescription(item) || !item.tags.isDisjoint(with: [.latin, .number]) { return true }
    return item.isVerb && item.tags.isDisjoint(with: [.trigger, .reporting, .cue, .genericVerb])
      && isNoun(view.items[index + 1])
  }

  private func isDescription(_ item: Item) -> Bool {
    item.mention < 0 && item.tags.contains(.adjective)
      && item.tags.isDisjoint(with: [.verb, .adverb, .particle, .noun, .measure, .auxiliary])
  }

  private func isNoun(_ item: Item) -> Bool {
    let other: WordTags = [
      .verb, .particle, .adverb, .conjunction, .punctuation, .measure, .timeWord, .auxiliary,
      .locative, .trigger, .cue,
    ]
    return item.mention < 0 && item.tags.contains(.noun) && item.tags.isDisjoint(with: other)
  }
}
