import KnowledgeGraph
import Testing

struct EventClustersTests {
  /// Two documents that report something; how many events it is.
  private func count(_ first: Report, _ second: Report, sameDocument: Bool = false) -> Int {
    var facts = Facts()
    facts.document("d1", first.published)
    facts.document("d2", second.published)
    facts.event("d1", "funding", first.roles, realis: first.realis, time: first.time)
    facts.event(
      sameDocument ? "d1" : "d2", "funding", second.roles, realis: second.realis,
      time: second.time)
    return facts.events.count
  }

  struct Report: Sendable {
    var published: String? = "2024-03-01"
    var company = "org:a"
    var amount: JSONValue?
    var round: String?
    var time: JSONValue?
    var realis = "asserted"

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
    ("year holds month", Report(round: "A", time: june), Report(round: "A", time: year), 1),
    ("year holds month, no more", Report(time: june), Report(time: year), 2),
    ("equal amounts", Report(amount: yuan("3亿", 3, 3)), Report(amount: yuan("3亿元", 3, 3)), 1),
    ("other amounts", Report(amount: yuan("3亿", 30, 30)), Report(amount: yuan("9", 90, 90)), 2),
    (
      "about", Report(amount: yuan("3亿", 30, 30)), Report(amount: yuan("约", 31, 31, approx: true)),
      1
    ),
    ("more than", Report(amount: yuan("3亿", 30, 30)), Report(amount: yuan("超2", 20, nil)), 1),
    ("other rounds", Report(round: "A", time: june), Report(round: "B", time: june), 2),
    ("undated, near", Report(), Report(published: "2024-03-06"), 1),
    ("undated, months apart", Report(), Report(published: "2024-06-01"), 2),
    (
      "months apart, one round amount", Report(amount: yuan("3亿", 30, 30)),
      Report(published: "2024-05-15", amount: yuan("3亿", 30, 30)), 1
    ),
    (
      "a year apart, one round amount", Report(amount: yuan("3亿", 30, 30)),
      Report(published: "2025-03-15", amount: yuan("3亿", 30, 30)), 2
    ),
    (
      "years apart, one exact amount", Report(amount: yuan("3.27亿", 327, 327)),
      Report(published: "2026-03-15", amount: yuan("3.27亿", 327, 327)), 1
    ),
    (
      "rounded", Report(amount: yuan("1072亿", 107_200, 107_200), round: "A"),
      Report(amount: yuan("1072.4亿", 107_240, 107_240), round: "A"), 1
    ),
    ("rumour and fact", Report(realis: "rumoured"), Report(published: "2024-03-12"), 1),
    (
      "plan with the day of the announcement",
      Report(round: "B", time: on("2024-03-01"), realis: "planned"),
      Report(published: "2024-09-01", round: "B", time: on("2024-08-30")), 1
    ),
    (
      "plan after the fact",
      Report(published: "2024-09-01", time: on("2024-09-01"), realis: "planned"),
      Report(time: on("2024-02-28")), 2
    ),
    ("undated, years apart", Report(), Report(published: "2020-06-01"), 2),
    (
      "undated, years apart, one round", Report(round: "A"),
      Report(published: "2020-06-01", round: "A"), 1
    ),
    (
      "amounts of another size", Report(amount: yuan("3", 3, 3), round: "A", time: june),
      Report(amount: yuan("9", 9, 9), round: "A", time: june), 2
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

  private func purchases(_ days: [String], once: Bool) -> Int {
    var facts = Facts()
    for (number, day) in days.enumerated() {
      facts.document("d\(number)", day)
      facts.event(
        "d\(number)", "acquisition", [("acquirer", ["org:a"]), ("target", ["org:t"])],
        core: ["acquirer", "target"], once: once)
    }
    return facts.events.count
  }

  @Test func knowsWhatHappensOnce() {
    #expect(purchases(["2020-01-01", "2024-01-01"], once: true) == 1)
    #expect(purchases(["2020-01-01", "2024-01-01"], once: false) == 2)
    #expect(purchases(["2024-01-01", "2024-01-20"], once: false) == 1)
  }

  @Test func takesNothingForOneThatNobodyDates() {
    var facts = Facts()
    for (document, time) in [("d1", nil), ("d2", nil)] as [(String, JSONValue?)] {
      facts.document(document, nil)
      facts.event(
        document, "founding", [("organization", ["org:a"])], core: ["organization"], time: time,
        once: true)
    }
    #expect(facts.events.count == 2)
    facts.document("d3", nil)
    facts.event(
      "d3", "founding", [("organization", ["org:a"])], core: ["organization"], time: Self.year,
      once: true)
    #expect(facts.events.count == 1)
  }

  private func partners(_ lists: [[String]], _ day: JSONValue?) -> Int {
    var facts = Facts()
    for (number, parties) in lists.enumerated() {
      facts.document("d\(number)", "2024-03-01")
      facts.event(
        "d\(number)", "partnership", [("party", parties.map { .string($0) })], core: ["party"],
        time: day)
    }
    return facts.events.count
  }

  @Test func takesSomeOfThePartiesForTheEventOfAllOnlyWithProof() {
    let lists = [["org:a", "org:b", "org:c"], ["org:a", "org:b"]]
    #expect(partners(lists, on("2024-03-01")) == 1)
    #expect(partners(lists, nil) == 2)
  }

  private func launches(_ product: JSONValue, _ dates: [String]) -> Int {
    var facts = Facts()
    for (number, date) in dates.enumerated() {
      facts.document("d\(number)", date)
      facts.event("d\(number)", "launch", [("product", [product])], core: ["product"])
    }
    return facts.events.count
  }

  @Test func tellsAModelFromALineOfProducts() {
    let days = ["2024-03-01", "2024-03-20"]
    #expect(launches("prd:p-90", days) == 1)
    #expect(launches("prd:0123456789abcdef", days) == 1)
    #expect(launches("prd:system", days) == 2)
    let pointer: JSONValue = ["entity": "prd:p-90", "text": "该功能", "via": "definite"]
    #expect(launches(pointer, days) == 2)
  }

  private func figures(_ first: [(String, [JSONValue])], _ second: [(String, [JSONValue])]) -> Int {
    var facts = Facts()
    for (number, roles) in [first, second].enumerated() {
      facts.document("d\(number)", "2024-03-0\(number + 1)")
      let all = roles + [("company", ["org:a"]), ("metric", [literal("营收")])]
      facts.event("d\(number)", "earnings", all)
    }
    return facts.events.count
  }

  @Test func keepsFiguresOfOneFirmApart() {
    let known = ("period", [literal("一季度", "2024Q1")])
    let vague = ("period", [literal("报告期内")])
    func amount(_ value: Int) -> (String, [JSONValue]) { ("amount", [yuan("元", value, value)]) }
    #expect(figures([known, amount(949)], [known, amount(949)]) == 1)
    #expect(figures([known, amount(949)], [vague, amount(949)]) == 1)
    #expect(figures([known, amount(949)], [known, amount(1210)]) == 2)
    let dollars: JSONValue = [
      "text": "9亿美元", "money": ["currency": "USD", "low": "9", "high": "9"],
    ]
    #expect(figures([known, amount(949)], [known, ("amount", [dollars])]) == 2)
  }

  @Test func countsANumberBesideTheCoreAndNoWord() {
    func layoffs(_ detail: JSONValue) -> Int {
      var facts = Facts()
      for (number, day) in ["2024-03-01", "2024-04-20"].enumerated() {
        facts.document("d\(number)", day)
        facts.event(
          "d\(number)", "layoff", [("organization", ["org:a"]), ("count", [detail])],
          core: ["organization"])
      }
      return facts.events.count
    }
    #expect(layoffs(["text": "8000人", "low": "8000", "high": "8000"]) == 1)
    #expect(layoffs(literal("大批", "up")) == 2)
  }

  @Test func takesThePlanAndTheListingForOneAndTheFilingForAnother() {
    var facts = Facts()
    for (number, status) in ["planned", "filed", "priced", "listed"].enumerated() {
      facts.document("d\(number)", "2024-03-0\(number + 1)")
      facts.event(
        "d\(number)", "listing", [("company", ["org:a"]), ("status", [literal(status, status)])],
        once: true)
    }
    #expect(facts.events.map(\.claims.count).sorted() == [1, 3])
    #expect(facts.events.allSatisfy { $0.conflicts.isEmpty })
  }

  @Test func neverJoinsReportsWithoutEntities() {
    var facts = Facts()
    for document in ["d1", "d2"] {
      facts.event(document, "funding", [("company", [literal("该公司")])], time: on("2024-01-01"))
    }
    #expect(facts.events.count == 2)
  }
}
