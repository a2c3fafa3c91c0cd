extension GraphAssembly {
  /// Makes the edges of relations that are asserted.
  mutating func addRelations() {
    let claims = table.claims.indices.filter {
      table.claims[$0].isRelation && table.claims[$0].realis == .asserted
    }
    var claimsByEdge: [ByteKey: (edge: Graph.Edge, claims: [Int])] = [:]
    for index in claims {
      let claim = table.claims[index]
      for source in fillerNodes(claim, "from") {
        for target in fillerNodes(claim, "to") where target != source {
          let edge = Graph.Edge(
            kind: .relation, type: table.strings[claim.type],
            source: identity.nodes[Int(source)], target: identity.nodes[Int(target)])
          claimsByEdge[ByteKey(edge.id), default: (edge, [])].claims.append(index)
        }
      }
    }
    edges += claimsByEdge.values.map { relation($0.edge, $0.claims) }
  }

  /// What the latest of the claims says holds; what it leaves open the ones before may say.
  private func relation(_ edge: Graph.Edge, _ claims: [Int]) -> Graph.Edge {
    var edge = edge
    let ordered = inTime(claims)
    let latest = ordered.last.flatMap { published[table.claims[$0].document]?.prefix(10) }
    edge.former = ordered.contains {
      table.claims[$0].isFormer && published[table.claims[$0].document]?.prefix(10) == latest
    }
    edge.start = lastText(ordered, \.start)
    edge.end = lastText(ordered, \.end)
    edge.attributes = EventRoles(self, claims).attributes()
    edge.claims = texts(claims.map { table.claims[$0].id })
    return edge
  }

  private func lastText(
    _ claims: [Int], _ member: KeyPath<FactTable.ClaimRow, Int32>
  ) -> String? {
    claims.last { table.claims[$0][keyPath: member] >= 0 }
      .map { table.strings[table.claims[$0][keyPath: member]] }
  }
}
