import KnowledgeGraph
import Testing

struct IdentifierTests {
  @Test func isADigestOfTheParts() {
    #expect(
      Identifier.make("org:", ["org", "星河科技"])
        == "org:" + SHA256.hexadecimalPrefix(of: Array("shiji-id/1\u{1F}org\u{1F}星河科技".utf8)))
    #expect(Identifier.make("a:", ["b", "c"]) != Identifier.make("a:", ["bc"]))
  }

  @Test(arguments: [
    ("org:microsoft", false), ("org:0123456789abcdef", true), ("org:0123456789ABCDEF", false),
    ("per:li@org:x", true), ("org:0123456789abcde", false), ("x", true),
  ])
  func tellsDigestsFromSlugs(id: String, isUnlisted: Bool) {
    #expect(Identifier.isUnlisted(id) == isUnlisted)
  }
}
