extension DocumentScorer {
  /// Scores the events.
  mutating func scoreEvents() {
    let names = article.names
    let gold = article.events.map { EventAlignment.Gold($0, names, article.money) }
    let found = facts.events.filter { types.contains($0.type) }.map { $0.scored(.articles) }
    let alignment = EventAlignment(gold, found, facts, text: article.text)
    evaluation.repeats = alignment.repeats.count
    for event in gold {
      evaluation.events.addGold(event.event.type)
      for (role, _) in event.fillers { evaluation.arguments.addGold("\(event.event.type).\(role)") }
    }
    for claim in found {
      evaluation.events.addFound(claim.type)
      for (role, fillers) in claim.roles {
        for _ in fillers { evaluation.arguments.addFound("\(claim.type).\(role)") }
      }
    }
    for (i, event) in gold.enumerated() {
      guard let match = alignment.matches[i] else { continue }
      evaluation.events.addHit(event.event.type)
      for item in match.shared { evaluation.arguments.addHit("\(event.event.type).\(item.role)") }
      reportArguments(event, found[match.found], match)
      scoreDetails(event.event, found[match.found])
    }
    reportEvents(gold, found, alignment)
  }

  private mutating func reportArguments(
    _ gold: EventAlignment.Gold, _ claim: FoundFacts.Claim, _ match: EventAlignment.Match
  ) {
    for (role, fillers) in gold.roles {
      for (index, filler) in fillers.enumerated()
      where !match.shared.contains(where: { $0.role == role && $0.gold == index }) {
        error(
          .arguments, .missing, filler.isCore ? 2 : 1,
          "\(claim.type).\(role) = \(filler.text)", sentence(gold.event))
      }
    }
    for (role, fillers) in claim.roles {
      for (index, filler) in fillers.enumerated()
      where !match.shared.contains(where: { $0.role == role && $0.found == index }) {
        error(
          .arguments, .spurious, filler.entity != nil || filler.money != nil ? 2 : 1,
          "\(claim.type).\(role) = \(filler.text)", claim.evidence)
      }
    }
  }

  private mutating func scoreDetails(_ gold: GoldArticle.Event, _ claim: FoundFacts.Claim) {
    if gold.realis == claim.realis {
      evaluation.details.rightRealis += 1
    } else {
      let (a, b) = (gold.realis ?? "none", claim.realis ?? "none")
      evaluation.details.wrongRealis["\(a) as \(b)", default: 0] += 1
      error(.realis, .wrong, 1, "\(gold.type): \(a), found as \(b)", sentence(gold))
    }
    guard let date = gold.date, !date.isEmpty else {
      evaluation.details.undated += 1
      if claim.time?.date?.isEmpty == false { evaluation.details.inventedTime += 1 }
      return
    }
    evaluation.details.dated += 1
    if claim.time?.agrees(date) == true {
      evaluation.details.rightTime += 1
    } else {
      if claim.time == nil { evaluation.details.withoutTime += 1 }
      let found = claim.time?.date ?? "none"
      error(.time, .wrong, 1, "\(gold.type): \(date), found \(found)", sentence(gold))
    }
  }

  private mutating func reportEvents(
    _ gold: [EventAlignment.Gold], _ found: [FoundFacts.Claim], _ alignment: EventAlignment
  ) {
    let taken = Set(alignment.matches.values.map(\.found))
    var spurious = found.indices.filter { !taken.contains($0) && !alignment.repeats.contains($0) }
    for (i, event) in gold.enumerated() where alignment.matches[i] == nil {
      let weight = event.fillers.count
      let other = spurious.firstIndex { tellsTheSame(event, found[$0]) }
      guard let other else {
        error(
          .events, .missing, weight, "\(event.event.type) \(event.description)",
          sentence(event.event))
        continue
      }
      let claim = found[spurious.remove(at: other)]
      error(
        .events, .mistyped, weight,
        "\(event.event.type) \(event.description), found as \(claim.type) \(claim.description)",
        sentence(event.event))
    }
    for j in found.indices where spurious.contains(j) || alignment.repeats.contains(j) {
      let claim = found[j]
      error(
        .events, alignment.repeats.contains(j) ? .repeated : .spurious,
        claim.roles.reduce(0) { $0 + $1.fillers.count }, "\(claim.type) \(claim.description)",
        claim.evidence)
    }
  }

  /// Whether a claim of another type stands in the same sentence and has a core filler of an event.
  private func tellsTheSame(_ event: EventAlignment.Gold, _ claim: FoundFacts.Claim) -> Bool {
    guard claim.type != event.event.type, !event.event.evidence.isEmpty,
      claim.evidence.contains(event.event.evidence) || event.event.evidence.contains(claim.evidence)
    else { return false }
    return event.fillers.contains { _, filler in
      filler.isCore
        && claim.roles.contains { $0.fillers.contains { filler.agrees($0, facts, claim.time) } }
    }
  }

  private func sentence(_ event: GoldArticle.Event) -> String {
    let whole = quoted.sentence(with: event.evidence)
    return whole.isEmpty ? event.evidence : whole
  }
}
