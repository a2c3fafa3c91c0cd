import ChineseText

/// Finds states: posts from titles, owners from possession, and what events imply.
struct RelationExtractor: Sendable {
  /// A relation that one place of the text states.
  struct Statement: Sendable {
    let type: Int
    let from: Int
    let to: Int
    let title: Int
    let former: Bool
    let sentence: Int
    let line: Int
    let trigger: TextSpan
    let isInherited: Bool
  }

  /// Statements collected so far.
  struct Found: Sendable {
    var statements: [Statement] = []
  }

  private let types: [EventType]
  private let titles: LexiconTable?
  private let classColumn: Int
  /// Derivations by title class: type and line.
  private let byTitle: [String: [(type: Int, former: Bool, line: Int)]]
  private let owners: [Int]

  init(types: [EventType], titles: LexiconTable?) {
    self.types = types
    self.titles = titles
    classColumn = titles?.column("class") ?? 0
    var byTitle: [String: [(type: Int, former: Bool, line: Int)]] = [:]
    for (index, type) in types.enumerated() {
      for derivation in type.derivations where !derivation.isEvent {
        byTitle[derivation.source, default: []].append(
          (index, derivation.former, derivation.line))
      }
    }
    self.byTitle = byTitle
    owners = types.indices.filter { types[$0].fromOwners }
  }

  /// Reads the phrases of one sentence.
  func read(
    _ analysis: TextAnalysis, _ view: SentenceView, _ phrases: [[Phrase]], _ focus: Focus,
    into found: inout Found
  ) {
    guard !view.sentence.isTitle else { return }
    for clause in phrases {
      for phrase in clause {
        for member in phrase.members {
          readTitles(analysis, view, member, focus, &found)
          if member.owner >= 0 { readOwner(analysis, view, member, &found) }
        }
      }
    }
  }

  private func readTitles(
    _ analysis: TextAnalysis, _ view: SentenceView, _ member: Member, _ focus: Focus,
    _ found: inout Found
  ) {
    guard analysis.mentions[member.mention].kind == .person else { return }
    var employer = member.employer
    if employer < 0 { employer = focus.topic(for: .org) }
    guard employer >= 0 else { return }
    for title in member.titles {
      let row = analysis.mentions[title].value
      guard let titles, row >= 0 else { continue }
      for target in byTitle[titles.cell(row, classColumn)] ?? [] {
        found.statements.append(
          Statement(
            type: target.type, from: member.mention, to: employer, title: title,
            former: member.former || target.former, sentence: view.index, line: target.line,
            trigger: analysis.mentions[title].span, isInherited: member.employer < 0))
      }
    }
  }

  /// X旗下Y: a product's maker, or a firm's parent.
  private func readOwner(
    _ analysis: TextAnalysis, _ view: SentenceView, _ member: Member, _ found: inout Found
  ) {
    let kind = FillerTypes(analysis.mentions[member.mention].kind)
    let ownerKind = FillerTypes(analysis.mentions[member.owner].kind)
    for type in owners {
      guard let from = types[type].roles.first, types[type].roles.count > 1,
        !from.types.isDisjoint(with: kind), !types[type].roles[1].types.isDisjoint(with: ownerKind)
      else { continue }
      found.statements.append(
        Statement(
          type: type, from: member.mention, to: member.owner, title: -1, former: false,
          sentence: view.index, line: 1, trigger: analysis.mentions[member.mention].span,
          isInherited: false))
    }
  }

  /// One claim for each relation that the document states, in text order.
  func claims(_ analysis: TextAnalysis, _ found: Found, events: [Claim]) -> [Claim] {
    var order: [Key] = []
    var groups: [Key: [Statement]] = [:]
    for statement in found.statements {
      let key = Key(
        type: statement.type, from: analysis.mentions[statement.from].entity,
        to: analysis.mentions[statement.to].entity)
      guard key.from >= 0, key.to >= 0, key.from != key.to else { continue }
      if groups[key] == nil { order.append(key) }
      groups[key, default: []].append(statement)
    }
    var ordinals = [Int](repeating: 0, count: types.count)
    var claims: [Claim] = []
    for key in order {
      guard let group = groups[key] else { continue }
      claims.append(claim(analysis, key, group, ordinals[key.type]))
      ordinals[key.type] += 1
    }
    var known = Set(order)
    for event in events where event.realis == .asserted {
      for derived in derive(analysis, event) where known.insert(derived.key).inserted {
        claims.append(derived.claim(ordinals[derived.key.type]))
        ordinals[derived.key.type] += 1
      }
    }
    for owned in gazetteer(analysis) where known.insert(owned.key).inserted {
      claims.append(owned.claim(ordinals[owned.key.type]))
      ordinals[owned.key.type] += 1
    }
    return claims
  }

  struct Key: Hashable {
    let type: Int
    let from: Int
    let to: Int
  }

  private struct Derived {
    let key: Key
    let claim: (Int) -> Claim
  }

  private func claim(
    _ analysis: TextAnalysis, _ key: Key, _ group: [Statement], _ ordinal: Int
  ) -> Claim {
    let best = group.first { !$0.isInherited } ?? group[0]
    let from = analysis.mentions[best.from]
    let to = analysis.mentions[best.to]
    var roles = [
      RoleFillers(
        role: "from", fillers: [Filler(span: from.span, entity: from.entity, via: from.via)]),
      RoleFillers(
        role: "to",
        fillers: [
          Filler(
            span: to.span, entity: to.entity, via: best.isInherited ? .ellipsis : to.via)
        ]),
    ]
    if best.title >= 0 {
      let title = analysis.mentions[best.title]
      let code = titles.flatMap { table in
        table.column("code").map { table.cell(title.value, $0) }
      }
      roles.append(
        RoleFillers(
          role: "title", fillers: [Filler(span: title.span, code: code ?? "", of: 0)]))
    }
    return make(
      analysis, key.type, roles, ordinal, former: group.allSatisfy(\.former),
      confidence: best.isInherited ? 700 : 900,
      evidence: Evidence(
        span: analysis.sentences[best.sentence].span, trigger: best.trigger,
        rule: "\(types[key.type].file):\(best.line)"))
  }

  private func make(
    _ analysis: TextAnalysis, _ type: Int, _ roles: [RoleFillers], _ ordinal: Int, former: Bool,
    confidence: Int, evidence: Evidence
  ) -> Claim {
    Claim(
      isRelation: true, type: types[type].name, label: types[type].label, ordinal: ordinal,
      realis: .asserted, confidence: confidence, roles: roles, time: nil, attribution: [],
      evidence: [evidence], former: former, core: ["from", "to"], links: [])
  }

  /// Relations that an asserted event implies.
  private func derive(_ analysis: TextAnalysis, _ event: Claim) -> [Derived] {
    var result: [Derived] = []
    for (index, type) in types.enumerated() {
      for derivation in type.derivations
      where derivation.isEvent && derivation.source == event.type {
        result += derive(analysis, event, index, derivation)
      }
    }
    return result
  }

  private func derive(
    _ analysis: TextAnalysis, _ event: Claim, _ type: Int, _ derivation: Derivation
  ) -> [Derived] {
    let targets = event.fillers(derivation.to)
    guard let evidence = event.evidence.first else { return [] }
    var result: [Derived] = []
    for (number, from) in event.fillers(derivation.from).enumerated() {
      guard from.entity >= 0, hasTitle(event, derivation.titleClass, of: number) else { continue }
      for to in targets where to.entity >= 0 && to.entity != from.entity {
        let roles = [
          RoleFillers(role: "from", fillers: [from]), RoleFillers(role: "to", fillers: [to]),
        ]
        let key = Key(type: type, from: from.entity, to: to.entity)
        result.append(
          Derived(key: key) { ordinal in
            make(
              analysis, type, roles, ordinal, former: derivation.former,
              confidence: max(100, event.confidence - 50),
              evidence: Evidence(
                span: evidence.span, trigger: evidence.trigger,
                rule: "\(types[type].file):\(derivation.line)"))
          })
      }
    }
    return result
  }

  private func hasTitle(_ event: Claim, _ titleClass: String, of person: Int) -> Bool {
    guard !titleClass.isEmpty else { return true }
    guard let titles, let codeColumn = titles.column("code") else { return false }
    let codes = event.fillers("title").filter { $0.of < 0 || $0.of == person }.map(\.code)
    guard !codes.isEmpty else { return titleClass == "none" }
    for row in 0..<titles.rowCount where codes.contains(titles.cell(row, codeColumn)) {
      if titles.cell(row, classColumn) == titleClass { return true }
    }
    return false
  }

  /// Makers and parents that the gazetteer knows, where the text names both.
  private func gazetteer(_ analysis: TextAnalysis) -> [Derived] {
    var byID: [String: Int] = [:]
    for (index, entity) in analysis.entities.enumerated() where !entity.lexiconID.isEmpty {
      byID[entity.lexiconID] = index
    }
    var result: [Derived] = []
    for (index, entity) in analysis.entities.enumerated() where !entity.owner.isEmpty {
      guard let owner = byID[entity.owner], owner != index,
        let mention = sentenceWithBoth(analysis, index, owner)
      else { continue }
      for type in owners {
        guard types[type].roles.count > 1,
          !types[type].roles[0].types.isDisjoint(with: FillerTypes(entity.kind)),
          !types[type].roles[1].types.isDisjoint(
            with: FillerTypes(analysis.entities[owner].kind))
        else { continue }
        let roles = [
          RoleFillers(
            role: "from", fillers: [Filler(span: mention.from.span, entity: index)]),
          RoleFillers(role: "to", fillers: [Filler(span: mention.to.span, entity: owner)]),
        ]
        result.append(
          Derived(key: Key(type: type, from: index, to: owner)) { ordinal in
            make(
              analysis, type, roles, ordinal, former: false, confidence: 800,
              evidence: Evidence(
                span: mention.sentence, trigger: mention.from.span,
                rule: "\(types[type].file):1"))
          })
      }
    }
    return result
  }

  /// The first sentence that names both entities.
  private func sentenceWithBoth(
    _ analysis: TextAnalysis, _ first: Int, _ second: Int
  ) -> (sentence: TextSpan, from: Mention, to: Mention)? {
    let from = analysis.mentions.filter { $0.entity == first }
    let to = analysis.mentions.filter { $0.entity == second }
    var index = 0
    for sentence in analysis.sentences where !sentence.isTitle {
      guard let one = from.first(where: { sentence.span.contains($0.span) }) else { continue }
      index += 1
      if index > 64 { return nil }
      if let other = to.first(where: { sentence.span.contains($0.span) }) {
        return (sentence.span, one, other)
      }
    }
    return nil
  }
}
