import ChineseText

/// Makers that the words of an event leave out: 新款 Find X 今日发布, in a text that names OPPO.
extension ClaimBuilder {
  /// The maker of the things that stand before their triggers, all of one maker, where the text
  /// names it: its last mention before them, else the first one. What stands behind a trigger has
  /// another subject, known or not.
  func owner(of role: Int, _ group: [Draft], _ owner: Role) -> Fill? {
    var ids: Set<String> = []
    var first = Int.max
    for draft in group {
      for fill in draft.roles[role] where fill.mention >= 0 {
        let entity = analysis.mentions[fill.mention].entity
        guard fill.provenance == .explicit, entity >= 0 else { continue }
        guard fill.span.end <= draft.trigger.start else { return nil }
        if !analysis.entities[entity].owner.isEmpty { ids.insert(analysis.entities[entity].owner) }
        first = min(first, fill.span.start)
      }
    }
    guard ids.count == 1, let id = ids.first,
      let found = makers.mention(of: id, before: first, analysis),
      !owner.types.isDisjoint(
        with: FillerTypes(analysis.entities[analysis.mentions[found].entity].kind))
    else { return nil }
    return Fill(
      mention: found, span: analysis.mentions[found].span, provenance: .inherited)
  }
}
