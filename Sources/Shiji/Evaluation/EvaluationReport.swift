/// What an evaluation says, as text and as JSON.
package struct EvaluationReport: Sendable {
  /// What is shown besides the totals.
  package struct Options: Sendable {
    /// A line a document.
    package var showsDocuments = false
    /// How many differences of each kind are listed, the heaviest first.
    package var errorLimit = 5

    /// The totals, and some differences.
    package init() {}
  }

  /// What was evaluated.
  package let run: EvaluationRun
  /// The same without what fires in one article alone; nothing where that was not asked for.
  package let masked: (run: EvaluationRun, dropped: Int)?
  let options: Options

  /// Makes a report.
  package init(
    _ run: EvaluationRun, masked: (run: EvaluationRun, dropped: Int)? = nil,
    options: Options = Options()
  ) {
    self.run = run
    self.masked = masked
    self.options = options
  }

  var whole: Evaluation { run.whole }

  /// The lines of the table of totals; `*` marks what the score is made of.
  var totals: [(name: String, score: Score, macro: Double?)] {
    let events = whole.events.micro
    let once = Score(gold: events.gold, found: events.found - whole.repeats, hits: events.hits)
    return [
      (
        "entities, company = organization *", whole.mergedEntities.micro,
        whole.mergedEntities.macroF1
      ),
      ("entities, strict type", whole.entities.micro, whole.entities.macroF1),
      ("entities, type ignored", whole.untypedEntities.micro, nil),
      ("money, upper bound of approximate free *", whole.money.micro, whole.money.macroF1),
      ("money, both bounds", whole.exactMoney.micro, whole.exactMoney.macroF1),
      ("events *", events, whole.events.macroF1),
      ("events, told once", once, nil),
      ("arguments *", whole.arguments.micro, whole.arguments.macroF1),
      ("relations *", whole.relations.micro, whole.relations.macroF1),
    ]
  }

  /// The tables of names, with their titles.
  var tables: [(title: String, table: ScoreTable)] {
    [
      ("entities", whole.entities), ("money", whole.exactMoney), ("events", whole.events),
      ("relations", whole.relations),
    ]
  }

  /// Event types with their roles: the sum of the roles of a type, then each.
  var roles: [(type: String, sum: Score, roles: [(name: String, score: Score)])] {
    let scheme = GoldScheme.articles
    return whole.events.rows.map { type, _ in
      let roles = (scheme.roles[type] ?? []).compactMap { role in
        whole.arguments.scores["\(type).\(role.name)"].map { (role.name, $0) }
      }
      return (type, roles.reduce(into: Score()) { $0 += $1.1 }, roles)
    }
  }

  /// What is said of times, realis and the former flag.
  var notes: [String] {
    let details = whole.details
    let events = details.rightRealis + details.wrongRealis.values.reduce(0, +)
    let wrong = details.wrongRealis.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .map { "\($0.key) \($0.value)" }
    return [
      "time of the events found: " + Self.share(details.rightTime, details.dated)
        + "; without a time \(details.withoutTime); a date where the annotation has none "
        + Self.share(details.inventedTime, details.undated),
      "realis of the events found: "
        + ([Self.share(details.rightRealis, events)] + wrong).joined(separator: "; "),
      "former flag of the relations found: " + Self.share(whole.former.hits, whole.former.gold),
    ]
  }

  private static func share(_ part: Int, _ all: Int) -> String {
    all > 0 ? "\(Share.text(Double(part) / Double(all))) % (\(part) of \(all))" : "-"
  }

  /// Differences of one section and kind.
  typealias Group = (
    section: EvaluationError.Section, kind: EvaluationError.Kind, list: [EvaluationError]
  )

  /// The differences in groups, the heaviest of each first.
  var errors: [Group] {
    EvaluationError.Section.allCases.flatMap { section in
      EvaluationError.Kind.allCases.compactMap { kind in
        let list = whole.errors.filter { $0.section == section && $0.kind == kind }
        guard !list.isEmpty else { return nil }
        let order = list.indices.sorted { (list[$1].weight, $0) < (list[$0].weight, $1) }
        return (section, kind, order.map { list[$0] })
      }
    }
  }
}
