import KnowledgeGraph
import Testing

struct ContradictionsTests {
  private func kinds(_ build: (inout Facts) -> Void) -> [String] {
    var facts = Facts()
    for day in 1...5 { facts.document("d\(day)", "2024-01-0\(day)", source: "s\(day)") }
    build(&facts)
    return Contradictions(GraphIndex(facts.graph())).contradictions.map(\.kind.rawValue)
  }

  @Test func dealsHaveNone() {
    #expect(Contradictions(GraphIndex(deals().graph())).contradictions.isEmpty)
  }

  @Test func twoHeadsAtOnce() {
    #expect(
      kinds { facts in
        facts.relation("d1", "ceo_of", "per:a", "org:x")
        facts.relation("d3", "ceo_of", "per:b", "org:x")
        facts.relation("d5", "ceo_of", "per:a", "org:x")
      } == ["two-heads"])
  }

  @Test func aShorterNameIsNoOtherHead() {
    #expect(
      kinds { facts in
        facts.entity("d1", "per:a", "person", "蒂姆 · 林")
        facts.entity("d3", "per:b", "person", "林")
        facts.relation("d1", "ceo_of", "per:a", "org:x")
        facts.relation("d3", "ceo_of", "per:b", "org:x")
        facts.relation("d5", "ceo_of", "per:a", "org:x")
      } == [])
  }

  @Test func oneHeadAfterTheOtherIsNone() {
    #expect(
      kinds { facts in
        facts.relation("d1", "ceo_of", "per:a", "org:x")
        facts.relation("d3", "ceo_of", "per:b", "org:x")
      } == [])
    #expect(
      kinds { facts in
        facts.relation("d1", "ceo_of", "per:a", "org:x")
        facts.relation("d1", "ceo_of", "per:b", "org:x")
      } == [])
    #expect(
      kinds { facts in
        facts.relation("d1", "ceo_of", "per:a", "org:x")
        facts.relation("d2", "ceo_of", "per:b", "org:x")
        facts.relation("d3", "ceo_of", "per:a", "org:x")
        facts.event(
          "d1", "resignation", [("person", ["per:a"]), ("organization", ["org:x"])],
          core: ["person", "organization"])
      } == [])
  }

  @Test func aRoundedAmountIsNoOtherOne() {
    func kinds(_ amounts: [Int]) -> [String] {
      self.kinds { facts in
        for (number, amount) in amounts.enumerated() {
          facts.event(
            "d\(number + 1)", "funding",
            [
              ("company", ["org:x"]), ("round", [literal("A轮", "A")]),
              ("amount", [yuan("\(amount)", amount, amount)]),
            ], time: on("2024-01-01"))
        }
      }
    }
    #expect(kinds([284, 280]) == [])
    #expect(kinds([284, 310]) == ["conflict"])
  }

  @Test func leftBeforeTaken() {
    let roles: [(String, [JSONValue])] = [
      ("person", ["per:a"]), ("organization", ["org:x"]), ("title", [literal("CFO", "CFO")]),
    ]
    #expect(
      kinds { facts in
        facts.event("d1", "appointment", roles, core: ["person"], time: on("2023-05-01"))
        facts.event("d2", "resignation", roles, core: ["person"], time: on("2023-01-01"))
      } == ["left-before-taken"])
  }

  @Test func laterRoundFirst() {
    func round(_ code: String) -> [(String, [JSONValue])] {
      [("company", ["org:x"]), ("round", [literal(code, code)])]
    }
    #expect(
      kinds { facts in
        facts.event("d1", "funding", round("A"), time: on("2023-05-01"))
        facts.event("d2", "funding", round("B"), time: on("2023-01-01"))
        facts.event("d3", "funding", round("Strategic"), time: on("2022-01-01"))
      } == ["round-order"])
  }

  @Test func actsAfterDeath() {
    #expect(
      kinds { facts in
        facts.event(
          "d1", "death", [("person", ["per:a"])], core: ["person"], time: on("2022-05-01"))
        facts.event(
          "d2", "appointment", [("person", ["per:a"]), ("organization", ["org:x"])],
          core: ["person", "organization"], time: on("2023-01-01"))
      } == ["dead-acts"])
  }

  @Test func reportsThatDisagreeAreShownSideBySide() throws {
    var facts = Facts()
    for (number, amount) in [1, 2].enumerated() {
      facts.document("d\(number)", "2024-01-0\(number + 1)", source: "s\(number)")
      facts.event(
        "d\(number)", "funding",
        [
          ("company", ["org:a"]), ("round", [literal("A轮", "A")]),
          ("amount", [yuan("\(amount)亿元", amount * 100_000_000, amount * 100_000_000)]),
        ], time: on("2024-01-01"), evidence: "金额为\(amount)亿元。")
    }
    let found = Contradictions(GraphIndex(facts.graph())).contradictions
    #expect(found.map(\.kind) == [.conflict])
    #expect(found.first?.quotes.map(\.text) == ["金额为1亿元。", "金额为2亿元。"])
    #expect(ContradictionText.text(found).hasPrefix("矛盾 1\n\n说法不一 1\n"))
    let line = try JSONParser.parse(Array(ContradictionText.jsonLines(found).utf8))
    #expect(line["kind"] == "conflict")
  }
}
