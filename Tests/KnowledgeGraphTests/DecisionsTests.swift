import KnowledgeGraph
import Testing

struct DecisionsTests {
  static let errors: [(text: String, message: String)] = [
    ("merge\ta\tb\tr", "i.tsv:1:1: \"merge\" is none of same, not_same, split, reject"),
    ("# x\n\nsame\torg:a", "i.tsv:3:11: same needs a second id"),
    ("same\torg:a\tclm:b\tr", "i.tsv:1:12: \"clm:b\" is no entity id (org:, per:, prd: or loc:)"),
    ("same\torg:a\torg:a\tr", "i.tsv:1:12: same names org:a twice"),
    ("same\torg:a\tper:b\tr", "i.tsv:1:12: org:a and per:b are of different kinds"),
    ("same\torg:a\torg:b", "i.tsv:1:17: the reason is missing"),
    (
      "split\torg:a\tby year\tr",
      "i.tsv:1:13: split by \"organization\" or by \"document\", not by \"year\""
    ),
    ("reject\torg:a\tr", "i.tsv:1:8: \"org:a\" is no claim id (clm:…)"),
    (
      "same\torg:a\torg:b\tr\nsame\torg:b\torg:c\tr\nnot_same\torg:a\torg:c\tr",
      "i.tsv:3:1: contradicts\n  i.tsv:1: same\torg:a\torg:b\tr\n  i.tsv:2: same\torg:b\torg:c\tr\n  i.tsv:3: not_same\torg:a\torg:c\tr"
    ),
    (
      "split\torg:a\torganization\tr\nsplit\torg:a\tdocument\tr",
      "i.tsv:2:1: contradicts\n  i.tsv:1: split\torg:a\torganization\tr\n  i.tsv:2: split\torg:a\tdocument\tr"
    ),
  ]

  @Test(arguments: errors)
  func saysWhatIsWrong(text: String, message: String) {
    let error = #expect(throws: DecisionError.self) {
      try Decisions(parsing: text, file: "i.tsv")
    }
    #expect(error?.description == message)
  }

  @Test func reportsAllProblemsAtOnce() {
    let error = #expect(throws: DecisionError.self) { try Decisions(parsing: "x\ny\nsame") }
    #expect(error?.problems.map(\.line) == [1, 2, 3])
  }

  @Test func acceptsWhatIsRight() throws {
    _ = try Decisions(
      parsing:
        "# note\r\nsame\torg:a\torg:b\t理由\r\n\nsplit\tper:c\tby organization\t同名\nreject\tclm:1\t反讽\n"
    )
  }
}
