import Testing

/// `shiji rules`.
struct RulesTests {
  @Test func typesAreListed() throws {
    let outcome = try Tool().run(["rules"])
    #expect(outcome.code == 0)
    #expect(outcome.output.hasPrefix("type "))
    #expect(outcome.output.contains("\nacquisition "))
    let one = try Tool().run(["rules", "--type", "acquisition", "--format", "json"])
    #expect(one.output.hasPrefix("[{\"class\":\"event\",\"file\":"))
    #expect(one.output.contains("\"label\":\"收购\""))
  }

  @Test func coverageNamesLinesAndTriggers() throws {
    let scratch = try Scratch()
    try scratch.write("a.txt", "微软以3亿美元收购云帆智能。")
    let outcome = try scratch.tool.run(["rules", "--coverage", "a.txt", "--type", "acquisition"])
    #expect(outcome.code == 0)
    #expect(outcome.output.hasPrefix("1 document: 1 of "))
    #expect(outcome.output.contains("收购 1/1"))
    #expect(outcome == (try scratch.tool.run(["rules", "a.txt", "--type", "acquisition"])))
  }

  @Test func unusedNamesPlaces() throws {
    let scratch = try Scratch()
    try scratch.write("a.txt", "微软以3亿美元收购云帆智能。")
    let outcome = try scratch.tool.run(["rules", "--unused", "a.txt"])
    #expect(outcome.output.contains("acquisition.rules:"))
    #expect(outcome.output.contains("\nevents/cues, never in the texts: "))
    let rows = try scratch.tool.run(["rules", "--unused", "a.txt", "--table", "names/exchanges"])
    #expect(rows.output.hasPrefix("names/exchanges.tsv:2  "))
  }

  @Test func ownRulesAreCounted() throws {
    let scratch = try Scratch()
    try scratch.write(
      "own/events/takeover.rules",
      """
      event takeover 接管
      role witness : party
      role target  : org
      require witness and target
      frame 揽并 : subject=witness object=target

      """)
    try scratch.write("a.txt", "微软揽并云帆智能。")
    let outcome = try scratch.tool.run(
      ["rules", "a.txt", "--lexicon", "own", "--type", "takeover"])
    #expect(outcome.output.contains("own/events/takeover.rules\n"))
    #expect(outcome.output.contains("揽并 1/1"))
  }
}
