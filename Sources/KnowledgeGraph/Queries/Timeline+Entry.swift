extension Timeline {
  /// One event of a timeline.
  public struct Entry: Hashable, Sendable {
    /// The event.
    public let event: Graph.Event
    /// The date as precisely as it is known: `2024-03`, `2024-Q1`, with an open end
    /// `2024-03-18/..`; nothing where no report gives one.
    public let date: String?
    /// The day of the first report.
    public let firstReport: String?
    /// The day of the last report.
    public let lastReport: String?
    /// What the name of the event does not say: round, title, investors, period …
    public let details: [Detail]
    /// What the reports say one after the other: neighbours that say the same are one stage.
    public let stages: [Stage]

    /// A role and what fills it.
    public struct Detail: Hashable, Sendable {
      /// The role.
      public let role: String
      /// Its Chinese name.
      public let label: String
      /// Names and words.
      public let values: [String]
      /// Whether the values speak for themselves.
      let isPlain: Bool

      /// The values in a line, with the name of the role where they need it.
      public var text: String {
        (isPlain ? "" : "\(label) ") + values.joined(separator: "、")
      }
    }

    /// Reports of one status.
    public struct Stage: Hashable, Sendable {
      /// The status.
      public let status: ClaimFact.Realis
      /// The day of the first of them.
      public internal(set) var first: String?
      /// The day of the last of them.
      public internal(set) var last: String?
      /// How many there are.
      public internal(set) var reports: Int
    }

    init(_ event: Graph.Event, _ index: EventIndex) {
      self.event = event
      date = EventOrder.date(event)
      firstReport = EventOrder.firstReport(event)
      lastReport = EventOrder.lastReport(event)
      let core = index.core(of: event)
      let roles = index.roles(of: event, first: Self.order)
      let leads = roles.first { $0.name == "lead" }?.entities.map(\.name) ?? []
      details = roles.compactMap { role in
        core.contains(role.name) ? nil : Self.detail(role, event, leads: leads)
      }
      stages = Self.stages(event.history)
    }

    /// What is read first.
    private static let order = [
      "round", "title", "metric", "period", "change", "count", "share", "stake", "status", "kind",
      "stage", "direction", "venue", "lead", "investor",
    ]
    /// Roles whose words need no name.
    private static let plain: Set<String> = [
      "round", "title", "metric", "period", "count", "status", "kind", "stage", "direction",
      "venue",
      "purpose",
    ]

    /// A detail; nothing where the role says no more than the date of the event or another role:
    /// who leads an investment is an investor, too.
    private static func detail(
      _ role: EventRole, _ event: Graph.Event, leads: [String]
    ) -> Detail? {
      var values = role.entities.map(\.name)
      if role.name == "investor" { values.removeAll(where: leads.contains) }
      for text in role.literals.map({ $0.words(of: role.name) }) where !values.contains(text) {
        values.append(text)
      }
      if role.name == "period" { values.removeAll(where: event.hasDate) }
      if values.isEmpty { return nil }
      return Detail(
        role: role.name, label: RoleLabels.label(role.name), values: values,
        isPlain: plain.contains(role.name))
    }

    /// Folds the reports; what is said on one day has no order, so that what was said before comes
    /// first, then rumours, plans, denials and facts.
    private static func stages(_ history: [Graph.Report]) -> [Stage] {
      var stages: [Stage] = []
      var rest = history[...]
      while let day = rest.first.map({ $0.published?.prefix(10) }) {
        let reports = rest.prefix { $0.published?.prefix(10) == day }
        rest = rest.dropFirst(reports.count)
        let usual: [ClaimFact.Realis] = [.rumoured, .planned, .denied, .asserted]
        let before = stages.last?.status
        for status in usual.filter({ $0 == before }) + usual.filter({ $0 != before }) {
          let count = reports.filter { $0.realis == status }.count
          if count > 0 { add(count, status, day.map(String.init), to: &stages) }
        }
      }
      return stages
    }

    private static func add(
      _ count: Int, _ status: ClaimFact.Realis, _ day: String?, to stages: inout [Stage]
    ) {
      if let last = stages.indices.last, stages[last].status == status {
        stages[last].reports += count
        stages[last].first = stages[last].first ?? day
        stages[last].last = day ?? stages[last].last
      } else {
        stages.append(Stage(status: status, first: day, last: day, reports: count))
      }
    }
  }

  /// A sentence that says what happened, and where it stands.
  public struct Evidence: Hashable, Sendable {
    /// The sentence.
    public let sentence: String
    /// The document.
    public let document: DocumentFact?
  }

  /// The sentence to quote for an entry: of the event's status, from the latest report.
  ///
  /// Complexity: O(log n), and linear in the claims of that day.
  public func evidence(of entry: Entry) -> Evidence? {
    EventEvidence.best(entry.event, index.graph).flatMap { claim in
      claim.evidence.first.map {
        Evidence(sentence: $0.text, document: index.graph.document(claim.document))
      }
    }
  }
}

extension Timeline {
  /// The heading of the events without a date.
  static let undatedHeading = "日期不详（按首次报道）"
}

extension Timeline.Evidence {
  /// The outlet and the day, where they are known.
  var origin: [String] {
    [document?.source?.onOneLine, document?.published.map { String($0.prefix(10)) }]
      .compactMap(\.self)
  }
}

extension Timeline.Entry {
  /// The date, or when it was reported first. Of a stretch of days within a year the year is said
  /// once: `2024-03-18/03-24`.
  var dateText: String {
    if let date { return EventOrder.shortened(date, event) }
    return firstReport.map { "\($0) 报道" } ?? "日期不详"
  }

  /// The status where it is not that it happened.
  var mark: String { event.status == .asserted ? "" : RoleLabels.label(event.status) }

  /// The reports where there are several: how many, from when to when, and how the status went.
  var history: String? {
    guard event.history.count > 1 else { return nil }
    if stages.count == 1 {
      let days = [firstReport, lastReport].compactMap(\.self)
      let span = days.first == days.last ? days.prefix(1) : days[...]
      return "\(event.history.count) 次报道"
        + (span.isEmpty ? "" : "，\(span.joined(separator: " 至 "))")
    }
    return stages.map(\.text).joined(separator: " → ")
  }
}

extension Timeline.Entry.Stage {
  /// `传闻 2024-01-02`, `已发生 2024-02-01（3 次）`.
  var text: String {
    RoleLabels.label(status) + (first.map { " \($0)" } ?? "")
      + (reports > 1 ? "（\(reports) 次）" : "")
  }
}
