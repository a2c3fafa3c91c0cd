import Testing

/// A user's own words: `--dictionary`, `words/*.tsv` of a folder, several at once.
struct DictionaryTests {
  private let list = """
    # own words
    华为 Mate 60 Pro\tproduct
    GPT-4o mini\tproduct
    让-皮埃尔·罗斯\tperson
    3M中国\tcompany
    一加手机
    云帆|智能
    美元基金\tn

    """

  private func words(_ text: String, _ arguments: String..., in scratch: Scratch) throws -> String {
    try scratch.tool.run(["tokenize"] + arguments, input: Array(text.utf8)).output
  }

  @Test(arguments: [
    ("昨天华为 Mate 60 Pro发布", "昨天  华为 Mate 60 Pro  发布"),
    ("发布GPT-4o mini，好", "发布  GPT-4o mini  ，  好"),
    ("让-皮埃尔·罗斯任3M中国总裁", "让-皮埃尔·罗斯  任  3M中国  总裁"),
    ("一加手机售价3999元", "一加手机  售价  3999  元"),
    ("3亿美元基金成立", "3亿  美元基金  成立"),
    ("云帆智能融资", "云帆  智能  融资"),
  ])
  func ownWordsAlwaysWin(text: String, tokens: String) throws {
    let scratch = try Scratch()
    try scratch.write("own.txt", list)
    try scratch.write("own/words/mine.tsv", list)
    #expect(try words(text, "--dictionary", "own.txt", in: scratch) == tokens + "\n")
    #expect(try words(text, "--lexicon", "own", in: scratch) == tokens + "\n")
  }

  @Test func foldersAndListsWorkTogether() throws {
    let scratch = try Scratch()
    try scratch.write("a/words/a.tsv", "鹊星云\tcompany\n")
    try scratch.write("b/words/b.tsv", "星云鹊\tcompany\n")
    try scratch.write("c.txt", "云海帆\n")
    try scratch.write("d.txt", "帆海云\n")
    #expect(
      try words(
        "鹊星云和星云鹊和云海帆和帆海云", "--lexicon", "a", "--lexicon", "b",
        "--dictionary", "c.txt", "--dictionary", "d.txt", in: scratch)
        == "鹊星云  和  星云鹊  和  云海帆  和  帆海云\n")
  }

  @Test func typesMakeMentions() throws {
    let scratch = try Scratch()
    try scratch.write("own.txt", "云帆智\tcompany\n鹊星湾\tplace\n")
    let facts = try scratch.tool.run(
      ["facts", "--dictionary", "own.txt", "--mentions"], input: Array("云帆智在鹊星湾开店。".utf8))
    #expect(facts.output.contains(#""name":"云帆智""#))
    #expect(facts.output.contains(#""name":"鹊星湾""#))
  }

  @Test func everyWrongLineIsReportedAtOnce() throws {
    let scratch = try Scratch()
    try scratch.write("own.txt", "小米\tcompny\niPhone 15\n小米\tproduct\n小米\tcompany\n")
    try scratch.write("own/names/compnies.tsv", "id\tname\n")
    let outcome = try scratch.tool.run(
      ["tokenize", "--dictionary", "own.txt", "--lexicon", "own"], input: Array("好".utf8))
    let lines = outcome.errors.split(separator: "\n")
    #expect(lines.count == 4)
    #expect(
      outcome.errors.hasPrefix(
        """
        shiji tokenize: own.txt:1:4: unknown type compny; did you mean company?; types: company, \
        organization, person, place, product, title or a part of speech (n v a …)
        own.txt:2:8: 15 may belong to the word or be its count; write a tab behind the word: \
        iPhone 15<TAB>TYPE
        own.txt:4:1: 小米 has another type in line 3; keep one of the two
        own/names/compnies.tsv:0:1: unknown table names/compnies; did you mean \
        names/companies-*?; known tables: events/cues, names/agencies,
        """))
    #expect(outcome.code == 4)
  }

  @Test func tablesWithoutEffectAreErrors() throws {
    let scratch = try Scratch()
    try scratch.write("own/words/core-deny.tsv", "word\treason\tsource\n")
    let outcome = try scratch.tool.run(["tokenize", "--lexicon", "own"], input: Array("好".utf8))
    #expect(
      outcome.errors == "shiji tokenize: own/words/core-deny.tsv:0:1: words/core-deny has no "
        + "effect beside a base lexicon; a line such as 云帆|智能 in a word list forces a cut\n")
  }

  @Test func missingListIsDataError() throws {
    let outcome = try Tool().run(["tokenize", "--dictionary", "/nowhere"], input: Array("好".utf8))
    #expect(
      outcome.errors
        == "shiji tokenize: /nowhere:0:1: cannot be opened: No such file or directory\n")
    #expect(outcome.code == 4)
  }

  @Test func givenNamesWorkBesideTheFolder() throws {
    let scratch = try Scratch()
    try scratch.write("own/words/mine.tsv", "鹊星云\tcompany\n")
    try scratch.write(
      "own/events/takeover.rules",
      """
      event takeover 接管
      role witness : party
      role target  : org
      require witness and target
      frame 收购 : subject=witness object=target
      given company 云帆智
      test   鹊星云收购云帆智。
      expect witness=鹊星云 target=云帆智
      test   今日无事。
      expect none

      """)
    let test = try scratch.tool.run(["test", "own"])
    #expect(test == Tool.Outcome(code: 0, output: "", errors: "shiji test: 2 tests, 0 failed\n"))
  }
}
