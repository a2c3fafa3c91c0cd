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

  /// The claims with such roles filled, in the same order. O(claims).
  func complete(_ claims: [Claim]) -> [Claim] {
    guard !types.isEmpty, claims.contains(where: { types[$0.type] != nil }) else { return claims }
    var sources: [Source: [Filler]] = [:]
    for completion in types.values.flatMap(\.completions) {
      note(claims, of: completion, in: &sources)
    }
    return claims.map { claim in
      guard let type = types[claim.type] else { return claim }
      return type.completions.reduce(claim) { complete($0, type, $1, sources) }
    }
  }

  /// What a relation gives, by the entity at its other end.
  private struct Source: Hashable {
    let relation: String
    let filledBy: String
    let shared: Int
  }

  /// Lists the fillers that relations of a completion give, in text order.
  private func note(
    _ claims: [Claim], of completion: Completion, in sources: inout [Source: [Filler]]
  ) {
    for claim in claims where claim.isRelation && claim.type == completion.relation {
      for shared in claim.fillers(completion.sharedBy) where shared.entity >= 0 {
        let source = Source(
          relation: completion.relation, filledBy: completion.filledBy, shared: shared.entity)
        sources[source, default: []] += claim.fillers(completion.filledBy)
      }
    }
  }

  private func complete(
    _ claim: Claim, _ type: EventType, _ completion: Completion, _ sources: [Source: [Filler]]
  ) -> Claim {
    let role = type.roles[completion.role]
    guard claim.fillers(role.name).isEmpty else { return claim }
    var seen: Set<Int> = []
    var fillers: [Filler] = []
    for shared in claim.fillers(type.roles[completion.shared].name) {
      let source = Source(
        relation: completion.relation, filledBy: completion.filledBy, shared: shared.entity)
      for filler in sources[source] ?? []
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
