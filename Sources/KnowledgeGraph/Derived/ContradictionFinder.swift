/// The checks of `Contradictions`, one a method.
struct ContradictionFinder {
  private let index: GraphIndex
  private let graph: Graph
  private let moves: [Graph.Event]

  init(_ index: GraphIndex) {
    self.index = index
    graph = index.graph
    moves = graph.events.filter {
      $0.status == .asserted
        && (Tenures.arrivals.contains($0.type) || Tenures.departures.contains($0.type))
    }
  }

  private func name(_ id: String) -> String { graph.node(id)?.name ?? id }

  /// Two persons reported as chief executive, or chair, of one company, the reports of each lying
  /// between those of the other, so that one cannot have followed the other. Whoever left any post
  /// of the company is left out, and so are documents that name both: they tell who followed whom.
  func heads() -> [Contradiction] {
    let left = Set(
      Tenures(index).tenures.filter { $0.standing == .former }.map {
        "\($0.person) \($0.organization)"
      })
    let edges = graph.edges.filter {
      $0.kind == .relation && ["ceo_of", "chair_of"].contains($0.type) && $0.former == false
        && !left.contains("\($0.source) \($0.target)")
    }
    var groups: [String: [(edge: Graph.Edge, reports: [String: Int32])]] = [:]
    for edge in edges {
      let reports = reports(edge)
      if !reports.isEmpty {
        groups["\(edge.target) \(edge.type)", default: []].append((edge, reports))
      }
    }
    return groups.keys.sorted { $0.precedesBytewise($1) }.flatMap { key -> [Contradiction] in
      let group = groups[key] ?? []
      return group.indices.flatMap { first in
        group[(first + 1)...].compactMap { other in clash(group[first], other) }
      }
    }
  }

  /// Parts of titles that several may have at once, or that are not those of the head.
  private static let others = ["联席", "联合", "轮值", "副", "候任", "代理", "名誉", "荣誉"]

  /// The documents that say that somebody holds a post, with their days; co-heads do not count.
  private func reports(_ edge: Graph.Edge) -> [String: Int32] {
    let titles = edge.attributes.first { $0.role == "title" }?.values ?? []
    let isShared = titles.contains { title in
      (title.value ?? "").hasPrefix("co-") || Self.others.contains { title.text.contains($0) }
    }
    if isShared { return [:] }
    var days: [String: Int32] = [:]
    for claim in edge.claims.compactMap({ graph.claims[$0] }) {
      days[claim.document] = graph.document(claim.document)?.published.flatMap { DayRange.day($0) }
    }
    return days
  }

  private func span(_ days: some Sequence<Int32>) -> DayRange? {
    guard let first = days.min(), let last = days.max() else { return nil }
    return DayRange(first: first, last: last)
  }

  private func clash(
    _ left: (edge: Graph.Edge, reports: [String: Int32]),
    _ right: (edge: Graph.Edge, reports: [String: Int32])
  ) -> Contradiction? {
    let first = span(left.reports.filter { right.reports[$0.key] == nil }.values)
    let second = span(right.reports.filter { left.reports[$0.key] == nil }.values)
    guard left.edge.source != right.edge.source, let first, let second, first.overlaps(second),
      !isPart(left.edge.source, right.edge.source)
    else { return nil }
    let quotes = [left.edge, right.edge].compactMap { graph.quote($0) }
    let post = left.edge.type == "ceo_of" ? "首席执行官" : "董事长"
    let names = "\(name(left.edge.source))、\(name(right.edge.source))"
    return Contradiction(
      kind: .twoHeads, text: "\(name(left.edge.target))的\(post)：\(names)",
      nodes: [left.edge.target, left.edge.source, right.edge.source], quotes: quotes)
  }

  /// Whether one name is a part of the other: 库克 and 蒂姆·库克 may be one person.
  private func isPart(_ left: String, _ right: String) -> Bool {
    let names = [left, right].map { name($0).filter { !$0.isWhitespace } }
    return names[0].contains(names[1]) || names[1].contains(names[0])
  }

  /// A post left before it was taken, where it was taken once only.
  func posts() -> [Contradiction] {
    struct Post: Hashable {
      let person: String
      let organization: String
      let title: String
    }
    var events: [Post: [Graph.Event]] = [:]
    for event in moves {
      let titles = event.attributes.first { $0.role == "title" }?.values ?? []
      for person in index.entities("person", of: event) {
        for organization in index.entities("organization", of: event) {
          for title in titles where title.of == nil || title.of == person.id {
            let post = Post(
              person: person.id, organization: organization.id, title: title.value ?? title.text)
            events[post, default: []].append(event)
          }
        }
      }
    }
    let found = events.compactMap { post, events -> Contradiction? in
      let taken = events.filter { Tenures.arrivals.contains($0.type) }
      let left = events.filter { Tenures.departures.contains($0.type) }
      guard taken.count == 1, left.count == 1, let start = EventDay(taken[0]),
        let end = EventDay(left[0]), !end.isReported, end.isBefore(start)
      else { return nil }
      let text =
        "\(name(post.person))（\(name(post.organization))，\(post.title)）："
        + "\(end.label) 离任，\(start.label) 到任"
      return Contradiction(
        kind: .leftBeforeTaken, text: text,
        nodes: [post.person, post.organization, left[0].id, taken[0].id],
        quotes: [left[0].id, taken[0].id].compactMap { graph.quote(ofEvent: $0) })
    }
    return found.sorted {
      $0.nodes.lexicographicallyPrecedes($1.nodes) { $0.precedesBytewise($1) }
    }
  }

  /// A later round that was surely closed before an earlier one.
  func rounds() -> [Contradiction] {
    let groups = Dictionary(
      grouping: Rounds(index).rounds.filter { $0.status == .asserted }, by: \.company)
    return groups.keys.sorted { $0.precedesBytewise($1) }.flatMap { company -> [Contradiction] in
      let rounds = groups[company] ?? []
      return rounds.flatMap { late in
        rounds.compactMap { early in clash(late: late, early: early) }
      }
    }
  }

  private func clash(late: Round, early: Round) -> Contradiction? {
    guard let high = late.code.flatMap(Rounds.rank), let low = early.code.flatMap(Rounds.rank),
      low < high, let first = late.day, let second = early.day, first.isBefore(second)
    else { return nil }
    let text =
      "\(name(late.company))：\(late.code ?? "")轮 \(first.label)，"
      + "\(early.code ?? "")轮 \(second.label)"
    return Contradiction(
      kind: .roundOrder, text: text, nodes: [late.company, late.event, early.event],
      quotes: [late.event, early.event].compactMap { graph.quote(ofEvent: $0) })
  }

  /// Somebody who takes part in something that happened after their death.
  func deaths() -> [Contradiction] {
    let deaths = graph.events.filter { $0.type == "death" && $0.status == .asserted }
    return deaths.flatMap { death -> [Contradiction] in
      guard let day = EventDay(death) else { return [] }
      return index.entities("person", of: death).flatMap { person in
        index.events(of: person.id).compactMap { entry in
          after(death, day, person, entry.event)
        }
      }
    }
  }

  private func after(
    _ death: Graph.Event, _ day: EventDay, _ person: Graph.Entity, _ event: Graph.Event
  ) -> Contradiction? {
    guard event.type != "death", event.status == .asserted, let acts = EventDay(event),
      !acts.isReported, day.isBefore(acts)
    else { return nil }
    return Contradiction(
      kind: .deadActs, text: "\(person.name)：\(day.label) 逝世，\(acts.label) \(event.name)",
      nodes: [person.id, death.id, event.id],
      quotes: [death.id, event.id].compactMap { graph.quote(ofEvent: $0) })
  }

  /// Values on which the reports of one event disagree; a rounded amount is no other one.
  func conflicts() -> [Contradiction] {
    graph.events.flatMap { event in
      event.conflicts.filter { !isRounding($0.role, event) }.map { conflict in
        let versions = conflict.values.map(\.text).joined(separator: " / ")
        return Contradiction(
          kind: .conflict, text: "\(event.name)：\(RoleLabels.label(conflict.role)) \(versions)",
          nodes: [event.id],
          quotes: conflict.values.compactMap { graph.bestQuote($0.claims) })
      }
    }
  }

  /// Whether the amounts of a role differ only in how far they are rounded: 28.4亿 and 28亿.
  private func isRounding(_ role: String, _ event: Graph.Event) -> Bool {
    let amounts = index.amounts(role, of: event).map(\.money)
    if amounts.count < 2 || Set(amounts.map(\.currency)).count > 1 { return false }
    let numbers = amounts.compactMap { $0.low == $0.high ? $0.low : nil }
      .compactMap { DecimalNumber($0) }
    guard numbers.count == amounts.count else { return false }
    return numbers.indices.allSatisfy { first in
      numbers[(first + 1)...].allSatisfy {
        $0.isRounding(of: numbers[first]) || numbers[first].isRounding(of: $0)
      }
    }
  }
}
