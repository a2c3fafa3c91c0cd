/// An investment of somebody in something: a financing they took part in, or a purchase of shares.
public struct Holding: Hashable, Sendable {
  /// The id of the investor.
  public let investor: String
  /// The id of the company or product.
  public let target: String
  /// The id of the event; nil where only a relation says so.
  public let event: String?
  /// When it happened.
  public let day: EventDay?
  /// How sure the latest report is.
  public let status: ClaimFact.Realis
  /// The code of the round.
  public let round: String?
  /// Whether the investor led the round.
  public let isLead: Bool
  /// The amounts of the whole event, which several investors may share.
  public let amounts: [Graph.Amount]
  /// The words of the share that was bought.
  public let stake: String?
}

/// What each investor of a graph holds, as far as it is told; nobody says what was sold.
public struct Portfolios: Sendable {
  /// The holdings: by investor, then in time; those that only a relation tells of come last.
  public let holdings: [Holding]

  /// Complexity: O(n log n) in the events and edges.
  public init(_ index: GraphIndex) {
    var found: [Holding] = []
    let events = index.graph.events.filter { ["funding", "investment"].contains($0.type) }
    for event in events.sorted(by: Graph.Event.precedes) where event.status != .denied {
      found += Self.holdings(event, index)
    }
    var known = Set(found.map { [$0.investor, $0.target] })
    for edge in index.graph.edges where edge.kind == .relation && edge.type == "investor_in" {
      guard known.insert([edge.source, edge.target]).inserted else { continue }
      found.append(
        Holding(
          investor: edge.source, target: edge.target, event: nil, day: EventDay(date: edge.start),
          status: .asserted, round: nil, isLead: false, amounts: [],
          stake: edge.attributes.first { $0.role == "stake" }?.values.first?.text))
    }
    let order = found.indices.sorted { left, right in
      found[left].investor == found[right].investor
        ? left < right : found[left].investor.precedesBytewise(found[right].investor)
    }
    holdings = order.map { found[$0] }
  }

  private static func holdings(_ event: Graph.Event, _ index: GraphIndex) -> [Holding] {
    let isFunding = event.type == "funding"
    let leads = Set(index.entities("lead", of: event).map(\.id))
    let investors = leads.union(index.entities("investor", of: event).map(\.id))
    let round = event.attributes.first { $0.role == "round" }?.values.first
    return investors.sorted { $0.precedesBytewise($1) }.flatMap { investor in
      index.entities(isFunding ? "company" : "target", of: event).map { target in
        Holding(
          investor: investor, target: target.id, event: event.id, day: EventDay(event),
          status: event.status, round: round.map { $0.value ?? $0.text },
          isLead: leads.contains(investor), amounts: index.amounts("amount", of: event),
          stake: event.attributes.first { $0.role == "stake" }?.values.first?.text)
      }
    }
  }

  /// What one investor holds.
  public func of(_ investor: String) -> [Holding] { holdings.filter { $0.investor == investor } }
}
