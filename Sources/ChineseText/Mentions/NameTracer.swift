/// Writes the trace of a document.
struct NameTracer: MentionTracer {
  let builder: MentionBuilder
  private(set) var trace = NameTrace()

  init(_ builder: MentionBuilder) { self.builder = builder }

  private var cues: NameCues { builder.basics.cues }

  mutating func note(_ stage: MentionStage, _ draft: MentionDraft) {
    for index in trace.finds.indices
    where trace.finds[index].dropped == nil && draft.spots[index].tokens.isEmpty {
      trace.finds[index].dropped = stage
    }
    for index in trace.finds.count..<draft.spots.count {
      trace.finds.append(find(draft.spots[index], stage, draft))
    }
    switch stage {
    case .models: addLatin(draft)
    case .listed: addCompanies(draft)
    case .products: addPersons(draft)
    default: break
    }
  }

  mutating func finish(_ draft: MentionDraft) {
    for index in trace.finds.indices where index < draft.spots.count {
      trace.finds[index].entity = draft.spots[index].entity
    }
    for (index, token) in draft.tokens.enumerated()
    where token.tags.contains(.ambiguous) && draft.owner[index] < 0 && token.candidate < 0 {
      let isDefault = builder.basics.ambiguity.isNameByDefault(token.word)
      trace.plain.append((token.span, isDefault ? .counted : .noCue))
    }
  }

  private func find(
    _ spot: Spot, _ stage: MentionStage, _ draft: MentionDraft
  ) -> NameTrace.Find {
    NameTrace.Find(
      span: draft.span(spot.tokens), kind: spot.kind, stage: stage,
      isListed: spot.origin == .gazetteer || spot.origin == .title, word: spot.word,
      points: spot.origin == .latin || stage == .companies ? spot.points : nil,
      cues: cues(beside: spot.tokens, draft), dropped: spot.tokens.isEmpty ? stage : nil)
  }

  private func cues(beside tokens: Range<Int>, _ draft: MentionDraft) -> [NameTrace.Cue] {
    guard let bounds = bounds(of: tokens, draft) else { return [] }
    return cues.words(beside: tokens, in: bounds, draft)
  }

  private func bounds(of tokens: Range<Int>, _ draft: MentionDraft) -> Range<Int>? {
    guard !tokens.isEmpty else { return nil }
    return draft.sentences.first { $0.tokens.contains(tokens.lowerBound) }?.tokens
  }

  private mutating func add(
    _ tokens: Range<Int>, _ kind: MentionKind, _ stage: MentionStage, points: Int, needed: Int,
    _ draft: MentionDraft
  ) {
    guard points < needed else { return }
    trace.guesses.append(
      NameTrace.Guess(
        span: draft.span(tokens), kind: kind, stage: stage, points: points, needed: needed,
        cues: cues(beside: tokens, draft)))
  }

  private mutating func addLatin(_ draft: MentionDraft) {
    let runs = builder.latin.collect(draft)
    for run in runs {
      let key = builder.latin.key(of: run.tokens, draft)
      let same = runs.filter { builder.latin.key(of: $0.tokens, draft) == key }
      var best = NameEvidence()
      for other in same { best.formMaximum(other.evidence) }
      if builder.latin.decide(best, count: same.count) != nil { continue }
      let (kind, points) = best.strongest
      add(
        run.tokens, kind, .latin, points: points + min(same.count - 1, 1),
        needed: LatinNames.threshold, draft)
    }
  }

  private mutating func addCompanies(_ draft: MentionDraft) {
    let guesses = builder.companies.guesses(draft)
    for (guess, sum) in zip(guesses, builder.companies.weigh(guesses, draft)) {
      add(guess.tokens, .company, .companies, points: sum.points, needed: sum.needed, draft)
    }
  }

  private mutating func addPersons(_ draft: MentionDraft) {
    let shapes = draft.spots.filter { $0.origin == .shape && !$0.tokens.isEmpty }
    let points = shapes.map { spot in
      builder.persons.points(spot, in: draft.sentences[spot.sentence].tokens, draft)
    }
    for spot in shapes {
      let key = draft.text.nameHash(draft.span(spot.tokens))
      let same = shapes.indices.filter {
        draft.text.nameHash(draft.span(shapes[$0].tokens)) == key
      }
      let best = same.map { points[$0] }.max() ?? 0
      add(
        spot.tokens, .person, .persons, points: best + min(same.count - 1, 2),
        needed: PersonFilter.threshold, draft)
    }
  }
}

extension NameEvidence {
  /// The kind with the most points; of equal ones a person first, as Latin names decide.
  fileprivate var strongest: (kind: MentionKind, points: Int) {
    var best = (kind: MentionKind.person, points: person)
    if company > best.points { best = (.company, company) }
    if organization > best.points { best = (.organization, organization) }
    if product > best.points { best = (.product, product) }
    return best
  }
}

extension NameCues {
  /// The words that give `evidence` its points; their sum is that evidence.
  func words(
    beside range: Range<Int>, in sentence: Range<Int>, _ draft: MentionDraft
  ) -> [NameTrace.Cue] {
    let whole = evidence(range, in: sentence, draft)
    // Without the words before it a name has what those behind it say.
    let end = range.upperBound
    let behind = evidence(range, in: range.lowerBound..<sentence.upperBound, draft)
    let left = cueBefore(range.lowerBound, in: sentence, draft)
    var right = cueAfter(end, in: sentence, draft)
    if right >= 0, draft.head(right) == 0x7684 {
      right = draft.next(right + 1, in: sentence)
    }
    return [
      cue(left, isBefore: true, whole, minus: behind, draft),
      cue(right, isBefore: false, behind, minus: NameEvidence(), draft),
    ].compactMap(\.self)
  }

  private func cue(
    _ token: Int, isBefore: Bool, _ whole: NameEvidence, minus rest: NameEvidence,
    _ draft: MentionDraft
  ) -> NameTrace.Cue? {
    guard token >= 0 else { return nil }
    let points: [(kind: MentionKind, points: Int)] = [
      (.company, whole.company - rest.company),
      (.organization, whole.organization - rest.organization),
      (.person, whole.person - rest.person), (.product, whole.product - rest.product),
    ]
    let given = points.filter { $0.points != 0 }
    guard !given.isEmpty else { return nil }
    return NameTrace.Cue(span: draft.tokens[token].span, isBefore: isBefore, points: given)
  }
}
