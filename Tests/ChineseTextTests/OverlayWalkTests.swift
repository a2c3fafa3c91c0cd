import ChineseText
import Testing

@Suite struct OverlayWalkTests {
  private func cut(_ text: String, _ list: String) throws -> [String] {
    let base = try SampleLexicon.make(SampleLexicon.common)
    let parts = TokenizerTwin.parts(text, try SampleLexicon.lay(lists: [list], over: base))
    return parts.tokens.map { parts.text.string($0.span) }
  }

  @Test(arguments: [
    ("小米粥好喝", "小米", ["小米", "粥", "好", "喝"]),
    ("喝华为 Mate 60 Pro的粥", "华为 Mate 60 Pro", ["喝", "华为 Mate 60 Pro", "的", "粥"]),
    ("华为Mate60Pro", "华为 Mate 60 Pro", ["华为Mate60Pro"]),
    ("好GPT-4o mini好", "GPT-4o mini", ["好", "GPT-4o mini", "好"]),
    ("让-皮埃尔•罗斯", "让-皮埃尔·罗斯", ["让-皮埃尔•罗斯"]),
    ("3M中国的手机", "3M中国", ["3M中国", "的", "手机"]),
    ("ai手机，AI", "AI", ["ai", "手机", "，", "AI"]),
  ])
  func aUsersWordIsOneToken(text: String, list: String, tokens: [String]) throws {
    #expect(try cut(text, list) == tokens)
  }

  @Test(arguments: [
    ("GPT-4o minibus", "GPT-4o mini"), ("13M中国", "3M中国"), ("AIGC", "AI"), ("2024", "20"),
  ])
  func aWordDoesNotEndInsideARun(text: String, word: String) throws {
    #expect(try !cut(text, word).contains(word))
  }

  @Test func theLeftmostThenTheLongestWins() throws {
    #expect(try cut("小米粥好", "小米\n米粥好") == ["小米", "粥", "好"])
    #expect(try cut("小米粥好", "小米\n小米粥好") == ["小米粥好"])
  }

  @Test func aForcedCutHoldsUnlessAWordHoldsItsText() throws {
    #expect(try cut("小米粥", "小|米粥") == ["小", "米", "粥"])
    #expect(try cut("小米粥好", "小米|粥\n米粥") == ["小米", "粥", "好"])
    #expect(try cut("小米粥好", "小米|粥\n小米粥好") == ["小米粥好"])
    #expect(try cut("小米粥好", "小米|粥|好\n小米") == ["小米", "粥", "好"])
  }

  @Test func agreesWithItsTwinOnRandomText() throws {
    let base = try SampleLexicon.make(SampleLexicon.common)
    var random = SeededGenerator(seed: 23)
    let letters = Array("小米粥好喝手机aB3-· ").map(String.init)
    func piece(_ range: ClosedRange<Int>) -> String {
      (0..<Int.random(in: range, using: &random))
        .map { _ in letters.randomElement(using: &random) ?? "" }.joined()
    }
    for _ in 0..<150 {
      let words = Set((0..<8).map { _ in "粥" + piece(0...4) + "好" } + ["a", "3b", "小米 a"])
        .filter { !$0.contains(" ") || $0 == "小米 a" }.sorted()
      let cuts = ["手|机", "小米|手机"]
      let lexicon = try SampleLexicon.lay(
        lists: [(words.map { $0 + "\t" } + cuts).joined(separator: "\n")], over: base)
      let text = (0..<6).map { _ in piece(0...5) + (words.randomElement(using: &random) ?? "") }
        .joined()
      let parts = TokenizerTwin.parts(text, lexicon)
      // A word with blanks is also found without them.
      let expected = OverlayTwin.find(words: words + ["小米a"], cuts: cuts, in: text)
      let found = parts.tokens.filter { $0.word >= Int32(lexicon.wordCount) }
        .map { OverlayTwin.Found(start: $0.start, end: $0.end) }
      #expect(found == expected.words, "\(text) \(words)")
      for place in expected.cuts {
        #expect(!parts.tokens.contains { $0.start < place && place < $0.end }, "\(text) \(place)")
      }
    }
  }

  @Test func everyWordOfARandomDictionaryIsOneToken() throws {
    let base = try SampleLexicon.make(SampleLexicon.common)
    var random = SeededGenerator(seed: 5)
    let heads = ["云帆", "3M", "GPT-4o", "让-皮埃尔", "小米", "A股"]
    let tails = ["手机", " mini", "·罗斯", "中国", " Mate 60 Pro", "-X", "好喝"]
    let fillers = ["，", "的", "了喝", "。", "发布了", "——", "（"]
    for _ in 0..<100 {
      let words = Set(
        (0..<6).map { _ in
          (heads.randomElement(using: &random) ?? "") + (tails.randomElement(using: &random) ?? "")
        }
      ).sorted()
      let lexicon = try SampleLexicon.lay(
        lists: [words.map { $0 + "\tproduct" }.joined(separator: "\n")], over: base)
      var text = ""
      var spans: [TextSpan] = []
      for _ in 0..<12 {
        text += fillers.randomElement(using: &random) ?? ""
        let word = words.randomElement(using: &random) ?? ""
        let start = text.unicodeScalars.count
        text += word
        spans.append(TextSpan(start, text.unicodeScalars.count))
      }
      let tokens = TokenizerTwin.parts(text, lexicon).tokens
      for span in spans {
        let token = tokens.first { $0.span == span }
        #expect(token?.tags.contains(.product) == true, "\(text) \(span) \(words)")
      }
    }
  }
}
