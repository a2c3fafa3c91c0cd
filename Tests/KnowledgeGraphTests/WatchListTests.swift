import KnowledgeGraph
import Testing

struct WatchListTests {
  @Test(arguments: [
    ("微软\n苹果\n", ["微软", "苹果"]), ("", []), ("# 只有注释\n\n", []),
    ("\u{FEFF}微软\r\n  Inflection AI \t\r\n微软", ["微软", "Inflection AI"]),
    ("org:a # 备注\nC#公司\n#x", ["org:a", "C#公司"]), ("　星河　\n", ["星河"]),
  ])
  func aNameStandsOnEachLine(_ text: String, _ names: [String]) {
    #expect(WatchList(parsing: text).names == names)
  }
}
