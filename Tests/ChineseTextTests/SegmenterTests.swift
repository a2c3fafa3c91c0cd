import ChineseText
import Testing

@Suite struct SegmenterTests {
  private func words(_ text: String) throws -> [String] {
    Segmenter(lexicon: try SampleLexicon.make(SampleLexicon.common)).words(text)
  }

  @Test(arguments: [
    ("小米粥好喝", ["小米粥", "好", "喝"]),
    ("小米GPT-4o手机", ["小米", "GPT-4o", "手机"]),
    ("喝v2.5的粥。", ["喝", "v2.5", "的", "粥", "。"]),
    ("", []),
    ("好\n喝", ["好", "\n", "喝"]),
  ])
  func cutsAsTheCheapestPath(text: String, expected: [String]) throws {
    #expect(try words(text) == expected)
  }

  @Test func tilesAnyBytes() throws {
    let segmenter = Segmenter(lexicon: try SampleLexicon.make(SampleLexicon.common))
    var random = SeededGenerator(seed: 3)
    let pool: [UInt8] = Array("小米粥。aB3-".utf8) + [0, 10, 0x80, 0xC3, 0xE5, 0xF0, 0xFF, 0xED, 0xA0]
    for _ in 0..<300 {
      let bytes = (0..<Int.random(in: 0...60, using: &random))
        .map { _ in pool.randomElement(using: &random) ?? 0 }
      var position = 0
      bytes.withUnsafeBufferPointer { bytes in
        segmenter.segment(bytes) { tokens in
          for token in tokens {
            #expect(token.start == position && token.end > position)
            position = token.end
          }
        }
      }
      #expect(position == bytes.count)
    }
  }

  /// Long texts are cut in pieces; the pieces end at marks, so the words stay the same.
  @Test func agreesWithTheTokenizerWhateverTheLength() throws {
    let lexicon = try SampleLexicon.make(SampleLexicon.common)
    let segmenter = Segmenter(lexicon: lexicon)
    var random = SeededGenerator(seed: 5)
    let alphabet = Array("小米粥好喝的了，。手机发布aB3-.％Ａ😀發").map(String.init)
    for size in [10, 300, 1023, 1024, 1025, 5000] {
      let text = (0..<size).map { _ in alphabet.randomElement(using: &random) ?? "" }.joined()
      let parts = TextAnalyzer.plainCut(text, lexicon: lexicon)
      let expected = parts.tokens.map { parts.text.string($0.span) }
      #expect(segmenter.words(text) == expected)
    }
  }

  @Test func tagsComeWithTheWord() throws {
    let lexicon = try SampleLexicon.make(SampleLexicon.common)
    var tags: [WordTags] = []
    var text = "小米喝喝x"
    text.withUTF8 { bytes in
      Segmenter(lexicon: lexicon).segment(bytes) { tags += $0.map { $0.tags(in: lexicon) } }
    }
    #expect(tags.count == 4)
    #expect(tags[0].contains(.noun) && tags[1].contains(.verb) && tags[3].isEmpty)
  }
}
