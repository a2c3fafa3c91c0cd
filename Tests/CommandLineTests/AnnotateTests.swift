import Testing

/// `shiji annotate`: every form of the output, its colours, and what it says to wrong usage.
struct AnnotateTests {
  private let article = "微软去年投资3亿美元。"
  private let marked = "[公司 微软][时间 去年 = 2023]投资[金额 3亿美元 = USD 300,000,000]。\n"
  private let legend = "\n── 公司 company 1  金额 money 1  时间 time 1\n"
  private let company = "\u{1B}[1;34m微软\u{1B}[0m"

  private func run(
    _ arguments: String..., environment: [String: String] = [:]
  ) throws -> Tool.Outcome {
    var tool = Tool()
    tool.environment = environment
    return try tool.run(
      ["annotate", "--published", "2024-03-21"] + arguments, input: Array(article.utf8))
  }

  @Test func pipedTextHasBrackets() throws {
    let expected = "── stdin · 2024-03-21\n" + marked + legend
    #expect(try run() == Tool.Outcome(code: 0, output: expected, errors: ""))
    #expect(try run("--color", "never", environment: ["CLICOLOR_FORCE": "1"]).output == expected)
    #expect(try run(environment: ["CLICOLOR_FORCE": "1", "NO_COLOR": "1"]).output == expected)
  }

  @Test func coloursCanBeHadWithoutATerminal() throws {
    let coloured = try run("--color=always").output
    #expect(coloured.contains(company + "\u{1B}[4;36m去年\u{1B}[0m\u{1B}[2m⟦2023⟧\u{1B}[0m投资"))
    #expect(try run("--color", "always", environment: ["NO_COLOR": "1"]).output == coloured)
    #expect(try run(environment: ["CLICOLOR_FORCE": "1"]).output == coloured)
  }

  @Test func textOfUnknownOriginHasNoHeading() throws {
    let outcome = try Tool().run(["annotate"], input: Array("微软。".utf8))
    #expect(outcome.output == "[公司 微软]。\n\n── 公司 company 1\n")
  }

  @Test func filesHaveColoursOnlyWhereAskedFor() throws {
    let scratch = try Scratch()
    try scratch.write("a.txt", article)
    var tool = scratch.tool
    tool.environment = ["CLICOLOR_FORCE": "1"]
    #expect(try tool.run(["annotate", "a.txt", "-o", "b.txt"]).code == 0)
    #expect(try !scratch.read("b.txt").contains("\u{1B}"))
    #expect(try tool.run(["annotate", "a.txt", "-o", "b.txt", "--color", "always"]).code == 0)
    #expect(try scratch.read("b.txt").contains(company))
  }

  @Test func theExtensionChoosesTheForm() throws {
    let scratch = try Scratch()
    try scratch.write("a.txt", article)
    for (name, beginning) in [
      ("b.html", "<!DOCTYPE html>"), ("b.jsonl", #"{"id":"a","mentions":["#), ("b.out", "── a"),
    ] {
      #expect(
        try scratch.tool.run(["annotate", "a.txt", "-o", name])
          == Tool.Outcome(code: 0, output: "", errors: ""))
      #expect(try scratch.read(name).hasPrefix(beginning))
    }
    _ = try scratch.tool.run(["annotate", "a.txt", "-o", "b.html", "--format", "jsonl"])
    #expect(try scratch.read("b.html").hasPrefix("{"))
  }

  @Test func typesAndRecordsCanBeChosen() throws {
    let scratch = try Scratch()
    try scratch.write("a.txt", article)
    try scratch.write("b.txt", article)
    let outcome = try scratch.tool.run(
      ["annotate", ".", "--types", "money,company", "--types=title", "--limit", "1"])
    #expect(
      outcome.output == "── a\n[公司 微软]去年投资[金额 3亿美元 = USD 300,000,000]。\n\n"
        + "── 公司 company 1  金额 money 1\n")
  }

  @Test func brokenRecordsAreNoted() throws {
    let scratch = try Scratch()
    try scratch.write("a.jsonl", "{\n{\"text\":\"微软。\"}\n")
    let outcome = try scratch.tool.run(["annotate", "a.jsonl"])
    #expect(outcome.code == 0)
    #expect(outcome.output == "── a#2\n[公司 微软]。\n\n── 公司 company 1\n")
    #expect(outcome.errors.hasPrefix("shiji annotate: a.jsonl:1: bad JSON at byte 1: "))
  }

  @Test(arguments: [
    (["--types", "mony"], "unknown type mony; did you mean money?"),
    (["--types", ","], "--types needs the name of a type"),
    (["--format", "htm"], "--format takes text, jsonl, html, not 'htm'; did you mean html?"),
    (["--format", "html", "--color", "always"], "--color is for text; html has none"),
    (["--color", "yes"], "--color takes auto, always, never, not 'yes'"),
  ])
  func wrongUsageIsExplained(_ item: (arguments: [String], message: String)) throws {
    let outcome = try Tool().run(["annotate", "x.txt"] + item.arguments)
    #expect(outcome.code == 2)
    #expect(outcome.output == "")
    #expect(
      outcome.errors == "shiji annotate: \(item.message)\nTry 'shiji annotate --help'.\n")
  }
}
