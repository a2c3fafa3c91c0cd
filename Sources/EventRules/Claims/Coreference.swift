import ChineseText

/// Unites the drafts of one document that tell one event.
///
/// Two drafts of one type are one event if a key role shares an entity, no key role holds only
/// different ones, and the literals that set events apart agree. A fixed sweep in text order; each
/// draft looks at the latest groups that share an entity with it, so the sweep is linear.
struct Coreference {
  let analysis: TextAnalysis
  let types: [EventType]

  /// Most entities and codes that a group remembers for a role.
  private static let memory = 256

  /// Most groups that a draft is compared with for each of its entities.
  private static let reach = 24

  /// Drafts that are one event, with what later ones are compared with.
  private struct Group {
    var drafts: [Draft]
    var entities: [[Int]]
    var codes: [[String]]
    var start: CalendarDate?
    var end: CalendarDate?
  }

  private struct Key: Hashable {
    let type: Int
    let entity: Int
  }

  /// Groups of drafts, in order of their first.
  func groups(_ drafts: [Draft]) -> [[Draft]] {
    var groups: [Group] = []
    var places: [Key: [Int]] = [:]
    for draft in drafts {
      let own = group(draft)
      var best = -1
      for entity in own.entities.joined() {
        for place in (places[Key(type: draft.type, entity: entity)] ?? []).suffix(Self.reach)
        where place > best && isSame(groups[place], own, types[draft.type]) {
          best = place
        }
      }
      if best >= 0 {
        merge(own, into: &groups[best])
      } else {
        best = groups.count
        groups.append(own)
      }
      for entity in own.entities.joined() {
        let key = Key(type: draft.type, entity: entity)
        if places[key]?.last != best { places[key, default: []].append(best) }
      }
    }
    return groups.map(\.drafts)
  }

  private func group(_ draft: Draft) -> Group {
    let type = types[draft.type]
    return Group(
      drafts: [draft], entities: type.key.map { entities(draft, $0) },
      codes: type.apart.map { role in draft.roles[role].map(code) },
      start: draft.time?.value.start, end: draft.time?.value.end)
  }

  private func merge(_ other: Group, into group: inout Group) {
    group.drafts += other.drafts
    for index in group.entities.indices {
      for entity in other.entities[index]
      where group.entities[index].count < Self.memory && !group.entities[index].contains(entity) {
        group.entities[index].append(entity)
      }
    }
    for index in group.codes.indices {
      for code in other.codes[index]
      where group.codes[index].count < Self.memory && !group.codes[index].contains(code) {
        group.codes[index].append(code)
      }
    }
    group.start = group.start ?? other.start
    group.end = group.end ?? other.end
  }

  private func isSame(_ group: Group, _ own: Group, _ type: EventType) -> Bool {
    var shared = false
    for (index, role) in type.key.enumerated() {
      let known = group.entities[index]
      let these = own.entities[index]
      if known.isEmpty || these.isEmpty { continue }
      let common = these.reduce(0) { $0 + (known.contains($1) ? 1 : 0) }
      if common < max(1, type.require.least(role)) { return false }
      shared = true
    }
    guard shared else { return false }
    for index in type.apart.indices {
      let known = group.codes[index]
      let these = own.codes[index]
      if !known.isEmpty, !these.isEmpty, !these.contains(where: known.contains) { return false }
    }
    return isCompatible(group, own)
  }

  private func entities(_ draft: Draft, _ role: Int) -> [Int] {
    draft.roles[role].compactMap { fill in
      guard fill.mention >= 0 else { return nil }
      let entity = analysis.mentions[fill.mention].entity
      return entity >= 0 ? entity : nil
    }
  }

  /// What tells literals apart: value for quantities, else code or text.
  private func code(_ fill: Fill) -> String {
    guard fill.mention >= 0 else {
      return fill.code.isEmpty ? analysis.text.foldedString(fill.span) : fill.code
    }
    let mention = analysis.mentions[fill.mention]
    guard mention.value >= 0, mention.kind != .title, mention.value < analysis.values.count else {
      return analysis.text.foldedString(fill.span)
    }
    switch analysis.values[mention.value] {
    case .money(let money):
      return ((money.low ?? money.high)?.description ?? "") + money.currency
    case .count(let count): return (count.low ?? count.high)?.description ?? ""
    case .round(let round): return round.code
    case .time(let time): return time.date ?? analysis.text.foldedString(fill.span)
    case .number(let number): return number.description
    }
  }

  /// Dates that exclude each other by more than a month set events apart.
  private func isCompatible(_ group: Group, _ own: Group) -> Bool {
    guard let from = group.start, let to = group.end, let start = own.start, let end = own.end
    else { return true }
    return from <= end.adding(days: 31) && start <= to.adding(days: 31)
  }
}
