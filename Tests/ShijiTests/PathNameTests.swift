import Testing

@testable import Shiji

struct PathNameTests {
  static let stems = [
    ("news/a.txt", "news/a"), ("a.b.json", "a.b"), ("noextension", "noextension"),
    (".hidden", ".hidden"), ("news/.txt", "news/.txt"), ("v1.2 release", "v1.2 release"),
    ("dir.d/file", "dir.d/file"),
  ]

  @Test(arguments: stems)
  func dropsTheExtensionAlone(_ path: String, _ expected: String) {
    #expect(PathName.withoutExtension(path) == expected)
  }

  @Test func splitsAndJoins() {
    #expect(PathName.last("/a/b.txt") == "b.txt")
    #expect(PathName.parent("/a/b.txt") == "/a")
    #expect(PathName.parent("b.txt") == ".")
    #expect(PathName.join("/a/", "b") == "/a/b")
    #expect(PathName.fileExtension("A.JSON") == "json")
  }
}
