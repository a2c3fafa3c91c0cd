import Testing

@testable import KnowledgeGraph

struct EventListTests {
  private static let graph: Graph = {
    var facts = Facts()
    facts.document("d1", "2024-03-21", source: "36氪")
    facts.document("d0", "2024-03-22T08:00", source: "财联社")
    for (id, type, name) in [
      ("org:a", "company", "星河科技"), ("org:b", "company", "红杉中国"),
      ("org:c", "company", "高瓴"), ("per:p", "person", "林一"), ("prd:1", "product", "星舟"),
      ("prd:2", "product", "星舟 Pro"),
    ] {
      facts.entity("d1", id, type, name)
    }
    for document in ["d1", "d0"] {
      facts.event(
        document, "funding",
        [
          ("amount", [yuan("超3 亿元", 300_000_000, nil, approx: true)]), ("company", ["org:a"]),
          ("investor", ["org:c", "org:b"]), ("lead", ["org:b"]), ("round", [literal("A轮", "A")]),
        ], realis: "planned", time: during("2024-Q2", "2024-04-01", "2024-06-30"),
        evidence: "星河科技\n拟融资。")
    }
    facts.event(
      "d1", "founding", [("organization", ["org:a"])], core: ["organization"],
      time: on("2019-01-02"), evidence: "创立。")
    facts.relation("d1", "product_of", "prd:1", "org:a")
    facts.relation("d1", "product_of", "prd:2", "org:a")
    facts.relation("d1", "ceo_of", "per:p", "org:a", former: true)
    return facts.graph()
  }()

  @Test func listsWhatEachDocumentSays() {
    #expect(
      EventList().text(Self.graph)
        == """
        36氪 · 2024-03-21 · d1

          2019-01-02  founding    机构 星河科技
                                  “创立。”

                      首席执行官  林一 → 星河科技  曾经
                      首席执行官  星舟、星舟 Pro → 星河科技

        财联社 · 2024-03-22 · d0

          2024-Q2  融资 计划  公司 星河科技  金额 超3亿元 ≥CNY 300,000,000  投资方 高瓴  领投方 红杉中国  轮次 A轮
                              “星河科技 拟融资。”

        """)
  }

  @Test func linesAreBrokenWhereTheTerminalEnds() {
    var list = EventList()
    list.width = 60
    let lines = list.text(Self.graph).split(separator: "\n").map(String.init)
    #expect(lines.allSatisfy { TextColumns.width($0) <= 60 })
    #expect(
      lines.suffix(5) == [
        "财联社 · 2024-03-22 · d0",
        "  2024-Q2  融资 计划  公司 星河科技",
        "                      金额 超3亿元 ≥CNY 300,000,000",
        "                      投资方 高瓴  领投方 红杉中国  轮次 A轮",
        "                      “星河科技 拟融资。”",
      ])
  }

  @Test func aLongDateMovesNoOtherLine() {
    var facts = Facts()
    facts.document("d1", "2024-03-21")
    facts.event(
      "d1", "funding", [("company", ["org:a"])], realis: "rumoured", time: on("2024-03-01"),
      evidence: "传。")
    facts.event(
      "d1", "funding", [("company", ["org:b"])],
      time: during("2023-12-01/2024-01-31", "2023-12-01", "2024-01-31"), evidence: "成。")
    let lines = EventList().text(facts.graph()).split(separator: "\n").map(String.init)
    #expect(lines.contains("  2024-03-01  融资 传闻  公司 名-org:a"))
    #expect(lines.contains("  2023-12-01/2024-01-31  融资  公司 名-org:b"))
  }

  @Test func coloursChangeNoWord() {
    var list = EventList()
    let plain = list.text(Self.graph)
    list.isColoured = true
    let coloured = list.text(Self.graph)
    #expect(coloured.contains("\u{1B}[1;33m融资\u{1B}[0m\u{1B}[1;36m 计划\u{1B}[0m"))
    #expect(coloured.contains("\u{1B}[34m星河科技\u{1B}[0m"))
    #expect(coloured.replacing(#/\u{1B}\[[0-9;]+m/#, with: "") == plain)
  }

  @Test func anEmptyGraphGivesNothing() {
    #expect(EventList().text(Facts().graph()) == "")
  }
}
