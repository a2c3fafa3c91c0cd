import KnowledgeGraph
import Testing

struct DOTTests {
  private func dot(_ graph: Graph, _ options: DOT.Options = DOT.Options()) -> String {
    String(decoding: DOT.bytes(graph, options: options), as: UTF8.self)
  }

  private func acquisition(_ realis: String, evidence: String? = nil) -> Graph {
    var facts = Facts()
    facts.document("d1", "2024-03-21", source: "36氪")
    facts.entity("d1", "org:a", "company", "微软 \"A\\B\" & <C>")
    facts.event(
      "d1", "acquisition",
      [
        ("acquirer", ["org:a"]), ("target", ["org:b"]), ("price", [yuan("3亿元", 3, 3)]),
        ("share", [literal("<5%")]),
      ],
      core: ["acquirer", "target"], realis: realis, time: on("2024-03-20"),
      links: [["type": "acquired", "from": "acquirer", "to": "target"]], evidence: evidence)
    return facts.graph()
  }

  @Test(arguments: [
    ("asserted", "<B>acquisition</B>", "filled,solid"), ("planned", "<B>", "filled,dashed"),
    ("rumoured", "<B>", "filled,dotted"), ("denied", "✗ <S>acquisition</S>", "#C00000"),
  ])
  func showsTheStatusByTheLine(realis: String, label: String, style: String) {
    let text = dot(acquisition(realis))
    #expect(text.contains(label))
    #expect(text.contains(style))
  }

  @Test func labelsEventsWithDateAndAmount() {
    #expect(dot(acquisition("asserted")).contains("<BR/>2024-03-20 · 3亿元<BR/>&lt;5%"))
  }

  @Test func putsTheActorBeforeTheEvent() {
    let text = dot(acquisition("asserted"))
    #expect(text.contains(#""org:a" -> "evt:"#))
    #expect(text.contains(#"-> "org:b" [label="对象""#))
  }

  @Test func escapesWhatIsSpecial() {
    let text = dot(acquisition("asserted", evidence: "“引\"号”\\ & \u{2028}换\n行"))
    #expect(text.contains(#"label="微软 \"A\\B\" &amp; <C>""#))
    #expect(text.contains(#"tooltip="“引\"号”\\ &amp;  换\n行\n—— 36氪 d1 2024-03-21""#))
  }

  @Test func cutsToTheBudgetAndSaysSo() {
    let graph = newspaper(seed: 4).graph()
    var options = DOT.Options()
    options.maximumNodes = 7
    var text = ""
    let note = DOT.write(graph, options: options) { text += String(decoding: $0, as: UTF8.self) }
    #expect(note?.contains("--max-nodes draws more") == true)
    #expect(text.contains("只显示"))
    let drawn = text.split(separator: "\n").filter { $0.contains("shape=") }
    #expect((1...7).contains(drawn.count))
  }

  @Test func drawsEntitiesOnly() {
    var options = DOT.Options()
    options.projection = .entities
    let text = dot(acquisition("asserted"), options)
    #expect(!text.contains("evt:"))
    #expect(text.contains(#""org:a" -> "org:b" [label="acquired""#))
  }

  @Test func putsEventsOnAnAxisOfMonths() {
    var options = DOT.Options()
    options.layout = .timeline
    let text = dot(acquisition("asserted"), options)
    #expect(text.contains(#"{ rank=same; "t:2024-03"; "evt:"#))
  }

  @Test func drawsAnEmptyGraph() {
    #expect(dot(Facts().graph()).hasSuffix("}\n"))
  }

  @Test(arguments: 1...10)
  func isTheSameForTheSameFacts(seed: Int) {
    var random = SeededGenerator(state: UInt64(seed))
    let facts = newspaper(seed: UInt64(seed))
    let mixed = Facts(lines: facts.lines.shuffled(using: &random))
    #expect(dot(facts.graph()) == dot(mixed.graph()))
  }
}
