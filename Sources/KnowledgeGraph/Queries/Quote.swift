/// A sentence that states something, and where it stands.
public struct Quote: Hashable, Sendable {
  /// The claim that rests on it.
  public let claim: String
  /// The sentence on one line.
  public let text: String
  /// The id of the document.
  public let document: String
  /// The outlet, where it is known.
  public let source: String?
  /// When the document was published.
  public let published: String?
  /// How sure the document is.
  public let realis: ClaimFact.Realis

  /// The quotation for people: “…”  36氪 2024-03-21.
  public var line: String {
    let origin = [source ?? document, published.map { String($0.prefix(10)) }]
    return "“\(text)”  " + origin.compactMap(\.self).joined(separator: " ")
  }
}

extension Graph {
  /// The sentence of a claim; nil where the claim is not at hand.
  ///
  /// Complexity: O(log n), and linear in the length of the claim.
  public func quote(_ claim: String) -> Quote? { claims[claim].map(quote) }

  func quote(_ claim: ClaimFact) -> Quote {
    let document = document(claim.document)
    return Quote(
      claim: claim.id, text: (claim.evidence.first?.text ?? "").onOneLine,
      document: claim.document, source: document?.source, published: document?.published,
      realis: claim.realis)
  }

  /// The sentence to show for several claims: the surest one, then the latest, then by id.
  func bestQuote(_ claims: [String]) -> Quote? {
    var best: (confidence: Int, quote: Quote)?
    for id in claims {
      guard let claim = self.claims[id] else { continue }
      if let known = best, known.confidence > claim.confidence { continue }
      let quote = quote(claim)
      if let known = best, known.confidence == claim.confidence,
        !(known.quote.published ?? "").precedesBytewise(quote.published ?? "")
      {
        continue
      }
      best = (claim.confidence, quote)
    }
    return best?.quote
  }

  /// The sentence to show for an edge of any kind.
  func quote(_ edge: Edge) -> Quote? {
    switch edge.kind {
    case .role: quote(ofEvent: edge.source)
    case .relation: bestQuote(edge.claims)
    case .derived: edge.events.lazy.compactMap { quote(ofEvent: $0) }.first
    }
  }

  /// The sentence to show for an event: of its status, from the latest report.
  func quote(ofEvent id: String) -> Quote? {
    guard case .event(let event) = node(id) else { return nil }
    return EventEvidence.best(event, self).map(quote)
  }
}

extension String {
  /// The text with every line break and tab as a blank.
  var onOneLine: String {
    String(map { $0.isNewline || $0 == "\t" ? " " : $0 })
  }
}
