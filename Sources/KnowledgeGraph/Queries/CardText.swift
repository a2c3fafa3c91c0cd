/// Writes cards for people.
///
///     微软  公司  org:microsoft
///       别名  Microsoft、巨硬
///       报道  12 篇，2024-01-02 至 2024-03-21
///
///     事件 2
///       2024-03-21  收购 [传闻] · 收购方  微软 收购 星河科技 15亿美元  evt:…
///           “据传微软拟以15亿美元收购星河科技。”  36氪 2024-03-21
public struct CardText: Sendable {
  /// How many posts, events and relations are shown each, the latest events; 0 shows all.
  public var limit = 20
  /// Whether sentences are shown with what stands where.
  public var showsContext = false

  private let index: GraphIndex
  private let words: RelationWords

  /// Writes cards of a graph.
  public init(_ index: GraphIndex) {
    self.index = index
    words = RelationWords(index.graph)
  }

  /// The card of an entity.
  public func text(_ card: Card) -> String {
    var lines = lines(card.entity)
    lines += section("任职", card.posts, latest: false) { post($0, card.entity.id) }
    let dated = card.events.prefix { EventDay($0.event) != nil }
    lines += section("事件", Array(dated), latest: true, entry)
    lines += section("日期不详的事件", Array(card.events[dated.endIndex...]), latest: false, entry)
    lines += section("关系", card.relations, latest: false, relation)
    return lines.joined(separator: "\n") + "\n"
  }

  /// The name, type, id, other names, codes and documents of an entity.
  public func head(_ entity: Graph.Entity) -> String {
    lines(entity).joined(separator: "\n") + "\n"
  }

  private func lines(_ entity: Graph.Entity) -> [String] {
    var lines = ["\(entity.name)  \(TypeLabels.label(entity.type))  \(entity.id)"]
    if !entity.aliases.isEmpty { lines.append("  别名  \(entity.aliases.joined(separator: "、"))") }
    let codes = entity.references.map { "\($0.scheme) \($0.code)" }
    if !codes.isEmpty { lines.append("  代码  \(codes.joined(separator: "、"))") }
    let first = entity.first.map { String($0.prefix(10)) }
    let last = entity.last.map { String($0.prefix(10)) }
    let span = first == last ? [first] : [first, last]
    let days = span.compactMap(\.self).joined(separator: " 至 ")
    lines.append("  报道  \(entity.documents.count) 篇" + (days.isEmpty ? "" : "，\(days)"))
    return lines
  }

  /// A heading with its entries, cut to the limit; what is left out is said.
  private func section<Element>(
    _ title: String, _ elements: [Element], latest: Bool, _ lines: (Element) -> [String]
  ) -> [String] {
    if elements.isEmpty { return [] }
    let isCut = limit > 0 && elements.count > limit
    let shown = !isCut ? elements[...] : latest ? elements.suffix(limit) : elements.prefix(limit)
    let rest = elements.count - shown.count
    let note = isCut ? "，\(latest ? "更早的" : "另有") \(rest) 项未列（--limit 0 全列）" : ""
    return ["", "\(title) \(elements.count)\(note)"] + shown.flatMap(lines)
  }

  private func post(_ tenure: Tenure, _ id: String) -> [String] {
    let other = tenure.person == id ? tenure.organization : tenure.person
    let span: String
    let seen = tenure.lastReport.map { "见报 \($0)" } ?? ""
    switch (tenure.start, tenure.end) {
    case (nil, nil): span = seen
    case (let start?, nil):
      let still = tenure.standing == .current && !seen.isEmpty && !start.isReported
      span = "\(start.label) 起" + (still ? "，\(seen)" : "")
    case (nil, let end?): span = "至 \(end.label)"
    case (let start?, let end?): span = "\(start.label) 至 \(end.label)"
    }
    let parts = [
      Self.standings[tenure.standing] ?? "", tenure.title ?? "（职务不详）",
      index.graph.node(other)?.name ?? other, span, other,
    ]
    let line = "  " + parts.filter { !$0.isEmpty }.joined(separator: "  ")
    let quotes = tenure.events.compactMap { index.graph.quote(ofEvent: $0) }
    let states = quotes.isEmpty ? [index.graph.bestQuote(tenure.claims)].compactMap(\.self) : quotes
    return [line] + states.map(quotation)
  }

  private static let standings: [Tenure.Standing: String] = [
    .current: "现任", .taken: "出任", .former: "曾任",
  ]

  private func entry(_ entry: Card.Entry) -> [String] {
    let event = entry.event
    let roles = entry.roles.map(RoleLabels.label).joined(separator: "、")
    let mark = event.status == .asserted ? "" : " [\(RoleLabels.label(event.status))]"
    let sources = event.sources > 1 ? "  \(event.sources) 个来源" : ""
    let day = EventDay(event)?.label ?? "日期不详"
    var lines = ["  \(day)  \(event.label)\(mark) · \(roles)  \(event.name)\(sources)  \(event.id)"]
    for conflict in event.conflicts {
      let versions = conflict.values.map(\.text).joined(separator: " / ")
      lines.append("      ⚠ \(RoleLabels.label(conflict.role))说法不一：\(versions)")
    }
    if let quote = index.graph.quote(ofEvent: event.id) { lines.append(quotation(quote)) }
    return lines
  }

  private func relation(_ relation: Card.Relation) -> [String] {
    let edge = relation.edge
    let arrow = relation.isOutgoing ? "→" : "←"
    let titles = edge.attributes.flatMap(\.values).map(\.text.onOneLine).joined(separator: "、")
    let basis = edge.kind == .derived ? "（据 \(edge.events.count) 个事件）" : ""
    let parts = [
      (edge.former == true ? "（曾）" : "") + words.label(edge.type) + basis, titles,
      "\(arrow) \(relation.other.name)", relation.other.id,
    ]
    let line = "  " + parts.filter { !$0.isEmpty }.joined(separator: "  ")
    return [line] + [index.graph.quote(edge)].compactMap(\.self).map(quotation)
  }

  private func quotation(_ quote: Quote) -> String {
    guard showsContext, let claim = index.graph.claims[quote.claim] else {
      return "      " + quote.line
    }
    return ContextText(index.graph).lines(claim).map { "      " + $0 }.joined(separator: "\n")
  }
}
