/// One financing of a company.
public struct Round: Hashable, Sendable {
  /// The id of the company.
  public let company: String
  /// The id of the event.
  public let event: String
  /// The code of the round, such as `Pre-A`; its words where it has no code; nil where nobody says.
  public let code: String?
  /// When it happened.
  public let day: EventDay?
  /// How sure the latest report is.
  public let status: ClaimFact.Realis
  /// What was raised: one amount, or several that do not fit together.
  public let amounts: [Graph.Amount]
  /// What the company was valued at.
  public let valuations: [Graph.Amount]
  /// The ids of the investors, those that led first.
  public let investors: [String]
  /// The ids of those that led.
  public let leads: [String]
  /// How many sources report it.
  public let sources: Int
}

/// All financings of a graph.
public struct Rounds: Sendable {
  /// The rounds: by company, then in time.
  public let rounds: [Round]

  /// Complexity: O(n log n) in the events.
  public init(_ index: GraphIndex) {
    let fundings = index.graph.events.filter { $0.type == "funding" }
    var found: [(order: Int, round: Round)] = []
    for (order, event) in fundings.sorted(by: Graph.Event.precedes).enumerated() {
      let literal = event.attributes.first { $0.role == "round" }?.values.first
      let leads = index.entities("lead", of: event).map(\.id)
      let others = index.entities("investor", of: event).map(\.id).filter { !leads.contains($0) }
      for company in index.entities("company", of: event) {
        let round = Round(
          company: company.id, event: event.id, code: literal.map { $0.value ?? $0.text },
          day: EventDay(event), status: event.status,
          amounts: index.amounts("amount", of: event),
          valuations: index.amounts("valuation", of: event), investors: leads + others,
          leads: leads, sources: event.sources)
        found.append((order, round))
      }
    }
    rounds = found.sorted { left, right in
      left.round.company == right.round.company
        ? left.order < right.order : left.round.company.precedesBytewise(right.round.company)
    }.map(\.round)
  }

  /// The rounds of one company, in time.
  public func of(_ company: String) -> [Round] { rounds.filter { $0.company == company } }

  /// Where a round stands in the usual order; nil for those without a place, such as strategic
  /// ones.
  static func rank(_ code: String) -> Int? { ranks[code] }

  private static let ranks: [String: Int] = {
    // Seed and angel rounds follow each other in any order.
    let early = ["Pre-Seed", "Seed", "Seed+", "Angel", "Angel+", "Angel++"]
    var ranks = Dictionary(uniqueKeysWithValues: early.map { ($0, 0) })
    for letter in "ABCDEFGH" {
      for code in ["Pre-\(letter)", "Pre-\(letter)+", "\(letter)", "\(letter)+", "\(letter)++"] {
        ranks[code] = ranks.count
      }
    }
    ranks["Pre-IPO"] = ranks.count
    return ranks
  }()
}
