import ChineseText
import KnowledgeGraph
import Testing

@testable import Shiji

/// Why names are names, with the built lexicon and invented names.
struct NameReportTests {
  private static let tables = Result {
    try LexiconTables(base: BaseLexicon.folder, lexicons: [])
  }

  private func report(_ text: String) throws -> NameReport {
    let analyzer = try BaseLexicon.analyzer().textAnalyzer
    return NameReport(Document(id: "", text: text), analyzer, try Self.tables.get())
  }

  private func item(_ name: String, in text: String) throws -> NameReport.Item {
    try #require(try report(text).names.first { $0.text == name })
  }

  @Test func aNameOfTheLexiconHasItsRow() throws {
    let item = try item("微软", in: "微软发布新品。")
    #expect(item.finding.key == "lexicon")
    #expect(item.id == "org:microsoft")
    #expect(item.rows.contains { $0.id == "org:microsoft" && $0.matches.contains("name") })
    #expect(item.cues.contains { $0.text == "发布" && !$0.isBefore })
  }

  @Test func aCompanyByShapeHasPointsAndCues() throws {
    let item = try item("云帆智能", in: "昨天云帆智能发布新品。")
    #expect(item.finding.key == "company-shape")
    #expect(item.rows.isEmpty)
    #expect((item.points?.have ?? 0) > 4)
    #expect(item.cues.contains { $0.points.contains { $0.kind == .company } })
  }

  @Test func aPersonByShapeAndATitle() throws {
    let report = try report("公司总裁陈知夏表示，本季销量上升。")
    #expect(report.names.map(\.finding.key) == ["lexicon", "person-shape"])
    #expect(report.names[1].cues.contains { $0.text == "总裁" && $0.isBefore })
  }

  @Test func whatItWonAgainstIsShown() throws {
    let item = try item("小米手机", in: "他买了小米手机。")
    #expect(item.rivals.contains { $0.text == "小米" && $0.detour > 0 })
  }

  @Test func theSumOfTheCuesIsTheEvidence() throws {
    for item in try report("砚湖资本创始人陈知夏表示，公司云帆智能的总裁将离职。").names {
      for cue in item.cues { #expect(cue.points.allSatisfy { $0.points != 0 }) }
    }
  }

  @Test func traceAndAnalysisAgree() throws {
    let text = "微软和云帆智能合作，陈知夏出任总裁。Foobar Labs发布了小米手机。"
    let analyzer = try BaseLexicon.analyzer().textAnalyzer
    let plain = analyzer.analyze(Document(id: "", text: text))
    let traced = analyzer.trace(Document(id: "", text: text))
    #expect(plain.mentions.map(\.span) == traced.analysis.mentions.map(\.span))
    let names = plain.mentions.filter { $0.kind.isEntity && $0.via == .name }.map(\.span)
    let found = traced.trace.finds.filter { $0.dropped == nil }.map(\.span)
    #expect(names.allSatisfy(found.contains))
  }

  @Test func theTextSaysAll() throws {
    let text = try report("微软发布新品。").text()
    #expect(text.hasPrefix("微软  company  org:microsoft  0–2\n  found as"))
    #expect(text.contains("beside it  发布 behind it (company"))
    #expect(try report("今天下雨。").text() == "no name\n")
  }

  @Test func jsonHoldsTheSame() throws {
    let json = try report("微软发布新品。").json(expecting: ["腾讯"])
    let name = json["names"]?.arrayValue?.first
    #expect(name?["entity"]?.stringValue == "org:microsoft")
    #expect(name?["span"]?.arrayValue?.compactMap(\.intValue) == [0, 2])
    #expect(
      json["expected"]?.arrayValue?.first?["reason"]?.stringValue == "not-in-text")
  }
}

/// Why a word is no name: a reason for each case.
struct NameAbsenceTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let text: String
    let word: String
    let reason: NameAbsence.Reason
    var testDescription: String { "\(word) in \(text)" }
  }

  static let cases = [
    Case(text: "微软发布新品。", word: "微软", reason: .found),
    Case(text: "微軟發布新品。", word: "微软", reason: .found),
    Case(text: "微软发布新品。", word: "腾讯", reason: .notInText),
    Case(text: "昨天云帆智能发布新品。", word: "云帆", reason: .insideName),
    Case(text: "他喝了小米粥。", word: "小米", reason: .lostInLattice),
    Case(text: "他喜欢吃烤面包。", word: "面包", reason: .commonWord),
    Case(text: "他说砚湖半夏很好。", word: "砚湖半夏", reason: .unknown),
  ]

  @Test(arguments: cases)
  func saysWhy(_ item: Case) throws {
    let report = NameReport(
      Document(id: "", text: item.text), try BaseLexicon.analyzer().textAnalyzer,
      try LexiconTables(base: BaseLexicon.folder, lexicons: []))
    let absence = report.absence(of: item.word)
    #expect(absence.reason == item.reason, "\(absence.lines)")
    #expect(!absence.lines.isEmpty)
  }

  @Test func tooFewPointsAreCounted() throws {
    let report = NameReport(
      Document(id: "", text: "砚湖半夏完成融资。"), try BaseLexicon.analyzer().textAnalyzer,
      try LexiconTables(base: BaseLexicon.folder, lexicons: []))
    let absence = report.absence(of: "砚湖半夏")
    guard absence.reason == .weak else { return }
    #expect(absence.lines.first?.contains("it has 5, and needs 6") == true)
    #expect(
      absence.hint == "to have it as a name everywhere: "
        + "shiji lexicon add company 砚湖半夏 --lexicon DIR")
  }
}
