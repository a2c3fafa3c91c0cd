import Testing

/// `shiji lint` and `shiji test`.
struct DataCheckTests {
  private let rules = """
    event takeover 接管
    role witness : party
    role target  : org
    require witness and target
    frame 收购 : subject=witness object=target
    given company 星河科技 云帆智能
    test   星河科技收购云帆智能。
    expect witness=星河科技 target=云帆智能
    test   今日无事。
    expect none

    """

  @Test func goodRulesPass() throws {
    let scratch = try Scratch()
    try scratch.write("own/events/takeover.rules", rules)
    let lint = try scratch.tool.run(["lint", "own"])
    #expect(lint.errors == "shiji lint: 0 problems (0 tables, 1 rule file)\n")
    #expect(lint.code == 0)
    let test = try scratch.tool.run(["test", "own"])
    #expect(test == Tool.Outcome(code: 0, output: "", errors: "shiji test: 2 tests, 0 failed\n"))
  }

  @Test func badRulesAreFindings() throws {
    let scratch = try Scratch()
    try scratch.write(
      "own/events/takeover.rules", rules.replacing("object=target", with: "object=traget"))
    let lint = try scratch.tool.run(["lint", "own"])
    #expect(lint.output.hasPrefix("own/events/takeover.rules:5:"))
    #expect(lint.output.contains("did you mean"))
    #expect(lint.code == 1)
    #expect(try scratch.tool.run(["test", "own"]).code == 1)
  }

  @Test func failedTestsAreFindings() throws {
    let scratch = try Scratch()
    try scratch.write(
      "own/events/takeover.rules",
      rules.replacing("witness=星河科技", with: "witness=云帆智能"))
    let outcome = try scratch.tool.run(["test", "own"])
    #expect(outcome.output.hasPrefix("own/events/takeover.rules:"))
    #expect(outcome.errors == "shiji test: 2 tests, 1 failed\n")
    #expect(outcome.code == 1)
  }

  @Test func badTablesAreFindings() throws {
    let scratch = try Scratch()
    try scratch.write("own/names/companies-own.tsv", "id\tname\norg:x\t甲\n")
    let outcome = try scratch.tool.run(["lint", "own"])
    #expect(outcome.output.hasPrefix("own/names/companies-own.tsv:1:"))
    #expect(outcome.code == 1)
  }

  @Test func missingFolderIsAnInputError() throws {
    for command in ["lint", "test"] {
      let outcome = try Tool().run([command, "/nowhere"])
      #expect(outcome.errors == "shiji \(command): /nowhere: no such folder\n")
      #expect(outcome.code == 3)
    }
  }
}
