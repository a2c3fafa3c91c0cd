extension EventListPage {
  /// What fills each role of an event, with the name of the role: the core roles, then the others.
  func roles(_ event: Graph.Event) -> [StyledText] {
    let core = index.core(of: event)
    let roles = index.roles(of: event, first: core)
    let leads = roles.first { $0.name == "lead" }?.entities.map(\.id) ?? []
    let hasOwners = (roles.first { core.first == $0.name }?.entities.count ?? 0) > 1
    return roles.compactMap { role in
      // Who leads an investment is an investor, too.
      let entities = role.entities.filter { role.name != "investor" || !leads.contains($0.id) }
      let values =
        entities.map { StyledText($0.name.onOneLine, TextPaint.Style(type: $0.type)) }
        + role.amounts.map(amount) + literals(role, event, hasOwners)
      if values.isEmpty { return nil }
      return StyledText("\(RoleLabels.label(role.name)) ", .faint) + .joined(values, "、")
    }
  }

  private func amount(_ amount: Graph.Amount) -> StyledText {
    let exact = AmountText.text(amount.money)
    let sign = ["≈", "≥", "≤"].contains(exact.first) ? " " : " = "
    return StyledText(amount.name.onOneLine, .amount) + StyledText(sign + exact, .faint)
  }

  /// Words, and whose they are where there are several; a period that is the date is left out.
  private func literals(
    _ role: EventRole, _ event: Graph.Event, _ hasOwners: Bool
  ) -> [StyledText] {
    role.literals.compactMap { literal in
      let words = literal.words(of: role.name)
      if role.name == "period", event.hasDate(words) { return nil }
      let owner = hasOwners ? literal.of.flatMap { graph.node($0)?.name.onOneLine } : nil
      return StyledText(words + (owner.map { "（\($0)）" } ?? ""))
    }
  }
}

/// Entities that stand in the same relation to another: products of one maker.
struct RelationGroup: Equatable {
  let label: String
  private(set) var sources: [String]
  let target: String
  /// Titles, whether it is over, since when.
  let notes: [String]

  /// The groups in the order of their first members.
  static func groups(of edges: [Graph.Edge], _ index: EventIndex) -> [RelationGroup] {
    var groups: [RelationGroup] = []
    for edge in edges {
      let new = RelationGroup(edge, index.label(of: edge))
      let known = groups.firstIndex { group in
        (group.label, group.target) == (new.label, new.target) && group.notes == new.notes
      }
      if let known { groups[known].sources += new.sources } else { groups.append(new) }
    }
    return groups
  }

  private init(_ edge: Graph.Edge, _ label: String) {
    self.label = label
    sources = [edge.source]
    target = edge.target
    var notes = edge.attributes.flatMap(\.values).map { $0.text.onOneLine }.filter { $0 != label }
    if edge.former == true { notes.append("曾经") }
    if edge.start != nil || edge.end != nil {
      notes.append("\(edge.start ?? "..")/\(edge.end ?? "..")")
    }
    self.notes = notes
  }
}
