import ChineseText
import Foundation
import Testing
import TextChecks

/// Whatever the text is, the stages end, in linear time, with spans that name the text.
struct AnyTextTests {
  private func built() throws -> TextAnalyzer { try #require(NameCases.analyzer) }

  private func cut(_ text: String, title: String = "") throws -> TextAnalyzer.Cut {
    let cut = try built().tokenize(Document(id: "x", title: title, text: text))
    let problem = CutChecks(cut, title: title, body: text).problem()
    #expect(problem == nil, "\(title.prefix(80)) \(text.prefix(80))")
    let checks = SegmentChecks(Segmenter(lexicon: try built().lexicon))
    let words = Array(text.utf8).withUnsafeBufferPointer { checks.problem($0) }
    #expect(words == nil, "\(text.prefix(80))")
    return cut
  }

  /// What a text takes part in: tokens, candidates and values, each made by some work.
  private func work(_ cut: TextAnalyzer.Cut) -> Int {
    cut.sentences.count + cut.tokens.count + cut.candidates.count + cut.values.count
  }

  @Test(arguments: HarshTexts.all)
  func harshTextIsCutRight(_ harsh: HarshTexts) throws {
    for count in [1, 2, 3, 7, 1023, 1024, 1025, 2500] { _ = try cut(harsh.text(count)) }
    _ = try cut(harsh.text(50), title: harsh.text(40))
    let analysis = try built().analyze(Document(id: "x", title: "甲", text: harsh.text(2500)))
    #expect(AnalysisChecks(analysis).problem() == nil)
  }

  @Test(arguments: HarshTexts.all)
  func workGrowsWithTheLength(_ harsh: HarshTexts) throws {
    let short = try work(cut(harsh.text(2_000)))
    let long = try work(cut(harsh.text(20_000)))
    #expect(long <= 11 * short + 100)
    #expect(long <= 3 * 20_000 + 100)
  }

  @Test func tenThousandOfOneKindInASentence() throws {
    for text in ["a", "1", "（", "\u{301}", "👩\u{200D}", "𠮷", "。", "亿"] {
      let long = String(repeating: text, count: 10_000)
      _ = try cut("小米" + long + "发布手机。")
    }
  }

  @Test func twoMegabytesWithoutASentenceEnd() throws {
    let text = String(repeating: "小米发布手机，微软与星河科技合作的", count: 2 << 20 / 51)
    let cut = try cut(text)
    #expect(cut.sentences.count <= text.unicodeScalars.count / 1000 + 1)
  }

  @Test func randomScalars() throws {
    var random = SeededGenerator(seed: 37)
    let planes: [ClosedRange<UInt32>] = [
      0...0x7F, 0x80...0x2FF, 0x300...0x36F, 0x2000...0x206F, 0x3000...0x303F, 0x4E00...0x9FFF,
      0xFE00...0xFFFF, 0x1F300...0x1FAFF, 0x20000...0x2A6DF, 0...0x10FFFF,
    ]
    for _ in 0..<300 {
      var text = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 0...120, using: &random) {
        let plane = planes[Int.random(in: 0..<planes.count, using: &random)]
        text.append(Unicode.Scalar(UInt32.random(in: plane, using: &random)) ?? "\u{FFFD}")
      }
      _ = try cut(String(text), title: String(text.prefix(9)))
    }
  }

  @Test func randomBytesAreSegmented() throws {
    let checks = SegmentChecks(Segmenter(lexicon: try built().lexicon))
    var random = SeededGenerator(seed: 43)
    let pieces = ["小米", "发布", "GPT-4o", "。", "\n", "😀"].map { Array($0.utf8) }
    for _ in 0..<300 {
      let bytes = (0..<Int.random(in: 0...200, using: &random)).flatMap { _ -> [UInt8] in
        Bool.random(using: &random)
          ? pieces.randomElement(using: &random) ?? [] : [UInt8.random(in: 0...255, using: &random)]
      }
      let problem = bytes.withUnsafeBufferPointer { checks.problem($0) }
      #expect(problem == nil, "\(bytes)")
    }
  }

  @Test func equalTextsAreCutAlike() throws {
    for harsh in HarshTexts.all {
      let (first, second) = (try cut(harsh.text(500)), try cut(harsh.text(500)))
      #expect(first.tokens.map(\.span) == second.tokens.map(\.span))
      #expect(first.tokens.map(\.tags) == second.tokens.map(\.tags))
    }
  }
}
