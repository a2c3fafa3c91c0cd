import ChineseText
import Testing

@testable import EventRules

@Suite struct WordIndexTests {
  private func lexicon() throws -> Lexicon {
    try Lexicon(
      bytes: LexiconCompiler.compile(
        tables: [
          LexiconCompiler.Source(
            path: "w", name: "words/core-words",
            bytes: Array("word\tcount\tpos\tsource\n的\t1\tu\thand\n".utf8))
        ], rules: []))
  }

  private func found(_ words: [String], in text: String) throws -> [String] {
    let lexicon = try lexicon()
    let index = WordIndex(words.map { (lexicon.folded($0), $0) })
    let cut = TextAnalyzer.plainCut(text, lexicon: lexicon)
    var result: [String] = []
    index.forEach(in: TextSpan(0, cut.text.count), of: cut.text) { start, count, word in
      result.append("\(start)+\(count):\(word)")
    }
    return result
  }

  @Test func findsEveryWordAtEveryPlace() throws {
    #expect(
      try found(["收购", "收购方", "IPO"], in: "收购方与ipo，收购")
        == ["0+2:收购", "0+3:收购方", "4+3:IPO", "8+2:收购"])
  }

  @Test func staysInsideTheText() throws {
    #expect(try found(["收购方"], in: "收购") == [])
    #expect(try found(["收购"], in: "") == [])
    #expect(try found([], in: "收购") == [])
  }

  @Test func looksAtOnePlace() throws {
    let lexicon = try lexicon()
    let index = WordIndex(["收购", "购", "收购方"].map { (lexicon.folded($0), $0) })
    let text = TextAnalyzer.plainCut("被收购方", lexicon: lexicon).text
    var words: [String] = []
    index.forEach(at: 1, in: text) { words.append($1) }
    #expect(words == ["收购", "收购方"])
    #expect(index.contains(at: 1, in: text) { $0 == 3 })
    #expect(!index.contains(at: 1, in: text) { $0 > 3 })
    for place in [-1, 0, 4, 9] { #expect(!index.contains(at: place, in: text) { _ in true }) }
  }
}
