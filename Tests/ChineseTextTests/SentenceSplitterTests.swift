import ChineseText
import Testing

@Suite struct SentenceSplitterTests {
  private func split(_ text: String) throws -> [String] {
    let lexicon = try SampleLexicon.make(SampleLexicon.common)
    let cut = TextAnalyzer.plainCut(text, lexicon: lexicon)
    return cut.sentences.map { cut.text.string($0.span) }
  }

  @Test(arguments: [
    ("小米好。手机好！", ["小米好。", "手机好！"]),
    ("他说：“好。”了。", ["他说：“好。”", "了。"]),
    ("小米（好。好）了。", ["小米（好。好）了。"]),
    ("小米\n\n  手机  ", ["小米", "手机"]),
    ("好……了", ["好……了"]),
    ("", []),
  ])
  func splitsAtMarksAndLineEnds(text: String, sentences: [String]) throws {
    #expect(try split(text) == sentences)
  }

  @Test(arguments: [
    // A line that begins with a comma goes on with the one before.
    ("小米的手机\n，很好。", ["小米的手机\n，很好。"]),
    // So does a name alone on its line before such a line.
    ("小米董事会的主席在昨天的会上说\n郁亮\n、手机", ["小米董事会的主席在昨天的会上说\n郁亮\n、手机"]),
    // A headline keeps to itself, and so does what follows an end mark.
    ("手机\n小米\n好。", ["手机", "小米", "好。"]),
    ("小米好。\n，手机", ["小米好。", "，手机"]),
  ])
  func readsOverLineEndsInsideSentences(text: String, sentences: [String]) throws {
    #expect(try split(text) == sentences)
  }

  @Test func cutsMonstersHard() throws {
    let sentences = try split(String(repeating: "米", count: 5000))
    #expect(sentences.count == 5)
    #expect(sentences.allSatisfy { $0.count <= 1024 })
  }
}
