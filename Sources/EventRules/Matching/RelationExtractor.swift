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

  private let types: [EventType]
  private let titles: LexiconTable?
  private let classColumn: Int
  /// Derivations by title class: type and line.
  private let byTitle: [String: [(type: Int, derivation: Derivation)]]
  /// Derivations by event type.
  private let byEvent: [String: [(type: Int, derivation: Derivation)]]
  private let owners: [Int]
  /// Folded words that forbid each type's owners in their sentence.
  private let unless: [[[UInt16]]]
  /// Those of them for which the name tables' owners count.
  private let tableOwners: [Int]
  /// Types that titles state.
  private let postTypes: [Int]
  /// Title classes by title code.
  private let classes: [String: Set<String>]

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

  /// The organization that a clause is about: 三星宣布，董事长甲 ….
  private func subjectOrganization(_ clause: [Phrase], _ analysis: TextAnalysis) -> Int? {
    guard let first = clause.first, first.caseWord < 0, !first.isObject, !first.isAgent,
      let member = first.members.first,
      !FillerTypes(analysis.mentions[member.mention].kind).isDisjoint(with: .org),
      !["media", "investor"].contains(analysis.subtype(member.mention))
    else { return nil }
    return member.mention
  }

  /// Whether a title stands alone: a noun, a number or a name right before it (智能BU CEO) is the
  /// employer or a part of it, known or not.
  private func isBare(_ title: Int, _ analysis: TextAnalysis, _ view: SentenceView) -> Bool {
    var index = view.firstItem(from: analysis.mentions[title].span.start) - 1
    // 钉钉新CEO: what stands before 新 or 前 counts.
    while index > 0, view.items[index].mention < 0, Self.isAttribute(view.items[index].tags) {
      index -= 1
    }
    guard index >= 0 else { return true }
    let before = view.items[index]
    if before.mention >= 0 {
      return before.kind == .time || before.isEntity && isPronoun(before, analysis)
    }
    if before.tags.contains(.classNoun) { return index == 0 || isFree(view.items[index - 1]) }
    return isFree(before)
  }

  private static func isAttribute(_ tags: WordTags) -> Bool {
    tags.contains(.former)
      || tags.contains(.adjective) && tags.isDisjoint(with: [.noun, .verb, .particle])
  }

  /// Whether a word before a title is no part of an employer's name; brackets and quotation marks
  /// that close there end one.
  private func isFree(_ item: Item) -> Bool {
    if item.mention >= 0 { return item.kind == .time }
    if [Mark.close, Mark.quoteClose, Mark.titleClose].contains(item.unit) { return false }
    if !item.tags.isDisjoint(with: [.former, .conjunction, .coordinator, .particle, .punctuation]) {
      return true
    }
    return item.tags.isDisjoint(with: [.noun, .latin, .number, .unknown]) && !item.tags.isEmpty
  }

  private func isPronoun(_ item: Item, _ analysis: TextAnalysis) -> Bool {
    analysis.mentions[item.mention].via != .name
  }

  private func readTitles(
    _ analysis: TextAnalysis, _ view: SentenceView, _ member: Member, _ topic: Int,
    _ found: inout Found
  ) {
    guard analysis.mentions[member.mention].kind == .person else { return }
    var employer = member.employer
    if employer < 0 {
      guard member.employer != Member.elsewhere, let first = member.titles.first, isBare(first, analysis, view) else { return }
      employer = topic
    }
    guard employer >= 0 else { return }
    for title in member.titles {
      let row = analysis.mentions[title].value
      guard let titles, row >= 0 else { continue }
      for (type, line) in byTitle[titles.cell(row, classColumn)] ?? []
      where member.employer >= 0 || !line.isExplicit {
        found.statements.append(
          Statement(
            type: type, from: member.mention, to: employer, title: title,
            former: member.former || line.former, sentence: view.index, line: line.line,
            trigger: analysis.mentions[title].span, isInherited: member.employer < 0))
      }
    }
  }

  /// X旗下Y: a product's maker, or a firm's parent.
  /// Whether a word that the type forbids stands in the sentence.
  private func isBarred(_ type: Int, _ analysis: TextAnalysis, _ span: TextSpan) -> Bool {
    unless[type].contains { analysis.text.contains($0, in: span) }
  }

  private func readOwner(
    _ analysis: TextAnalysis, _ view: SentenceView, _ member: Member, _ found: inout Found
  ) {
    let kind = FillerTypes(analysis.mentions[member.mention].kind)
    let ownerKind = FillerTypes(analysis.mentions[member.owner].kind)
    for type in owners where !isBarred(type, analysis, view.sentence.span) {
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
      where !(derived.isWeak && hasPost(derived.key, known)) && known.insert(derived.key).inserted {
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
  private func keys(_ claim: Claim) -> [Key] {
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

  private struct Derived {
    let key: Key
    /// Whether a post that the text names says more: `class=none`.
    var isWeak = false
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
    (byEvent[event.type] ?? []).flatMap { derive(analysis, event, $0.type, $0.derivation) }
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
          Derived(key: key, isWeak: derivation.titleClass == "none") { ordinal in
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
    let codes = event.fillers("title").filter { $0.of < 0 || $0.of == person }.map(\.code)
    guard !codes.isEmpty else { return titleClass == "none" }
    return codes.contains { classes[$0]?.contains(titleClass) ?? false }
  }

  /// Makers and parents that the gazetteer knows, where one sentence names both, and makers whose
  /// names products begin with. One pass.
  private func gazetteer(
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
          let to = near.first(where: { $0.entity == owner && $0.via != .pronoun })
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
    while next < analysis.tokens.count, analysis.text.folded[analysis.tokens[next].start] == Mark.blank {
      next += 1
    }
    guard next < analysis.tokens.count, analysis.mentionOfToken[next] < 0 else { return false }
    return !analysis.tokens[next].tags.isDisjoint(with: [.latin, .number])
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

  private func owned(
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
