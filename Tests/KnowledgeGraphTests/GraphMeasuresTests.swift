import KnowledgeGraph
import Testing

struct GraphMeasuresTests {
  @Test func measuresHowThingsHangTogether() throws {
    let measures = GraphMeasures(GraphIndex(deals().graph()))
    #expect(measures.measures.first?.id == "org:xinghe")
    #expect(measures.components == [12])
    #expect(measures.isolated == 0)
    let sum = measures.measures.map(\.rank).reduce(0, +)
    #expect((300_000...1_000_000).contains(sum))
  }

  @Test(arguments: 1...3)
  func theOrderOfFactsChangesNothing(seed: Int) {
    let facts = newspaper(seed: UInt64(seed))
    var other = facts
    other.lines.reverse()
    let first = StatsReport(GraphIndex(facts.graph()))
    let second = StatsReport(GraphIndex(other.graph()))
    for section in StatsReport.Section.allCases {
      for format in StatsText.Format.allCases {
        #expect(
          StatsText.text(first.tables(section), as: format)
            == StatsText.text(second.tables(section), as: format))
      }
    }
  }

  @Test func tablesSayWhatTheyLeaveOut() {
    var report = StatsReport(GraphIndex(deals().graph()))
    report.limit = 1
    report.focus = ["org:xinghe"]
    let text = StatsText.text(report.tables(.posts), as: .text)
    #expect(
      text == """
        任职（另有 1 行未列（--top 0 全列））
          organization  person  title       standing  start  end  seen        organization_id  person_id
          星河科技      周宁    首席执行官  current               2024-03-05  org:xinghe       per:zhou

        """)
  }
}
