import ChineseText

/// What the workbench asks: why a text gave the claims it gave.
extension EventExtractor {
  /// What every rule line came to at every trigger of a document, in text order. Slower than
  /// `extract`, whose claims it explains.
  public func trials(_ analysis: TextAnalysis) -> [Trial] {
    let log = TrialLog()
    _ = extract(analysis, log: log)
    return log.trials
  }

  /// How the rules see each sentence, in text order.
  public func readings(_ analysis: TextAnalysis) -> [SentenceReading] {
    var focus = Focus(analysis)
    return analysis.sentences.indices.map { index in
      focus.enter(analysis.sentences[index])
      let view = SentenceView(analysis, sentence: index)
      let builder = PhraseBuilder(
        analysis: analysis, items: view.items, attributive: lookup.attributive,
        titleClasses: lookup.titleClasses)
      let phrases = view.clauses.map { builder.phrases(in: $0.items) }
      let reading = SentenceReading(analysis, view, phrases, focus, cues)
      note(analysis, phrases, &focus)
      return reading
    }
  }

  /// Whether words of a type's lines stand in a text, and where: for "why not?".
  public func triggers(_ analysis: TextAnalysis, of type: String) -> [TextSpan] {
    analysis.tokens.filter { token in
      token.tags.contains(.trigger)
        && (lookup.frames[token.word] ?? []).contains { lookup.types[$0.type].name == type }
    }.map(\.span)
  }

  func tell(_ log: TrialLog, _ draft: Draft, weakerThan other: Draft) {
    let type = lookup.types[other.type].name
    log.add(draft, lookup.types[draft.type], .weaker(type: type, line: other.line))
  }

  /// Required roles that are empty, and groups that a line needs in words.
  func missing(_ draft: Draft, _ frame: Frame) -> [String] {
    let type = lookup.types[draft.type]
    let needed = frame.unmet(draft.roles)
    return type.roles.indices.filter { type.require.least($0) > draft.roles[$0].count }
      .map { type.roles[$0].name }
      + needed.map { group in group.map { type.roles[$0].name }.joined(separator: "|") }
  }

  /// Triggers that no rule is tried at, and why.
  func tellUnread(_ analysis: TextAnalysis, _ view: SentenceView, _ log: TrialLog) {
    for index in view.sentence.tokens {
      let token = analysis.tokens[index]
      guard token.tags.contains(.trigger), let types = lookup.frames[token.word] else { continue }
      let outcome: Trial.Outcome
      let mention = Int(analysis.mentionOfToken[index])
      let item = max(0, view.firstItem(from: token.start + 1) - 1)
      if mention >= 0 {
        outcome = .inside(mention: mention)
      } else if isGuarded(token.span, analysis) {
        outcome = .guarded
      } else if item < view.items.count, view.isQuotedName(item) {
        outcome = .quoted
      } else {
        continue
      }
      for type in Set(types.map(\.type)).sorted() {
        log.add(lookup.types[type], line: 0, token.span, outcome)
      }
    }
  }
}
