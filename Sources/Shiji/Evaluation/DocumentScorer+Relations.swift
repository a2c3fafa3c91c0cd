extension DocumentScorer {
  private struct Relation {
    let type: String
    let from: Set<String>
    let to: Set<String>
    let isFormer: Bool
    let text: String
    var evidence = ""

    func agrees(_ other: Relation) -> Bool {
      guard type == other.type else { return false }
      let isSame = !from.isDisjoint(with: other.from) && !to.isDisjoint(with: other.to)
      return isSame
        || GoldScheme.symmetric.contains(type) && !from.isDisjoint(with: other.to)
          && !to.isDisjoint(with: other.from)
    }
  }

  /// Scores the relations.
  mutating func scoreRelations() {
    let gold = article.relations.map(relation).filter { !isImplied($0) }
    let found = foundRelations.filter { !isImplied($0) }
    for item in gold { evaluation.relations.addGold(item.type) }
    for item in found { evaluation.relations.addFound(item.type) }
    var left = Array(found.indices)
    for item in gold {
      let fits = left.filter { found[$0].agrees(item) }
      guard let best = fits.first(where: { found[$0].isFormer == item.isFormer }) ?? fits.first
      else {
        error(.relations, .missing, 1, item.text, "")
        continue
      }
      left.removeAll { $0 == best }
      evaluation.relations.addHit(item.type)
      evaluation.former += Score(
        gold: 1, found: 1, hits: found[best].isFormer == item.isFormer ? 1 : 0)
    }
    for index in left { error(.relations, .spurious, 1, found[index].text, found[index].evidence) }
  }

  private func forms(_ name: String) -> Set<String> {
    article.names[name] ?? [ComparisonForm.of(name)]
  }

  private func relation(_ item: GoldArticle.Relation) -> Relation {
    Relation(
      type: item.type, from: forms(item.from), to: forms(item.to), isFormer: item.isFormer,
      text: "\(item.type)(\(item.from), \(item.to))")
  }

  /// Each pair of fillers once; of relations without a direction one of both.
  private var foundRelations: [Relation] {
    struct Pair: Hashable {
      let type: String
      let from: FoundFacts.Filler.Key
      let to: FoundFacts.Filler.Key
    }
    var seen: Set<Pair> = []
    var result: [Relation] = []
    for claim in facts.claims
    where !claim.isEvent && GoldScheme.relations.contains(claim.type) && claim.realis != "denied" {
      for x in claim.fillers("from") {
        for y in claim.fillers("to") {
          let isKnown =
            seen.contains(Pair(type: claim.type, from: x.key, to: y.key))
            || GoldScheme.symmetric.contains(claim.type)
              && seen.contains(Pair(type: claim.type, from: y.key, to: x.key))
          if isKnown { continue }
          seen.insert(Pair(type: claim.type, from: x.key, to: y.key))
          result.append(
            Relation(
              type: claim.type, from: facts.names(of: x), to: facts.names(of: y),
              isFormer: claim.isFormer, text: "\(claim.type)(\(x.text), \(y.text))",
              evidence: claim.evidence))
        }
      }
    }
    return result
  }

  /// A holding that a funding or investment of the annotation implies is neither asked for nor held
  /// against the tool.
  private func isImplied(_ relation: Relation) -> Bool {
    guard relation.type == "investor_in" else { return false }
    return article.events.contains { event in
      guard event.type == "funding" || event.type == "investment" else { return false }
      let fillers = { (names: [String]) in
        event.roles.filter { names.contains($0.role) }.flatMap(\.fillers).map(forms)
      }
      return fillers(["investor", "lead"]).contains { !$0.isDisjoint(with: relation.from) }
        && fillers(["company", "target"]).contains { !$0.isDisjoint(with: relation.to) }
    }
  }
}
