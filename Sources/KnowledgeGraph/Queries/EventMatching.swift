/// Finds which events of two graphs are the same, and what changed of them.
struct EventMatching {
  private let old: GraphIndex
  private let new: GraphIndex
  private let before: [Graph.Event]
  private let after: [Graph.Event]
  private(set) var changes: [GraphDiff.Change] = []

  init(_ old: Graph, _ new: Graph) {
    self.old = GraphIndex(old)
    self.new = GraphIndex(new)
    before = Array(old.events)
    after = Array(new.events)
    let groups = groups()
    let found = groups.compactMap { change($0.old, $0.new) }
    changes = found
  }

  /// Events tied by claims they share, or else by their id; in the order of the first id.
  private func groups() -> [(old: [Int], new: [Int])] {
    var sets = UnionFind(count: before.count + after.count)
    var owners: [ByteKey: Int] = [:]
    for (place, event) in before.enumerated() {
      for claim in event.claims { owners[ByteKey(claim)] = place }
    }
    var isTied = [Bool](repeating: false, count: before.count + after.count)
    for (place, event) in after.enumerated() {
      for claim in event.claims {
        guard let owner = owners[ByteKey(claim)] else { continue }
        sets.union(owner, before.count + place)
        isTied[owner] = true
        isTied[before.count + place] = true
      }
    }
    for (place, event) in after.enumerated() where !isTied[before.count + place] {
      if let other = before.position(of: event.id, by: \.id), !isTied[other] {
        sets.union(other, before.count + place)
      }
    }
    let found = sets.sets().map { members in
      (
        old: members.filter { $0 < before.count },
        new: members.filter { $0 >= before.count }.map { $0 - before.count }
      )
    }
    return found.sorted { key($0).precedesBytewise(key($1)) }
  }

  private func key(_ group: (old: [Int], new: [Int])) -> String {
    group.new.first.map { after[$0].id } ?? group.old.first.map { before[$0].id } ?? ""
  }

  private func change(_ old: [Int], _ new: [Int]) -> GraphDiff.Change? {
    switch (old.count, new.count) {
    case (0, 1): return .addedEvent(after[new[0]])
    case (1, 0): return .removedEvent(before[old[0]])
    case (1, 1):
      let fields = fields(before[old[0]], after[new[0]])
      return fields.isEmpty
        ? nil : .changedEvent(old: before[old[0]], new: after[new[0]], fields: fields)
    case (_, 1): return .mergedEvents(old: old.map { before[$0] }, new: after[new[0]])
    case (1, _): return .splitEvent(old: before[old[0]], new: new.map { after[$0] })
    default:
      // Several became several others: told as what the first of them is now.
      guard let first = old.first else { return nil }
      return .splitEvent(old: before[first], new: new.map { after[$0] })
    }
  }

  /// What changed of an event: its status, time, participants, amounts and words.
  private func fields(_ left: Graph.Event, _ right: Graph.Event) -> [GraphDiff.Field] {
    var fields = [
      GraphDiff.field("status", left.status.rawValue, right.status.rawValue),
      GraphDiff.field("time", time(left), time(right)),
    ]
    let (one, other) = (roles(left, old), roles(right, new))
    for role in Set(one.keys).union(other.keys).sorted(by: { $0.precedesBytewise($1) }) {
      fields.append(
        GraphDiff.field(
          role, (one[role] ?? []).joined(separator: "、"), (other[role] ?? []).joined(separator: "、")
        ))
    }
    fields.append(
      GraphDiff.field("sources", String(left.sources), String(right.sources)))
    fields.append(
      GraphDiff.field("conflicts", conflicts(left), conflicts(right)))
    return fields.compactMap(\.self)
  }

  private func time(_ event: Graph.Event) -> String {
    event.time.map { $0.date ?? $0.start ?? $0.end ?? $0.text ?? "" } ?? ""
  }

  private func conflicts(_ event: Graph.Event) -> String {
    event.conflicts.map { conflict in
      "\(conflict.role) " + conflict.values.map(\.text).joined(separator: "/")
    }.joined(separator: "；")
  }

  private func roles(_ event: Graph.Event, _ index: GraphIndex) -> [String: [String]] {
    var roles: [String: [String]] = [:]
    for participant in index.participants(of: event) {
      roles[participant.role, default: []].append(participant.node.name)
    }
    for attribute in event.attributes {
      roles[attribute.role, default: []] += attribute.values.map { $0.value ?? $0.text.onOneLine }
    }
    return roles.mapValues { $0.sorted { $0.precedesBytewise($1) } }
  }
}
