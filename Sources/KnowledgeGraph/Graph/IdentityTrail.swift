/// Why ids of facts became one node: for every node of several ids a chain of steps that joins
/// them, what weighs most first.
///
/// The chain is found again from the facts and the decisions, in the order of the rules of
/// `Identity`: decisions, tickers, names, names stated as aliases, statements.
struct IdentityTrail {
  private let table: FactTable
  /// The ids of each node that has several, sorted.
  private var ids: [Int32: [Int32]] = [:]
  private var steps: [Int32: [Step]] = [:]
  /// A name of each id of `ids`.
  private var names: [Int32: Int32] = [:]

  private struct Step {
    let basis: Graph.Merge.Basis
    let first: Int32
    let second: Int32
    var value: String?
    var document = StringTable.none
    var evidence = StringTable.none
  }

  /// Complexity: O(n log n) in the entity lines.
  init(_ table: FactTable, _ identity: Identity, _ decisions: Decisions) {
    self.table = table
    gatherIds(identity)
    if ids.isEmpty { return }
    let members = Set(ids.values.joined())
    for row in table.entities where members.contains(row.id) && names[row.id] == nil {
      names[row.id] = row.name
    }
    addDecisions(decisions, identity)
    addShared(identity)
    addStatements(identity)
  }

  private mutating func gatherIds(_ identity: Identity) {
    var pairs: [Int64] = []
    // Most ids are one node everywhere: each is noted once.
    var last = [Int32](repeating: StringTable.none, count: table.strings.strings.count)
    func note(_ id: Int32, _ document: Int32) {
      let node = identity.node(id, in: document)
      if last[Int(id)] == node { return }
      last[Int(id)] = node
      pairs.append(Int64(node) << 32 | Int64(id))
    }
    for row in table.entities { note(row.id, row.document) }
    for claim in table.claims {
      for filler in table.fillers[claim.fillers] where filler.entity >= 0 {
        note(filler.entity, claim.document)
      }
    }
    var start = 0
    let sorted = EventReport.union(pairs, [])
    while start < sorted.count {
      var end = start + 1
      while end < sorted.count, sorted[end] >> 32 == sorted[start] >> 32 { end += 1 }
      if end - start > 1 {
        ids[Int32(sorted[start] >> 32)] = sorted[start..<end].map { Int32($0 & 0xFFFF_FFFF) }
      }
      start = end
    }
  }

  /// The node whose ids both are; nil where they are no ids of one node.
  private func node(_ first: Int32, _ second: Int32) -> Int32? {
    ids.filter { $0.value.contains(first) && $0.value.contains(second) }.keys.min()
  }

  private mutating func addDecisions(_ decisions: Decisions, _ identity: Identity) {
    for pair in decisions.same {
      // A qualified id names a part of a split name; the facts know the name alone.
      let (a, b) = (pair.a.prefix { $0 != "@" }, pair.b.prefix { $0 != "@" })
      guard let first = table.strings.known(String(a)), let second = table.strings.known(String(b)),
        let node = node(first, second)
      else { continue }
      steps[node, default: []].append(
        Step(basis: .decision, first: first, second: second, value: pair.reason))
    }
  }

  /// Ids that share a ticker, a name, or of which one has the other's name as an alias.
  private mutating func addShared(_ identity: Identity) {
    var owners: [Key: Int32] = [:]
    let rows = table.entities.map { (row: $0, node: identity.node($0.id, in: $0.document)) }
      .filter { ids[$0.node] != nil }
    func key(_ node: Int32, _ basis: Graph.Merge.Basis, _ value: Int32) -> Key {
      Key(node: node, basis: basis, value: value)
    }
    for (row, node) in rows {
      for reference in row.references where table.strings[reference.scheme] == "ticker" {
        meet(key(node, .ticker, reference.code), row, &owners)
      }
      meet(key(node, .name, row.name), row, &owners)
    }
    for (row, node) in rows {
      for alias in row.aliases {
        guard let owner = owners[key(node, .name, alias)], owner != row.id else { continue }
        steps[node, default: []].append(
          Step(
            basis: .alias, first: row.id, second: owner, value: table.strings[alias],
            document: row.document))
      }
    }
  }

  private struct Key: Hashable {
    let node: Int32
    let basis: Graph.Merge.Basis
    let value: Int32
  }

  private mutating func meet(
    _ key: Key, _ row: FactTable.EntityRow, _ owners: inout [Key: Int32]
  ) {
    guard let owner = owners[key] else {
      owners[key] = row.id
      return
    }
    guard owner != row.id else { return }
    steps[key.node, default: []].append(
      Step(
        basis: key.basis, first: owner, second: row.id, value: table.strings[key.value],
        document: row.document))
  }

  private mutating func addStatements(_ identity: Identity) {
    for row in table.sames {
      let node = identity.node(row.a, in: row.document)
      guard ids[node] != nil, row.a != row.b, identity.node(row.b, in: row.document) == node else {
        continue
      }
      steps[node, default: []].append(
        Step(
          basis: .statement, first: row.a, second: row.b, value: table.strings.text(row.basis),
          document: row.document, evidence: row.evidence))
    }
  }

  /// The ids of a node with their names, where it has several.
  func origins(of node: Int32) -> [Graph.Origin] {
    (ids[node] ?? []).map { id in
      Graph.Origin(id: table.strings[id], name: table.strings.text(names[id] ?? id) ?? "")
    }
  }

  /// The steps that join the ids of a node.
  func merges(of node: Int32) -> [Graph.Merge] {
    guard let members = ids[node] else { return [] }
    var places: [Int32: Int] = [:]
    for (place, id) in members.enumerated() { places[id] = place }
    var sets = UnionFind(count: members.count)
    var merges: [Graph.Merge] = []
    func take(_ step: Step) {
      guard let first = places[step.first], let second = places[step.second],
        sets.find(first) != sets.find(second)
      else { return }
      sets.union(first, second)
      merges.append(merge(step))
    }
    for step in sorted(steps[node] ?? []) { take(step) }
    for id in members.dropFirst() {
      take(Step(basis: .rule, first: members[0], second: id))
    }
    return merges
  }

  private func sorted(_ steps: [Step]) -> [Step] {
    func key(_ step: Step) -> [Int32] {
      let rank = Graph.Merge.Basis.allCases.firstIndex(of: step.basis) ?? 0
      return [Int32(rank), step.first, step.second, step.document, step.evidence]
    }
    return steps.sorted { key($0).lexicographicallyPrecedes(key($1)) }
  }

  private func merge(_ step: Step) -> Graph.Merge {
    Graph.Merge(
      first: table.strings[step.first], second: table.strings[step.second], basis: step.basis,
      value: step.value, document: table.strings.text(step.document),
      evidence: table.strings.text(step.evidence))
  }
}
