import ChineseText

/// Makes claims of groups of drafts.
struct ClaimBuilder {
  let analysis: TextAnalysis
  let types: [EventType]
  let titles: LexiconTable?
  let makers: NamedMakers

  init(analysis: TextAnalysis, types: [EventType], titles: LexiconTable?) {
    self.analysis = analysis
    self.types = types
    self.titles = titles
    makers = NamedMakers(analysis)
  }

  /// The claim of one group, or nothing where required roles are missing.
  func claim(_ group: [Draft], ordinal: Int) -> Claim? {
    guard let first = group.first else { return nil }
    let type = types[first.type]
    let roles = united(group, type)
    guard type.require.isMet({ roles[$0].count }) else { return nil }
    return Claim(
      isRelation: type.isRelation, type: type.name, label: type.label, ordinal: ordinal,
      realis: realis(group), confidence: confidence(roles, group),
      roles: fillers(roles, type), time: group.lazy.compactMap(\.time).first,
      attribution: group.first { !$0.attribution.isEmpty }?.attribution ?? [],
      evidence: evidence(group, type), former: group.allSatisfy(\.former),
      core: type.key.sorted().map { type.roles[$0].name }, isOnce: type.isOnce,
      links: type.links)
  }

  /// Fillers of all tellings: explicit ones drive out inherited ones.
  private func united(_ group: [Draft], _ type: EventType) -> [[Fill]] {
    var roles = type.roles.indices.map { role -> [Fill] in
      let all = group.flatMap { $0.roles[role] }
      let best = all.map(\.provenance).max() ?? .topic
      var kept = distinct(all.filter { $0.provenance == best })
      if !type.roles[role].many { kept = Array(kept.prefix(1)) }
      return kept.sorted { ($0.span, $0.mention) < ($1.span, $1.mention) }
    }
    for (index, role) in type.roles.enumerated() {
      guard let within = role.within.flatMap({ type.role($0) }) else { continue }
      roles[within] = distinct(roles[within] + roles[index]).sorted { $0.span < $1.span }
    }
    for (index, role) in type.roles.enumerated() where roles[index].isEmpty {
      guard let owned = role.owned.flatMap({ type.role($0) }),
        let owner = owner(of: owned, group, role)
      else { continue }
      roles[index] = [owner]
    }
    return roles
  }

  private func distinct(_ fills: [Fill]) -> [Fill] {
    guard fills.count > 1 else { return fills }
    var entities: Set<Int> = []
    var texts: Set<String> = []
    return fills.filter { fill in
      if fill.mention >= 0, analysis.mentions[fill.mention].entity >= 0 {
        return entities.insert(analysis.mentions[fill.mention].entity).inserted
      }
      return texts.insert(fill.code.isEmpty ? analysis.text.foldedString(fill.span) : fill.code)
        .inserted
    }
  }

  /// A denial wins; else the telling with the most fillers decides.
  private func realis(_ group: [Draft]) -> Realis {
    if group.contains(where: { $0.realis == .denied }) { return .denied }
    let verbs = group.filter(\.isVerb)
    return (verbs.first ?? group.first)?.realis ?? .asserted
  }

  private func confidence(_ roles: [[Fill]], _ group: [Draft]) -> Int {
    var value = 900
    for role in roles {
      guard let fill = role.first else { continue }
      switch fill.provenance {
      case .explicit:
        if fill.mention >= 0, isWeak(analysis.mentions[fill.mention]) { value -= 100 }
      case .inherited, .sentence: value -= 150
      case .topic: value -= 250
      }
    }
    if group.count > 1 { value += 50 }
    return min(max(value, 100), 1000)
  }

  /// Whether a pronoun or a nickname stands for the filler.
  private func isWeak(_ mention: Mention) -> Bool {
    mention.via == .pronoun
      || mention.tokens.contains { token in
        analysis.tokens.indices.contains(token) && analysis.tokens[token].tags.contains(.nickname)
      }
  }

  private func fillers(_ roles: [[Fill]], _ type: EventType) -> [RoleFillers] {
    let owners =
      type.roles.indices.first { type.roles[$0].types.contains(.person) }
      ?? type.roles.indices.first { !type.roles[$0].types.isDisjoint(with: .org) }
    let ownerEntities =
      owners.map { role in
        roles[role].map { $0.mention >= 0 ? analysis.mentions[$0.mention].entity : -1 }
      } ?? []
    return type.roles.indices.compactMap { role in
      guard !roles[role].isEmpty else { return nil }
      return RoleFillers(
        role: type.roles[role].name, fillers: roles[role].map { filler($0, ownerEntities) })
    }
  }

  private func filler(_ fill: Fill, _ owners: [Int]) -> Filler {
    guard fill.mention >= 0 else {
      return Filler(span: fill.span, code: fill.code)
    }
    let mention = analysis.mentions[fill.mention]
    var of = -1
    if fill.owner >= 0 {
      of = owners.firstIndex(of: analysis.mentions[fill.owner].entity) ?? -1
    }
    let isTitle = mention.kind == .title
    let via: MentionVia = fill.provenance == .explicit ? mention.via : .ellipsis
    return Filler(
      span: fill.span, entity: mention.entity, value: isTitle ? -1 : mention.value, via: via,
      code: fill.code.isEmpty ? code(of: mention) : fill.code, of: of)
  }

  private func code(of mention: Mention) -> String {
    mention.kind == .title ? titleCode(mention.value) : valueCode(mention)
  }

  private func titleCode(_ row: Int) -> String {
    guard let titles, let column = titles.column("code") else { return "" }
    return titles.cell(row, column)
  }

  private func valueCode(_ mention: Mention) -> String {
    guard mention.value >= 0, mention.value < analysis.values.count else { return "" }
    switch analysis.values[mention.value] {
    case .round(let round): return round.code
    case .time(let time):
      return time.date.map { $0.filter { $0 != "-" || time.grain == .month } } ?? ""
    default: return ""
    }
  }

  /// Evidence of the body first, then of the title; each sentence once.
  private func evidence(_ group: [Draft], _ type: EventType) -> [Evidence] {
    var seen: Set<Int> = []
    let all = group.filter { seen.insert($0.sentence).inserted }
    let ordered =
      all.filter { !analysis.sentences[$0.sentence].isTitle }
      + all.filter { analysis.sentences[$0.sentence].isTitle }
    return ordered.map {
      Evidence(
        span: analysis.sentences[$0.sentence].span, trigger: $0.trigger,
        rule: "\(type.file):\($0.line)")
    }
  }
}
