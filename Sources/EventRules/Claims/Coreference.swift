import ChineseText

/// Unites the drafts of one document that tell one event.
///
/// Two drafts of one type are one event if a key role shares an entity, no key role holds only
/// different ones, and the literals that set events apart agree. A fixed sweep in text order.
struct Coreference {
  let analysis: TextAnalysis
  let types: [EventType]

  /// Groups of drafts, in order of their first.
  func groups(_ drafts: [Draft]) -> [[Draft]] {
    var groups: [[Draft]] = []
    for draft in drafts {
      if let index = groups.lastIndex(where: { isSame($0, draft) }) {
        groups[index].append(draft)
      } else {
        groups.append([draft])
      }
    }
    return groups
  }

  private func isSame(_ group: [Draft], _ draft: Draft) -> Bool {
    guard let first = group.first, first.type == draft.type else { return false }
    let type = types[draft.type]
    var shared = false
    for role in type.key {
      let known = entities(group, role)
      let own = entities([draft], role)
      if known.isEmpty || own.isEmpty { continue }
      if known.intersection(own).count < max(1, type.require.least(role)) { return false }
      shared = true
    }
    guard shared else { return false }
    for role in type.apart {
      let known = codes(group, role)
      let own = codes([draft], role)
      if !known.isEmpty, !own.isEmpty, known.isDisjoint(with: own) { return false }
    }
    return isCompatible(group, draft)
  }

  private func entities(_ group: [Draft], _ role: Int) -> Set<Int> {
    var result: Set<Int> = []
    for draft in group {
      for fill in draft.roles[role] where fill.mention >= 0 {
        let entity = analysis.mentions[fill.mention].entity
        if entity >= 0 { result.insert(entity) }
      }
    }
    return result
  }

  private func codes(_ group: [Draft], _ role: Int) -> Set<String> {
    var result: Set<String> = []
    for draft in group { for fill in draft.roles[role] { result.insert(code(fill)) } }
    return result
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
      return (money.low ?? money.high)?.description ?? "" + money.currency
    case .count(let count): return (count.low ?? count.high)?.description ?? ""
    case .round(let round): return round.code
    case .time(let time): return time.date ?? analysis.text.foldedString(fill.span)
    case .number(let number): return number.description
    }
  }

  /// Dates that exclude each other set events apart.
  private func isCompatible(_ group: [Draft], _ draft: Draft) -> Bool {
    guard let own = draft.time?.value, let start = own.start, let end = own.end else { return true }
    return group.allSatisfy { other in
      guard let time = other.time?.value, let from = time.start, let to = time.end else {
        return true
      }
      return from <= end.adding(days: 31) && start <= to.adding(days: 31)
    }
  }
}
