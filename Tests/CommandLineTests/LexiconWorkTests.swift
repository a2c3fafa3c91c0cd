import Testing

/// `shiji lexicon find`, `stats`, `add` and `why`.
struct LexiconWorkTests {
  @Test func anAddedRowIsFoundAndUsed() throws {
    let scratch = try Scratch()
    let added = try scratch.tool.run(
      [
        "lexicon", "add", "company", "鹊星云", "--alias", "鹊云", "--id", "org:quexing", "--lexicon",
        "my",
      ])
    #expect(
      added
        == Tool.Outcome(
          code: 0,
          output: """
            my/names/companies-own.tsv:2  company  org:quexing
                 id       org:quexing
              *  name     鹊星云
                 aliases  鹊云
                 source   hand

            """, errors: ""))
    #expect(scratch.names == ["my"])
    #expect(
      try scratch.read("my/names/companies-own.tsv")
        == "id\tname\taliases\ttype\tparent\ttickers\tformer\tfull\tlatin\tsource\n"
        + "org:quexing\t鹊星云\t鹊云\t\t\t\t\t\t\thand\n")
    let found = try scratch.tool.run(["lexicon", "find", "鹊云", "--lexicon", "my"])
    #expect(found.output.hasPrefix("my/names/companies-own.tsv:2  company  org:quexing\n"))
    #expect(try scratch.tool.run(["lint", "my"]).code == 0)
    let why = try scratch.tool.run(["lexicon", "why", "鹊云发布新品。", "--lexicon", "my"])
    #expect(why.output.contains("row        my/names/companies-own.tsv:2 (aliases)"))
    let stats = try scratch.tool.run(["lexicon", "stats", "--lexicon", "my"])
    #expect(stats.output.contains("my/names/companies-own.tsv"))
  }

  @Test func aRefusedRowLeavesNothing() throws {
    let scratch = try Scratch()
    let outcome = try scratch.tool.run(
      ["lexicon", "add", "company", "鹊星云", "--set", "parent=org:nobody", "--lexicon", "my"])
    #expect(outcome.code == 4)
    #expect(
      outcome.errors == "shiji lexicon add: my/names/companies-own.tsv:2:15: "
        + "no row has the id org:nobody\n")
    #expect(scratch.names == [])
  }

  @Test func aDryRunWritesNothing() throws {
    let scratch = try Scratch()
    let outcome = try scratch.tool.run(
      ["lexicon", "add", "word", "鹊星云", "--lexicon", "my", "--dry-run"])
    #expect(outcome.output.hasPrefix("my/words/terms-own.tsv:2  noun\n"))
    #expect(scratch.names == [])
  }

  @Test func nothingFoundIsAFinding() throws {
    let outcome = try Tool().run(["lexicon", "find", "鹊星云帆"])
    #expect(
      outcome
        == Tool.Outcome(
          code: 1, output: "", errors: "shiji lexicon find: no row holds 鹊星云帆\n"))
    let json = try Tool().run(["lexicon", "find", "鹊星云帆", "--format", "json", "--quiet"])
    #expect(
      json == Tool.Outcome(code: 1, output: "[{\"rows\":[],\"word\":\"鹊星云帆\"}]\n", errors: ""))
  }

  @Test func aTextMayComeFromStandardInput() throws {
    let input = Array("他喝了小米粥。\n".utf8)
    let outcome = try Tool().run(["lexicon", "why", "-", "--expect", "小米"], input: input)
    #expect(outcome.code == 0)
    #expect(outcome.output.contains("小米?  3–5\n  it lost in the lattice: 小米粥 won by "))
    #expect(outcome == (try Tool().run(["lexicon", "why", "--expect", "小米"], input: input)))
  }

  @Test func badOwnDataAreErrors() throws {
    let scratch = try Scratch()
    try scratch.write("my/names/companies-own.tsv", "id\tname\n")
    for command in [["find", "微软"], ["stats"], ["why", "微软"]] {
      let outcome = try scratch.tool.run(["lexicon"] + command + ["--lexicon", "my"])
      #expect(outcome.code == 4)
      #expect(outcome.errors.contains("my/names/companies-own.tsv:1:1: header must be: id name"))
    }
  }
}
