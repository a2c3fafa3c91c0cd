import ChineseText
import Testing

@testable import Shiji

struct MentionLabelsTests {
  /// `text=value` of each mention, and the line on it.
  private func labels(_ text: String) throws -> (values: [String], lines: [String]) {
    let analyzer = try BaseLexicon.analyzer().textAnalyzer
    let analysis = analyzer.analyze(Document(id: "d", text: text))
    let labels = MentionLabels(lexicon: analyzer.lexicon)
    let values = analysis.mentions.map { mention in
      let value = labels.value(mention, in: analysis).map { "=" + $0 } ?? ""
      return analysis.text.string(mention.span) + value
    }
    return (values, analysis.mentions.map { labels.line($0, in: analysis) })
  }

  @Test func aValueIsWhatTheTextDoesNotSay() throws {
    #expect(
      try labels("微软首席执行官称，公司投资3亿美元，占20%。").values
        == ["微软", "首席执行官=CEO", "公司=微软", "3亿美元=USD 300,000,000", "20%"])
  }

  @Test func aLineSaysAllThatIsKnown() throws {
    #expect(
      try labels("微软首席执行官").lines == ["公司 · 微软 · org:microsoft", "职务 · CEO"])
    #expect(
      try labels("投资3亿美元（约合21亿元）。").lines
        == ["金额 · USD 300,000,000", "金额 · ≈CNY 2,100,000,000 · 折合自 3亿美元"])
  }

  @Test func anUnwrittenCurrencyIsMarked() throws {
    #expect(try labels("公司融资3亿。").lines.contains("金额 · CNY 300,000,000 · 币种未写明"))
    #expect(
      try labels("公司去年亏损3亿美元，今年亏损2亿。").lines.contains("金额 · USD 200,000,000 · 币种据上文"))
  }

  @Test func everyTypeHasANameOfItsOwn() {
    #expect(Set(MentionKind.allCases.map(\.label)).count == MentionKind.allCases.count)
  }
}
