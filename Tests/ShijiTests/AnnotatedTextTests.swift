import ChineseText
import Testing

@testable import Shiji

struct AnnotatedTextTests {
  private func stretches(title: String, _ body: String) throws -> [[String]] {
    let analysis = try BaseLexicon.analyzer().textAnalyzer.analyze(
      Document(id: "d", title: title, text: body))
    let text = AnnotatedText(text: analysis.text, mentions: analysis.mentions)
    return [text.title, text.body].map { part in
      var found: [String] = []
      text.forEach(in: part) { stretch in
        let words = analysis.text.string(stretch.span)
        found.append(stretch.mention.map { "\($0.kind) \(words)" } ?? words)
      }
      return found
    }
  }

  @Test func titleAndBodyAreParts() throws {
    #expect(
      try stretches(title: "微软", "投资3亿美元。")
        == [["company 微软"], ["投资", "money 3亿美元", "。"]])
    #expect(try stretches(title: "", "") == [[], []])
    #expect(try stretches(title: "好", "好") == [["好"], ["好"]])
  }
}
