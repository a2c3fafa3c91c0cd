import KnowledgeGraph
import Testing

struct GraphBuilderTests {
  @Test(arguments: 1...25)
  func isAFunctionOfTheSetOfFacts(seed: Int) {
    var random = SeededGenerator(state: UInt64(seed))
    let facts = newspaper(seed: UInt64(seed))
    let bytes = GraphJSON.bytes(facts.graph())
    let mixed = Facts(lines: (facts.lines + facts.lines.prefix(30)).shuffled(using: &random))
    #expect(GraphJSON.bytes(mixed.graph()) == bytes)
  }

  @Test(arguments: 1...10)
  func isAFunctionOfTheSetOfFactsWithDecisionsToo(seed: Int) throws {
    var random = SeededGenerator(state: UInt64(seed))
    let facts = newspaper(seed: UInt64(seed + 50), documents: 20)
    let decisions = try Decisions(
      parsing: """
        same\torg:alpha\torg:beta\t改名
        not_same\torg:1111222233334444\torg:5555666677778888\t两家
        split\tprd:0011223344556677\tby document\t同名
        reject\tclm:d3-30\t反讽
        """)
    let bytes = GraphJSON.bytes(facts.graph(decisions))
    let mixed = Facts(lines: (facts.lines + facts.lines.suffix(40)).shuffled(using: &random))
    #expect(GraphJSON.bytes(mixed.graph(decisions)) == bytes)
  }

  @Test func takesTheLatestReportForTheStatus() {
    var facts = Facts()
    for (document, day, realis) in [
      ("d1", "2024-03-01", "rumoured"), ("d2", "2024-03-03", "denied"),
      ("d3", "2024-03-02", "asserted"),
    ] {
      facts.document(document, day)
      facts.event(document, "funding", [("company", ["org:a"])], realis: realis)
    }
    let event = facts.events.first
    #expect(event?.status == .denied)
    #expect(event?.history.map(\.realis) == [.rumoured, .asserted, .denied])
  }

  @Test func believesThePartyOnTheSameDay() {
    var facts = Facts()
    facts.document("d1", "2024-03-01")
    facts.document("d2", "2024-03-01")
    let roles: [(String, [JSONValue])] = [("company", ["org:a"])]
    facts.event("d1", "funding", roles, realis: "denied", by: "party")
    facts.event("d2", "funding", roles, realis: "asserted", by: "anonymous")
    #expect(facts.events.map(\.status) == [.denied])
  }

  @Test func countsReprintsAndOutletsOnce() {
    var facts = Facts()
    facts.document("d1", "2024-03-01", source: "甲")
    facts.document("d2", "2024-03-02", source: "甲")
    facts.document("d3", "2024-03-03", source: "乙", text: "same")
    facts.document("d4", "2024-03-04", source: "丙", text: "same")
    facts.document("d5", "2024-03-04", source: "丁")
    for number in 1...5 {
      facts.event("d\(number)", "funding", [("company", ["org:a"])])
    }
    #expect(facts.events.map(\.sources) == [3])
  }

  @Test func countsEditedReprintsOnce() {
    let bins = String(repeating: "1f", count: 32)
    let edited = String(repeating: "1f", count: 20) + String(repeating: "2a", count: 12)
    let other = String(repeating: "3c", count: 32)
    var facts = Facts()
    for (number, sketch) in [bins, edited, other, nil].enumerated() {
      facts.document("d\(number)", "2024-03-01", source: "报\(number)", sketch: sketch)
      facts.event("d\(number)", "funding", [("company", ["org:a"])])
    }
    #expect(facts.events.map(\.sources) == [3])
    #expect(facts.events.first?.claims.count == 4)
  }

  @Test func tellsARumourItsDenialAndTheFactAsOneStory() {
    var facts = Facts()
    let reports: [(day: String, realis: String, time: JSONValue?)] = [
      ("2024-05-13", "rumoured", nil), ("2024-05-14", "denied", on("2024-05-14")),
      ("2024-07-02", "asserted", on("2024-07-01")),
    ]
    for (number, report) in reports.enumerated() {
      facts.document("d\(number)", report.day)
      facts.event(
        "d\(number)", "resignation", [("person", ["per:li"]), ("organization", ["org:a"])],
        core: ["organization", "person"], realis: report.realis, time: report.time, once: true)
    }
    let events = facts.events
    #expect(events.count == 1)
    #expect(events.first?.history.map(\.realis) == [.rumoured, .denied, .asserted])
    #expect(events.first?.status == .asserted)
    #expect(events.first?.time?.date == "2024-07-01")
    #expect(events.first?.conflicts.isEmpty == true)
    #expect(events.first?.documents == ["d0", "d1", "d2"])
    #expect(events.first?.first == "2024-05-13")
    #expect(events.first?.last == "2024-07-02")
  }

  private func linked(_ realis: [String]) -> [Graph.Edge] {
    var facts = Facts()
    for (number, realis) in realis.enumerated() {
      facts.document("d\(number)", "2024-03-0\(number + 1)")
      facts.event(
        "d\(number)", "acquisition", [("acquirer", ["org:a"]), ("target", ["org:b"])],
        core: ["acquirer", "target"], realis: realis,
        links: [["type": "acquired", "from": "acquirer", "to": "target"]])
    }
    return facts.graph().edges.filter { $0.kind == .derived }
  }

  @Test func derivesEdgesFromAssertedClaimsOnly() {
    #expect(linked(["asserted"]).map(\.type) == ["acquired"])
    #expect(linked(["rumoured"]).isEmpty)
    #expect(linked(["planned"]).isEmpty)
    #expect(linked(["asserted", "denied"]).isEmpty)
    #expect(linked(["rumoured", "asserted"]).first?.events.count == 1)
  }

  @Test func makesOneMoneyNodeForAmountsThatFit() {
    var facts = Facts()
    facts.event(
      "d1", "funding",
      [("company", ["org:a"]), ("amount", [yuan("约3 亿元", 300, 300, approx: true)])],
      time: on("2024-01-01"))
    facts.event(
      "d2", "funding", [("company", ["org:a"]), ("amount", [yuan("3 亿元", 300, 300)])],
      time: on("2024-01-01"))
    let graph = facts.graph()
    let amounts = graph.nodes.filter { $0.type == "money" }
    #expect(amounts.map(\.name) == ["3亿元"])
    #expect(graph.events.map(\.name) == ["名-org:a 融资 3亿元"])
    #expect(graph.events.allSatisfy { $0.conflicts.isEmpty })
  }

  @Test func showsDisputedAmounts() {
    var facts = Facts()
    for (document, amount) in [("d1", 3), ("d2", 5)] {
      facts.event(
        document, "funding",
        [
          ("company", ["org:a"]), ("amount", [yuan("\(amount)亿元", amount, amount)]),
          ("round", [literal("A轮", "A")]),
        ])
    }
    let event = facts.events.first
    #expect(event?.conflicts.map(\.role) == ["amount"])
    #expect(event?.conflicts.first?.values.map(\.text) == ["3亿元", "5亿元"])
  }

  @Test func tiesTitlesToTheirPersons() {
    var facts = Facts()
    facts.event(
      "d1", "resignation",
      [
        ("person", ["per:a", "per:b"]),
        ("title", [["text": "总裁", "of": 1], ["text": "主管", "of": 0], ["text": "顾问", "of": 7]]),
      ], core: ["person"])
    let title = facts.events.first?.attributes.first
    #expect(
      Set((title?.values ?? []).map { "\($0.text) \($0.of ?? "-")" })
        == ["总裁 per:b", "主管 per:a", "顾问 -"])
  }

  @Test func letsTheLatestReportSayWhetherARelationIsFormer() {
    var facts = Facts()
    facts.document("d1", "2024-01-01")
    facts.document("d2", "2022-01-01")
    facts.relation("d1", "ceo_of", "per:a", "org:b", former: true)
    facts.relation("d2", "ceo_of", "per:a", "org:b")
    let edges = facts.graph().edges
    #expect(edges.map(\.former) == [true])
    #expect(edges.first?.claims.count == 2)
  }

  @Test func rejectsClaims() throws {
    var facts = Facts()
    let claim = facts.event("d1", "funding", [("company", ["org:a"])])
    let graph = facts.graph(try Decisions(parsing: "reject\t\(claim)\t反讽"))
    #expect(graph.claims.count == 0)
    #expect(Array(graph.events).isEmpty)
  }

  @Test func reportsBrokenLinesAndSharedIds() {
    var facts = Facts()
    facts.document("d1", "2024-01-01", text: "a")
    facts.document("d1", "2024-01-01", text: "b")
    var builder = GraphBuilder(version: "")
    for line in facts.lines + [Array("{".utf8), []] {
      builder.add(line, source: "f", lineNumber: 9)
    }
    let graph = builder.finish()
    #expect(graph.documents.count == 2)
    #expect(builder.problems.map(\.line) == [9])
    #expect(builder.notes == ["two texts have the document id d1"])
  }
}
