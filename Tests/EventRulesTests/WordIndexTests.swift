import ChineseText
import Testing

@testable import EventRules

@Suite struct WordIndexTests {
  private func found(_ words: [String], in text: String) throws -> [String] {
    let lexicon = try Lexicon(
      bytes: LexiconCompiler.compile(
        tables: [
          LexiconCompiler.Source(
            path: "w", name: "words/core-words",
            bytes: Array("word\tcount\tpos\tsource\n的\t1\tu\thand\n".utf8))
        ], rules: []))
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
}
