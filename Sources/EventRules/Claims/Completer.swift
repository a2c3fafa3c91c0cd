import ChineseText

/// Fills roles that an event leaves out from relations of the same document: who founded a firm is
/// its founder.
struct Completer {
  let types: [String: EventType]

  init(_ types: [EventType]) {
    self.types = Dictionary(
      types.filter { !$0.completions.isEmpty }.map { ($0.name, $0) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The claims with such roles filled, in the same order. O(claims²) in the claims concerned.
  func complete(_ claims: [Claim]) -> [Claim] {
    guard !types.isEmpty, claims.contains(where: { types[$0.type] != nil }) else { return claims }
    return claims.map { claim in
      guard let type = types[claim.type] else { return claim }
      return type.completions.reduce(claim) { complete($0, type, $1, claims) }
    }
  }

  private func complete(
    _ claim: Claim, _ type: EventType, _ completion: Completion, _ claims: [Claim]
  ) -> Claim {
    let role = type.roles[completion.role]
    let shared = Set(claim.fillers(type.roles[completion.shared].name).map(\.entity))
    guard claim.fillers(role.name).isEmpty, shared.contains(where: { $0 >= 0 }) else {
      return claim
    }
    var seen: Set<Int> = []
    var fillers: [Filler] = []
    for relation in claims where relation.isRelation && relation.type == completion.relation {
      guard relation.fillers(completion.sharedBy).contains(where: { shared.contains($0.entity) })
      else { continue }
      for filler in relation.fillers(completion.filledBy)
      where filler.entity >= 0 && seen.insert(filler.entity).inserted {
        fillers.append(Filler(span: filler.span, entity: filler.entity, via: .ellipsis))
      }
    }
    if !role.many { fillers = Array(fillers.prefix(1)) }
    return fillers.isEmpty ? claim : claim.with(fillers, of: role.name, in: type)
  }
}

extension Claim {
  /// The same claim with one role more, in the order of its type's roles.
  fileprivate func with(_ fillers: [Filler], of role: String, in type: EventType) -> Claim {
    let all = roles + [RoleFillers(role: role, fillers: fillers)]
    let sorted = type.roles.compactMap { own in all.first { $0.role == own.name } }
    return Claim(
      isRelation: isRelation, type: self.type, label: label, ordinal: ordinal, realis: realis,
      confidence: confidence, roles: sorted, time: time, attribution: attribution,
      evidence: evidence, former: former, core: core, isOnce: isOnce, links: links)
  }
}
