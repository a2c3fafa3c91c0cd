import ChineseText
import Testing

@testable import Shiji

/// The table of a small lexicon, word for word.
struct ExplanationTableTests {
  private func lexicon() throws -> Lexicon {
    let words = """
      word\tcount\tpos\tsource
      发布\t400\tv\thand
      好\t900\ta\thand
      小\t500\ta\thand
      小米\t50\tn\thand
      小米粥\t30\tn\thand
      米\t300\tn\thand
      粥\t20\tn\thand
      """
    let firms = """
      id\tname\taliases\ttype\tparent\ttickers\tformer\tfull\tlatin\tsource
      org:xiaomi\t小米\t\t\t\t\t\t\t\thand
      """
    return try Lexicon(
      bytes: LexiconCompiler.compile(
        tables: [
          LexiconCompiler.Source(path: "w.tsv", name: "words/core-words", bytes: Array(words.utf8)),
          LexiconCompiler.Source(
            path: "f.tsv", name: "names/companies-private", bytes: Array(firms.utf8)),
        ], rules: []))
  }

  private func table(_ source: String, _ candidates: [Candidate] = []) throws -> [String] {
    let lexicon = try lexicon()
    let (text, sentences, _) = TextAnalyzer.plainCut(source, lexicon: lexicon)
    let sentence = try #require(sentences.first)
    let explanation = LatticeExplanation(
      text, sentence: sentence.span, candidates: candidates, lexicon: lexicon)
    return ExplanationTable(explanation, text, lexicon, Offsets(text, .scalars)).lines
  }

  @Test func showsEveryWordAndWhatDecided() throws {
    let person = Candidate(start: 1, end: 3, tags: .person, cost: 9 * Candidate.unit)
    #expect(
      try table("小米粥 好", [person]) == [
        "小米粥 好",
        "   at  word     cost  detour  from        what",
        "-   0  小       1.48   +3.88  dictionary  adjective",
        "    0  小米     3.78   +4.19  dictionary  noun company  org:xiaomi",
        "*   0  小米粥   4.30          dictionary  noun",
        "-   1  米       1.99   +3.88  dictionary  noun",
        "    1  米粥     9.00   +6.19  recognizer  person",
        "-   2  粥       4.70   +3.88  dictionary  noun",
        "*   3  ␣       25.50          character   punctuation",
        "*   4  好       0.89          dictionary  adjective",
        "*  best    30.69  小米粥  ␣  好",
        "-  second  34.57  小  米  粥  ␣  好",
        "   margin   3.88",
        "  小米粥 (4.30) beat 小  米  粥 (8.17) by 3.88",
      ])
  }

  @Test func saysThatThereIsNoOtherWay() throws {
    #expect(
      try table("好") == [
        "好",
        "   at  word  cost  detour  from        what",
        "*   0  好    0.89          dictionary  adjective",
        "*  best  0.89  好",
        "  No other cut is possible.",
      ])
  }

  @Test(arguments: [
    (0, "0.00"), (32768, "1.00"), (16384, "0.50"), (163, "0.00"), (164, "0.01"), (-32768, "-1.00"),
    (-1, "0.00"), (3_276_800, "100.00"),
  ])
  func costsHaveTwoDecimals(_ item: (cost: Int, text: String)) {
    #expect(Nats.text(item.cost) == item.text)
  }
}
