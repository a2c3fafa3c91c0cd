import ChineseText

/// What stands around a trigger: subject, object, case phrases, voice.
extension FrameMatcher {
  /// What stands around a trigger.
  struct Arguments {
    var subject: Phrase?
    /// Other phrases before the verb that no verb or case word governs, the nearest last.
    var otherSubjects: [Phrase] = []
    var object: Phrase?
    /// What 的 behind the trigger leads to, where no subject stands before it: 收购的X means an
    /// object, 离职的X a subject; the line's slots decide.
    var openHead: Phrase?
    var isPassive = false
    /// Whether a noun that names nobody stands in subject position.
    var hasUnnamedSubject = false
    /// Members that a later clause lists for such a noun.
    var listed: [Member] = []
  }

  /// The arguments of one trigger, found once for all its frames.
  struct ArgumentCache {
    fileprivate var active: Arguments?
    fileprivate var passive: Arguments?
    fileprivate var isPassive: Bool?
    /// Condition words of the clause, by number.
    var conditions: (all: [Int], free: [Int])?
  }

  func arguments(
    of item: Int, clause: Int, actorWord: Int32, cache: inout ArgumentCache
  ) -> Arguments {
    let all = phrases[clause]
    let low = view.clauses[clause].items.lowerBound
    let marked =
      cache.isPassive
      ?? (all.contains { $0.isAgent && $0.items.upperBound <= item }
        || isBarePassive(before: item, from: low))
    cache.isPassive = marked
    let isPassive = marked || hasActor(actorWord, before: item, all)
    if let known = isPassive ? cache.passive : cache.active { return known }
    let found = findArguments(of: item, clause: clause, isPassive: isPassive)
    if isPassive { cache.passive = found } else { cache.active = found }
    return found
  }

  private func findArguments(of item: Int, clause: Int, isPassive: Bool) -> Arguments {
    let range = view.clauses[clause].items
    let all = phrases[clause]
    var result = Arguments()
    let from = afterReporting(before: item, in: range, all)
    let edge = nounRun(before: item, from: range.lowerBound)
    func isSubject(_ phrase: Phrase) -> Bool {
      !isModifier(phrase, range.lowerBound..<item) && phrase.items.upperBound <= item
        && phrase.items.lowerBound >= from && phrase.caseWord < 0
        && !phrase.isObject && !phrase.isAgent
        && !all.contains { !$0.isObject && isInner(phrase, of: $0) }
    }
    let subject =
      all.first { isSubject($0) && $0.types.isDisjoint(with: .place) && isHead($0, edge) }
      ?? all.first { isSubject($0) && $0.types.isDisjoint(with: .place) }
      ?? all.first(where: isSubject) ?? temporal(before: item, in: range, all)
      ?? pivot(before: item, from: from, all)
    let agent = all.last { $0.isAgent && $0.items.upperBound <= item }
    let head = relativeHead(of: item, in: range, all)
    let right = rightPhrase(of: item, in: range, all)
    let object = right?.items.lowerBound == head?.items.lowerBound ? nil : right
    result.isPassive = isPassive
    if !isPassive, let subject {
      result.otherSubjects = all.filter {
        isSubject($0) && $0.items.lowerBound > subject.items.lowerBound && isHead($0, edge)
      }
    }
    if isPassive {
      result.subject = agent
      // 甲成立于2025年，由前乙公司负责人丙创立: what stands behind 由 acts and suffers nothing.
      let edge = actorEdge(before: item, all)
      let sufferer = subject.flatMap { $0.items.lowerBound < edge ? $0 : nil }
      result.object = head ?? sufferer ?? object
    } else {
      result.subject = subject ?? relativeSubject(of: object, in: range, all)
      result.object = subject != nil ? head ?? object ?? byBa(all, item) : object ?? byBa(all, item)
      if result.subject == nil, let head {
        result.openHead = head
        result.object = nil
      }
    }
    if let subject = result.subject, !isPassive, subject.members.isEmpty || !isHead(subject, edge) {
      result.hasUnnamedSubject = true
      if !subject.members.isEmpty { result.subject = nil }
    } else if result.subject == nil, result.openHead == nil, !isPassive {
      result.hasUnnamedSubject = hasUnnamedSubject(before: edge, from: range.lowerBound, all)
    }
    if result.hasUnnamedSubject { result.listed = listed(after: clause) }
    return result
  }

  /// Whether a phrase only acts in a clause that describes a firm: 甲|创立|的|X|完成融资.
  func isInner(_ phrase: Phrase, of head: Phrase) -> Bool {
    let start = head.items.lowerBound
    return start - 2 >= phrase.items.upperBound && view.items[start - 1].word == lookup.attributive
      && view.items[start - 2].isVerb && head.caseWord < 0 && !head.isAgent
      && !head.types.isDisjoint(with: .org)
      && !view.items[phrase.items.upperBound..<start - 2].contains(where: \.isVerb)
  }

  /// Where the actor of a passive clause begins; the trigger where none is named.
  private func actorEdge(before item: Int, _ all: [Phrase]) -> Int {
    all.first { ($0.isAgent || $0.caseWord == lookup.actor) && $0.items.upperBound <= item }?
      .items.lowerBound ?? item
  }

  /// A phrase that an earlier verb governs and that acts itself: 任命X担任, 指控X抄袭.
  func pivot(before item: Int, from low: Int, _ all: [Phrase]) -> Phrase? {
    guard
      let phrase = all.last(where: {
        $0.items.upperBound <= item && $0.items.lowerBound >= low && $0.isObject && $0.caseWord < 0
      })
    else { return nil }
    let between = view.items[phrase.items.upperBound..<item]
    // 接替甲出任: who is replaced does not act.
    let governor = phrase.items.lowerBound - 1
    guard governor < low || !view.items[governor].tags.contains(.replacing) else { return nil }
    guard phrase.types == .person || between.count < 4 else { return nil }
    return between.allSatisfy {
      !$0.isEntity && (!$0.isVerb || !$0.tags.isDisjoint(with: [.genericVerb, .noun]))
    } ? phrase : nil
  }

  /// 在X收购Y后, 随着X出走: what seems to belong to the case word acts itself.
  private func temporal(before item: Int, in range: Range<Int>, _ all: [Phrase]) -> Phrase? {
    guard
      view.items[item..<range.upperBound].contains(where: {
        $0.mention < 0 && $0.tags.contains(.locative)
      })
        || all.contains(where: { $0.caseWord == lookup.accompanying })
    else { return nil }
    return all.last { phrase in
      lookup.temporal.contains(phrase.caseWord) && phrase.items.upperBound <= item
        && phrase.types.isDisjoint(with: [.place, .title])
        && view.items[phrase.items.upperBound..<item].allSatisfy { between in
          between.kind == .time
            || between.mention < 0
              && !between.tags.isDisjoint(with: [.adverb, .timeWord, .auxiliary])
        }
    }
  }

  /// Whether 由 names the actor: then the subject is what is acted on (公司由甲创立).
  private func hasActor(_ word: Int32, before item: Int, _ all: [Phrase]) -> Bool {
    word >= 0 && all.contains { $0.caseWord == word && $0.items.upperBound <= item }
  }

  /// 将X收购, 把X卖给: the object stands before the verb.
  func byBa(_ all: [Phrase], _ item: Int) -> Phrase? {
    all.last { lookup.disposal.contains($0.caseWord) && $0.items.upperBound <= item }
  }

  func isBarePassive(before item: Int, from low: Int) -> Bool {
    var index = item - 1
    // 被多家银行起诉: who does it has no name.
    while index >= low, item - index < 7 {
      let found = view.items[index]
      if found.mention < 0, found.tags.contains(.passive) { return true }
      if found.isEntity || found.isVerb && !found.tags.contains(.noun) { return false }
      index -= 1
    }
    return false
  }

  /// First item behind the last verb of saying that has a phrase between it and the trigger.
  func afterReporting(before item: Int, in range: Range<Int>, _ all: [Phrase]) -> Int {
    var index = item - 1
    while index >= range.lowerBound {
      let found = view.items[index]
      if found.mention < 0, found.tags.contains(.reporting),
        all.contains(where: {
          $0.items.lowerBound > index && $0.items.upperBound <= item && $0.caseWord < 0
            && !$0.isAgent
        })
      {
        return index + 1
      }
      index -= 1
    }
    return range.lowerBound
  }

  func rightPhrase(of item: Int, in range: Range<Int>, _ all: [Phrase]) -> Phrase? {
    let right = all.filter { $0.items.lowerBound > item }
    guard
      let phrase = right.first(where: { own in
        own.caseWord < 0 && !right.contains { isInner(own, of: $0) }
      })
    else { return nil }
    if isDescribedHolder(phrase, behind: item) { return nil }
    var verbs = 0
    for index in (item + 1)..<phrase.items.lowerBound where view.items[index].isVerb {
      // 推出一款名为飞鸟的应用.
      if view.items[index].tags.isDisjoint(with: [.noun, .calling]) { verbs += 1 }
    }
    // 收购拥有千万日活的X: the verbs before 的 describe it.
    let isDescribed =
      phrase.items.lowerBound > item + 2
      && view.items[phrase.items.lowerBound - 1].word == lookup.attributive
      && !phrase.types.isDisjoint(with: .org)
    if verbs == 0 || isDescribed { return isModifier(phrase, range) ? nil : phrase }
    return right.first { $0.caseWord < 0 && isNamedThing($0, behind: item) }
  }

  /// 推出带显示屏的智能眼镜X: the verbs before 的 describe the thing that is named behind its noun.
  private func isNamedThing(_ phrase: Phrase, behind item: Int) -> Bool {
    guard phrase.types == .product else { return false }
    let between = view.items[item + 1..<phrase.items.lowerBound].filter {
      $0.unit != Mark.quoteOpen && $0.unit != Mark.titleOpen
    }
    guard let at = between.lastIndex(where: { $0.word == lookup.attributive }),
      at + 1 < between.count, between[between.count - 1].tags.contains(.form)
    else { return false }
    return between[(at + 1)...].allSatisfy {
      $0.mention < 0 && (!$0.isVerb || $0.tags.contains(.noun))
    }
  }

  /// 持有公司6%股份的股东甲: the firm behind 的 or a share holds, it is not held.
  private func isDescribedHolder(_ phrase: Phrase, behind item: Int) -> Bool {
    guard let member = phrase.members.first, !member.titles.isEmpty,
      !FillerTypes(analysis.mentions[member.mention].kind).isDisjoint(with: .org)
    else { return false }
    return view.items[item..<phrase.items.lowerBound].contains {
      $0.word == lookup.attributive || $0.kind == .percent
    }
  }

  /// 甲发布的报告: a trigger that only describes a noun without a name tells no event.
  func describesNoun(_ item: Int, _ clause: Int) -> Bool {
    let range = view.clauses[clause].items
    guard item + 2 < range.upperBound, view.items[item + 1].word == lookup.attributive,
      relativeHead(of: item, in: range, phrases[clause]) == nil
    else { return false }
    let next = view.items[item + 2]
    return next.mention < 0 && next.tags.contains(.noun) && !next.tags.contains(.telling)
  }

  /// 被X收购的Y: the phrase behind 的 that directly follows the trigger.
  func relativeHead(of item: Int, in range: Range<Int>, _ all: [Phrase]) -> Phrase? {
    guard item + 1 < range.upperBound, view.items[item + 1].word == lookup.attributive else {
      return nil
    }
    let phrase = all.first { $0.items.lowerBound > item + 1 && $0.items.lowerBound <= item + 4 }
    return phrase
  }

  /// 离开OpenAI的甲: the person whom the clause before 的 describes.
  private func relativeSubject(
    of object: Phrase?, in range: Range<Int>, _ all: [Phrase]
  ) -> Phrase? {
    guard let object, object.items.upperBound < range.upperBound,
      view.items[object.items.upperBound].word == lookup.attributive
    else { return nil }
    return all.first {
      let gap = $0.items.lowerBound - object.items.upperBound
      return gap >= 1 && gap <= 4 && ($0.types == .person)
    }
  }

  /// Whether a noun that is no name stands where the subject would: 多家券商, 部分用户, 4人. What
  /// only reports (数据显示) and figures (毛利率) are none.
  func hasUnnamedSubject(before item: Int, from low: Int, _ all: [Phrase]) -> Bool {
    var found = false
    for index in low..<max(low, item) {
      let item = view.items[index]
      guard !item.aside else { continue }
      if item.kind == .count { found = found || isHeadCount(item) }
      guard item.mention < 0 else { continue }
      if item.tags.contains(.reporting) {
        found = false
        continue
      }
      let other: WordTags = [
        .verb, .timeWord, .adverb, .preposition, .locative, .adjective, .caseWord, .conjunction,
        .measure, .cue, .metric, .auxiliary, .particle,
      ]
      if !item.tags.isDisjoint(with: [.noun, .pronoun]), item.tags.isDisjoint(with: other),
        !isCaseObject(index, low)
      {
        found = true
      }
      if item.isVerb, !item.tags.contains(.cue) { return found }
    }
    return found
  }

  func isHeadCount(_ item: Item) -> Bool {
    let value = analysis.mentions[item.mention].value
    guard value >= 0, value < analysis.values.count, case .count(let count) = analysis.values[value]
    else { return false }
    return count.unit == "person"
  }

  func isCaseObject(_ index: Int, _ low: Int) -> Bool {
    var before = index - 1
    while before >= low, index - before < 5 {
      if view.items[before].mention < 0, view.items[before].tags.contains(.caseWord) {
        return true
      }
      if view.items[before].isVerb { return false }
      before -= 1
    }
    return false
  }
}
