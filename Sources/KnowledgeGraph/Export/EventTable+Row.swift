extension EventTable {
  /// One event, flat.
  public struct Row: Hashable, Sendable {
    /// The event.
    public let event: Graph.Event
    /// The names of who acts, or whose event it is: investors, the acquirer, a person who leaves.
    public let who: [String]
    /// The names of those it is done to, or who else says which event it is.
    public let whom: [String]
    /// The amount or the price; a valuation is none, it stands in `details`.
    public let amount: AmountBounds?
    /// All other roles by name, with what fills them.
    public let details: [Detail]
    /// The outlets that report it, in the order of their reports; a document's id where none is
    /// named.
    public let outlets: [String]
    /// The document that is quoted.
    public let document: DocumentFact?
    /// The sentence that says so.
    public let sentence: String?

    /// One role and the values that fill it.
    public struct Detail: Hashable, Sendable {
      /// The role.
      public let role: String
      /// The values: codes where there are some, else words.
      public let values: [String]
    }

    /// The values of a role of `details`.
    public func values(_ role: String) -> [String] {
      details.first { $0.role == role }?.values ?? []
    }

    init(_ event: Graph.Event, _ index: EventIndex) {
      let claim = EventEvidence.best(event, index.graph)
      let sides = claim.map(EventSides.init)
      let roles = index.roles(of: event, first: claim?.core ?? [])
      let actors = Self.names(roles, sides?.who ?? [])
      self.event = event
      who = actors
      whom = Self.names(roles, sides?.whom ?? [])
      let paid = Self.paid(roles)
      amount = paid.flatMap { AmountBounds(Self.believed($0, claim)) }
      let shown = Set((sides?.who ?? []) + (sides?.whom ?? []))
      details = roles.compactMap { role in
        let values = Self.values(
          role, entities: !shown.contains(role.name), amounts: role.name != paid?.name,
          owners: actors.count > 1, index.graph)
        return values.isEmpty ? nil : Detail(role: role.name, values: values)
      }
      outlets = index.documents(of: event).map { $0.source ?? $0.id }
        .reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
      document = claim.flatMap { index.graph.document($0.document) }
      sentence = claim?.evidence.first?.text
    }

    private static func names(_ roles: [EventRole], _ wanted: [String]) -> [String] {
      wanted.flatMap { name in
        roles.filter { $0.name == name }
          .flatMap { $0.entities.map(\.name) + $0.literals.map(\.text) }
      }
    }

    /// The role whose amount is paid: `amount`, else `price`, else another but the valuation.
    private static func paid(_ roles: [EventRole]) -> EventRole? {
      let money = roles.filter { !$0.amounts.isEmpty && $0.name != "valuation" }
      return money.first { $0.name == "amount" } ?? money.first { $0.name == "price" }
        ?? money.first
    }

    /// The amounts of a role, those of the quoted claim first.
    private static func believed(_ role: EventRole, _ claim: ClaimFact?) -> [Graph.Amount] {
      let quoted = Set(claim?.fillers(role.name).compactMap { $0.money?.currency } ?? [])
      return role.amounts.filter { quoted.contains($0.money.currency) }
        + role.amounts.filter { !quoted.contains($0.money.currency) }
    }

    private static func values(
      _ role: EventRole, entities: Bool, amounts: Bool, owners: Bool, _ graph: Graph
    ) -> [String] {
      let literals = role.literals.map { literal -> String in
        let owner = owners ? literal.of.flatMap { graph.node($0)?.name } : nil
        return (literal.value ?? literal.text) + (owner.map { " (\($0))" } ?? "")
      }
      return (entities ? role.entities.map(\.name) + literals : [])
        + (amounts ? role.amounts.map { $0.money.interval } : [])
    }
  }
}

extension EventTable.Row {
  /// Roles that have columns of their own.
  private static let columns = ["title", "round", "metric", "period"]

  var cells: [TableText.Cell] {
    let rest = details.filter { !Self.columns.contains($0.role) }
    return [
      .text(EventOrder.date(event) ?? ""), .text(event.type), list(who), list(whom),
      .number(amount?.exact ?? ""), .number(amount?.low ?? ""), .number(amount?.high ?? ""),
      .text(amount?.currency ?? ""), .text(amount?.isApproximate ?? false ? "yes" : ""),
      list(amount?.texts ?? []), .text(event.status.rawValue), .number(String(event.sources)),
      list(outlets), .text(sentence ?? ""), .text(event.name), .text(event.label),
    ] + Self.columns.map { list(values($0)) } + [
      list(rest.map { "\($0.role)=\($0.values.joined(separator: ","))" }),
      .text(event.time?.start ?? ""), .text(event.time?.end ?? ""),
      .text(document?.published ?? ""), .text(document?.id ?? ""), .text(document?.title ?? ""),
      .text(document?.url ?? ""), .text(event.id),
    ]
  }

  private func list(_ values: [String]) -> TableText.Cell { TableText.list(values) }
}

extension ClaimFact.Money {
  /// Currency and bounds in one word: `USD 1500000000`, `USD 1000000000..`, `CNY 10000..20000`.
  var interval: String {
    let bounds =
      switch (low, high) {
      case (let low?, let high?): low == high ? low : "\(low)..\(high)"
      case (let low?, nil): "\(low).."
      case (nil, let high?): "..\(high)"
      case (nil, nil): "?"
      }
    return "\(currency) \(isApproximate ? "≈" : "")\(bounds)" + (per.map { "/\($0)" } ?? "")
  }
}
