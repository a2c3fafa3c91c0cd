extension GraphAssembly {
  /// Makes the event nodes, their amounts and edges, and the edges derived from them.
  mutating func addEvents() {
    let days = published.compactMapValues { date in
      DayRange.day(date).map { DayRange(first: $0, last: $0) }
    }
    let reports = EventReports(table, identity, published: days).reports
    var clusters = EventClusters(
      reports, nodeCount: identity.nodes.count,
      roles: EventMatchRoles(table.strings)
    ).events
    for index in clusters.indices { clusters[index].claims.sort() }
    for (cluster, id) in identified(clusters) { addEvent(cluster, id) }
  }

  /// The clusters with their ids: a digest of the type, the core and what sets the event apart,
  /// and the place in time among equals.
  private func identified(_ clusters: [EventReport]) -> [(EventReport, String)] {
    let groups = clusters.indices.map { (key: identity(of: clusters[$0]), index: $0) }
    let sorted = groups.sorted { left, right in
      if left.key != right.key {
        return left.key.lexicographicallyPrecedes(right.key) { $0.precedesBytewise($1) }
      }
      return ordinalKey(clusters[left.index]) < ordinalKey(clusters[right.index])
    }
    var ordinal = 0
    return sorted.indices.map { place in
      let (key, index) = sorted[place]
      ordinal = place > 0 && sorted[place - 1].key == key ? ordinal + 1 : 0
      return (clusters[index], Identifier.make("evt:", key + [String(ordinal)]))
    }
  }

  private func ordinalKey(_ cluster: EventReport) -> (Int32, Int32, Int32, Int) {
    // Undated events stand where they were reported.
    let first = cluster.days.isOpen ? cluster.published.first : cluster.days.first
    return (first, cluster.days.last, cluster.published.first, cluster.claims.first ?? 0)
  }

  /// Roles that stand in the id of an event.
  private static let identifying = ["metric", "period", "product", "round", "title", "venue"]

  private func identity(of cluster: EventReport) -> [String] {
    let literals = cluster.literals.map(pairText).filter { Self.identifying.contains($0.role) }
    let apart =
      literals.isEmpty
      ? [time(cluster.claims)?.start.map { String($0.prefix(4)) } ?? "undated"]
      : literals.flatMap { [$0.role, $0.value] }
    return [table.strings[cluster.type]]
      + cluster.core.map(pairText).flatMap { [$0.role, $0.value] } + ["|"] + apart
  }

  private func pairText(_ pair: Int64) -> (role: String, value: String) {
    let token = Int(pair & 0xFFFF_FFFF)
    let count = identity.nodes.count
    let role = pair >> 32 == 0x7FFF_FFFF ? "document" : table.strings[Int32(pair >> 32)]
    return (role, token < count ? identity.nodes[token] : table.strings[Int32(token - count)])
  }

  private mutating func addEvent(_ cluster: EventReport, _ id: String) {
    let roles = EventRoles(self, cluster.claims)
    for (role, node) in roles.entities {
      edges.append(
        Graph.Edge(
          kind: .role, type: table.strings[role], source: id,
          target: identity.nodes[Int(node)]))
    }
    let amounts = roles.amounts(of: id)
    for (role, amount) in amounts {
      nodes.append(.money(amount))
      edges.append(
        Graph.Edge(kind: .role, type: table.strings[role], source: id, target: amount.id))
    }
    let type = table.strings[cluster.type]
    let label = labels[cluster.type].map { table.strings[$0] } ?? type
    let status = status(cluster.claims)
    let name = EventName(label: label, cluster: cluster, roles: roles, amounts: amounts)
    nodes.append(
      .event(
        Graph.Event(
          id: id, type: type, label: label, status: status, history: history(cluster.claims),
          name: name.text(entities, table), time: time(cluster.claims),
          attributes: roles.attributes(), claims: texts(cluster.claims.map { table.claims[$0].id }),
          sources: sources(cluster.claims), conflicts: conflicts(cluster.claims),
          documents: texts(cluster.claims.map { table.claims[$0].document }))))
    if status != .denied { derive(from: cluster.claims, event: id) }
  }

  /// The direct edges that follow from asserted claims.
  private mutating func derive(from claims: [Int], event: String) {
    for index in claims where table.claims[index].realis == .asserted {
      let claim = table.claims[index]
      for link in table.schemas[Int(claim.schema)].links {
        for source in fillerNodes(claim, link.from) {
          for target in fillerNodes(claim, link.to) where target != source {
            let edge = Graph.Edge(
              kind: .derived, type: link.type, source: identity.nodes[Int(source)],
              target: identity.nodes[Int(target)])
            var known = derived[ByteKey(edge.id)] ?? edge
            if known.events.last != event { known.events.append(event) }
            derived[ByteKey(edge.id)] = known
          }
        }
      }
    }
  }

  /// The nodes that fill a role of a claim.
  func fillerNodes(_ claim: FactTable.ClaimRow, _ role: String) -> [Int32] {
    guard let number = table.strings.known(role) else { return [] }
    return table.fillers[claim.fillers].compactMap { filler in
      filler.role == number && filler.entity >= 0
        ? identity.node(filler.entity, in: claim.document) : nil
    }
  }
}
