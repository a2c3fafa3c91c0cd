import Foundation
import Testing

@testable import ChineseText

/// The explanation finds the kernel's path and tells the truth about the others.
@Suite struct LatticeExplanationTests {
  private static let unit = Int(Candidate.unit)

  private func explain(
    _ text: String, _ lexicon: Lexicon, _ candidates: [Candidate] = []
  ) throws -> (text: FoldedText, explanation: LatticeExplanation) {
    let parts = TokenizerTwin.parts(text, lexicon)
    let sentence = try #require(parts.sentences.first)
    let explanation = LatticeExplanation(
      parts.text, sentence: sentence.span, candidates: candidates, lexicon: lexicon)
    return (parts.text, explanation)
  }

  private func surfaces(_ list: [Int], _ explanation: LatticeExplanation, _ text: FoldedText)
    -> [String]
  { list.map { text.string(explanation.words[$0].edge.span) } }

  @Test func saysWhichWordsWonAndByHowMuch() throws {
    let (text, found) = try explain("小米粥好", SampleLexicon.make(SampleLexicon.common))
    #expect(surfaces(found.best.words, found, text) == ["小米粥", "好"])
    let second = try #require(found.runnerUp)
    #expect(surfaces(second.words, found, text) == ["小米", "粥", "好"])
    let place = try #require(found.places.first)
    #expect(found.places.count == 1)
    #expect(place.span == TextSpan(0, 3))
    #expect(surfaces(place.won, found, text) == ["小米粥"])
    #expect(surfaces(place.lost, found, text) == ["小米", "粥"])
    #expect(place.margin == found.margin)
    #expect(second.cost - found.best.cost == place.margin)
  }

  @Test func listsEveryWordWithItsDetour() throws {
    let (text, found) = try explain("小米粥", SampleLexicon.make(SampleLexicon.common))
    let words = found.words.map { text.string($0.edge.span) }
    #expect(words == ["小", "小米", "小米粥", "米", "粥"])
    #expect(found.words.map(\.isBest) == [false, false, true, false, false])
    #expect(found.words.map(\.isRunnerUp) == [false, true, false, false, true])
    #expect(found.words.map { $0.detour == 0 } == [false, false, true, false, false])
    #expect(found.words[1].detour == found.margin)
    #expect(found.words[4].detour == found.margin)
  }

  @Test func aCandidateCompetesWithTheSameStretch() throws {
    let lexicon = try SampleLexicon.make(SampleLexicon.common)
    let cheap = Candidate(start: 0, end: 2, tags: .person, cost: 1)
    let (text, found) = try explain("小米好", lexicon, [cheap])
    #expect(surfaces(found.best.words, found, text) == ["小米", "好"])
    let first = try #require(found.best.words.first)
    #expect(found.words[first].edge.origin == .recognizer)
    #expect(found.words[first].edge.tags == .person)
    let dictionary = found.words.first {
      $0.edge.origin == .dictionary && $0.edge.span == TextSpan(0, 2)
    }
    #expect(dictionary?.isBest == false)
    #expect(dictionary?.detour == dictionary.map { $0.edge.cost - 1 })
    // The second path cuts otherwise; the dearer word of the same stretch is no other cut.
    #expect(surfaces(found.runnerUp?.words ?? [], found, text) == ["小", "米", "好"])
  }

  @Test func oneCharacterHasOnePath() throws {
    let (_, found) = try explain("好", SampleLexicon.make(SampleLexicon.common))
    #expect(found.runnerUp == nil)
    #expect(found.margin == nil)
    #expect(found.places.isEmpty)
  }

  @Test func agreesWithTheKernelOnRandomText() throws {
    let base = try SampleLexicon.make(SampleLexicon.common)
    let table = "id\tname\taliases\tlatin\tposts\tsource\nper:x\t米粥好\tGPT|手\t\t\thand\n"
    let own = try SampleLexicon.lay(
      tables: [("names/people", table)], lists: ["手|机\n小米|粥\nB3"], over: base)
    var random = SeededGenerator(seed: 23)
    let alphabet = Array("小米粥好喝的了，。aB3-. 😀\u{0}手机發GPT").map(String.init)
    for lexicon in [base, own] {
      for _ in 0..<400 {
        let text = (0..<Int.random(in: 0...60, using: &random))
          .map { _ in alphabet.randomElement(using: &random) ?? "" }.joined()
        check(text, lexicon)
      }
    }
  }

  /// The plain cut of a text, sentence by sentence.
  private func check(_ source: String, _ lexicon: Lexicon) {
    let (text, sentences, tokens) = TextAnalyzer.plainCut(source, lexicon: lexicon)
    for sentence in sentences {
      var runs: [Candidate] = []
      UnknownWords(lexicon: lexicon).recognize(text, in: sentence.span, candidates: &runs)
      let found = LatticeExplanation(
        text, sentence: sentence.span, candidates: runs, lexicon: lexicon)
      agrees(found, Array(tokens[sentence.tokens]), source)
    }
  }

  private func agrees(_ found: LatticeExplanation, _ tokens: [Token], _ source: String) {
    let best = found.best.words.map { found.words[$0].edge }
    #expect(best.map(\.span) == tokens.map(\.span), "\(source)")
    #expect(best.map(\.word) == tokens.map(\.word), "\(source)")
    #expect(best.map(\.tags) == tokens.map(\.tags), "\(source)")
    #expect(found.best.cost == best.reduce(0) { $0 + $1.cost })
    #expect(found.places.reduce(0) { $0 + $1.margin } == found.margin ?? 0)
    #expect(found.places.allSatisfy { $0.margin >= 0 })
    #expect(found.words.allSatisfy { ($0.detour ?? 0) >= 0 })
    #expect(found.words.filter(\.isBest).allSatisfy { $0.detour == 0 })
  }

  @Test func secondPathIsTheSecondOfAll() throws {
    let lexicon = try SampleLexicon.make(SampleLexicon.common)
    var random = SeededGenerator(seed: 5)
    let alphabet = Array("小米粥好手机").map(String.init)
    for _ in 0..<200 {
      let source = (0..<Int.random(in: 1...8, using: &random))
        .map { _ in alphabet.randomElement(using: &random) ?? "" }.joined()
      let (_, found) = try explain(source, lexicon)
      let costs = allCosts(found.words.map(\.edge), from: 0, to: source.count).sorted()
      #expect(found.best.cost == costs.first)
      #expect(found.runnerUp?.cost == costs.dropFirst().first)
      for word in found.words {
        let edge = word.edge
        let through =
          (allCosts(found.words.map(\.edge), from: 0, to: edge.span.start).min() ?? 0) + edge.cost
          + (allCosts(found.words.map(\.edge), from: edge.span.end, to: source.count).min() ?? 0)
        #expect(word.detour == through - found.best.cost)
      }
    }
  }

  /// The costs of all paths between two places.
  private func allCosts(_ edges: [LatticeEdge], from start: Int, to end: Int) -> [Int] {
    guard start < end else { return [0] }
    return edges.filter { $0.span.start == start && $0.span.end <= end }.flatMap { edge in
      allCosts(edges, from: edge.span.end, to: end).map { $0 + edge.cost }
    }
  }

  static let samples: [URL] = {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let folder = root.appending(path: "Samples/news")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path())) ?? []
    return names.filter { !$0.hasPrefix(".") }.sorted().map { folder.appending(path: $0) }
  }()

  @Test(arguments: samples)
  func agreesWithTheKernelOnTheSamples(_ file: URL) throws {
    let analyzer = try #require(NameCases.analyzer)
    let source = try String(contentsOf: file, encoding: .utf8)
    let cut = analyzer.tokenize(Document(id: "d", text: source))
    let (_, explanations) = analyzer.explain(Document(id: "d", text: source))
    #expect(explanations.count == cut.sentences.count && !explanations.isEmpty)
    for (sentence, found) in zip(cut.sentences, explanations) {
      #expect(found.sentence == sentence.span)
      agrees(found, Array(cut.tokens[sentence.tokens]), cut.text.string(sentence.span))
    }
  }
}
