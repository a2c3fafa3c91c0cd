import Testing

@testable import KnowledgeGraph

struct TextColumnsTests {
  @Test(arguments: [
    ("", 0), ("abc", 3), ("微软", 4), ("，", 2), ("ＡＢ", 4), ("·", 1), ("😀", 2), ("e\u{301}", 1),
    ("한글", 4), ("\u{0}", 0), ("𠮷", 2),
  ])
  func wideCharactersCountTwice(_ item: (text: String, width: Int)) {
    #expect(TextColumns.width(item.text) == item.width)
  }

  @Test func columnsAreSetToTheirSides() {
    let rows = [["词", "1", "x"], ["a", "10", ""], ["微软", "5", "yy"]]
    #expect(
      TextColumns.lines(rows, [.left, .right, .left]) == ["词     1  x", "a     10", "微软   5  yy"])
  }

  @Test func cellsBeyondTheColumnsAreLeftOut() {
    #expect(TextColumns.lines([["a", "b"]], [.left]) == ["a"])
    #expect(TextColumns.lines([], [.left]) == [])
  }
}
