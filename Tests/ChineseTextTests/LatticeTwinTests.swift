import ChineseText
import Foundation
import Testing

/// The kernel against its checked twin: on random texts and on the sample news, with and without
/// candidates and a user's words.
struct LatticeTwinTests {
  private static let samples: [String] = {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Samples/news")
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path())) ?? []
    return files.sorted().compactMap {
      try? String(contentsOf: folder.appending(path: $0), encoding: .utf8)
    }
  }()

  /// A user's names: such as the lexicon holds too, of one character, with digits and letters.
  private static let names = [
    "小米粥", "粥", "微软", "林3号", "gpt林", "上半年营收", "公司", "𠮷野", "的", "2025年",
  ]

  private static func overlay(on base: Lexicon) throws -> Lexicon {
    let rows = names.enumerated().map { "per:\($0)\t\($1)\t\t\t\thand\n" }
    let table = "id\tname\taliases\tlatin\tposts\tsource\n" + rows.joined()
    let source = SampleLexicon.source("names/people", table)
    return try LexiconCompiler.lay(
      [.sources(tables: [source], rules: [], lists: [])], over: base)
  }

  /// Pieces of the samples, the names and harsh characters in random order.
  private static func mixtures(_ count: Int, seed: UInt64) -> [String] {
    var random = SeededGenerator(seed: seed)
    let news = Array(samples.joined().unicodeScalars)
    let marks = names + ["GPT-4o", "3.5亿", "。", "，", "（", "😀", "\u{301}", "\u{0}", " ", "１２", "a1"]
    return (0..<count).map { _ in
      var text = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 1...40, using: &random) {
        let start = Int.random(in: 0..<max(news.count, 1), using: &random)
        text.append(contentsOf: news.dropFirst(start).prefix(Int.random(in: 0...7, using: &random)))
        if let mark = marks.randomElement(using: &random) {
          text.append(contentsOf: mark.unicodeScalars)
        }
      }
      return String(text)
    }
  }

  private func expectTwin(_ text: String, _ analyzer: TextAnalyzer) {
    let cut = analyzer.tokenize(Document(id: "x", text: text))
    let twin = LatticeTwin(lexicon: analyzer.lexicon)
    let words = cut.tokens.map {
      LatticeTwin.Word(start: $0.start, end: $0.end, candidate: Int($0.candidate))
    }
    #expect(words == twin.words(cut.text, cut.sentences, cut.candidates), "\(text)")
  }

  private func expectPlainTwin(_ text: String, _ lexicon: Lexicon) {
    let cut = TextAnalyzer.plainCut(text, lexicon: lexicon)
    let runs = LetterRuns.candidates(cut.text, cut.sentences)
    let words = cut.tokens.map { TextSpan($0.start, $0.end) }
    let twin = LatticeTwin(lexicon: lexicon).words(cut.text, cut.sentences, runs)
    #expect(words == twin.map { TextSpan($0.start, $0.end) }, "\(text)")
  }

  private func built() throws -> TextAnalyzer { try #require(NameCases.analyzer) }

  @Test func samplesAreThere() { #expect(Self.samples.count >= 12) }

  @Test func agreesOnRandomText() throws {
    let base = try SampleLexicon.make(SampleLexicon.common)
    let lexicons = [base, try Self.overlay(on: base)]
    var random = SeededGenerator(seed: 19)
    let alphabet = Array("小米粥好喝的了，。aB3-. 😀\u{0}手机發林3号公司").map(String.init)
    for _ in 0..<300 {
      let text = (0..<Int.random(in: 0...80, using: &random))
        .map { _ in alphabet.randomElement(using: &random) ?? "" }.joined()
      for lexicon in lexicons { expectPlainTwin(text, lexicon) }
    }
  }

  @Test func agreesOnNewsWithoutCandidates() throws {
    let base = try built().lexicon
    let overlaid = try Self.overlay(on: base)
    for text in Self.samples + Self.mixtures(50, seed: 23) {
      expectPlainTwin(text, base)
      expectPlainTwin(text, overlaid)
    }
  }

  @Test func agreesOnNewsWithCandidates() throws {
    for text in Self.samples + Self.mixtures(100, seed: 29) { expectTwin(text, try built()) }
  }

  @Test func agreesOnNewsWithCandidatesAndOverlay() throws {
    let analyzer = try TextAnalyzer(lexicon: Self.overlay(on: try built().lexicon))
    for text in Self.samples + Self.mixtures(100, seed: 31) { expectTwin(text, analyzer) }
  }
}
