import Testing

@testable import ChineseText

@Suite struct WordCutterTests {
  @Test(arguments: NameCases.read("msr-words"))
  func keepsAmountsAndNamesWholeForMSR(row: NameCases.Case) throws {
    #expect(try WordCases.cut(row.text, .fine, .msr) == row.expected)
  }

  /// Invented text of what the stages look at, and of what they do not expect.
  private func texts() -> [String] {
    let parts = [
      "2031年3月5日", "15亿美元", "第十二", "第", "届", "百分之五点六", "三分之", "国家税务总局", "王晓明",
      "柯林斯", "最", "高", "——", "…", "一个", "点", "多", "万", "3,", "5.", "%", "日", "县", "昌平",
      "GPT-4o", "说", "的", "，", "。", "😀", "\u{0}", " ", "ａ", "９", "國", "副总理",
    ]
    var random = SeededGenerator(seed: 23)
    return (0..<400).map { _ in
      (0..<Int.random(in: 1...14, using: &random))
        .map { _ in parts.randomElement(using: &random) ?? "" }.joined()
    }
  }

  @Test func fineWordsNestInCoarseOnes() throws {
    let analyzer = try #require(NameCases.analyzer)
    let fine = try WordCutter(analyzer: analyzer, granularity: .fine)
    let coarse = try WordCutter(analyzer: analyzer, granularity: .coarse)
    for text in texts() {
      let document = Document(id: "case", text: text)
      let fineEnds = Set(fine.words(of: document).words.map(\.end))
      let coarseEnds = Set(coarse.words(of: document).words.map(\.end))
      #expect(coarseEnds.isSubset(of: fineEnds), "\(text)")
    }
  }

  @Test(arguments: [nil, WordStandard.pku, .msr])
  func coversEverySentence(standard: WordStandard?) throws {
    let analyzer = try #require(NameCases.analyzer)
    let cutter = try WordCutter(analyzer: analyzer, standard: standard)
    for text in texts() {
      let cut = cutter.cut(Document(id: "case", text: text))
      for sentence in cut.sentences {
        var place = sentence.span.start
        for token in cut.tokens[sentence.tokens] {
          #expect(token.start == place && token.end > place, "\(text)")
          place = token.end
        }
        #expect(place == sentence.span.end, "\(text)")
      }
    }
  }

  @Test func offsetsCountScalarsOfTitleAndBody() throws {
    let cutter = try WordCutter(analyzer: try #require(NameCases.analyzer))
    let document = Document(id: "case", title: "甲", text: "获15亿元。")
    let (text, words) = cutter.words(of: document)
    #expect(words.map { text.string($0.span) }.suffix(4) == ["获", "15亿", "元", "。"])
    #expect(words.suffix(4).map(\.start) == [2, 3, 6, 7])
  }

  @Test func emptyTextHasNoWords() throws {
    let cutter = try WordCutter(analyzer: try #require(NameCases.analyzer))
    #expect(cutter.words(of: Document(id: "case", text: "")).words.isEmpty)
  }

  @Test func aUsersWordStaysWhole() throws {
    let base = try #require(NameCases.analyzer).lexicon
    let table = "word\tpos\tsource\n三百六十度评估\tn\thand\n"
    let lexicon = try SampleLexicon.lay(tables: [("words/terms-own", table)], over: base)
    let analyzer = try TextAnalyzer(lexicon: lexicon)
    let cutter = try WordCutter(analyzer: analyzer)
    let (text, words) = cutter.words(of: Document(id: "case", text: "做三百六十度评估"))
    #expect(words.map { text.string($0.span) } == ["做", "三百六十度评估"])
  }
}
