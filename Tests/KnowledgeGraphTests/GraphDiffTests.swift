import KnowledgeGraph
import Testing

struct GraphDiffTests {
  private func diff(_ old: Facts, _ new: Facts) -> [String] {
    let diff = GraphDiff(from: old.graph(), to: new.graph())
    return GraphDiffText.text(diff).split(separator: "\n").filter { !$0.hasPrefix("    “") }
      .map { line in line.split(separator: " ").filter { !$0.contains(":") }.joined(separator: " ")
      }
  }

  @Test func aGraphDoesNotDifferFromItself() {
    #expect(diff(deals(), deals()) == [])
  }

  @Test func tellsWhatIsNewAndGone() {
    var more = deals()
    more.document("d5", "2024-05-01")
    more.entity("d5", "org:new", "company", "新月生物")
    more.event("d5", "funding", [("company", ["org:new"])], time: on("2024-05-01"))
    more.relation("d5", "founder_of", "per:zhou", "org:new")
    #expect(
      diff(deals(), more) == [
        "+ 公司 新月生物", "+ 事件 2024-05-01 新月生物 融资", "+ 关系 周宁 —创办→ 新月生物",
      ])
    #expect(diff(more, deals()).allSatisfy { $0.hasPrefix("-") })
  }

  @Test func eventsAreMatchedByTheirClaims() throws {
    var old = Facts()
    old.document("d1", "2024-01-01", source: "a")
    old.event(
      "d1", "acquisition", [("acquirer", ["org:a"]), ("target", ["org:b"])],
      core: ["acquirer", "target"], realis: "rumoured", evidence: "一")
    var new = old
    new.document("d2", "2024-02-01", source: "b")
    new.event(
      "d2", "acquisition",
      [("acquirer", ["org:a"]), ("target", ["org:b"]), ("price", [yuan("1亿元", 1, 1)])],
      core: ["acquirer", "target"], time: on("2024-02-01"), evidence: "二")
    let diff = GraphDiff(from: old.graph(), to: new.graph())
    let change = try #require(
      diff.changes.first { if case .changedEvent = $0 { true } else { false } })
    guard case .changedEvent(_, _, let fields) = change else { return }
    #expect(fields.map(\.name) == ["status", "time", "price", "sources"])
    #expect(fields.map(\.old) == ["rumoured", "", "", "1"])
    #expect(fields.map(\.new) == ["asserted", "2024-02-01", "1亿元", "2"])
    let lines = GraphDiffText.jsonLines(diff).split(separator: "\n")
    let objects = try lines.map { try JSONParser.parse(Array($0.utf8)) }
    #expect(objects.contains { $0["change"] == "changed" && $0["kind"] == "event" })
  }
}
