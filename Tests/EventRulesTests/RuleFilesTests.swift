import ChineseText
import EventRules
import Testing

/// The rule files of the project: their own tests, and what the extractor promises for any text.
@Suite struct RuleFilesTests {
  @Test func everyExampleInTheRuleFilesHolds() throws {
    let tester = try RuleTester(sources: BuiltLexicon.rules(), lexicon: BuiltLexicon.lexicon())
    let result = try tester.run()
    #expect(result.count > 100)
    #expect(result.failures.map(\.description) == [])
  }

  @Test func hostileTextNeverTraps() throws {
    let lexicon = try BuiltLexicon.lexicon()
    let analyzer = try TextAnalyzer(lexicon: lexicon)
    let extractor = try EventExtractor(
      rules: RuleSet.load(BuiltLexicon.rules()), lexicon: lexicon)
    let pieces = [
      "收购", "微软", "（", "）", "“", "”", "，", "。", "亿", "15", "美元", "的", "CEO", "、", "和", "将",
      "被", "融资", "\u{0}", "😀", "去年", "7月", "辞职", "\n", " ", "A轮", "《", "》", "-", "·",
    ]
    var state: UInt64 = 42
    func next() -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33)
    }
    for _ in 0..<400 {
      let text = (0..<(next() % 60)).map { _ in pieces[next() % pieces.count] }.joined()
      let title = next() % 3 == 0 ? pieces[next() % pieces.count] : ""
      let document = Document(
        id: "x", title: title, text: text,
        published: next() % 2 == 0 ? CalendarDate(2024, 3, 21) : nil)
      let analysis = analyzer.analyze(document)
      for claim in extractor.extract(analysis) {
        for evidence in claim.evidence { #expect(evidence.span.end <= analysis.text.count) }
        for role in claim.roles { #expect(!role.fillers.isEmpty) }
      }
    }
  }

  @Test func withoutADayOfPublicationARelativeTimeKeepsItsText() throws {
    let lexicon = try BuiltLexicon.lexicon()
    let analyzer = try TextAnalyzer(lexicon: lexicon)
    let extractor = try EventExtractor(
      rules: RuleSet.load(BuiltLexicon.rules()), lexicon: lexicon)
    let analysis = analyzer.analyze(Document(id: "x", text: "微软昨日收购谷歌。"))
    let time = try #require(extractor.extract(analysis).first?.time)
    #expect(analysis.text.string(time.span) == "昨日")
    #expect(time.value.start == nil && time.value.end == nil)
  }

  @Test func triggersInARowStayLinear() throws {
    let lexicon = try BuiltLexicon.lexicon()
    let analyzer = try TextAnalyzer(lexicon: lexicon)
    let extractor = try EventExtractor(
      rules: RuleSet.load(BuiltLexicon.rules()), lexicon: lexicon)
    let text = String(repeating: "微软收购谷歌融资15亿美元", count: 2000)
    let analysis = analyzer.analyze(Document(id: "x", text: text))
    #expect(extractor.extract(analysis).count < 20_000)
  }
}
