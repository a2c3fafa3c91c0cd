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
    /// Sentences that tell nothing: 相关阅读.
    var skipped: Set<Int> = []
  }

  let types: [EventType]
  let titles: LexiconTable?
  let classColumn: Int
  /// Derivations by title class: type and line.
  let byTitle: [String: [(type: Int, derivation: Derivation)]]
  /// Derivations by event type.
  let byEvent: [String: [(type: Int, derivation: Derivation)]]
  let owners: [Int]
  /// Folded words that forbid each type's owners in their sentence.
  let unless: [[[UInt16]]]
  /// Those of them for which the name tables' owners count.
  let tableOwners: [Int]
  /// Types that titles state.
  private let postTypes: [Int]
  /// Title classes by title code.
  let classes: [String: Set<String>]

  init(types: [EventType], titles: LexiconTable?, lexicon: Lexicon) {
    unless = types.map { type in type.fromOwners ? type.unless.map { lexicon.folded($0) } : [] }
    self.types = types
    self.titles = titles
    classColumn = titles?.column("class") ?? 0
    var byTitle: [String: [(type: Int, derivation: Derivation)]] = [:]
    for (index, type) in types.enumerated() {
      for derivation in type.derivations where !derivation.isEvent {
        byTitle[derivation.source, default: []].append((index, derivation))
      }
    }
    self.byTitle = byTitle
    var byEvent: [String: [(type: Int, derivation: Derivation)]] = [:]
    for (index, type) in types.enumerated() {
      for derivation in type.derivations where derivation.isEvent {
        byEvent[derivation.source, default: []].append((index, derivation))
      }
    }
    self.byEvent = byEvent
    postTypes = types.indices.filter { types[$0].derivations.contains { !$0.isEvent } }
    owners = types.indices.filter { types[$0].fromOwners }
    tableOwners = types.indices.filter { types[$0].fromTables }
    var classes: [String: Set<String>] = [:]
    if let titles, let code = titles.column("code") {
      for row in 0..<titles.rowCount {
        classes[titles.cell(row, code), default: []].insert(titles.cell(row, classColumn))
      }
    }
    self.classes = classes
  }

  /// Reads the phrases of one sentence.
  func read(
    _ analysis: TextAnalysis, _ view: SentenceView, _ phrases: [[Phrase]], _ focus: Focus,
    into found: inout Found
  ) {
    guard !view.sentence.isTitle else { return }
    for apposition in Apposition.all(in: view) {
      for post in apposition.posts {
        let held = Holding(
          person: apposition.person, employer: post.employer, titles: post.titles)
        state(held, analysis, view, &found)
      }
    }
    var subject = -1
    for clause in phrases {
      for phrase in clause {
        for member in phrase.members {
          let employer = subject >= 0 ? subject : focus.employer
          readTitles(analysis, view, member, employer, &found)
          if member.owner >= 0, member.isStated { readOwner(analysis, view, member, &found) }
        }
      }
      if let own = subjectOrganization(clause, analysis) { subject = own }
    }
  }

  /// X旗下Y: a product's maker, or a firm's parent.
  /// Whether a word that the type forbids stands in the sentence.
  func isBarred(_ type: Int, _ analysis: TextAnalysis, _ span: TextSpan) -> Bool {
    unless[type].contains { analysis.text.contains($0, in: span) }
  }

  /// One claim for each relation that the document states, in text order.
  func claims(_ analysis: TextAnalysis, _ found: Found, events: [Claim]) -> [Claim] {
    var order: [Key] = []
    var groups: [Key: [Statement]] = [:]
    let makers = MakerNames(analysis)
    for statement in found.statements where !makers.contradict(statement, analysis) {
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
    for event in events where event.isRelation { known.formUnion(keys(event)) }
    for event in events where event.realis == .asserted {
      for derived in derive(analysis, event)
      where !(derived.isWeak && hasPost(derived.key, known))
        && !makers.isBuiltIn(derived.key.from, by: derived.key.to, analysis.entities)
        && known.insert(derived.key).inserted
      {
        claims.append(derived.claim(ordinals[derived.key.type]))
        ordinals[derived.key.type] += 1
      }
    }
    for owned in gazetteer(analysis, makers, found.skipped) where known.insert(owned.key).inserted {
      claims.append(owned.claim(ordinals[owned.key.type]))
      ordinals[owned.key.type] += 1
    }
    return claims
  }

  /// The pairs that a relation found by a line joins.
  func keys(_ claim: Claim) -> [Key] {
    guard let type = types.firstIndex(where: { $0.name == claim.type }) else { return [] }
    return claim.fillers("from").flatMap { from in
      claim.fillers("to").map { Key(type: type, from: from.entity, to: $0.entity) }
    }
  }

  /// Relations found by lines that titles do not state too.
  func withoutRepeated(_ claims: [Claim], _ analysis: TextAnalysis, _ found: Found) -> [Claim] {
    guard claims.contains(where: \.isRelation) else { return claims }
    let stated = Set(
      found.statements.map {
        Key(
          type: $0.type, from: analysis.mentions[$0.from].entity,
          to: analysis.mentions[$0.to].entity)
      })
    return claims.filter { claim in
      !claim.isRelation || !keys(claim).allSatisfy(stated.contains) || keys(claim).isEmpty
    }
  }

  /// Leaves out relations of types that yield, where a post of another type joins the same two.
  func withoutYielding(_ claims: [Claim]) -> [Claim] {
    guard types.contains(where: \.yields) else { return claims }
    let held = claims.filter(\.isRelation).flatMap(keys)
    let posts = Set(held.filter { postTypes.contains($0.type) && !types[$0.type].yields })
    return claims.filter { claim in
      guard claim.isRelation, let key = keys(claim).first, types[key.type].yields else {
        return true
      }
      return !hasPost(key, posts)
    }
  }

  /// Whether a post that a title states joins the same two.
  private func hasPost(_ key: Key, _ known: Set<Key>) -> Bool {
    postTypes.contains { known.contains(Key(type: $0, from: key.from, to: key.to)) }
  }

  struct Key: Hashable {
    let type: Int
    let from: Int
    let to: Int
  }

  struct Derived {
    let key: Key
    /// Whether a post that the text names says more: `class=none`.
    var isWeak = false
    let claim: (Int) -> Claim
  }

  func claim(
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

  func make(
    _ analysis: TextAnalysis, _ type: Int, _ roles: [RoleFillers], _ ordinal: Int, former: Bool,
    confidence: Int, evidence: Evidence
  ) -> Claim {
    Claim(
      isRelation: true, type: types[type].name, label: types[type].label, ordinal: ordinal,
      realis: .asserted, confidence: confidence, roles: roles, time: nil, attribution: [],
      evidence: [evidence], former: former, core: ["from", "to"], links: [])
  }

}
