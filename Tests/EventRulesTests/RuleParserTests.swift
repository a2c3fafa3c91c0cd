import ChineseText
import EventRules
import Testing

@Suite struct RuleParserTests {
  private func problems(_ text: String) -> [String] {
    RuleSet.check([RuleSource(path: "e.rules", name: "e", bytes: Array(text.utf8))])
      .map(\.description)
  }

  private let head = "event buy 收购\nrole acquirer : party\nrole target : org\n"
  private let tail = "given company 甲公司\ntest 甲公司。\nexpect none\n"

  @Test func acceptsACompleteFile() {
    let rules =
      head + "require target and (acquirer or target)\nkey target\n"
      + "frame 收购 : subject=acquirer object=target\n" + tail
    #expect(problems(rules) == [])
  }

  @Test(arguments: [
    ("frme 收购 : object=target", "e.rules:4:1: unknown keyword frme; did you mean frame?"),
    (
      "frame 收购 : object=targt",
      "e.rules:4:19: unknown role targt; did you mean target?"
    ),
    ("frame 收购 : objct=target", "e.rules:4:12: unknown slot objct"),
    ("require target and", "e.rules:4:16: a role is missing"),
    ("require (target", "e.rules:4:10: missing )"),
    ("link acquirer target", "e.rules:4:1: write: link role -> role : edge"),
    ("pattern {acquirer} …", "e.rules:4:1: a pattern needs a literal"),
    ("expect none", "e.rules:4:1: expect without a test above"),
    ("given brand 甲", "e.rules:4:1: write: given company NAME…"),
    ("role price : mony", "e.rules:4:14: unknown type mony; did you mean money?"),
    ("complete", "e.rules:4:1: write: complete role=from : relation role=to"),
    (
      "complete acquirer=from : owner_of target",
      "e.rules:4:10: write: complete role=from : relation role=to"
    ),
    (
      "complete seller=from : owner_of target=to",
      "e.rules:4:10: unknown role: write: complete role=from : relation role=to"
    ),
    ("titles ceo whole", "e.rules:4:12: unknown option whole"),
    ("published 2024-02-30", "e.rules:4:1: write: published 2024-03-21"),
  ])
  func namesTheMistakeAndItsPlace(line: String, message: String) {
    let found = problems(head + line + "\nframe 收购 : subject=acquirer object=target\n" + tail)
    #expect(found.first == message)
  }

  @Test func refusesRolesThatNothingFills() {
    let rules = head + "role price : money\nframe 收购 : subject=acquirer object=target\n" + tail
    #expect(problems(rules) == ["e.rules:1:1: no line can fill role price"])
  }

  @Test func wantsATestThatExpectsNothing() {
    let rules = head + "frame 收购 : subject=acquirer object=target\n"
    #expect(problems(rules) == ["e.rules:1:1: the file has no test"])
  }

  @Test func listsTriggers() {
    let bytes = Array("frame 收购 \"take over\" : object=x # 注\nnoun 收购案 : owner=y\n".utf8)
    #expect(RuleTriggers.words(in: bytes) == ["收购", "take over", "收购案"])
  }
}
