/// The name of an event for people: who, what, whom, for how much.
///
/// The fillers of the first core role, the label of the type, the fillers of the other core roles,
/// the amounts: 微软 收购 动视暴雪 687亿美元.
struct EventName {
  let label: String
  let cluster: EventReport
  let roles: EventRoles
  let amounts: [(role: Int32, amount: Graph.Amount)]

  /// How many fillers of a role are named.
  private static let shown = 3

  func text(_ entities: [Graph.Entity], _ table: FactTable) -> String {
    let order = coreOrder(table)
    var parts: [String] = []
    for (index, role) in order.enumerated() {
      if index == 1 { parts.append(label) }
      let names = names(role, entities)
      if !names.isEmpty { parts.append(names) }
    }
    if order.count < 2 { parts.append(label) }
    return (parts + amountTexts()).joined(separator: " ")
  }

  /// The amounts by role; those that do not fit together with a stroke between them.
  private func amountTexts() -> [String] {
    EventReport.union(amounts.map(\.role), []).map { role in
      amounts.filter { $0.role == role }.map(\.amount.name).joined(separator: "/")
    }
  }

  /// The core roles as the first claim's type lists them.
  private func coreOrder(_ table: FactTable) -> [Int32] {
    guard let first = cluster.claims.first else { return [] }
    return table.schemas[Int(table.claims[first].schema)].core.compactMap {
      table.strings.known($0)
    }
  }

  private func names(_ role: Int32, _ entities: [Graph.Entity]) -> String {
    let nodes = Int64(entities.count)
    let values = cluster.core.filter { $0 >> 32 == Int64(role) }.map { $0 & 0xFFFF_FFFF }
    let names = values.map { token in
      token < nodes ? entities[Int(token)].name : roles.words(Int32(token - nodes), role)
    }
    let sorted = names.sorted { $0.precedesBytewise($1) }
    return sorted.prefix(Self.shown).joined(separator: "、")
      + (sorted.count > Self.shown ? "等" : "")
  }
}
