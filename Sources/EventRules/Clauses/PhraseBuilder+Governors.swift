import ChineseText

/// What governs a phrase: a case word, a passive word, a verb.
extension PhraseBuilder {
  /// Case, voice and governing verb of a phrase, from what stands before it.
  func placed(_ phrase: Phrase, from low: Int) -> Phrase {
    var result = phrase
    var index = phrase.items.lowerBound - 1
    // 老东家旗下的甲公司: what stands before 的 only describes the name.
    let described = index >= low && items[index].tags.contains(.possessive)
    // 总部在重庆的X: there the case word belongs to the place.
    var leaks = false
    // 与传统豪华品牌X: a case word reaches over nouns, a verb does not.
    var passedNoun = false
    // 收购美国芯片设计公司X: a noun for firms joins what stands before it to the name.
    var isKind = index >= low && isKindNoun(items[index])
    var isInner = false
    // 专注研发与产业化的X: 与 joins the nouns before 的.
    let isAttribute = isAttributive(index) || isQuote(index) && isAttributive(index - 1)
    while index >= low {
      let item = items[index]
      if isInner, passes(item) {
        index -= 1
        continue
      }
      if item.mention < 0, item.tags.contains(.passive) {
        result.isAgent = true
        return result
      }
      if isAttribute, joinsNouns(index, from: low) {
        index -= 1
        continue
      }
      if item.mention < 0, item.tags.contains(.caseWord) {
        if !leaks { result.caseWord = item.word }
        return result
      }
      if item.mention < 0, item.isVerb, relates(from: index + 1, to: phrase) {
        // 负责工艺的副总裁甲: the verb only describes him.
        index -= 1
        continue
      }
      if endsRelative(index, before: phrase) {
        isInner = true
        index -= 1
        continue
      }
      if isKind, isCompound(index, phrase) {
        passedNoun = true
        index -= 1
        continue
      }
      if item.mention < 0, item.isVerb {
        if passedNoun, !described, !isKind { return result }
        result.isObject = item.tags.isDisjoint(with: [.reporting, .cue])
        return result
      }
      if item.word == attributive, index > low, !items[index - 1].tags.contains(.possessive) {
        isKind = false
      }
      if described, item.kind == .place || item.kind == .time { leaks = true }
      guard isLight(item) || isKind && item.mention < 0 && item.tags.isEmpty else { return result }
      passedNoun = passedNoun || item.mention < 0 && item.tags.isDisjoint(with: Self.light)
      index -= 1
    }
    return result
  }

  private static let light: WordTags = [
    .particle, .measure, .numeral, .adjective, .number, .pronoun, .possessive, .former,
  ]

  /// Whether a governor reaches over an item.
  private func isLight(_ item: Item) -> Bool {
    if item.kind == .count || item.kind == .place { return true }
    if item.unit == Mark.quoteOpen || item.unit == Mark.titleOpen { return true }
    guard item.mention < 0 else { return false }
    return !item.tags.isDisjoint(with: Self.light)
      || item.tags.contains(.noun)
        && item.tags.isDisjoint(with: [.locative, .timeWord, .punctuation])
  }

  /// Whether a noun and 的 stand between a verb and a person.
  private func relates(from index: Int, to phrase: Phrase) -> Bool {
    let end = phrase.items.lowerBound - 1
    guard phrase.types == .person || phrase.types == .title, index <= end, end > 0,
      items[end].word == attributive
    else { return false }
    return items[end - 1].isVerb
      || items[index..<end].contains { $0.mention >= 0 || $0.tags.contains(.noun) }
  }

  private func isAttributive(_ index: Int) -> Bool {
    index > 0 && items[index].word == attributive
  }

  private func isQuote(_ index: Int) -> Bool { index > 0 && items[index].unit == Mark.quoteOpen }

  /// Whether 与, 和 or 及 stands between two nouns that are no names.
  private func joinsNouns(_ index: Int, from low: Int) -> Bool {
    let item = items[index]
    guard index > low, item.mention < 0, item.tags.contains(.coordinator) else { return false }
    return [items[index - 1], items[index + 1]].allSatisfy {
      $0.mention < 0 && $0.tags.contains(.noun)
        && $0.tags.isDisjoint(with: [.classNoun, .people, .pronoun])
    }
  }

  // MARK: Nouns for firms

  /// 公司, 品牌, 平台: what a firm is.
  func isKindNoun(_ item: Item) -> Bool {
    item.mention < 0 && !item.tags.isDisjoint(with: [.classNoun, .orgSuffix])
  }

  /// 设计, 服务: a verb that is a noun too and tells nothing itself.
  func isVerbalNoun(_ item: Item) -> Bool {
    item.mention < 0 && item.isVerb && item.tags.contains(.noun)
      && item.tags.isDisjoint(with: [.trigger, .reporting, .cue])
  }

  /// Whether a verb only belongs to the noun for firms behind it: 芯片|设计|公司, 投资|机构.
  private func isCompound(_ index: Int, _ phrase: Phrase) -> Bool {
    let item = items[index]
    guard item.mention < 0, item.isVerb, item.tags.contains(.noun) else { return false }
    return isVerbalNoun(item) || index == phrase.items.lowerBound - 2
  }

  // MARK: Clauses before 的

  /// Whether a verb ends a clause that describes a firm: 腾讯投资|的|X.
  private func endsRelative(_ index: Int, before phrase: Phrase) -> Bool {
    let start = phrase.items.lowerBound
    return index == start - 2 && items[start - 1].word == attributive && items[index].isVerb
      && !phrase.types.isDisjoint(with: .org)
  }

  /// Whether an item belongs to such a clause: who acts in it, when and where.
  private func passes(_ item: Item) -> Bool {
    if item.mention >= 0 { return true }
    if item.tags.contains(.passive) || Self.innerCases.contains(item.unit) { return true }
    return !item.isVerb && item.tags.isDisjoint(with: [.caseWord, .punctuation, .conjunction])
  }

  /// 由, 在, 于, 从.
  private static let innerCases: Set<UInt16> = [0x7531, 0x5728, 0x4E8E, 0x4ECE]
}
