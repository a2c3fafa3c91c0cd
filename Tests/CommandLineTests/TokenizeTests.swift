import Testing

/// `shiji tokenize`: a line in, a line out.
struct TokenizeTests {
  @Test func everyLineHasItsLine() throws {
    let text = "微软收购星河科技。\n\n 英伟达\n"
    let outcome = try Tool().run(["tokenize"], input: Array(text.utf8))
    let lines = outcome.output.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count == 4)
    #expect(lines[0].hasPrefix("微软  收购  "))
    #expect(lines[0].replacing(" ", with: "") == "微软收购星河科技。")
    #expect(lines[1...] == ["", "英伟达", ""])
  }

  @Test func spansAndTagsAreWritten() throws {
    let input = Array("微软收购".utf8)
    let json = try Tool().run(["tokenize", "--format", "jsonl"], input: input).output
    #expect(json.hasPrefix(#"{"tokens":[{"span":[0,2],"tags":["#))
    let table = try Tool().run(["tokenize", "--format", "tsv"], input: input).output
    #expect(table.hasPrefix("微软\t0\t2\t"))
    #expect(table.hasSuffix("\n\n"))
  }
}
