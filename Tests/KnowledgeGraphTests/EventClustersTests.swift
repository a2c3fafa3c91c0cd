import KnowledgeGraph
import Testing

struct EventClustersTests {
  /// Two documents that report something; how many events it is.
  private func count(_ first: Report, _ second: Report, sameDocument: Bool = false) -> Int {
    var facts = Facts()
    facts.document("d1", first.published)
    facts.document("d2", second.published)
    facts.event("d1", "funding", first.roles, time: first.time)
    facts.event(sameDocument ? "d1" : "d2", "funding", second.roles, time: second.time)
    return facts.events.count
  }

  struct Report: Sendable {
    var published: String? = "2024-03-01"
    var company = "org:a"
    var amount: JSONValue?
    var round: String?
    var time: JSONValue?

    var roles: [(String, [JSONValue])] {
      [("company", [.string(company)])] + (amount.map { [("amount", [$0])] } ?? [])
        + (round.map { [("round", [literal($0 + "轮", $0)])] } ?? [])
    }
  }

  static let june = during("2023-06", "2023-06-01", "2023-06-30")
  static let year = during("2023", "2023-01-01", "2023-12-31")
  static let cases: [(name: String, Report, Report, events: Int)] = [
    ("same date", Report(time: june), Report(time: on("2023-06-05")), 1),
    ("other date", Report(time: june), Report(time: on("2023-08-05")), 2),
    ("other company", Report(time: june), Report(company: "org:b", time: june), 2),
    ("year holds month", Report(time: june), Report(time: year), 1),
    ("equal amounts", Report(amount: yuan("3亿", 3, 3)), Report(amount: yuan("3亿元", 3, 3)), 1),
    ("other amounts", Report(amount: yuan("3亿", 30, 30)), Report(amount: yuan("9", 90, 90)), 2),
    (
      "about", Report(amount: yuan("3亿", 30, 30)), Report(amount: yuan("约", 31, 31, approx: true)),
      1
    ),
    ("more than", Report(amount: yuan("3亿", 30, 30)), Report(amount: yuan("超2", 20, nil)), 1),
    ("other rounds", Report(round: "A", time: june), Report(round: "B", time: june), 2),
    ("undated, near", Report(), Report(published: "2024-06-01"), 1),
    ("undated, years apart", Report(), Report(published: "2020-06-01"), 2),
    (
      "undated, years apart, one round", Report(round: "A"),
      Report(published: "2020-06-01", round: "A"), 1
    ),
    (
      "disputed amount", Report(amount: yuan("3", 3, 3), round: "A", time: june),
      Report(amount: yuan("5", 5, 5), round: "A", time: june), 1
    ),
  ]

  @Test(arguments: cases)
  func decidesWhatIsOneEvent(name: String, first: Report, second: Report, events: Int) {
    #expect(count(first, second) == events, "\(name)")
    #expect(count(second, first) == events, "\(name), the other way round")
  }

  @Test func keepsTwoEventsOfOneDocumentApart() {
    let first = Report(amount: yuan("3", 3, 3), round: "A", time: Self.june)
    let second = Report(amount: yuan("5", 5, 5), round: "A", time: Self.june)
    #expect(count(first, second, sameDocument: true) == 2)
  }

  @Test func takesClaimsOfOneKeyForOne() {
    var facts = Facts()
    facts.event("d1", "funding", [("company", ["org:a"])], key: "k", time: on("2023-01-01"))
    facts.event("d1", "funding", [("company", ["org:a"])], key: "k", time: on("2024-01-01"))
    #expect(facts.events.count == 1)
    #expect(facts.events.first?.conflicts.map(\.role) == ["time"])
  }

  private func acquisitions(_ acquirers: [String?]) -> Int {
    var facts = Facts()
    for (number, acquirer) in acquirers.enumerated() {
      let target: (String, [JSONValue]) = ("target", ["org:t"])
      let roles = (acquirer.map { [("acquirer", [JSONValue.string($0)])] } ?? []) + [target]
      facts.document("d\(number)", "2024-03-0\(number + 1)")
      facts.event("d\(number)", "acquisition", roles, core: ["acquirer", "target"])
    }
    return facts.events.count
  }

  @Test func joinsAnIncompleteReportWhereOnlyOneEventFits() {
    #expect(acquisitions(["org:a", nil]) == 1)
    #expect(acquisitions(["org:a", "org:b"]) == 2)
    #expect(acquisitions(["org:a", "org:b", nil]) == 3)
  }

  @Test func neverJoinsReportsWithoutEntities() {
    var facts = Facts()
    for document in ["d1", "d2"] {
      facts.event(document, "funding", [("company", [literal("该公司")])], time: on("2024-01-01"))
    }
    #expect(facts.events.count == 2)
  }
}
