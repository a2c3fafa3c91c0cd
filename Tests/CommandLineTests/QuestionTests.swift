import Foundation
import Testing

/// The commands that ask a graph something, on the graph of the samples.
struct QuestionTests {
  /// A folder with the graph `g.json` of `Samples/news`, made once.
  private static let samples: Result<Scratch, any Error> = Result {
    let scratch = try Scratch()
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let news = root.appending(path: "Samples/news").path()
    let outcome = try scratch.tool.run(["extract", news, "-o", "g.json", "--quiet"])
    #expect(outcome == Tool.Outcome(code: 0, output: "", errors: ""))
    return scratch
  }

  private func run(_ arguments: String...) throws -> Tool.Outcome {
    try Self.samples.get().tool.run(arguments)
  }

  @Test func helpHasTenQueries() throws {
    let help = try run("help", "query").output
    #expect(Self.queries(help).count == 10)
  }

  /// The expressions below the heading of the examples.
  private static func queries(_ help: String) -> [String] {
    let examples = help.components(separatedBy: "Examples:\n\n").last ?? ""
    return examples.split(separator: "\n").map { String($0.drop { $0 == " " }) }
  }

  @Test func everyQueryOfTheHelpFindsSomething() throws {
    for query in Self.queries(try run("help", "query").output) {
      for format in ["text", "jsonl", "tsv"] {
        let outcome = try run("query", "g.json", query, "--format", format)
        #expect(outcome.code == 0, "\(query)")
        #expect(!outcome.output.isEmpty, "\(query)")
        #expect(outcome.errors.hasSuffix("match\n") || outcome.errors.hasSuffix("matches\n"))
      }
    }
  }

  @Test func badQueriesPointAtThePlace() throws {
    let outcome = try run("query", "g.json", "event fundng")
    #expect(outcome.code == 2)
    #expect(
      outcome.errors == """
        shiji query: column 7: unknown type 'fundng'; did you mean funding?
          event fundng
                ^
        Try 'shiji query --help'.

        """)
  }

  @Test func showsACard() throws {
    let outcome = try run("show", "g.json", "沃图汽车")
    #expect(outcome.code == 0)
    #expect(outcome.errors == "")
    #expect(outcome.output.hasPrefix("沃图汽车  公司  org:"))
    #expect(outcome.output.contains("  曾任  首席财务官  颜如晦  至 2017-12  per:"))
    #expect(outcome.output.contains("沃图汽车 融资 30亿元"))
  }

  @Test func showsWhy() throws {
    let outcome = try run("show", "g.json", "阿里巴巴", "--why")
    #expect(outcome.output.contains("\n身份\n  org:alibaba  阿里巴巴：词典条目"))
  }

  @Test func unknownNamesAreNoError() throws {
    let outcome = try run("show", "g.json", "沃图汽")
    #expect(outcome.code == 0)
    #expect(outcome.output == "")
    #expect(outcome.errors.hasPrefix("shiji show: nothing is called 沃图汽; near names: 沃图, 沃图汽车"))
  }

  @Test func findsPaths() throws {
    let outcome = try run("path", "g.json", "颜如晦", "国开金融")
    #expect(outcome.code == 0)
    #expect(outcome.output.hasPrefix("颜如晦 → 国开金融：2 步，1 条最短路径\n\n1. 颜如晦 → 沃图汽车 → 国开金融\n"))
    let none = try run("path", "g.json", "颜如晦", "国开金融", "--hops", "1")
    #expect(
      none
        == Tool.Outcome(
          code: 0, output: "", errors: "shiji path: no path of at most 1 step\n"))
  }

  @Test func countsAndSums() throws {
    let outcome = try run("stats", "g.json", "--section", "counts", "--format", "tsv")
    #expect(outcome.output.contains("totals\tdocuments\t16\n"))
    let scratch = try Self.samples.get()
    try scratch.write("rates.tsv", "CNY\t1\nUSD\t7\nHKD\t0.9\n")
    let sums = try run("stats", "g.json", "--rates", "rates.tsv", "--format", "jsonl")
    #expect(sums.output.contains(#""table":"converted""#))
    try scratch.write("bad.tsv", "CNY\t1\nUSD\tseven\n")
    let bad = try run("stats", "g.json", "--rates", "bad.tsv")
    #expect(bad.code == 4)
    #expect(bad.errors == "shiji stats: bad.tsv: line 2: 'seven' is no rate\n")
  }

  @Test func knowsWhoWentWhere() throws {
    let outcome = try run("stats", "g.json", "--section", "moves", "--focus", "颜如晦")
    #expect(outcome.code == 0)
    #expect(outcome.output.contains("颜如晦  沃图汽车  首席财务官  2017-12  蔚来  财务副总裁  2017-12"))
  }

  @Test func contradictionsAreFindings() throws {
    let scratch = try Scratch()
    let facts = ["a", "b"].map { name in
      let person = "per:\(name)"
      return
        #"{"class":"relation","document":"\#(name)","evidence":[{"text":"句子"}],"id":"clm:\#(name)","#
        + #""kind":"claim","roles":{"from":[{"entity":"\#(person)","text":"某\#(name)"}],"#
        + #""to":[{"entity":"org:x","text":"某公司"}]},"type":"ceo_of"}"#
    }
    let documents = ["a", "b"].map { name in
      #"{"id":"\#(name)","kind":"document","published":"2024-01-01","sha256":"\#(name)"}"#
    }
    try scratch.write("f.jsonl", (facts + documents).joined(separator: "\n") + "\n")
    let outcome = try scratch.tool.run(["stats", "f.jsonl", "--check"])
    #expect(outcome.code == 1)
    #expect(outcome.output.hasPrefix("矛盾 1\n\n同时两人任同一职 1\n  某公司的首席执行官：某b、某a"))
    #expect(outcome.errors == "")
    try scratch.write("one.jsonl", facts[0] + "\n" + documents[0] + "\n")
    #expect(try scratch.tool.run(["stats", "one.jsonl", "--check"]).code == 0)
  }

  @Test func saysWhatChanged() throws {
    let same = try run("diff", "g.json", "g.json", "--exit-code")
    #expect(same == Tool.Outcome(code: 0, output: "", errors: "shiji diff: no difference\n"))
    let scratch = try Self.samples.get()
    try scratch.write("none.jsonl", "{\"id\":\"d\",\"kind\":\"document\"}\n")
    let all = try run("diff", "none.jsonl", "g.json", "--exit-code", "--format", "jsonl")
    #expect(all.code == 1)
    #expect(all.output.hasPrefix(#"{"change":"added","kind":"entity","name":""#))
  }

  @Test func graphsComeFromStandardInput() throws {
    let scratch = try Self.samples.get()
    let bytes = Array(try scratch.read("g.json").utf8)
    let piped = try scratch.tool.run(["query", "-", "event funding", "--quiet"], input: bytes)
    #expect(piped == (try run("query", "g.json", "event funding", "--quiet")))
    let counts = try scratch.tool.run(["stats", "--section", "counts"], input: bytes)
    #expect(counts == (try run("stats", "g.json", "--section", "counts")))
  }
}
