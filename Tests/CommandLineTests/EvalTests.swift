import Foundation
import Testing

/// `shiji eval`.
struct EvalTests {
  private static let gold = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Samples/gold").path()

  @Test func theSamplesScore() throws {
    let outcome = try Tool().run(["eval", Self.gold, "--leave-one-out", "--errors", "1"])
    #expect(outcome.code == 0)
    #expect(outcome.errors == "")
    #expect(outcome.output.hasPrefix("6 articles"))
    #expect(outcome.output.contains("\nSCORE (mean of the five F1 marked *): "))
    #expect(outcome.output.contains("\nleave one out: "))
  }

  @Test func factsAtHandScoreAsTheArticlesDo() throws {
    let scratch = try Scratch()
    let facts = try Tool().run(["facts", "--mentions", Self.gold])
    try scratch.write("gold.facts", facts.output)
    let plain = try Tool().run(["eval", Self.gold, "--format", "json"])
    let outcome = try scratch.tool.run(["eval", Self.gold, "gold.facts", "--format", "json"])
    #expect(plain.output.contains("\"score\":0."))
    #expect(outcome == plain)
  }

  @Test func theExtensionNamesTheForm() throws {
    let scratch = try Scratch()
    #expect(try scratch.tool.run(["eval", Self.gold, "-o", "eval.html"]).code == 0)
    #expect(try scratch.read("eval.html").hasPrefix("<!DOCTYPE html>"))
    #expect(try scratch.tool.run(["eval", Self.gold, "-o", "eval.json"]).code == 0)
    #expect(try scratch.read("eval.json").hasPrefix("{\"documents\":{"))
  }

  @Test func aLowScoreIsAFinding() throws {
    let outcome = try Tool().run(["eval", Self.gold, "--fail-under", "101", "--errors", "0"])
    #expect(outcome.code == 1)
    #expect(outcome.errors.hasSuffix(" is less than 101\n"))
    #expect(try Tool().run(["eval", Self.gold, "--fail-under", "1"]).code == 0)
  }

  @Test func badGoldIsNamed() throws {
    let scratch = try Scratch()
    try scratch.write("gold/a.json", "{\"id\": \"a\"}")
    let outcome = try scratch.tool.run(["eval", "gold"])
    #expect(outcome.errors == "shiji eval: gold/a.json: entities must be a list\n")
    #expect(outcome.code == 3)
    let missing = try scratch.tool.run(["eval", "nowhere"])
    #expect(missing.errors == "shiji eval: nowhere: no such file or folder\n")
    #expect(missing.code == 3)
  }

  @Test func factsOfOtherDocumentsAreSaid() throws {
    let scratch = try Scratch()
    try scratch.write("other.facts", "{\"id\":\"other\",\"kind\":\"document\"}\n")
    let outcome = try scratch.tool.run(["eval", Self.gold, "other.facts", "--errors", "0"])
    #expect(
      outcome.errors == """
        shiji eval: 6 of 6 articles have no fact at all
        shiji eval: facts of other documents are left out, such as other
        shiji eval: no amount among the mentions; was --mentions given?

        """)
  }
}
