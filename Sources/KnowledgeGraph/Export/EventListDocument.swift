/// What the list shows of one document: its sentences with the events of each, and its relations.
struct EventListDocument {
  /// A sentence, with the events that rest on it.
  struct Sentence {
    let text: String
    var events: [Graph.Event] = []
  }

  /// The document; nil where the graph does not have it.
  let document: DocumentFact?
  /// The sentences in the order of the text, the title first.
  let sentences: [Sentence]
  /// The relations in the order of the text.
  let relations: [Graph.Edge]

  /// The documents that say anything, by the day of publication.
  static func all(of graph: Graph) -> [EventListDocument] {
    var drafts: [String: Draft] = [:]
    for event in EventOrder.sorted(graph.events) {
      let claim = EventEvidence.best(event, graph)
      let evidence = claim?.evidence.first
      // The title is the heading already.
      let text = evidence?.isInTitle ?? false ? "" : evidence?.text ?? ""
      drafts[claim?.document ?? "", default: Draft()]
        .sentences[Place(claim), default: Sentence(text: text)].events.append(event)
    }
    for edge in graph.edges where edge.kind == .relation {
      guard let claim = best(edge, graph) else { continue }
      drafts[claim.document, default: Draft()].relations.append((Place(claim), edge))
    }
    let keys = drafts.keys.map { (graph.document($0)?.published ?? "~", $0) }
    let sorted = keys.sorted { left, right in
      left.0 == right.0 ? left.1.precedesBytewise(right.1) : left.0.precedesBytewise(right.0)
    }
    return sorted.compactMap { _, id in drafts[id].map { $0.document(graph.document(id)) } }
  }

  private struct Draft {
    var sentences: [Place: Sentence] = [:]
    var relations: [(place: Place, edge: Graph.Edge)] = []

    func document(_ document: DocumentFact?) -> EventListDocument {
      let edges = relations.sorted { left, right in
        if left.place != right.place { return left.place < right.place }
        if left.edge.source != right.edge.source {
          return left.edge.source.precedesBytewise(right.edge.source)
        }
        return left.edge.id.precedesBytewise(right.edge.id)
      }
      return EventListDocument(
        document: document, sentences: sentences.keys.sorted().compactMap { sentences[$0] },
        relations: edges.map(\.edge))
    }
  }

  /// The claim of a relation to quote: the surest, then the one with the least id.
  private static func best(_ edge: Graph.Edge, _ graph: Graph) -> ClaimFact? {
    var best: ClaimFact?
    for claim in edge.claims.lazy.compactMap({ graph.claims[$0] })
    where claim.confidence > best?.confidence ?? -1 {
      best = claim
    }
    return best
  }

  /// Where a sentence stands in its document.
  private struct Place: Hashable, Comparable {
    let part: Int
    let start: Int
    let end: Int

    init(_ claim: ClaimFact?) {
      let evidence = claim?.evidence.first
      part = evidence?.isInTitle ?? false ? 0 : 1
      start = evidence?.scalarRange?.lowerBound ?? 0
      end = evidence?.scalarRange?.upperBound ?? 0
    }

    static func < (left: Self, right: Self) -> Bool {
      (left.part, left.start, left.end) < (right.part, right.start, right.end)
    }
  }
}
