/// Says why an entity is what it is: which ids of the facts it is made of, and what joined them.
///
///     身份
///       org:microsoft  微软：词典条目
///       org:1f0c3b5a7d9e2468  微软公司：按名称编号
///       org:1f0c3b5a7d9e2468 = org:microsoft  文中说明（translation）
///           “微软公司（Microsoft）……”  d1
public struct IdentityText: Sendable {
  private let graph: Graph

  /// Explains entities of a graph.
  public init(_ graph: Graph) { self.graph = graph }

  /// The explanation of an entity. Complexity: linear in the entities, to find namesakes.
  public func text(_ entity: Graph.Entity) -> String {
    var lines = ["身份"]
    if entity.origins.isEmpty {
      lines.append("  \(entity.id)  \(entity.name)：\(kind(entity.id))")
    }
    for origin in entity.origins {
      lines.append("  \(origin.id)  \(origin.name)：\(kind(origin.id))")
    }
    for merge in entity.merges { lines += self.lines(merge) }
    lines += namesakes(entity)
    return lines.joined(separator: "\n") + "\n"
  }

  private func kind(_ id: String) -> String {
    if let mark = id.firstIndex(of: "@") {
      let qualifier = String(id[id.index(after: mark)...])
      let which = graph.node(qualifier).map { "与 \($0.name) 相关" } ?? "只见于这些文章"
      return "按名称编号；同名者不止一个，此为\(which)的一个"
    }
    if !Identifier.isUnlisted(id) { return "词典条目，词典中的各种名称都是它" }
    return id.hasPrefix("per:")
      ? "按名称编号；各篇文章之间有共同的机构，视为同一人" : "按名称编号；名称相同（不计大小写、全半角、繁简、公司形式）视为同一个"
  }

  private func lines(_ merge: Graph.Merge) -> [String] {
    let value = merge.value.map { "（\($0)）" } ?? ""
    let why: String
    switch merge.basis {
    case .decision: why = "用户判定\(value)"
    case .ticker: why = "证券代码相同\(value)"
    case .name: why = "全称相同\(value)"
    case .alias: why = "简称与名称相同\(value)"
    case .statement: why = "文中说明\(value)"
    case .rule: why = "按规则合并"
    }
    var lines = ["  \(merge.first) = \(merge.second)  \(why)"]
    if let document = merge.document {
      let fact = graph.document(document)
      let origin = [fact?.source ?? document, fact?.published.map { String($0.prefix(10)) }]
      let place = origin.compactMap(\.self).joined(separator: " ")
      lines.append("      " + (merge.evidence.map { "“\($0.onOneLine)”  " } ?? "见 ") + place)
    }
    return lines
  }

  /// Other entities that carry one of the names: what was not joined.
  private func namesakes(_ entity: Graph.Entity) -> [String] {
    let names = Set(([entity.name] + entity.aliases).map(NameSearch.folded))
    let others = graph.entities.filter { other in
      other.id != entity.id
        && ([other.name] + other.aliases).contains { names.contains(NameSearch.folded($0)) }
    }
    return others.map { other in
      let shared = ([other.name] + other.aliases).first { names.contains(NameSearch.folded($0)) }
      return "  ≠ \(other.id)  \(other.name)：同有名称 \(shared ?? "")，但没有合并的依据"
    }
  }
}
