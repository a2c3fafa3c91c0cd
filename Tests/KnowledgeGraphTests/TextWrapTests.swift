import Testing

@testable import KnowledgeGraph

struct TextWrapTests {
  /// A text, a width, and the lines.
  static let cases: [(text: String, width: Int, lines: [String])] = [
    ("", 10, [""]),
    ("短句。", 10, ["短句。"]),
    ("一二三四五六七", 8, ["一二三四", "五六七"]),
    ("一二三四，五六", 8, ["一二三", "四，五六"]),
    ("他说“好的”。", 6, ["他说", "“好", "的”。"]),
    ("英伟达 Rubin Ultra 平台", 12, ["英伟达 Rubin", "Ultra 平台"]),
    ("averylongwordindeed", 8, ["averylongwordindeed"]),
    ("约3.2亿元人民币", 8, ["约3.2亿", "元人民币"]),
    ("a  b", 10, ["a  b"]),
  ]

  @Test(arguments: cases)
  func linesBreakWhereTheyMay(_ example: (text: String, width: Int, lines: [String])) {
    #expect(TextWrap.lines(example.text, width: example.width) == example.lines)
  }

  @Test func nothingIsLost() {
    var random = SeededGenerator(state: 3)
    let alphabet = Array("一二，。“”（）a1 .%😀\u{301}")
    for _ in 0..<300 {
      let length = Int.random(in: 0..<40, using: &random)
      let text = String(
        (0..<length).map { _ in alphabet[Int.random(in: 0..<alphabet.count, using: &random)] })
      let lines = TextWrap.lines(text, width: Int.random(in: 1..<20, using: &random))
      #expect(lines.joined().filter { $0 != " " } == text.filter { $0 != " " })
    }
  }
}
