import Testing

@testable import ChineseText

@Suite struct WordShapesTests {
  private static let numbers: [(String, String)] = [
    ("15亿美元", "15亿"), ("1,500人", "1,500"), ("3.2万", "3.2万"), ("3.", "3"), ("三百六十度", "三百六十"),
    ("三点五米", "三点五"), ("三点", "三"), ("百分之七点二", "百分之七点二"), ("百分之", "百"), ("8%的", "8%"),
    ("第十二届", "第十二"), ("第届", ""), ("二０三一年", "二０三一"), ("个", ""),
  ]

  @Test(arguments: numbers)
  func readsTheNumberAtTheStart(text: String, number: String) throws {
    let analyzer = try #require(NameCases.analyzer)
    let shapes = try WordShapes(lexicon: analyzer.lexicon)
    let folded = TextDecoder(lexicon: analyzer.lexicon).decode(title: "", body: text)
    let end = folded.withView { shapes.numberEnd($0, from: 0, to: $0.count) }
    #expect(folded.string(TextSpan(0, end)) == number)
  }

  @Test func badRowsAreReported() {
    let table = "text\tkind\tsource\n年\tdate|yeer\thand\n月份\tdate\thand\n"
    let problems = LexiconCompiler.check(tables: [SampleLexicon.source("words/shapes", table)])
    #expect(
      problems.map(\.description) == [
        "words/shapes.tsv:2:3: unknown kind yeer; did you mean year?",
        "words/shapes.tsv:3:1: date must be one character, not 月份",
      ])
  }
}
