import ChineseText

/// Finds the events and relations of an analysed text.
///
/// Immutable and a pure function of the analysis; never throws, never traps. Sentences without a
/// trigger or a title cost a look at their tags. Linear in the text: each trigger looks at its own
/// sentence, whose length is bounded, and at the focus.
public struct EventExtractor: Sendable {
  let lookup: Lookup
  let cues: Cues
  let relations: RelationExtractor
  let titles: LexiconTable?

  /// Prepares rules for a lexicon. Throws where a rule's word is in no lexicon.
  public init(rules: RuleSet, lexicon: Lexicon) throws(LexiconError) {
    lookup = try Lookup(rules: rules, lexicon: lexicon)
    cues = try Cues(lexicon: lexicon)
    titles = lexicon.table("names/titles")
    relations = RelationExtractor(types: rules.types, titles: titles, lexicon: lexicon)
  }

  /// The claims of a document: events in order of their first evidence, then relations.
  public func extract(_ analysis: TextAnalysis) -> [Claim] { extract(analysis, log: nil) }

  func extract(_ analysis: TextAnalysis, log: TrialLog?) -> [Claim] {
    var focus = Focus(analysis)
    var drafts: [Draft] = []
    var titleDrafts: [Draft] = []
    var found = RelationExtractor.Found()
    for index in analysis.sentences.indices {
      focus.enter(analysis.sentences[index])
      if cues.isSkipped(analysis.sentences[index], analysis) {
        found.skipped.insert(index)
        continue
      }
      let need = needs(analysis, analysis.sentences[index])
      if need.any {
        let view = SentenceView(analysis, sentence: index)
        let builder = PhraseBuilder(
          analysis: analysis, items: view.items, attributive: lookup.attributive,
          titleClasses: lookup.titleClasses)
        let phrases = view.clauses.map { builder.phrases(in: $0.items) }
        if need.trigger {
          if view.sentence.isTitle {
            read(analysis, view, phrases, focus, log, into: &titleDrafts)
          } else {
            read(analysis, view, phrases, focus, log, into: &drafts)
          }
        }
        relations.read(analysis, view, phrases, focus, into: &found)
        note(analysis, phrases, &focus)
      } else {
        noteFirst(analysis, analysis.sentences[index], &focus)
      }
    }
    return claims(analysis, drafts + titleDrafts, found)
  }

  func needs(
    _ analysis: TextAnalysis, _ sentence: Sentence
  ) -> (trigger: Bool, any: Bool) {
    var tags: WordTags = []
    var mentions = 0
    var last: Int32 = -1
    var isOwned = false
    var tells = false
    for index in sentence.tokens {
      let token = analysis.tokens[index]
      tags.formUnion(token.tags)
      if !tells, !token.tags.isDisjoint(with: lookup.triggerTags) {
        tells = !lookup.stating.contains(token.word)
      }
      // 旗下, 所属 …: of one character only 的 and 之, which also mean less.
      if token.tags.contains(.possessive), token.end - token.start > 1 { isOwned = true }
      let mention = analysis.mentionOfToken[index]
      if mention >= 0, mention != last {
        mentions += 1
        if analysis.mentions[Int(mention)].kind == .product { isOwned = true }
      }
      last = mention
    }
    // 是 alone states nothing: a relation has two ends, or a title.
    let trigger =
      tells
      || !tags.isDisjoint(with: lookup.triggerTags) && (mentions > 1 || tags.contains(.title))
    let owns = mentions > 1 && isOwned
    return (trigger, mentions > 0 && (trigger || tags.contains(.title) || owns))
  }

  func read(
    _ analysis: TextAnalysis, _ view: SentenceView, _ phrases: [[Phrase]], _ focus: Focus,
    _ log: TrialLog?, into drafts: inout [Draft]
  ) {
    if let log { tellUnread(analysis, view, log) }
    let matcher = FrameMatcher(
      analysis: analysis, lookup: lookup, view: view, phrases: phrases, focus: focus, log: log)
    var triggered = [Bool](repeating: false, count: view.clauses.count)
    let triggers = view.items.indices.filter {
      !lookup.frames(of: view.items[$0]).isEmpty && !view.isQuotedName($0)
        && (view.items[$0].mention >= 0 || !isGuarded(view.items[$0].span, analysis))
    }
    // 最近一次是10月的E轮: words that only state relations (是, 担任) keep no time or amount.
    for item in triggers where view.items[item].mention < 0 {
      let tells = lookup.frames(of: view.items[item]).contains { !lookup.types[$0.type].isRelation }
      if tells { triggered[view.clause(of: item)] = true }
    }
    let nearby = NearbyFiller(
      analysis: analysis, lookup: lookup, view: view, triggered: triggered)
    let realis = RealisReader(analysis: analysis, view: view, cues: cues, phrases: phrases)
    let sources = AttributionReader(analysis: analysis, view: view, cues: cues)
    let times = TimeReader(analysis: analysis, view: view, triggered: triggered)
    var used: Set<Int> = []
    func complete(_ draft: Draft) -> Draft? {
      guard let reality = realis.realis(of: draft),
        reality == .asserted || !lookup.types[draft.type].isRelation
      else {
        log?.add(draft, lookup.types[draft.type], .noClaim)
        return nil
      }
      var result = draft
      result.realis = reality
      result.time = times.time(of: result)
      carryPeriod(analysis, into: &result, from: drafts)
      if result.time == nil, lookup.types[draft.type].period == nil {
        result.time = times.continued()
      }
      if result.realis == .asserted, isYetToCome(result, analysis) { result.realis = .planned }
      result.attribution = sources.attribution(before: draft.trigger)
      // What only people without a name tell, and what is not done, is a rumour.
      if result.realis == .planned, result.attribution.contains(where: { $0.kind == .anonymous }) {
        result.realis = .rumoured
      }
      return result
    }
    for draft in PatternMatcher(
      analysis: analysis, lookup: lookup, view: view, phrases: phrases
    ).drafts() {
      var own = draft
      nearby.fill(&own, used: &used)
      if let whole = complete(own), isWhole(whole) {
        drafts.append(whole)
        log?.add(whole, lookup.types[whole.type], .claimed)
      }
    }
    for item in triggers {
      let references = lookup.frames(of: view.items[item])
      if satellite(references, item, matcher, nearby, view, &used, &drafts) { continue }
      guard let best = best(references, item, matcher, nearby, used) else { continue }
      guard let whole = complete(best.draft) else { continue }
      log?.add(whole, lookup.types[whole.type], .claimed)
      let series = Series(analysis: analysis, view: view, phrases: phrases)
      drafts += series.expand(whole, lookup.types[whole.type])
      for reference in references where reference.type != best.draft.type {
        guard lookup.types[reference.type].frames[reference.frame].also,
          let other = self.best([reference], item, matcher, nearby, used),
          let second = complete(other.draft)
        else { continue }
        drafts.append(second)
        log?.add(second, lookup.types[second.type], .claimed)
      }
      used = best.used
    }
  }

  /// Whether an event's time lies behind the day of publication.
  private func isYetToCome(_ draft: Draft, _ analysis: TextAnalysis) -> Bool {
    guard let published = analysis.published, let time = draft.time?.value, !time.approx,
      let start = time.start,
      !lookup.types[draft.type].isRelation
    else { return false }
    return published < start
  }

  /// Whether a trigger is only part of a longer word that a rule file guards: 收购 in 收购方. Names
  /// are no part of such words (砚湖资本|投资).
  func isGuarded(_ trigger: TextSpan, _ analysis: TextAnalysis) -> Bool {
    for start in max(0, trigger.start - 6)...trigger.start {
      let isInside = lookup.guards.contains(at: start, in: analysis.text) { count in
        start + count >= trigger.end && count > trigger.count
          && !overlapsName(TextSpan(start, start + count), analysis)
      }
      if isInside { return true }
    }
    return false
  }

  private func overlapsName(_ span: TextSpan, _ analysis: TextAnalysis) -> Bool {
    var low = 0
    var high = analysis.mentions.count
    while low < high {
      let middle = (low + high) / 2
      if analysis.mentions[middle].span.end <= span.start {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low < analysis.mentions.count && analysis.mentions[low].span.overlaps(span)
      && analysis.mentions[low].kind.isEntity
  }

  /// A figure without a period of its own has that of the figure told just before it.
  private func carryPeriod(
    _ analysis: TextAnalysis, into draft: inout Draft, from drafts: [Draft]
  ) {
    guard let role = lookup.types[draft.type].period,
      draft.roles[role].isEmpty, let last = drafts.last, last.type == draft.type,
      draft.sentence - last.sentence <= 2,
      analysis.sentences[last.sentence].paragraph == analysis.sentences[draft.sentence].paragraph
    else { return }
    draft.roles[role] = last.roles[role].map { fill in
      Fill(mention: fill.mention, span: fill.span, provenance: .inherited, code: fill.code)
    }
    draft.time = draft.time ?? last.time
  }

  /// The frame that explains most: required roles met, then most roles found in words.
  func best(
    _ references: [Lookup.FrameReference], _ item: Int, _ matcher: FrameMatcher,
    _ nearby: NearbyFiller, _ used: Set<Int>
  ) -> (draft: Draft, used: Set<Int>)? {
    var best: (draft: Draft, used: Set<Int>)?
    var cache = FrameMatcher.ArgumentCache()
    for reference in references {
      let type = lookup.types[reference.type]
      guard type.frames[reference.frame].kind != .more,
        var draft = matcher.match(reference, trigger: item, cache: &cache)
      else { continue }
      var taken = used
      nearby.fill(&draft, used: &taken)
      draft.dropRepeated(type) { matcher.analysis.mentions[$0.mention].entity }
      guard isWhole(draft), type.hasNeeded(type.frames[reference.frame], draft.roles) else {
        matcher.log?.add(draft, type, .lacksRoles(missing(draft, type.frames[reference.frame])))
        continue
      }
      let current = best.map { ($0.draft.explicitCount, $0.draft.filledRoles) } ?? (-1, -1)
      let isBetter = (draft.explicitCount, draft.filledRoles) > current
      if let log = matcher.log, let other = best?.draft {
        tell(log, isBetter ? other : draft, weakerThan: isBetter ? draft : other)
      }
      if isBetter { best = (draft, taken) }
    }
    return best
  }

  private func isWhole(_ draft: Draft) -> Bool {
    let type = lookup.types[draft.type]
    return type.require.isMet { role in
      type.parts[role].reduce(draft.roles[role].count) { max($0, draft.roles[$1].count) }
    }
  }

  /// Takes note of a sentence's subjects.
  func note(_ analysis: TextAnalysis, _ phrases: [[Phrase]], _ focus: inout Focus) {
    for clause in phrases {
      guard let phrase = clause.first(where: { $0.caseWord < 0 && !$0.isObject && !$0.isAgent })
      else { continue }
      for member in phrase.members.prefix(1) {
        focus.note(member.mention, kind: analysis.mentions[member.mention].kind, in: analysis)
        if member.employer >= 0 { focus.note(member.employer, kind: .company, in: analysis) }
      }
    }
  }

  /// The same for a sentence that was not looked at closely: its first name.
  private func noteFirst(_ analysis: TextAnalysis, _ sentence: Sentence, _ focus: inout Focus) {
    for token in sentence.tokens {
      let mention = Int(analysis.mentionOfToken[token])
      if mention >= 0, analysis.mentions[mention].kind.isEntity,
        analysis.mentions[mention].entity >= 0
      {
        return focus.note(mention, kind: analysis.mentions[mention].kind, in: analysis)
      }
      if analysis.tokens[token].tags.contains(.caseWord) { return }
    }
  }

  func claims(
    _ analysis: TextAnalysis, _ drafts: [Draft], _ found: RelationExtractor.Found
  ) -> [Claim] {
    let builder = ClaimBuilder(analysis: analysis, types: lookup.types, titles: titles)
    var ordinals = [Int](repeating: 0, count: lookup.types.count)
    var claims: [Claim] = []
    let groups =
      drafts.isEmpty ? [] : Coreference(analysis: analysis, types: lookup.types).groups(drafts)
    for group in groups {
      let type = group[0].type
      guard let claim = builder.claim(group, ordinal: ordinals[type]) else { continue }
      ordinals[type] += 1
      claims.append(claim)
    }
    claims = relations.withoutRepeated(claims, analysis, found)
    let all = relations.withoutYielding(claims + relations.claims(analysis, found, events: claims))
    return Completer(lookup.types).complete(all)
  }
}
