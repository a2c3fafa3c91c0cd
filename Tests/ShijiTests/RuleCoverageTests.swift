import ChineseText
import EventRules
import KnowledgeGraph
import Testing

@testable import Shiji

/// Which rule lines fire, counted by hand.
struct RuleCoverageTests {
  private let rules = RuleSource(
    path: "events/takeover.rules", name: "takeover",
    bytes: Array(
      """
      event takeover 接管
      role witness : party
      role target  : org
      require witness and target
      frame 收购 买下 : subject=witness object=target
      pattern {org:witness} 把 {org:target} 收入囊中
      noun 收购案 : of=target

      """.utf8))

  private func coverage(_ lines: [String]) throws -> RuleCoverage {
    var counts = CoverageCounts()
    counts.add(Array(lines.map { $0 + "\n" }.joined().utf8))
    return RuleCoverage(
      counts, documents: 2, rules: [rules], tables: try SampleTables().open())
  }

  private let counts = [
    "fired\ttakeover:5\t收购", "fired\ttakeover:5\t收购", "tried\ttakeover:5\tclaimed",
    "tried\ttakeover:5\tlacks target", "tried\ttakeover:7\tlacks target", "word\t收购\t",
    "word\t收购\t", "word\t收购\t", "word\t收购案\t", "named\torg:xiaomi\t",
  ]

  @Test func countsByLineAndTrigger() throws {
    let coverage = try coverage(counts)
    #expect(coverage.lines.map(\.line.number) == [5, 6, 7])
    #expect(coverage.lines.map(\.fired) == [2, 0, 0])
    #expect(coverage.lines.map(\.tried) == [3, 0, 1])
    #expect(coverage.lines[0].triggers.map(\.stood) == [3, 0])
    #expect(coverage.lines[0].triggers.map(\.fired) == [2, 0])
  }

  @Test func textShowsWhatStoppedALine() throws {
    #expect(
      try coverage(counts).text == """
        2 documents: 1 of 3 rule lines and 1 of 3 triggers fired

        events/takeover.rules
          line       fired  tried  stopped by
          5 frame        2      3  lacks target 1
              收购 2/3  (1 never stood)
          6 pattern      0      0
          7 noun         0      1  lacks target 1
              收购案 0/1

        table                    rows seen  of
        names/companies-private          1   2

        """)
  }

  @Test func unusedShowsWhatNeverFired() throws {
    #expect(
      try coverage(counts).unusedText == """
        2 documents: 1 of 3 rule lines and 1 of 3 triggers fired

        lines that never fired: 2
          events/takeover.rules:6  pattern
          events/takeover.rules:7  noun  lacks target 1

        triggers that never fired, in lines that did (how often they stood)
          events/takeover.rules:5  买下 0

        table                    rows seen  of
        names/companies-private          1   2

        """)
  }

  @Test func rowsThatNoTextNamesAreListed() throws {
    let rows = try coverage(counts).unusedRows("names/companies-private")
    #expect(rows.hasSuffix("names/companies-private.tsv:3  云帆智能 (org:yunfan)\n"))
    #expect(rows.split(separator: "\n").count == 1)
  }

  @Test func jsonHasTheSame() throws {
    let json = try coverage(counts).json
    let line = json["lines"]?.arrayValue?.first
    #expect(line?["fired"]?.intValue == 2)
    #expect(line?["stopped"]?["lacks target"]?.intValue == 1)
    #expect(line?["triggers"]?["收购"]?["stood"]?.intValue == 3)
  }

  @Test func aCorpusIsCountedWhateverTheThreads() throws {
    let scratch = try Scratch()
    let path = try scratch.write(
      "news.txt", "微软以3亿美元收购云帆智能。\n微软收购的方案仍在讨论。\n今天下雨。\n")
    var options = InputOptions()
    options.format = .lines
    let analyzer = try BaseLexicon.analyzer()
    let results = try [1, 4].map { jobs in
      try CoverageRun(
        analyzer: analyzer, inputs: try InputList([path], options: options), options: options,
        jobs: jobs
      ).count()
    }
    #expect(results[0].summary.documents == 3)
    #expect(results[0].counts.fired == results[1].counts.fired)
    #expect(results[0].counts.stood["收购"] == 2)
    #expect((results[0].counts.named["org:microsoft"] ?? 0) >= 1)
    let fired = results[0].counts.fired.filter { $0.key.hasPrefix("acquisition:") }
    #expect(fired.values.contains { $0["收购"] != nil })
  }
}
