import Testing

/// `shiji similar`.
struct SimilarCommandTests {
  private func facts() throws -> Scratch {
    let scratch = try Scratch()
    let names = [("0123456789abcdef", "沉砚智能"), ("fedcba9876543210", "苏州沉砚智能科技有限公司")]
    let lines = names.enumerated().map { number, name in
      #"{"aliases":[],"document":"d\#(number)","id":"org:\#(name.0)","kind":"entity","#
        + #""name":"\#(name.1)","type":"company"}"#
    }
    try scratch.write("all.facts", lines.joined(separator: "\n") + "\n")
    return scratch
  }

  private let expected = """
    # 600  沉砚智能 (1 document) = 苏州沉砚智能科技有限公司 (1 document)
    same\torg:0123456789abcdef\torg:fedcba9876543210\tequal names but for legal form, trade, place

    """

  @Test func writesLinesForIdentity() throws {
    let scratch = try facts()
    let outcome = try scratch.tool.run(["similar", "all.facts"])
    #expect(outcome.output == expected)
    #expect(outcome.errors == "shiji similar: 1 candidate\n")
    try scratch.write("identity.tsv", outcome.output)
    let graph = try scratch.tool.run(["graph", "all.facts", "--identity", "identity.tsv"])
    #expect(graph.code == 0)
    #expect(graph.output.split(separator: #""kind":"entity""#).count == 2)
    let rest = try scratch.tool.run(["similar", "all.facts", "--identity", "identity.tsv"])
    #expect(rest.output == "")
  }

  @Test func leavesOutWhatTheUserKeepsApartAndWhatScoresLess() throws {
    let scratch = try facts()
    #expect(try scratch.tool.run(["similar", "all.facts", "--min-score", "900"]).output == "")
    try scratch.write(
      "identity.tsv", "not_same\torg:fedcba9876543210\torg:0123456789abcdef\t两家\n")
    let outcome = try scratch.tool.run(["similar", "all.facts", "--identity", "identity.tsv"])
    #expect(outcome.output == "")
    #expect(try scratch.tool.run(["similar", "all.facts", "--min-score", "x"]).code == 2)
    #expect(try scratch.tool.run(["similar", "nowhere.json"]).code == 3)
  }
}
