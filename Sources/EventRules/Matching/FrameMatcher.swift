import ChineseText

/// Binds the neighbours of a trigger to the roles of a frame.
struct FrameMatcher {
  let analysis: TextAnalysis
  let lookup: Lookup
  let view: SentenceView
  /// Phrases of each clause.
  let phrases: [[Phrase]]
  let focus: Focus

  /// The draft of one frame at one trigger, or nothing where its conditions fail.
  func match(_ reference: Lookup.FrameReference, trigger item: Int) -> Draft? {
    let type = lookup.types[reference.type]
    let frame = type.frames[reference.frame]
    let clause = view.clause(of: item)
    let span = view.clauses[clause].span
    let resolved = lookup.resolved[reference.type][reference.frame]
    guard !contains(anyOf: lookup.unless[reference.type], in: span),
      !contains(anyOf: resolved.without, in: span),
      resolved.with.isEmpty || contains(anyOf: resolved.with, in: span)
    else { return nil }
    var draft = Draft(
      type: reference.type, line: frame.line, isVerb: frame.kind == .verb, sentence: view.index,
      clause: clause, trigger: view.items[item].span,
      roles: [[Fill]](repeating: [], count: type.roles.count))
    if let realis = frame.realis { draft.realis = realis }
    let argument = arguments(of: item, clause: clause, frame: frame, reference)
    for (number, (slot, role)) in frame.slots.enumerated() {
      if resolved.caseWords[number] != -2 {
        fillCase(resolved.caseWords[number], role, type.roles[role], argument, &draft)
      } else {
        fill(slot, role: role, of: type, with: argument, trigger: item, clause: clause, in: &draft)
      }
    }
    completeOrganizations(frame, type, argument, clause, &draft)
    for constant in frame.constants {
      if draft.roles[constant.role].isEmpty {
        draft.roles[constant.role] = [
          Fill(mention: -1, span: draft.trigger, provenance: .explicit, code: constant.code)
        ]
      } else {
        draft.roles[constant.role][0].code = constant.code
      }
    }
    return draft
  }

  /// What stands around a trigger.
  private struct Arguments {
    var subject: Phrase?
    var object: Phrase?
    var cases: [Phrase] = []
    var isPassive = false
    /// Whether a noun that names nobody stands in subject position.
    var hasUnnamedSubject = false
    /// Members that a later clause lists for such a noun.
    var listed: [Member] = []
  }

  private func arguments(
    of item: Int, clause: Int, frame: Frame, _ reference: Lookup.FrameReference
  ) -> Arguments {
    let range = view.clauses[clause].items
    let all = phrases[clause]
    var result = Arguments()
    result.cases = all.filter { $0.caseWord >= 0 }
    let isPassive =
      all.contains { $0.isAgent && $0.items.upperBound <= item }
      || isBarePassive(before: item, from: range.lowerBound)
      || hasActor(frame, reference, before: item, all)
    let from = afterReporting(before: item, in: range, all)
    let left = all.filter {
      $0.items.upperBound <= item && $0.items.lowerBound >= from && $0.caseWord < 0
        && !$0.isObject && !$0.isAgent
    }
    let subject =
      left.first { $0.types.isDisjoint(with: .place) } ?? left.first
      ?? pivot(before: item, from: from, all)
    let agent = all.last { $0.isAgent && $0.items.upperBound <= item }
    let object = rightPhrase(of: item, in: range, all)
    let head = relativeHead(of: item, in: range, all)
    result.isPassive = isPassive
    if isPassive {
      result.subject = agent
      result.object = head ?? subject ?? object
    } else {
      result.subject = subject ?? (head != nil && object == nil ? head : nil)
      result.object = subject != nil && head != nil ? head : object ?? byBa(all, item)
      if subject == nil, head != nil { result.object = nil }
    }
    if let subject = result.subject, !isPassive, subject.members.isEmpty || !isHead(subject, item) {
      result.hasUnnamedSubject = true
      if !subject.members.isEmpty { result.subject = nil }
    } else if result.subject == nil, !isPassive {
      result.hasUnnamedSubject = hasUnnamedSubject(before: item, from: range.lowerBound, all)
    }
    if result.hasUnnamedSubject { result.listed = listed(after: clause) }
    return result
  }

  /// A phrase that an earlier verb governs and that acts itself: 任命X担任, 指控X抄袭.
  private func pivot(before item: Int, from low: Int, _ all: [Phrase]) -> Phrase? {
    guard
      let phrase = all.last(where: {
        $0.items.upperBound <= item && $0.items.lowerBound >= low && $0.isObject && $0.caseWord < 0
      })
    else { return nil }
    let between = view.items[phrase.items.upperBound..<item]
    guard phrase.types == .person || between.count < 4 else { return nil }
    return between.allSatisfy {
      !$0.isEntity && (!$0.isVerb || !$0.tags.isDisjoint(with: [.genericVerb, .noun]))
    } ? phrase : nil
  }

  /// Whether 由 names the actor: then the subject is what is acted on (公司由甲创立).
  private func hasActor(
    _ frame: Frame, _ reference: Lookup.FrameReference, before item: Int, _ all: [Phrase]
  ) -> Bool {
    guard let subject = frame.slots.first(where: { $0.slot == .subject }) else { return false }
    let words = lookup.resolved[reference.type][reference.frame].caseWords
    return frame.slots.indices.contains { index in
      frame.slots[index].slot == .after("由") && frame.slots[index].role == subject.role
        && all.contains { $0.caseWord == words[index] && $0.items.upperBound <= item }
    }
  }

  /// Whether a phrase is the subject itself and no modifier of a noun behind it: 微软车主, 微软股价.
  /// Nouns for parts of a firm (微软方面, 微软团队) leave the firm the actor.
  private func isHead(_ phrase: Phrase, _ trigger: Int) -> Bool {
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
        return item.tags.contains(.classNoun)
      }
      index += 1
    }
    return true
  }

  /// 将X收购, 把X卖给: the object stands before the verb.
  private func byBa(_ all: [Phrase], _ item: Int) -> Phrase? {
    all.last { lookup.disposal.contains($0.caseWord) && $0.items.upperBound <= item }
  }

  private func isBarePassive(before item: Int, from low: Int) -> Bool {
    var index = item - 1
    while index >= low, item - index < 4 {
      let found = view.items[index]
      if found.mention < 0, found.tags.contains(.passive) { return true }
      if found.mention >= 0 || found.isVerb { return false }
      index -= 1
    }
    return false
  }

  /// First item behind the last verb of saying that has a phrase between it and the trigger.
  private func afterReporting(before item: Int, in range: Range<Int>, _ all: [Phrase]) -> Int {
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

  private func rightPhrase(of item: Int, in range: Range<Int>, _ all: [Phrase]) -> Phrase? {
    guard let phrase = all.first(where: { $0.items.lowerBound > item && $0.caseWord < 0 }) else {
      return nil
    }
    var verbs = 0
    for index in (item + 1)..<phrase.items.lowerBound where view.items[index].isVerb {
      if !view.items[index].tags.contains(.noun) { verbs += 1 }
    }
    return verbs == 0 && !isModifier(phrase, range) ? phrase : nil
  }

  /// Whether a product only describes the noun behind it: 发布 Switch 2 配件.
  private func isModifier(_ phrase: Phrase, _ range: Range<Int>) -> Bool {
    guard phrase.types == .product, phrase.items.upperBound < range.upperBound else { return false }
    let next = view.items[phrase.items.upperBound]
    let other: WordTags = [.verb, .particle, .adverb, .conjunction, .punctuation, .measure]
    return next.mention < 0 && next.tags.contains(.noun) && next.tags.isDisjoint(with: other)
  }

  /// 被X收购的Y: the phrase behind 的 that directly follows the trigger.
  private func relativeHead(of item: Int, in range: Range<Int>, _ all: [Phrase]) -> Phrase? {
    guard item + 1 < range.upperBound, view.items[item + 1].word == lookup.attributive else {
      return nil
    }
    let phrase = all.first { $0.items.lowerBound > item + 1 && $0.items.lowerBound <= item + 4 }
    return phrase
  }

  /// Whether a noun that is no name stands where the subject would: 多家券商, 部分用户, 4人. What
  /// only reports (数据显示) and figures (毛利率) are none.
  private func hasUnnamedSubject(before item: Int, from low: Int, _ all: [Phrase]) -> Bool {
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

  private func isHeadCount(_ item: Item) -> Bool {
    let value = analysis.mentions[item.mention].value
    guard value >= 0, value < analysis.values.count, case .count(let count) = analysis.values[value]
    else { return false }
    return count.unit == "person"
  }

  private func isCaseObject(_ index: Int, _ low: Int) -> Bool {
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

  private func fill(
    _ slot: Slot, role index: Int, of type: EventType, with argument: Arguments, trigger: Int,
    clause: Int, in draft: inout Draft
  ) {
    let role = type.roles[index]
    guard role.many || draft.roles[index].isEmpty else { return }
    switch slot {
    case .subject:
      add(argument.subject, to: index, role, &draft)
      if draft.roles[index].isEmpty, role.many {
        for member in argument.listed {
          if let mention = choice(member, role) { append(mention, .explicit, to: index, &draft) }
        }
      }
      if draft.roles[index].isEmpty { inherit(argument, clause, index, role, &draft) }
    case .object:
      add(argument.object, to: index, role, &draft)
      if draft.roles[index].isEmpty, argument.isPassive, argument.object == nil {
        inherit(argument, clause, index, role, &draft)
      }
    case .topic:
      let topic = focus.topic(for: role.types)
      if topic >= 0 { append(topic, .inherited, to: index, &draft) }
    case .owner:
      add(owner(of: trigger, clause) ?? argument.subject, to: index, role, &draft)
      if draft.roles[index].isEmpty { inherit(argument, clause, index, role, &draft) }
    case .trigger:
      draft.roles[index].append(
        Fill(mention: -1, span: draft.trigger, provenance: .explicit))
    case .subjectTitle:
      for member in argument.listed {
        for title in member.titles { appendTitle(title, owner: member.mention, to: index, &draft) }
      }
      if draft.roles[index].isEmpty { addTitles(argument.subject, to: index, &draft) }
    case .objectTitle: addTitles(argument.object, to: index, &draft)
    case .subjectOrg: addEmployer(argument.subject, to: index, role, &draft)
    case .objectOrg: addEmployer(argument.object, to: index, role, &draft)
    case .after: break
    }
  }

  /// The phrase behind a case word: 从X, 向X, 以X …
  private func fillCase(
    _ word: Int32, _ index: Int, _ role: Role, _ argument: Arguments, _ draft: inout Draft
  ) {
    guard role.many || draft.roles[index].isEmpty else { return }
    for phrase in argument.cases where phrase.caseWord == word {
      if role.types == .title {
        addTitles(phrase, to: index, &draft)
      } else {
        add(phrase, to: index, role, &draft)
      }
    }
  }

  /// An organization that only the topic names: 其CEO辞职, 两位高管离职.
  private func completeOrganizations(
    _ frame: Frame, _ type: EventType, _ argument: Arguments, _ clause: Int, _ draft: inout Draft
  ) {
    for (slot, index) in frame.slots where slot == .subjectOrg || slot == .objectOrg {
      guard draft.roles[index].isEmpty else { continue }
      let named = draft.roles.indices.contains { role in
        type.roles[role].types.contains(.person) && !draft.roles[role].isEmpty
      }
      guard named else { continue }
      for before in stride(from: clause - 1, through: 0, by: -1) {
        guard let subject = phrases[before].first(where: { $0.caseWord < 0 && !$0.isObject })
        else { continue }
        add(subject, to: index, type.roles[index], &draft)
        break
      }
      let topic = focus.topic(for: .org)
      if draft.roles[index].isEmpty, topic >= 0 { append(topic, .inherited, to: index, &draft) }
    }
  }

  /// Members of a list that a later clause gives for an unnamed subject: 分别是甲和乙, 包括甲、乙.
  private func listed(after clause: Int) -> [Member] {
    var result: [Member] = []
    var open = false
    for next in (clause + 1)..<max(clause + 1, min(clause + 6, view.clauses.count)) {
      let items = view.clauses[next].items
      if !open {
        guard let list = items.first(where: { view.items[$0].tags.contains(.listing) }),
          list - items.lowerBound <= 2
        else { return result }
        open = true
      } else if phrases[next].allSatisfy(\.members.isEmpty)
        || items.contains(where: {
          view.items[$0].mention < 0
            && !view.items[$0].tags.isDisjoint(with: [.trigger, .reporting, .genericVerb])
        })
      {
        return result
      }
      for phrase in phrases[next] where phrase.caseWord < 0 { result += phrase.members }
    }
    return result
  }

  /// The phrase directly before a noun trigger, 的 and quantities between them allowed.
  private func owner(of item: Int, _ clause: Int) -> Phrase? {
    let range = view.clauses[clause].items
    var index = item - 1
    while index >= range.lowerBound {
      let found = view.items[index]
      if found.isEntity {
        return phrases[clause].first { $0.items.contains(index) && $0.caseWord < 0 }
      }
      let light: WordTags = [.particle, .adjective, .numeral, .noun, .number, .measure]
      guard found.isQuantity || found.mention < 0 && !found.tags.isDisjoint(with: light),
        !found.isVerb || found.tags.contains(.noun)
      else { return nil }
      index -= 1
    }
    return nil
  }

  private func add(_ phrase: Phrase?, to index: Int, _ role: Role, _ draft: inout Draft) {
    guard let phrase else { return }
    if role.types == .title { return addTitles(phrase, to: index, &draft) }
    for member in phrase.members {
      guard let mention = choice(member, role) else { continue }
      append(mention, .explicit, to: index, &draft)
      if !role.many { break }
    }
    if phrase.members.isEmpty, phrase.employer >= 0, !role.types.isDisjoint(with: .org),
      role.types.isDisjoint(with: .person)
    {
      append(phrase.employer, .explicit, to: index, &draft)
    }
  }

  /// The mention of a member that fits a role: itself, or an officer's organization.
  private func choice(_ member: Member, _ role: Role) -> Int? {
    let kind = FillerTypes(analysis.mentions[member.mention].kind)
    if kind == .person, member.employer >= 0, !role.types.isDisjoint(with: .org),
      role.prefersEmployer || !role.types.contains(.person)
    {
      return member.employer
    }
    if !kind.isDisjoint(with: role.types) { return member.mention }
    if kind == .product, member.owner >= 0, !role.types.isDisjoint(with: .org) {
      return member.owner
    }
    return nil
  }

  private func append(
    _ mention: Int, _ provenance: Provenance, to index: Int, _ draft: inout Draft
  ) {
    let entity = analysis.mentions[mention].entity
    func holds(_ fills: [Fill]) -> Bool {
      fills.contains { $0.mention >= 0 && analysis.mentions[$0.mention].entity == entity }
    }
    guard !holds(draft.roles[index]) else { return }
    if provenance != .explicit, analysis.isMedia(mention) || draft.roles.contains(where: holds) {
      return
    }
    draft.roles[index].append(
      Fill(mention: mention, span: analysis.mentions[mention].span, provenance: provenance))
  }

  private func addTitles(_ phrase: Phrase?, to index: Int, _ draft: inout Draft) {
    guard let phrase else { return }
    for title in phrase.titles { appendTitle(title, owner: -1, to: index, &draft) }
    for member in phrase.members where !member.former {
      for title in member.titles { appendTitle(title, owner: member.mention, to: index, &draft) }
    }
  }

  private func appendTitle(_ title: Int, owner: Int, to index: Int, _ draft: inout Draft) {
    draft.roles[index].append(
      Fill(
        mention: title, span: analysis.mentions[title].span, provenance: .explicit, owner: owner))
  }

  private func addEmployer(_ phrase: Phrase?, to index: Int, _ role: Role, _ draft: inout Draft) {
    guard let phrase else { return }
    if phrase.employer >= 0 { append(phrase.employer, .explicit, to: index, &draft) }
    for member in phrase.members where member.employer >= 0 && !member.former {
      append(member.employer, .explicit, to: index, &draft)
    }
  }

  /// An omitted subject: that of an earlier clause, else the topic.
  private func inherit(
    _ argument: Arguments, _ clause: Int, _ index: Int, _ role: Role, _ draft: inout Draft
  ) {
    let named = argument.isPassive ? argument.object : argument.subject
    guard !argument.hasUnnamedSubject, named == nil else { return }
    var before = clause - 1
    while before >= 0 {
      let subject =
        phrases[before].first {
          $0.caseWord < 0 && !$0.isObject && !$0.isAgent
        } ?? (role.types.contains(.person) ? phrases[before].last { $0.isAgent } : nil)
      if let subject {
        for member in subject.members {
          guard let mention = choice(member, role) else { continue }
          append(mention, .inherited, to: index, &draft)
          if !role.many { return }
        }
        if !draft.roles[index].isEmpty { return }
      }
      let first = view.clauses[before].items
      if subject == nil,
        hasUnnamedSubject(before: first.upperBound, from: first.lowerBound, phrases[before])
      {
        return
      }
      before -= 1
    }
    let topic = focus.topic(for: role.types)
    if topic >= 0 {
      let provenance: Provenance = topic == focus.mainCompany ? .topic : .inherited
      append(topic, provenance, to: index, &draft)
    }
  }

  private func contains(anyOf words: [[UInt16]], in span: TextSpan) -> Bool {
    words.contains { analysis.text.contains($0, in: span) }
  }
}
