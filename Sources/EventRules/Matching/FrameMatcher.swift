import ChineseText

/// Binds the neighbours of a trigger to the roles of a frame.
struct FrameMatcher {
  let analysis: TextAnalysis
  let lookup: Lookup
  let view: SentenceView
  /// Phrases of each clause.
  let phrases: [[Phrase]]
  let focus: Focus
  /// What became of each line, where somebody asks.
  var log: TrialLog?

  /// The draft of one frame at one trigger, or nothing where its conditions fail.
  func match(
    _ reference: Lookup.FrameReference, trigger item: Int, cache: inout ArgumentCache
  ) -> Draft? {
    let type = lookup.types[reference.type]
    let frame = type.frames[reference.frame]
    let clause = view.clause(of: item)
    let span = view.clauses[clause].span
    let resolved = lookup.resolved[reference.type][reference.frame]
    let present = conditions(in: span, clause, cache: &cache)
    guard lookup.unless[reference.type].isDisjoint(with: present.free),
      resolved.without.isDisjoint(with: present.free),
      resolved.with.isEmpty || !resolved.with.isDisjoint(with: present.all)
    else {
      if let log { tell(log, reference, item, present.free) }
      return nil
    }
    if frame.kind == .verb, describesNoun(item, clause) {
      log?.add(type, line: frame.line, view.items[item].span, .describesNoun)
      return nil
    }
    var draft = Draft(
      type: reference.type, line: frame.line, isVerb: frame.kind == .verb, sentence: view.index,
      clause: clause, trigger: view.items[item].span,
      roles: [[Fill]](repeating: [], count: type.roles.count))
    if let realis = frame.realis { draft.realis = realis }
    draft.former =
      frame.former.contains("yes") || !resolved.former.isDisjoint(with: present.free)
    var argument = arguments(
      of: item, clause: clause, actorWord: resolved.actorWord, cache: &cache)
    if let head = argument.openHead {
      let takesObject = frame.slots.contains { slot, role in
        slot == .object && head.members.contains { choice($0, type.roles[role]) != nil }
      }
      if takesObject { argument.object = head } else { argument.subject = head }
    }
    for (number, (slot, role)) in frame.slots.enumerated() {
      if resolved.caseWords[number] != -2 {
        fillCase(resolved.caseWords[number], role, type.roles[role], phrases[clause], &draft)
      } else {
        fill(slot, role: role, of: type, with: argument, trigger: item, clause: clause, in: &draft)
      }
    }
    divide(argument.subject, frame, resolved, type, &draft)
    dropOneSide(frame, resolved, clause, &draft)
    completeOrganizations(frame, type, argument, clause, &draft)
    if !frame.classes.isEmpty, !keepClasses(frame, &draft) {
      log?.add(draft, type, .lacksRoles(frame.classes))
      return nil
    }
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

  /// 甲与乙达成和解: where 与 asks for a role that nothing fills, the second of two subjects does.
  private func divide(
    _ subject: Phrase?, _ frame: Frame, _ resolved: Lookup.Resolved, _ type: EventType,
    _ draft: inout Draft
  ) {
    guard let subject, subject.members.count == 2,
      let slot = frame.slots.indices.first(where: {
        lookup.joining.contains(resolved.caseWords[$0])
      }),
      let own = frame.slots.first(where: { $0.slot == .subject })?.role
    else { return }
    let other = frame.slots[slot].role
    guard other != own, draft.roles[other].isEmpty,
      let mention = choice(subject.members[1], type.roles[other])
    else { return }
    draft.roles[own].removeAll { $0.mention == mention }
    append(mention, .explicit, to: other, &draft)
  }

  /// 正与甲、乙和丙合作: a list behind 与 is one side; its members are no partners of each other.
  private func dropOneSide(
    _ frame: Frame, _ resolved: Lookup.Resolved, _ clause: Int, _ draft: inout Draft
  ) {
    guard let own = frame.slots.first(where: { $0.slot == .subject })?.role,
      draft.roles[own].count > 1
    else { return }
    for (number, slot) in frame.slots.enumerated()
    where slot.role == own && lookup.joining.contains(resolved.caseWords[number]) {
      let side = phrases[clause].filter { $0.caseWord == resolved.caseWords[number] }
      let members = Set(side.flatMap(\.members).map(\.mention))
      if draft.roles[own].allSatisfy({ members.contains($0.mention) }) { draft.roles[own] = [] }
    }
  }

  /// Keeps the titles of the line's classes; whether there are any.
  private func keepClasses(_ frame: Frame, _ draft: inout Draft) -> Bool {
    var found = false
    for role in draft.roles.indices where lookup.types[draft.type].roles[role].types == .title {
      draft.roles[role].removeAll { fill in
        let row = fill.mention >= 0 ? analysis.mentions[fill.mention].value : -1
        return !lookup.titleClasses.indices.contains(row)
          || !frame.classes.contains(lookup.titleClasses[row])
      }
      found = found || !draft.roles[role].isEmpty
    }
    return found
  }

  /// Tells which condition on words failed.
  private func tell(
    _ log: TrialLog, _ reference: Lookup.FrameReference, _ item: Int, _ present: [Int]
  ) {
    let type = lookup.types[reference.type]
    let frame = type.frames[reference.frame]
    let resolved = lookup.resolved[reference.type][reference.frame]
    let span = view.items[item].span
    let forbidden = lookup.unless[reference.type] + resolved.without
    if let number = forbidden.first(where: { present.contains($0) }) {
      log.add(type, line: frame.line, span, .forbidden(lookup.conditionTexts[number]))
    } else {
      log.add(type, line: frame.line, span, .lacksWord(frame.with))
    }
  }

  func fill(
    _ slot: Slot, role index: Int, of type: EventType, with argument: Arguments, trigger: Int,
    clause: Int, in draft: inout Draft
  ) {
    let role = type.roles[index]
    guard role.many || draft.roles[index].isEmpty else { return }
    switch slot {
    case .subject:
      add(argument.subject, to: index, role, &draft)
      for other in argument.otherSubjects.reversed() where draft.roles[index].isEmpty {
        add(other, to: index, role, &draft)
      }
      if draft.roles[index].isEmpty, !role.heads.isEmpty, !argument.isPassive {
        fillLiteral(before: trigger, clause, index, of: type, &draft)
      }
      if draft.roles[index].isEmpty, role.many {
        for member in argument.listed {
          if let mention = choice(member, role) { append(mention, .explicit, to: index, &draft) }
        }
      }
      if draft.roles[index].isEmpty, !argument.isPassive {
        inherit(argument, clause, index, role, &draft)
      }
    case .object:
      add(argument.object, to: index, role, &draft)
      if draft.roles[index].isEmpty, argument.isPassive, argument.object == nil {
        inherit(argument, clause, index, role, &draft)
      }
      if draft.roles[index].isEmpty, role.many, !argument.isPassive, argument.object == nil {
        addListed(behind: trigger, clause, to: index, role, &draft)
      }
      if draft.roles[index].isEmpty, !role.heads.isEmpty, !argument.isPassive {
        fillLiteral(behind: trigger, clause, index, role, &draft)
      }
    case .announcer: add(announcer(before: clause), .sentence, to: index, role, &draft)
    case .topic:
      add(announcer(before: clause), .sentence, to: index, role, &draft)
      guard draft.roles[index].isEmpty else { return }
      let topic = focus.topic(for: role.types)
      if topic >= 0, !FillerTypes(analysis.mentions[topic].kind).isDisjoint(with: role.types) {
        append(topic, .inherited, to: index, &draft)
      }
    case .owner:
      add(owner(of: trigger, clause) ?? argument.subject, to: index, role, &draft)
      if draft.roles[index].isEmpty { inherit(argument, clause, index, role, &draft) }
    case .trigger:
      let first = nounRun(before: trigger, from: view.clauses[clause].items.lowerBound)
      let span = TextSpan(view.items[first].span.start, draft.trigger.end)
      draft.roles[index].append(Fill(mention: -1, span: span, provenance: .explicit))
    case .subjectTitle:
      for member in argument.listed {
        for title in member.titles { appendTitle(title, owner: member.mention, to: index, &draft) }
      }
      if draft.roles[index].isEmpty { addTitles(argument.subject, to: index, &draft) }
    case .objectTitle: addTitles(argument.object, to: index, &draft)
    case .subjectOrg: addEmployer(argument.subject, to: index, role, &draft)
    case .objectOrg: addEmployer(argument.object, to: index, role, &draft)
    case .subjectOwner: addOwners(argument.subject, to: index, &draft)
    case .objectOwner: addOwners(argument.object, to: index, &draft)
    case .after: break
    }
  }

  /// The phrase behind a case word: 从X, 向X, 以X …
  func fillCase(
    _ word: Int32, _ index: Int, _ role: Role, _ all: [Phrase], _ draft: inout Draft
  ) {
    guard role.many || draft.roles[index].isEmpty else { return }
    if role.types == .text { return fillText(behind: word, index, &draft) }
    for phrase in all
    where phrase.caseWord == word && !all.contains(where: { isInner(phrase, of: $0) }) {
      if role.types == .title {
        addTitles(phrase, to: index, &draft)
      } else {
        add(phrase, to: index, role, &draft)
      }
    }
  }

  /// The phrase directly before a noun trigger, 的 and quantities between them allowed.
  func owner(of item: Int, _ clause: Int) -> Phrase? {
    let range = view.clauses[clause].items
    var index = nounRun(before: item, from: range.lowerBound) - 1
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

  func add(
    _ phrase: Phrase?, _ provenance: Provenance = .explicit, to index: Int, _ role: Role,
    _ draft: inout Draft
  ) {
    guard let phrase else { return }
    if role.types == .title { return addTitles(phrase, to: index, &draft) }
    for member in phrase.members {
      guard let mention = choice(member, role) else { continue }
      append(mention, provenance, to: index, &draft)
      if !role.many { break }
    }
    if phrase.members.isEmpty, phrase.employer >= 0, !role.types.isDisjoint(with: .org),
      role.types.isDisjoint(with: .person)
    {
      append(phrase.employer, provenance, to: index, &draft)
    }
  }

  /// The mention of a member that fits a role: itself, or an officer's organization.
  func choice(_ member: Member, _ role: Role) -> Int? {
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

  func append(
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
    guard lookup.types[draft.type].roles[index].many else { return }
    for other in analysis.mentions[mention].others {
      if let name = named(other, before: mention) { append(name, provenance, to: index, &draft) }
    }
  }

  /// The last name of an entity before a mention: 双方 stands for two.
  private func named(_ entity: Int, before mention: Int) -> Int? {
    analysis.mentions[..<mention].lastIndex {
      $0.entity == entity && ($0.via == .name || $0.via == .alias)
    }
  }

  func addTitles(_ phrase: Phrase?, to index: Int, _ draft: inout Draft) {
    guard let phrase else { return }
    for title in phrase.titles { appendTitle(title, owner: -1, to: index, &draft) }
    for member in phrase.members where !member.former {
      for title in member.titles { appendTitle(title, owner: member.mention, to: index, &draft) }
    }
  }

  func appendTitle(_ title: Int, owner: Int, to index: Int, _ draft: inout Draft) {
    draft.roles[index].append(
      Fill(
        mention: title, span: analysis.mentions[title].span, provenance: .explicit, owner: owner))
  }

  func addEmployer(_ phrase: Phrase?, to index: Int, _ role: Role, _ draft: inout Draft) {
    guard let phrase else { return }
    if phrase.employer >= 0 { append(phrase.employer, .explicit, to: index, &draft) }
    for member in phrase.members where member.employer >= 0 && !member.former {
      append(member.employer, .explicit, to: index, &draft)
    }
  }

  func addOwners(_ phrase: Phrase?, to index: Int, _ draft: inout Draft) {
    guard let phrase else { return }
    for member in phrase.members where member.owner >= 0 && (member.isStated || member.isHeld) {
      append(member.owner, .explicit, to: index, &draft)
    }
  }

  /// Numbers of the condition words that stand in a clause, found once a trigger; words inside
  /// names forbid nothing (真格基金).
  private func conditions(
    in span: TextSpan, _ clause: Int, cache: inout ArgumentCache
  ) -> (all: [Int], free: [Int]) {
    if let known = cache.conditions { return known }
    let names = view.clauses[clause].items.filter { view.items[$0].isEntity }
      .map { view.items[$0].span }
    var found: (all: [Int], free: [Int]) = ([], [])
    lookup.conditions.forEach(in: span, of: analysis.text) { start, count, number in
      guard start + count <= span.end else { return }
      found.all.append(number)
      let word = TextSpan(start, start + count)
      if !names.contains(where: { $0.contains(word) }) { found.free.append(number) }
    }
    cache.conditions = found
    return found
  }
}

extension [Int] {
  /// Whether two short lists share nothing.
  fileprivate func isDisjoint(with other: [Int]) -> Bool {
    isEmpty || other.isEmpty || !contains { other.contains($0) }
  }
}
