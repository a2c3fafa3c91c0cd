import Testing

@testable import Shiji

struct GlobTests {
  struct Case: Sendable {
    let pattern: String
    let path: String
    let matches: Bool
  }

  static let cases = [
    Case(pattern: "*.txt", path: "a.txt", matches: true),
    Case(pattern: "*.txt", path: "2024/03/a.txt", matches: true),
    Case(pattern: "*.txt", path: "a.json", matches: false),
    Case(pattern: "2024/*.txt", path: "2024/a.txt", matches: true),
    Case(pattern: "2024/*.txt", path: "2024/03/a.txt", matches: false),
    Case(pattern: "2024/**/*.txt", path: "2024/03/21/a.txt", matches: true),
    Case(pattern: "2024/**/*.txt", path: "2024/a.txt", matches: true),
    Case(pattern: "**/draft/**", path: "x/draft/y.txt", matches: true),
    Case(pattern: "?.txt", path: "新.txt", matches: true),
    Case(pattern: "?.txt", path: "新闻.txt", matches: false),
    Case(pattern: "新*.txt", path: "新闻.txt", matches: true),
    Case(pattern: "", path: "a", matches: false),
  ]

  @Test(arguments: cases)
  func matchesAsWritten(_ item: Case) {
    #expect(Glob(item.pattern).matches(item.path) == item.matches)
  }
}
