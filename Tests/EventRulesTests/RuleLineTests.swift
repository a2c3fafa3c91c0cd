import Testing

@testable import EventRules

@Suite struct RuleLineTests {
  private func words(_ line: String) -> [String]? {
    RuleLine(Substring(line), number: 1).map { [$0.keyword.text] + $0.words.map(\.text) }
  }

  @Test(arguments: [
    ("frame 收购 : object=target", ["frame", "收购", ":", "object=target"]),
    ("  frame 收购  # 注", ["frame", "收购"]),
    ("frame \"take over\" : a=b", ["frame", "take over", ":", "a=b"]),
    ("require a and (b or c)", ["require", "a", "and", "(", "b", "or", "c", ")"]),
    ("test 甲 # 乙", ["test", "甲", "#", "乙"]),
  ])
  func cutsAtBlanks(line: String, expected: [String]) {
    #expect(words(line) == expected)
  }

  @Test(arguments: ["", "   ", "# nothing"])
  func passesOverWhatSaysNothing(line: String) {
    #expect(words(line) == nil)
  }

  @Test func countsColumnsInCharacters() {
    let line = RuleLine("frame 收购 并购 : object=x", number: 7)
    #expect(line?.words.map(\.column) == [7, 10, 13, 15])
    #expect(line?.rest == "收购 并购 : object=x")
  }
}
