import Testing

/// `shiji tokenize`: a line in, a line out.
struct TokenizeTests {
  private func run(_ input: String, _ arguments: String...) throws -> String {
    let outcome = try Tool().run(["tokenize"] + arguments, input: Array(input.utf8))
    #expect(outcome.code == 0 && outcome.errors == "")
    return outcome.output
  }

  @Test func everyLineHasItsLine() throws {
    let output = try run("微软收购星河科技。\n\n 英伟达\n")
    let lines = output.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count == 4)
    #expect(lines[0].hasPrefix("微软  收购  "))
    #expect(lines[0].replacing(" ", with: "") == "微软收购星河科技。")
    #expect(lines[1...] == ["", "英伟达", ""])
  }

  @Test func tagsStandBehindTheirWords() throws {
    #expect(
      try run("微软收购ＯｐｅｎＡＩ。\n", "--tags")
        == "微软/company  收购/noun|verb  ＯｐｅｎＡＩ/company  。/punctuation\n")
  }

  @Test func objectsHaveSpansTagsAndIDs() throws {
    #expect(
      try run("微软 收购\n", "--format", "jsonl") == """
        {"tokens":[{"ids":["org:microsoft"],"span":[0,2],"tags":["noun","company"],"text":"微软"},\
        {"ids":[],"span":[3,5],"tags":["noun","verb","trigger"],"text":"收购"}]}

        """)
  }

  @Test func offsetsInBytesHaveTheirOwnName() throws {
    let output = try run("😀微软\n", "--format=jsonl", "--offsets=bytes")
    #expect(output.contains(#"{"bytes":[4,10],"ids":["org:microsoft"],"tags":"#))
    #expect(!output.contains("span"))
  }

  @Test func tablesHaveAWordALine() throws {
    let input = "😀微软\n\n好\n"
    #expect(
      try run(input, "--format", "tsv")
        == "😀\t0\t1\tpunctuation\t\n微软\t1\t3\tnoun|company\torg:microsoft\n\n\n"
        + "好\t0\t1\tadjective\t\n\n")
    let bytes = try run(input, "--format", "tsv", "--offsets", "bytes")
    #expect(bytes.hasPrefix("😀\t0\t4\tpunctuation\t\n微软\t4\t10\t"))
  }

  @Test func offsetsCountFromTheLineNotTheSentence() throws {
    #expect(try run("好。微软\n", "--format", "tsv").contains("\n微软\t2\t4\t"))
  }

  @Test func explanationShowsWhoWon() throws {
    let output = try run("小米手机\n\n好。", "--explain")
    let lines = output.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines[0] == "小米手机")
    #expect(lines[1].hasPrefix("   at  word  "))
    #expect(output.contains("*   0  小米手机  "))
    #expect(output.contains("\n*  best    "))
    #expect(output.contains("\n  小米手机 ("))
    #expect(output.contains(") beat 小米  手机 ("))
    #expect(output.contains("\n\n好。\n"))
  }

  @Test func explanationIsAnObjectASentence() throws {
    let output = try run("小米手机。好。\n\n好\n", "--explain", "--format", "jsonl", "-j2")
    let lines = output.split(separator: "\n")
    #expect(lines.count == 3)
    #expect(lines[0].hasPrefix(#"{"best":{"cost":"#))
    #expect(lines[0].contains(#","words":["小米手机","。"]},"id":"stdin#1","margin":"#))
    #expect(lines[1].contains(#""id":"stdin#1""#) && lines[1].contains(#""span":[5,7]"#))
    #expect(lines[2].contains(#""id":"stdin#3""#) && !lines[2].contains(#""second":{"#))
  }

  @Test func explanationCountsInBytesToo() throws {
    let output = try run("好。微软", "--explain", "--offsets", "bytes")
    #expect(output.contains("*   6  微软  "))
  }

  @Test(arguments: [
    (["--mode", "fine"], "获  15亿  美元"), (["--mode", "coarse"], "获  15亿美元"),
    (["--standard", "pku"], "获  15亿  美元"), (["--standard", "msr"], "获  15亿美元"),
    ([], "获  15亿  美元"),
  ])
  func modesAndStandardsDecideTheGrain(arguments: [String], words: String) throws {
    let outcome = try Tool().run(["tokenize"] + arguments, input: Array("获15亿美元".utf8))
    #expect(outcome.output == words + "\n")
  }
}
