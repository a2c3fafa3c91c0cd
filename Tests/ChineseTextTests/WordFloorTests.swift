import ChineseText
import Testing

/// Candidates that cost no less than the words of the lexicon are left out: no word changes.
struct WordFloorTests {
  private static let pieces = [
    "王小明", "高级工程师", "成立于", "张伟表示", "，", "金融", "马斯克", "安全", "第五", "欧阳文", "李总", "。",
    "方案", "周五", "比尔·盖茨", "3.5亿元", "GPT-4o", "的", "发言人陈晨", "石油", "时代", "董事长", "余", "和", " ",
  ]

  private static func texts(_ count: Int) -> [String] {
    var random = SeededGenerator(seed: 41)
    return (0..<count).map { _ in
      (0..<Int.random(in: 1...30, using: &random))
        .map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
    }
  }

  private struct Word: Equatable {
    let span: TextSpan
    let tags: WordTags
  }

  private static func words(_ cut: TextAnalyzer.Cut) -> [Word] {
    cut.tokens.map { Word(span: $0.span, tags: $0.tags) }
  }

  @Test func leavesEveryWordAsItWas() throws {
    let analyzer = try #require(NameCases.analyzer)
    for text in Self.texts(300) {
      let document = Document(id: "x", text: text)
      let all = analyzer.tokenize(document, isComplete: true)
      let few = analyzer.tokenize(document)
      #expect(Self.words(few) == Self.words(all), "\(text)")
    }
  }

  @Test func leavesOutWhatCannotWin() throws {
    let analyzer = try #require(NameCases.analyzer)
    var (all, few) = (0, 0)
    for text in Self.texts(100) {
      let document = Document(id: "x", text: text)
      all += analyzer.tokenize(document, isComplete: true).candidates.count
      few += analyzer.tokenize(document).candidates.count
    }
    #expect(few < all)
  }
}
