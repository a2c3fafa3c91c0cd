import ChineseText

/// Decides how the sentence stands to an event, from the cues around its trigger.
struct RealisReader {
  let analysis: TextAnalysis
  let view: SentenceView
  let cues: Cues
  /// Phrases of each clause.
  let phrases: [[Phrase]]

  /// The realis of a draft, or nothing where the words make no claim.
  func realis(of draft: Draft) -> Realis? {
    var result = draft.realis
    var planned = false
    var isDone = false
    var rumoured = false
    var denied = false
    let clause = view.clauses[min(draft.clause, view.clauses.count - 1)]
    for index in view.items.indices {
      let item = view.items[index]
      guard let cue = cues.cue(item), reaches(cue, index, draft, clause),
        !isDisposal(index), !isQuotedApart(index, draft)
      else { continue }
      switch cue.kind {
      case .none: return nil
      case .done:
        planned = false
        isDone = true
      case .realis(.planned): planned = true
      case .realis(.rumoured): rumoured = true
      case .realis(.denied): denied = true
      case .realis(.asserted), .source, .skip: break
      }
    }
    if !planned, !isDone, isPlannedBefore(draft) { planned = true }
    if view.sentence.isTitle || isQuestion(clause) {
      if isQuestion(clause) { return nil }
    }
    if planned { result = .planned }
    if rumoured { result = .rumoured }
    if denied { result = .denied }
    return result
  }

  /// 公司拟发行股份，并在港交所上市: a plan goes on in clauses without a subject or a word that
  /// ends it.
  private func isPlannedBefore(_ draft: Draft) -> Bool {
    var clause = draft.clause
    while clause > 0 {
      if hasOwnSubject(clause, before: clause == draft.clause ? draft.trigger.start : .max) {
        return false
      }
      clause -= 1
      for index in view.clauses[clause].items {
        guard let cue = cues.cue(view.items[index]), cue.reach == .before, !isDisposal(index)
        else { continue }
        if case .realis(.planned) = cue.kind {
          let span = TextSpan(view.items[index].span.end, draft.trigger.start)
          return !isStopped(cue, from: span.start, to: span.end)
        }
        if case .done = cue.kind { return false }
      }
    }
    return false
  }

  private func hasOwnSubject(_ clause: Int, before limit: Int) -> Bool {
    phrases[clause].contains { phrase in
      phrase.caseWord < 0 && !phrase.isObject && !phrase.isAgent
        && view.items[phrase.items.lowerBound].span.start < limit
    }
  }

  /// 因“要不要扩张”之争离开公司: what is quoted says nothing of a trigger outside.
  private func isQuotedApart(_ index: Int, _ draft: Draft) -> Bool {
    guard let open = view.items[..<index].lastIndex(where: { $0.unit == Mark.quoteOpen }),
      !view.items[open..<index].contains(where: { $0.unit == Mark.quoteClose }),
      let close = view.items[index...].firstIndex(where: { $0.unit == Mark.quoteClose })
    else { return false }
    let quoted = TextSpan(view.items[open].span.start, view.items[close].span.end)
    return !quoted.contains(draft.trigger)
  }

  /// 将X收入囊中: before a name, 将 marks the object and plans nothing.
  private func isDisposal(_ index: Int) -> Bool {
    view.items[index].tags.contains(.caseWord) && index + 1 < view.items.count
      && (view.items[index + 1].isEntity || view.items[index + 1].tags.contains(.possessive))
  }

  private func reaches(
    _ cue: Cues.Cue, _ index: Int, _ draft: Draft, _ clause: Clause
  ) -> Bool {
    let item = view.items[index]
    switch cue.reach {
    case .before: return reachesForward(cue, item, index, draft, clause)
    case .adjacent:
      return item.span.end <= draft.trigger.start && draft.trigger.start - item.span.end <= 3
        && clause.items.contains(index)
    case .after: return reachesBack(cue, item, index, draft, clause)
    case .around:
      return reachesForward(cue, item, index, draft, clause)
        || reachesBack(cue, item, index, draft, clause)
    case .sentence:
      return item.span.end <= draft.trigger.start
        && !isStopped(cue, from: item.span.end, to: draft.trigger.start)
    }
  }

  private func reachesForward(
    _ cue: Cues.Cue, _ item: Item, _ index: Int, _ draft: Draft, _ clause: Clause
  ) -> Bool {
    clause.items.contains(index) && item.span.end <= start(of: draft, clause)
      && !isStopped(cue, from: item.span.end, to: max(item.span.end, draft.trigger.start))
  }

  /// Where what is told begins: at the trigger, or at its amount behind it (营收预计为3亿元).
  private func start(of draft: Draft, _ clause: Clause) -> Int {
    let amounts = draft.roles.joined().filter { fill in
      fill.mention >= 0 && analysis.mentions[fill.mention].kind == .money
        && clause.span.contains(fill.span)
    }
    return max(draft.trigger.start, amounts.map(\.span.start).min() ?? 0)
  }

  private func reachesBack(
    _ cue: Cues.Cue, _ item: Item, _ index: Int, _ draft: Draft, _ clause: Clause
  ) -> Bool {
    let next = draft.clause + 1 < view.clauses.count ? view.clauses[draft.clause + 1] : clause
    return item.span.start >= draft.trigger.end
      && (clause.items.contains(index) || next.items.contains(index))
      && !isStopped(cue, from: draft.trigger.end, to: item.span.start)
  }

  private func isStopped(_ cue: Cues.Cue, from: Int, to: Int) -> Bool {
    cue.stops.contains { analysis.text.contains($0, in: TextSpan(from, to)) }
  }

  private func isQuestion(_ clause: Clause) -> Bool {
    let end = view.sentence.span.end
    guard end > 0, end - 1 < analysis.text.count else { return false }
    guard analysis.text.folded[end - 1] == 0x3F else { return false }
    return clause.items.upperBound == view.clauses.last?.items.upperBound
  }
}
