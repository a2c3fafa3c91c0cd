import ChineseText

/// Fillers that the clause leaves out: inherited from earlier clauses, from a list, or the topic.
extension FrameMatcher {
  /// An organization that only the topic names: 其CEO辞职, 两位高管离职.
  func completeOrganizations(
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
        add(subject, .sentence, to: index, type.roles[index], &draft)
        break
      }
      let topic = focus.topic(for: .org)
      if draft.roles[index].isEmpty, topic >= 0 { append(topic, .inherited, to: index, &draft) }
    }
  }

  /// Members of a list that a later clause gives for an unnamed subject: 分别是甲和乙, 包括甲、乙.
  func listed(after clause: Int, isOpen: Bool = false) -> [Member] {
    var result: [Member] = []
    var open = isOpen
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

  /// Fills a role with what is listed behind the clause: 发布三款新品：甲、乙和丙, …，包括甲、乙.
  func addListed(
    behind trigger: Int, _ clause: Int, to index: Int, _ role: Role, _ draft: inout Draft
  ) {
    let end = view.clauses[clause].items.upperBound
    // 手机发布：第五代骁龙 8: without a noun behind the verb what follows are its features.
    let isObject = (trigger + 1..<max(trigger + 1, end)).contains { next in
      let item = view.items[next]
      return item.mention < 0 && item.tags.contains(.noun) && item.tags.isDisjoint(with: .verb)
    }
    guard isObject else { return }
    let isOpen = end < view.items.count && view.items[end].unit == Mark.colon
    for member in listed(after: clause, isOpen: isOpen) {
      guard let mention = choice(member, role), !isOfOther(mention, draft) else { continue }
      append(mention, .explicit, to: index, &draft)
    }
  }

  /// Whether a listed product has another known maker than the firm: 联想推出游戏本：AMD 锐龙 7 CPU.
  private func isOfOther(_ mention: Int, _ draft: Draft) -> Bool {
    func entity(_ mention: Int) -> Entity? {
      let index = mention < 0 ? -1 : analysis.mentions[mention].entity
      return analysis.entities.indices.contains(index) ? analysis.entities[index] : nil
    }
    guard let product = entity(mention), product.kind == .product else { return false }
    return draft.roles.joined().contains { fill in
      guard let firm = entity(fill.mention), firm.kind == .company else { return false }
      return product.isMade(byOtherThan: firm)
    }
  }

  /// Whether a clause speaks of people or bodies without a name: 多家券商, 部分用户, 4人.
  func namesOther(_ items: Range<Int>) -> Bool {
    items.contains { index in
      let item = view.items[index]
      guard !item.aside else { return false }
      if item.kind == .count { return isHeadCount(item) }
      return item.mention < 0 && item.tags.contains(.people)
    }
  }

  /// Who announces what the clause tells: 甲公司公告称，大股东增持.
  func announcer(before clause: Int) -> Phrase? {
    for before in stride(from: clause, through: 0, by: -1) {
      let spoken = view.clauses[before].items.first { index in
        view.items[index].mention < 0 && view.items[index].tags.contains(.reporting)
      }
      guard let spoken else { continue }
      let phrase = phrases[before].first { $0.caseWord < 0 && $0.items.upperBound <= spoken }
      if let phrase, !phrase.types.isDisjoint(with: .org) { return phrase }
    }
    return nil
  }

  /// Whether a name only describes somebody else: 甲公司一分公司, 上海供应商某某表示.
  private func speaksOfOther(_ subject: Phrase, _ items: Range<Int>) -> Bool {
    (subject.types == .place || !isHead(subject, items.upperBound)) && namesOther(items)
  }

  /// An omitted subject: that of an earlier clause, else the topic.
  func inherit(
    _ argument: Arguments, _ clause: Int, _ index: Int, _ role: Role, _ draft: inout Draft
  ) {
    let named = argument.isPassive ? argument.object : argument.subject
    guard !argument.hasUnnamedSubject, named == nil else { return }
    if argument.isPassive, let later = laterSubject(clause) {
      add(later, .sentence, to: index, role, &draft)
      if !draft.roles[index].isEmpty { return }
    }
    if role.types == .product { return inheritProduct(clause, index, role, &draft) }
    var before = clause - 1
    while before >= 0 {
      let free = phrases[before].filter { $0.caseWord < 0 && !$0.isObject && !$0.isAgent }
      // 前甲公司研究员乙已加盟: for a person the name behind the firm counts.
      let isPerson = role.types.contains(.person) && role.types.isDisjoint(with: .org)
      let subject =
        (isPerson ? free.first { $0.types.contains(.person) } : nil) ?? free.first
        ?? (role.types.contains(.person) ? phrases[before].last { $0.isAgent } : nil)
      if let subject {
        for member in subject.members {
          guard let mention = choice(member, role) else { continue }
          append(mention, .sentence, to: index, &draft)
          if !role.many { return }
        }
        if !draft.roles[index].isEmpty { return }
      }
      if before == clause - 1, role.types.isDisjoint(with: .person), !carriesProduct(draft) {
        // 甲创办了乙，融到2亿元: what was made goes on.
        add(phrases[before].last { $0.isObject }, .sentence, to: index, role, &draft)
        if !draft.roles[index].isEmpty { return }
      }
      if subject.map({ speaksOfOther($0, view.clauses[before].items) })
        ?? namesOther(view.clauses[before].items)
      {
        return
      }
      before -= 1
    }
    let topic = focus.topic(for: role.types)
    if topic >= 0, !FillerTypes(analysis.mentions[topic].kind).isDisjoint(with: role.types) {
      let provenance: Provenance = topic == focus.mainCompany ? .topic : .inherited
      append(topic, provenance, to: index, &draft)
    }
  }
}
