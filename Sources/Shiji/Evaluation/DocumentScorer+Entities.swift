extension DocumentScorer {
  private static func merged(_ type: String) -> String {
    type == "company" || type == "organization" ? "company/organization" : type
  }

  /// The annotation knows the body only: an entity named in the title alone is not judged.
  private var judgedEntities: [FoundFacts.Entity] {
    facts.entities.filter { entity in
      entity.names.contains { article.text.contains($0) }
        || !entity.names.contains { article.title.contains($0) }
    }
  }

  /// Scores the entities.
  mutating func scoreEntities() {
    let gold = article.entities
    let found = judgedEntities
    let pairs = Self.align(gold, found)
    for entity in gold {
      evaluation.entities.addGold(entity.type)
      evaluation.mergedEntities.addGold(Self.merged(entity.type))
      evaluation.untypedEntities.addGold("any")
    }
    for entity in found {
      evaluation.entities.addFound(entity.type)
      evaluation.mergedEntities.addFound(Self.merged(entity.type))
      evaluation.untypedEntities.addFound("any")
    }
    for (i, j) in pairs {
      let (a, b) = (gold[i].type, found[j].type)
      if a == b { evaluation.entities.addHit(a) }
      if Self.merged(a) == Self.merged(b) {
        evaluation.mergedEntities.addHit(Self.merged(a))
      }
      evaluation.untypedEntities.addHit("any")
    }
    reportEntities(gold, found, pairs)
  }

  private mutating func reportEntities(
    _ gold: [GoldArticle.Entity], _ found: [FoundFacts.Entity], _ pairs: [Int: Int]
  ) {
    for (i, entity) in gold.enumerated() {
      let sentence = quoted.sentence(with: entity.name)
      guard let j = pairs[i] else {
        error(.entities, .missing, uses(entity.name), "\(entity.type) \(entity.name)", sentence)
        continue
      }
      if Self.merged(entity.type) != Self.merged(found[j].type) {
        error(
          .entities, .mistyped, uses(entity.name),
          "\(entity.name): \(entity.type), found as \(found[j].type)", sentence)
      }
    }
    let taken = Set(pairs.values)
    for (j, entity) in found.enumerated() where !taken.contains(j) {
      let weight = facts.claims.reduce(0) { sum, claim in
        sum + claim.roles.reduce(0) { $0 + $1.fillers.count { $0.entity == entity.id } }
      }
      error(
        .entities, .spurious, weight, "\(entity.type) \(entity.name)",
        quoted.sentence(with: entity.name))
    }
  }

  /// How often the annotation uses a name in events and relations.
  private func uses(_ name: String) -> Int {
    let events = article.events.reduce(0) { sum, event in
      sum + event.roles.reduce(0) { $0 + $1.fillers.count { $0 == name } }
    }
    return events
      + article.relations.reduce(0) { $0 + ($1.from == name ? 1 : 0) + ($1.to == name ? 1 : 0) }
  }

  /// One-to-one pairs of entities that share a name, the best first: the number of the one found
  /// by the number of the annotation's.
  private static func align(
    _ gold: [GoldArticle.Entity], _ found: [FoundFacts.Entity]
  ) -> [Int: Int] {
    var pairs: [[Int]] = []
    let (golds, founds) = (gold.map(\.forms), found.map(\.forms))
    for (i, a) in gold.enumerated() {
      for (j, b) in found.enumerated() where !golds[i].isDisjoint(with: founds[j]) {
        let (x, y) = (ComparisonForm.of(a.name), ComparisonForm.of(b.name))
        let rank = x == y ? 3 : golds[i].contains(y) || founds[j].contains(x) ? 2 : 1
        let same = a.type == b.type ? 1 : 0
        let near = merged(a.type) == merged(b.type) ? 1 : 0
        pairs.append([-rank, -same, -near, i, j])
      }
    }
    var result: [Int: Int] = [:]
    var used: Set<Int> = []
    for pair in pairs.sorted(by: { $0.lexicographicallyPrecedes($1) })
    where result[pair[3]] == nil && !used.contains(pair[4]) {
      result[pair[3]] = pair[4]
      used.insert(pair[4])
    }
    return result
  }
}
