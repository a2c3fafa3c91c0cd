import KnowledgeGraph
import Testing

struct EventListTests {
  @Test func listsEventsByDate() {
    var facts = Facts()
    facts.document("d1", "2024-03-21", source: "36氪")
    facts.event(
      "d1", "funding",
      [
        ("amount", [yuan("约3 亿元", 3, 3, approx: true)]), ("company", ["org:a"]),
        ("investor", ["org:c", "org:b"]), ("round", [literal("A轮", "A")]),
      ], realis: "planned", time: on("2024-04-01"), evidence: "星河科技拟融资。")
    facts.event(
      "d1", "founding", [("organization", ["org:a"])], core: ["organization"], evidence: "创立。")
    #expect(
      EventList.text(facts.graph()) == """
        报道 2024-03-21  founding  名-org:a founding
            机构　　  名-org:a
            “创立。”  36氪 2024-03-21

        2024-04-01  融资 [计划]  名-org:a 融资 约3亿元
            公司　　  名-org:a
            金额　　  约3亿元
            投资方　  名-org:b、名-org:c
            轮次　　  A轮
            “星河科技拟融资。”  36氪 2024-03-21

        """)
  }
}
