import KnowledgeGraph

/// How well a graph tells the stories; `Tests/Evaluation/stories.py` counts the same way.
struct StoryScore {
  /// Over the mentions that the system found.
  private(set) var entities = BCubed([])
  /// Over all mentions; a missed one has recall 0.
  private(set) var allEntities = BCubed([])
  /// Gold entities that share a node.
  private(set) var wrongMerges: [[String]] = []
  /// Over the claims that the system found.
  private(set) var events = BCubed([])
  /// Over all claims; missed ones have recall 0, claims on nothing have precision 0.
  private(set) var allEvents = BCubed([])

  private let gold: StoryGold
  private let graph: StoryGraph

  init(_ gold: StoryGold, _ graph: StoryGraph) {
    self.gold = gold
    self.graph = graph
    scoreEntities()
    scoreEvents()
  }

  private mutating func scoreEntities() {
    let items = gold.entities.compactMap { name, entity in
      graph.nodes[name].map { (truth: entity, system: $0) }
    }
    entities = BCubed(items)
    allEntities = BCubed(items, missed: gold.entities.count - items.count)
    let held = Dictionary(grouping: items, by: \.system).mapValues { Set($0.map(\.truth)).sorted() }
    wrongMerges = held.values.filter { $0.count > 1 }.sorted { $0[0] < $1[0] }
  }

  /// A document's claims on one event in one node are one item.
  private mutating func scoreEvents() {
    var items: Set<[String]> = []
    var spurious: Set<[String]> = []
    var found: Set<[String]> = []
    for (claim, node) in graph.claims {
      if let event = aligned(claim) {
        items.insert([claim.document, event.id, node])
        found.insert([claim.document, event.id])
      } else {
        spurious.insert([claim.document, node])
      }
    }
    let missed = gold.events.flatMap { event in
      event.told.filter { !$0.value.inPassing && !found.contains([$0.key, event.id]) }
    }
    let pairs = items.map { (truth: $0[1], system: $0[2]) }
    events = BCubed(pairs)
    allEvents = BCubed(pairs, missed: missed.count, spurious: spurious.count)
  }

  /// The gold event of the claim's type and document that most roles agree with.
  private func aligned(_ claim: ClaimFact) -> StoryGold.Event? {
    var best: (event: StoryGold.Event, agreed: Int)?
    for event in gold.events where event.type == claim.type && event.told[claim.document] != nil {
      if let agreed = agreement(event, claim), agreed > best?.agreed ?? 0 { best = (event, agreed) }
    }
    return best?.event
  }

  /// How many core roles agree; nil where one contradicts, or no role with entities agrees.
  private func agreement(_ event: StoryGold.Event, _ claim: ClaimFact) -> Int? {
    var (shared, agreed) = (0, 0)
    for (role, values) in event.core {
      let fillers = claim.fillers(role).compactMap(\.entity)
      if fillers.isEmpty {
        let found = literals(claim, role)
        if found.isEmpty { continue }
        guard found.contains(where: { text in values.contains { text.hasPrefix($0) } }) else {
          return nil
        }
      } else {
        let named = fillers.flatMap { entities($0, claim.document) }
        guard named.contains(where: values.contains) else { return nil }
        shared += 1
      }
      agreed += 1
    }
    return shared > 0 ? agreed : nil
  }

  private func entities(_ filler: String, _ document: String) -> [String] {
    graph.names(of: filler, in: document).compactMap {
      gold.entities[StoryGold.Name(document, String(filler.prefix(3)), $0)]
    }
  }

  private func literals(_ claim: ClaimFact, _ role: String) -> [String] {
    let fillers = claim.fillers(role).filter { $0.entity == nil }
    guard role == "period" else { return fillers.map { $0.value ?? $0.text } }
    let values = fillers.compactMap(\.value)
    return values.isEmpty ? claim.time?.date.map { [$0] } ?? [] : values
  }
}
