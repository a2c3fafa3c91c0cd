import Testing

@testable import ChineseText

@Suite struct OverlayTrieTests {
  private func keys(_ words: [String]) -> (keys: [UInt16], starts: [UInt32]) {
    var keys: [UInt16] = []
    var starts: [UInt32] = [0]
    for word in words {
      keys += Array(word.utf16)
      starts.append(UInt32(keys.count))
    }
    return (keys, starts)
  }

  private func overlay(_ words: [String]) throws -> Overlay {
    let base = try SampleLexicon.make(SampleLexicon.common)
    let list = SampleLexicon.source("list", words.joined(separator: "\n"))
    return try Overlay(
      bytes: LexiconCompiler.compile([.sources(tables: [], rules: [], lists: [list])], over: base))
  }

  @Test func holdsOnlyNodesThatKeysShare() {
    let words = ["云帆", "云帆智能科技有限公司", "云海"]
    let (keys, starts) = keys(words)
    let trie = OverlayTrie(keys: keys, starts: starts)
    #expect(trie.nodes.count == 3)
    #expect(trie.nodes.map(\.count) == [1, 0, 0])
    #expect(trie.nodes.map(\.row) == [1, 3, 2])
  }

  @Test func anEmptyTrieFindsNothing() throws {
    let overlay = try overlay([])
    #expect(overlay.count == 0)
    #expect(overlay.word(Array("云帆".utf16)) == nil)
    #expect(overlay.word([]) == nil)
  }

  @Test func findsExactlyTheKeysOfARandomSet() throws {
    var random = SeededGenerator(seed: 3)
    let letters = Array("云帆智能海a3").map(String.init)
    func piece(_ most: Int) -> String {
      (0..<Int.random(in: 1...most, using: &random))
        .map { _ in letters.randomElement(using: &random) ?? "" }.joined()
    }
    for _ in 0..<60 {
      let words = Set((0..<60).map { _ in piece(7) })
      let overlay = try overlay(words.sorted())
      #expect(overlay.count == words.count)
      for word in words { #expect(overlay.word(Array(word.utf16)) != nil, "\(word)") }
      let text = Array((0..<20).map { _ in piece(4) }.joined().utf16)
      for start in text.indices {
        var found: [String] = []
        text.withUnsafeBufferPointer { units in
          overlay.view.forEachKey(in: units, from: start, to: units.count) { row, end in
            #expect(Array(overlay.key(row)) == Array(units[start..<end]))
            found.append(String(decoding: units[start..<end], as: UTF16.self))
          }
        }
        let expected = (start..<text.count)
          .map { String(decoding: text[start...$0], as: UTF16.self) }.filter(words.contains)
        #expect(found == expected)
      }
    }
  }
}
