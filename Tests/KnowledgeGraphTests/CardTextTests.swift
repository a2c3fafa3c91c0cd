import KnowledgeGraph
import Testing

struct CardTextTests {
  private let index = GraphIndex(deals().graph())

  private func card(_ id: String, _ change: (inout CardText) -> Void = { _ in }) throws -> String {
    var writer = CardText(index)
    change(&writer)
    return writer.text(try #require(Card(id, in: index)))
  }

  private func event(_ name: String) throws -> Graph.Event {
    try #require(index.graph.events.first { $0.name == name })
  }

  @Test func showsAPerson() throws {
    let ids = try [
      "林远 appointment 星河科技", "林远 resignation 星河科技", "林远 appointment 云帆智能",
    ].map { try event($0).id }
    let text = try card("per:lin")
    #expect(text.hasPrefix("林远  人物  per:lin\n  报道  4 篇，2023-01-10 至 2024-04-01\n"))
    #expect(text.contains("  曾任  CEO  星河科技  2021-05-01 至 2023-06-18  org:xinghe\n"))
    #expect(text.contains("  出任  总裁  云帆智能  2023-07-01 起  org:yunfan\n"))
    #expect(text.contains("  2023-06-18  resignation · 人物  林远 resignation 星河科技  \(ids[1])\n"))
    #expect(text.contains("      “林远辞去星河科技CEO。”  乙报 2023-06-20\n"))
  }

  @Test func saysWhatIsLeftOut() throws {
    let text = try card("org:xinghe") { $0.limit = 1 }
    #expect(text.contains("任职 2，另有 1 项未列（--limit 0 全列）\n  现任  首席执行官  周宁"))
    #expect(text.contains("更早的"))
    #expect(text.contains("  代码  ticker SZ:300001\n"))
    #expect(text.contains("  别名  Xinghe\n"))
  }

  @Test func showsAnEventWithItsReports() throws {
    let text = EventCardText(index).text(try event("星河科技 融资 3亿元"))
    #expect(text.contains("  金额  3亿元（CNY 300,000,000）\n"))
    #expect(text.contains("  轮次  A轮（A）\n"))
    #expect(text.contains("报道 1\n  2023-01-10  已发生  clm:"))
  }

  @Test func marksFillersInTheirSentence() throws {
    var facts = Facts()
    facts.document("d", "2024-01-01", source: "甲报")
    facts.event(
      "d", "funding",
      [
        ("company", [["entity": "org:a", "text": "某公司", "span": [10, 13]]]),
        ("amount", [["text": "1亿元", "span": [15, 18]]]),
      ], evidence: "某公司融资1亿元。")
    let line = String(decoding: facts.lines[1], as: UTF8.self)
      .replacing("\"span\":[0,5]", with: "\"span\":[10,19]")
    facts.lines[1] = Array(line.utf8)
    let index = GraphIndex(facts.graph())
    var writer = EventCardText(index)
    writer.showsContext = true
    let text = writer.text(try #require(index.graph.events.first { _ in true }))
    #expect(text.contains("「[公司 某公司]融资[金额 1亿元]。」"))
  }
}
