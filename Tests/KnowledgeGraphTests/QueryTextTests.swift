import KnowledgeGraph
import Testing

struct QueryTextTests {
  private func text(_ expression: String, _ format: QueryText.Format) throws -> String {
    let index = GraphIndex(deals().graph())
    let matches = try Query(expression, for: index.graph).matches(in: index)
    return QueryText(index).text(matches, as: format)
  }

  @Test func writesEventsForPeople() throws {
    let id = try #require(
      deals().graph().events.first { $0.name == "星河科技 融资 3亿元" }?.id)
    #expect(
      try text("event funding where year=2023", .text) == """
        2023-01  融资  星河科技 融资 3亿元  \(id)
            “星河科技本月完成3亿元A轮融资，由北辰资本领投。”  甲报 2023-01-10

        """)
  }

  @Test func writesRolesAsObjects() throws {
    let line = try text("event funding where year=2023", .jsonl)
    let object = try JSONParser.parse(Array(line.utf8))
    #expect(object["roles"]?["company"]?.arrayValue?.first?["name"] == "星河科技")
    #expect(object["roles"]?["amount"]?.arrayValue?.first?["money"]?["low"] == "300000000")
    #expect(object["roles"]?["round"]?.arrayValue?.first?["value"] == "A")
    #expect(object["evidence"]?["source"] == "甲报")
  }

  @Test func writesTablesOfOneWidth() throws {
    for expression in ["event", "entity", "relation"] {
      let rows = try text(expression, .tsv).split(separator: "\n").map {
        $0.split(separator: "\t", omittingEmptySubsequences: false).count
      }
      #expect(rows.count > 1)
      #expect(Set(rows).count == 1)
    }
  }
}
