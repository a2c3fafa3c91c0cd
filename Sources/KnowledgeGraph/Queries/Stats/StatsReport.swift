/// The tables of `shiji stats`.
///
///     let report = StatsReport(index)
///     print(StatsText.text(report.tables(.posts), as: .text))
public struct StatsReport: Sendable {
  /// A group of tables.
  public enum Section: String, Sendable, CaseIterable {
    /// Counts by type, status and year.
    case counts
    /// Sums of amounts.
    case amounts
    /// Degree, PageRank, components.
    case top
    /// Who holds and held which post.
    case posts
    /// The financings of each company.
    case rounds
    /// What each investor holds.
    case portfolios
    /// Who left which organization for which.
    case moves
  }

  /// The most rows of a table; 0 shows all.
  public var limit = 20
  /// The user's exchange rates.
  public var rates: ExchangeRates?
  /// The ids of the entities that posts, rounds, portfolios and moves are wanted of; empty takes
  /// all.
  public var focus: Set<String> = []

  private let index: GraphIndex
  private let graph: Graph

  /// Reports on a graph.
  public init(_ index: GraphIndex) {
    self.index = index
    graph = index.graph
  }

  /// The tables of a section. Complexity: that of what they show.
  public func tables(_ section: Section) -> [StatsTable] {
    let tables: [StatsTable]
    switch section {
    case .counts: tables = counts
    case .amounts: tables = amounts
    case .top: tables = top
    case .posts: tables = [posts]
    case .rounds: tables = [rounds]
    case .portfolios: tables = [portfolios]
    case .moves: tables = [moves]
    }
    // Counts are short by themselves; years and types are all wanted.
    return section == .counts ? tables : tables.map { $0.cut(to: limit) }
  }

  private func name(_ id: String) -> String { graph.node(id)?.name ?? id }

  private func isWanted(_ ids: String...) -> Bool {
    focus.isEmpty || ids.contains(where: focus.contains)
  }

  private var counts: [StatsTable] {
    let counts = GraphCounts(graph)
    let statuses = ClaimFact.Realis.allCases
    func cells(_ row: [ClaimFact.Realis: Int]) -> [String] {
      let numbers = statuses.map { row[$0] ?? 0 }
      return ([numbers.reduce(0, +)] + numbers).map(String.init)
    }
    let states = ["all"] + statuses.map(\.rawValue)
    return [
      StatsTable(
        "totals", "总数", ["what", "count"], counts.totals.map { [$0.name, String($0.count)] }),
      StatsTable(
        "entities", "实体", ["type", "label", "count"],
        counts.entities.map { [$0.type, TypeLabels.label($0.type), String($0.count)] }),
      StatsTable(
        "events", "事件", ["type", "label"] + states,
        counts.events.map { [$0.type, $0.label] + cells($0.counts) }),
      StatsTable(
        "years", "年份", ["year"] + states, counts.years.map { [$0.year] + cells($0.counts) }),
      StatsTable(
        "relations", "关系", ["type", "stated", "former", "derived"],
        counts.relations.map {
          [$0.type, String($0.stated), String($0.former), String($0.derived)]
        }),
    ]
  }

  private var amounts: [StatsTable] {
    let sums = AmountSums(index, rates: rates)
    let columns = [
      "type", "role", "status", "currency", "events", "rough", "low", "high", "open",
    ]
    func row(_ sum: AmountSum) -> [String] {
      [
        sum.type, sum.role, sum.status.rawValue, sum.currency, String(sum.events),
        String(sum.rough), AmountText.grouped(sum.low.text), AmountText.grouped(sum.high.text),
        String(sum.open),
      ]
    }
    var table = StatsTable("amounts", "金额合计", columns, sums.sums.map(row))
    table.note = "每个事件只计一次；low 至 high 为上下界，open 为无上界的事件数"
    guard let rates else { return [table] }
    var converted = StatsTable(
      "converted", "按汇率折合 \(rates.base)", columns, sums.converted.map(row))
    if !sums.missing.isEmpty {
      converted.note = "无汇率而未计：\(sums.missing.joined(separator: "、"))"
    }
    return [table, converted]
  }

  private var top: [StatsTable] {
    let measures = GraphMeasures(index)
    func row(_ measure: GraphMeasures.Measure) -> [String] {
      [
        name(measure.id), graph.node(measure.id)?.type ?? "", String(measure.degree),
        String(measure.rank), String(measure.component), measure.id,
      ]
    }
    let columns = ["name", "type", "degree", "pagerank", "component", "id"]
    var ranked = StatsTable("pagerank", "PageRank", columns, measures.measures.map(row))
    ranked.note = "pagerank 以百万分之一计，component 0 最大"
    let byDegree = measures.measures.sorted { left, right in
      left.degree == right.degree ? left.id.precedesBytewise(right.id) : left.degree > right.degree
    }
    let sizes = Dictionary(grouping: measures.components, by: \.self)
    var components = StatsTable(
      "components", "连通分量", ["size", "count"],
      sizes.keys.sorted(by: >).map { [String($0), String(sizes[$0]?.count ?? 0)] })
    components.note = "size 为实体与事件数；另有 \(measures.isolated) 个实体不与任何节点相连"
    return [ranked, StatsTable("degree", "度数", columns, byDegree.map(row)), components]
  }

  private var posts: StatsTable {
    let tenures = Tenures(index).tenures.filter { isWanted($0.person, $0.organization) }
    return StatsTable(
      "posts", "任职",
      [
        "organization", "person", "title", "standing", "start", "end", "seen", "organization_id",
        "person_id",
      ],
      tenures.map { tenure in
        [
          name(tenure.organization), name(tenure.person), tenure.title ?? "",
          tenure.standing.rawValue, tenure.start?.label ?? "", tenure.end?.label ?? "",
          tenure.lastReport ?? "", tenure.organization, tenure.person,
        ]
      })
  }

  private func words(_ amounts: [Graph.Amount]) -> String {
    amounts.map(\.name).joined(separator: " / ")
  }

  private var rounds: StatsTable {
    let rounds = Rounds(index).rounds.filter { round in
      focus.isEmpty || focus.contains(round.company)
        || round.investors.contains(where: focus.contains)
    }
    return StatsTable(
      "rounds", "融资轮次",
      [
        "company", "round", "date", "status", "amount", "valuation", "lead", "investors", "sources",
        "event",
      ],
      rounds.map { round in
        [
          name(round.company), round.code ?? "", round.day?.label ?? "", round.status.rawValue,
          words(round.amounts), words(round.valuations),
          round.leads.map(name).joined(separator: "、"),
          round.investors.filter { !round.leads.contains($0) }.map(name).joined(separator: "、"),
          String(round.sources), round.event,
        ]
      })
  }

  private var portfolios: StatsTable {
    let holdings = Portfolios(index).holdings.filter { isWanted($0.investor, $0.target) }
    var table = StatsTable(
      "portfolios", "投资组合",
      ["investor", "target", "date", "status", "round", "lead", "amount", "stake", "event"],
      holdings.map { holding in
        [
          name(holding.investor), name(holding.target), holding.day?.label ?? "",
          holding.status.rawValue, holding.round ?? "", holding.isLead ? "lead" : "",
          words(holding.amounts), holding.stake ?? "", holding.event ?? "",
        ]
      })
    table.note = "amount 为整个事件的金额"
    return table
  }

  private var moves: StatsTable {
    let moves = Moves(index, Tenures(index)).moves.filter {
      isWanted($0.person, $0.from.organization, $0.to.organization)
    }
    return StatsTable(
      "moves", "人员流动",
      ["person", "from", "from_title", "left", "to", "to_title", "joined", "person_id"],
      moves.map { move in
        [
          name(move.person), name(move.from.organization), move.from.title ?? "",
          move.from.end?.label ?? "", name(move.to.organization), move.to.title ?? "",
          move.to.start?.label ?? "", move.person,
        ]
      })
  }
}
