import KnowledgeGraph
import Testing

/// A story in six reports: rumour, denial, done, and what stands around it.
enum Story {
  static let graph: Graph = {
    var facts = Facts()
    facts.document("d1", "2024-01-05", source: "财联社")
    facts.document("d2", "2024-01-08", source: "36氪")
    facts.document("d3", "2024-02-01T08:00:00", source: "新华社")
    for document in ["d1", "d2", "d3"] {
      facts.entity(document, "org:a", "company", "微软", aliases: ["Microsoft"])
      facts.entity(document, "org:b", "company", "星河科技")
      facts.entity(document, "per:c", "person", "林*一")
    }
    for (document, realis) in [("d1", "rumoured"), ("d2", "denied"), ("d3", "asserted")] {
      facts.event(
        document, "acquisition",
        [
          ("acquirer", ["org:a"]), ("target", ["org:b"]), ("price", [yuan("3亿元", 3, 3)]),
          ("stake", [literal("51%")]),
        ], core: ["acquirer", "target"], realis: realis,
        time: during("2024-01", "2024-01-01", "2024-01-31"),
        evidence: "\(document)说微软收购星河科技。")
    }
    facts.event(
      "d1", "funding",
      [
        ("company", ["org:b"]), ("investor", ["org:a", "org:x"]), ("lead", ["org:a"]),
        ("round", [literal("A轮", "A")]),
      ], realis: "planned", time: during("2024-Q1", "2024-01-01", "2024-03-31"), evidence: "拟融资。")
    facts.event(
      "d1", "resignation",
      [("organization", ["org:b"]), ("person", ["per:c"]), ("title", [literal("CEO")])],
      core: ["person", "organization"], time: on("2024-02-03"), evidence: "林*一<离职>。")
    facts.event(
      "d2", "founding", [("organization", ["org:b"])], core: ["organization"],
      time: during("2019", "2019-01-01", "2019-12-31"), evidence: "成立于2019年。")
    facts.event(
      "d3", "founding", [("organization", ["org:a"])], core: ["organization"], evidence: "创立。")
    return facts.graph()
  }()

  static func timeline(by grain: Timeline.Grain = .year) -> Timeline { Timeline(graph, by: grain) }
}

struct TimelineTests {
  private func labels(_ grain: Timeline.Grain) -> [String] {
    Story.timeline(by: grain).periods.map(\.label)
  }

  @Test func periodsAreAsLongAsTheDatesNeed() {
    #expect(labels(.year) == ["2019", "2024"])
    #expect(labels(.month) == ["2019", "2024-Q1", "2024-01", "2024-02"])
    #expect(labels(.day) == ["2019", "2024-Q1", "2024-01", "2024-02-03"])
  }

  @Test func longerDatesComeFirstAndUndatedEventsAreApart() {
    let timeline = Story.timeline()
    #expect(
      timeline.entries.map { $0.date ?? "-" } == ["2019", "2024-Q1", "2024-01", "2024-02-03", "-"])
    #expect(timeline.undated.map(\.event.type) == ["founding"])
    #expect(timeline.undated.first?.firstReport == "2024-02-01")
  }

  @Test func detailsSayWhatTheNameDoesNot() {
    let details = Story.timeline().entries.map { $0.details.map(\.text) }
    #expect(details == [[], ["A轮", "领投方 微软", "投资方 名-org:x"], ["股权 51%"], ["CEO"], []])
  }

  @Test func stagesTellHowAStoryWent() throws {
    let entry = try #require(Story.timeline().entries.first { $0.event.type == "acquisition" })
    #expect(entry.event.status == .asserted)
    #expect(entry.stages.map(\.status) == [.rumoured, .denied, .asserted])
    #expect(entry.stages.map(\.first) == ["2024-01-05", "2024-01-08", "2024-02-01"])
    #expect(entry.stages.map(\.reports) == [1, 1, 1])
    #expect(entry.lastReport == "2024-02-01")
  }

  @Test func reportsOfOneDayHaveNoOrder() throws {
    var facts = Facts()
    for (number, realis) in ["asserted", "planned", "asserted", "planned"].enumerated() {
      facts.document("d\(number)", number < 3 ? "2024-01-05" : "2024-01-06")
      facts.event("d\(number)", "funding", [("company", ["org:a"])], realis: realis)
    }
    let entry = try #require(Timeline(facts.graph()).entries.first)
    #expect(entry.stages.map(\.status) == [.planned, .asserted, .planned])
    #expect(entry.stages.map(\.reports) == [1, 2, 1])
  }

  @Test func evidenceIsThatOfTheStatus() throws {
    let timeline = Story.timeline()
    let entry = try #require(timeline.entries.first { $0.event.type == "acquisition" })
    let evidence = try #require(timeline.evidence(of: entry))
    #expect(evidence.sentence == "d3说微软收购星河科技。")
    #expect(evidence.document?.source == "新华社")
  }

  @Test func periodsOverSeveralYearsStandWhereTheyBegin() {
    var facts = Facts()
    facts.document("d1", "2024-01-05")
    for (name, time) in [
      ("a", during("2016", "2016-01-01", "2016-12-31")),
      ("b", during("2016-12-01/2017-02-28", "2016-12-01", "2017-02-28")),
      ("c", on("2017-01-01")),
    ] {
      facts.event("d1", "funding", [("company", [.string("org:\(name)")])], time: time)
    }
    #expect(Timeline(facts.graph()).periods.map(\.label) == ["2016", "2016/2017", "2017"])
  }
}
