extension GraphAssembly {
  /// What one document says about one node.
  private struct Row {
    let node: Int32
    let document: Int32
    let name: Int32
    let type: Int32
    let aliases: [Int32]
    let references: [(scheme: Int32, code: Int32)]
  }

  /// Makes the entity nodes, in the order of their ids: node n is the n-th.
  mutating func addEntities(_ decisions: Decisions) {
    let trail = IdentityTrail(table, identity, decisions)
    let rows = rows().sorted {
      ($0.node, $0.document, $0.name, $0.type) < ($1.node, $1.document, $1.name, $1.type)
    }
    var start = 0
    for node in identity.nodes.indices {
      var end = start
      while end < rows.count, rows[end].node == Int32(node) { end += 1 }
      var entity = entity(identity.nodes[node], rows[start..<end])
      entity.origins = trail.origins(of: Int32(node))
      entity.merges = trail.merges(of: Int32(node))
      entities.append(entity)
      start = end
    }
    forgetEntityRows()
  }

  private func rows() -> [Row] {
    var rows = table.entities.map {
      Row(
        node: identity.node($0.id, in: $0.document), document: $0.document, name: $0.name,
        type: $0.type, aliases: $0.aliases, references: $0.references)
    }
    for claim in table.claims {
      for filler in table.fillers[claim.fillers] where filler.entity >= 0 {
        rows.append(
          Row(
            node: identity.node(filler.entity, in: claim.document), document: claim.document,
            name: filler.isName ? filler.text : StringTable.none, type: StringTable.none,
            aliases: [], references: []))
      }
    }
    return rows
  }

  private func entity(_ id: String, _ rows: ArraySlice<Row>) -> Graph.Entity {
    let stated = rows.filter { $0.type >= 0 }
    // Names that only claims use serve where no line of kind entity names the node.
    let name = mostUsed((stated.isEmpty ? rows[...] : stated[...]).map { ($0.name, $0.document) })
    let type = mostUsed(stated.map { ($0.type, $0.document) })
    let aliases = stated.flatMap { $0.aliases + [$0.name] }.filter { $0 != name }
    let dates = rows.compactMap { published[$0.document] }
    return Graph.Entity(
      id: id, type: table.strings.text(type) ?? Self.type(ofId: id),
      name: table.strings.text(name) ?? id, aliases: texts(aliases),
      references: references(stated), documents: texts(rows.map(\.document)),
      first: dates.min { $0.precedesBytewise($1) }, last: dates.max { $0.precedesBytewise($1) })
  }

  /// The value with most documents, then the longest, then the first in the order of code points.
  func mostUsed(_ pairs: [(value: Int32, document: Int32)]) -> Int32 {
    var counts: [Int32: Int] = [:]
    var seen: Set<Int64> = []
    for pair in pairs where pair.value >= 0 {
      guard seen.insert(Int64(pair.value) << 32 | Int64(pair.document)).inserted else { continue }
      counts[pair.value, default: 0] += 1
    }
    func key(_ entry: (key: Int32, value: Int)) -> (Int, Int, Int32) {
      (-entry.value, -table.strings[entry.key].unicodeScalars.count, entry.key)
    }
    return counts.min { key($0) < key($1) }?.key ?? StringTable.none
  }

  private func references(_ rows: [Row]) -> [EntityFact.Reference] {
    let pairs = rows.flatMap(\.references).map { Int64($0.scheme) << 32 | Int64($0.code) }
    return EventReport.union(pairs, []).map { pair in
      EntityFact.Reference(
        scheme: table.strings[Int32(pair >> 32)], code: table.strings[Int32(pair & 0xFFFF_FFFF)])
    }
  }

  private static func type(ofId id: String) -> String {
    switch id.prefix(4) {
    case "per:": "person"
    case "prd:": "product"
    case "loc:": "place"
    default: "company"
    }
  }
}
