import ChineseText
import Testing

@Suite struct TokenizerTests {
  private func cut(_ text: String, _ lexicon: Lexicon) -> [String] {
    let parts = TokenizerTwin.parts(text, lexicon)
    return parts.tokens.map { parts.text.string($0.span) }
  }

  @Test(arguments: [
    ("小米粥好喝", ["小米粥", "好", "喝"]),
    ("小米发布了手机", ["小米", "发布", "了", "手机"]),
    ("小米GPT-4o手机", ["小米", "GPT-4o", "手机"]),
    ("喝v2.5的粥", ["喝", "v2.5", "的", "粥"]),
  ])
  func cutsAsTheCheapestPath(text: String, words: [String]) throws {
    #expect(cut(text, try SampleLexicon.make(SampleLexicon.common)) == words)
  }

  @Test func aUsersWordWins() throws {
    let base = try SampleLexicon.make(SampleLexicon.common)
    let table = "id\tname\taliases\tlatin\tposts\tsource\nper:x\t米粥好\t\t\t\thand\n"
    let both = try SampleLexicon.lay(tables: [("names/people", table)], over: base)
    #expect(cut("小米粥好喝", both) == ["小", "米粥好", "喝"])
  }

  @Test func coversTheTextWithoutGapsOrOverlaps() throws {
    let lexicon = try SampleLexicon.make(SampleLexicon.common)
    var random = SeededGenerator(seed: 7)
    let alphabet = Array("小米粥好喝的了，。aB3-. 😀\u{0}手机發").map(String.init)
    for _ in 0..<300 {
      let text = (0..<Int.random(in: 0...80, using: &random))
        .map { _ in alphabet.randomElement(using: &random) ?? "" }.joined()
      let parts = TokenizerTwin.parts(text, lexicon)
      for sentence in parts.sentences {
        var at = sentence.span.start
        for token in parts.tokens[sentence.tokens] {
          #expect(token.start == at && token.end > at)
          at = token.end
        }
        #expect(at == sentence.span.end)
      }
    }
  }

  @Test func agreesWithItsCheckedTwin() throws {
    let lexicon = try SampleLexicon.make(SampleLexicon.common)
    var random = SeededGenerator(seed: 11)
    let alphabet = Array("小米粥好喝的了，手机发布").map(String.init)
    for _ in 0..<300 {
      let text = (0..<Int.random(in: 1...40, using: &random))
        .map { _ in alphabet.randomElement(using: &random) ?? "" }.joined()
      #expect(cut(text, lexicon) == TokenizerTwin.cut(text, SampleLexicon.common), "\(text)")
    }
  }
}
