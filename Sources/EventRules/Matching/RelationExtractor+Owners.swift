import ChineseText

/// Makers and parents that the tables or the names themselves tell.
extension RelationExtractor {
  /// Makers and parents that the gazetteer knows, where one sentence names both, and makers whose
  /// names products begin with. One pass.
  func gazetteer(
    _ analysis: TextAnalysis, _ makers: MakerNames, _ skipped: Set<Int>
  ) -> [Derived] {
    let ownerOf = knownOwners(analysis)
    var result = makers.pairs(analysis, but: skipped).flatMap { pair in
      owned(analysis, pair.product, pair.maker, pair.sentence)
    }
    guard !ownerOf.isEmpty else { return result }
    var next = 0
    for (index, sentence) in analysis.sentences.enumerated() {
      let first = next
      while next < analysis.mentions.count,
        analysis.mentions[next].span.start < sentence.span.end
      {
        next += 1
      }
      guard !sentence.isTitle, next - first > 1, !skipped.contains(index) else { continue }
      let near = analysis.mentions[first..<next]
      for from in near.prefix(64) where from.via != .pronoun && !isPart(from, analysis) {
        guard let owner = ownerOf[from.entity],
          let to = near.first(where: { $0.entity == owner && $0.via != .pronoun }),
          !isSite(from, of: to, analysis)
        else { continue }
        result += owned(analysis, from, to, sentence.span)
      }
    }
    return result
  }

  /// Whether letters or numbers go on with a product's name: PlayStation|Blog.
  private func isPart(_ mention: Mention, _ analysis: TextAnalysis) -> Bool {
    guard mention.kind == .product else { return false }
    var next = mention.tokens.upperBound
    while next < analysis.tokens.count,
      analysis.text.folded[analysis.tokens[next].start] == Mark.blank
    {
      next += 1
    }
    guard next < analysis.tokens.count, analysis.mentionOfToken[next] < 0 else { return false }
    return !analysis.tokens[next].tags.isDisjoint(with: [.latin, .number])
  }

  /// Whether a product bears the name of its firm: that says nothing (GitHub is GitHub's).
  private func isSite(_ product: Mention, of firm: Mention, _ analysis: TextAnalysis) -> Bool {
    guard product.kind == .product else { return false }
    let names = [analysis.entities[product.entity].name, analysis.text.string(product.span)]
    let owner = analysis.entities[firm.entity]
    return names.contains { $0 == owner.name || owner.aliases.contains($0) }
  }

  /// For each entity whose owner the text names too, that owner.
  private func knownOwners(_ analysis: TextAnalysis) -> [Int: Int] {
    let entities = analysis.entities
    let owned = entities.indices.filter { !entities[$0].owner.isEmpty }
    guard !owned.isEmpty else { return [:] }
    // A few are searched one by one, of many a table is made.
    var byID: [String: Int] = [:]
    if owned.count > 8 {
      for index in entities.indices where !entities[index].lexiconID.isEmpty {
        byID[entities[index].lexiconID] = index
      }
    }
    var result: [Int: Int] = [:]
    for index in owned {
      let id = entities[index].owner
      let owner = owned.count > 8 ? byID[id] : entities.lastIndex { $0.lexiconID == id }
      if let owner, owner != index { result[index] = owner }
    }
    return result
  }

  func owned(
    _ analysis: TextAnalysis, _ from: Mention, _ to: Mention, _ sentence: TextSpan
  ) -> [Derived] {
    let kind = FillerTypes(analysis.entities[from.entity].kind)
    let ownerKind = FillerTypes(analysis.entities[to.entity].kind)
    return tableOwners.compactMap { type in
      guard types[type].roles.count > 1, !types[type].roles[0].types.isDisjoint(with: kind),
        !types[type].roles[1].types.isDisjoint(with: ownerKind),
        !isBarred(type, analysis, sentence)
      else { return nil }
      let roles = [
        RoleFillers(
          role: "from", fillers: [Filler(span: from.span, entity: from.entity, via: from.via)]),
        RoleFillers(role: "to", fillers: [Filler(span: to.span, entity: to.entity, via: to.via)]),
      ]
      return Derived(key: Key(type: type, from: from.entity, to: to.entity)) { ordinal in
        make(
          analysis, type, roles, ordinal, former: false, confidence: 800,
          evidence: Evidence(
            span: sentence, trigger: from.span, rule: "\(types[type].file):1"))
      }
    }
  }
}
