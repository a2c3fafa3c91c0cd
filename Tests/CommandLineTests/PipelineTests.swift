import Foundation
import Testing

/// The commands together.
struct PipelineTests {
  private func news() throws -> Scratch {
    let scratch = try Scratch()
    let texts = [
      "微软宣布以3亿美元收购Stability AI。", "英伟达领投了Inflection AI的B轮融资，金额为2亿元。",
      "据传苹果拟收购Inflection AI，苹果对此予以否认。",
    ]
    for (number, text) in texts.enumerated() {
      try scratch.write(
        "news/\(number).json",
        #"{"id":"d\#(number)","title":"快讯","published":"2024-03-2\#(number)","text":"\#(text)"}"#)
    }
    return scratch
  }

  @Test func oneStepIsTheSameAsMany() throws {
    let scratch = try news()
    let tool = scratch.tool
    let outcome = try tool.run([
      "extract", "news", "-o", "a.json", "-o", "a.dot", "-o", "a.txt", "-o", "a.jsonl",
      "-o", "events.tsv", "-o", "a.events.csv", "--quiet",
    ])
    #expect(outcome == Tool.Outcome(code: 0, output: "", errors: ""))
    let facts = try tool.run(["facts", "news"]).output
    #expect(try scratch.read("a.jsonl") == facts)
    try scratch.write("twice.facts", facts + facts)
    let merged = try tool.run(["merge", "twice.facts"]).output
    #expect(
      merged == facts.split(separator: "\n").sorted {
        Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8))
      }.joined(separator: "\n") + "\n")
    #expect(try tool.run(["graph"], input: Array(merged.utf8)).output == scratch.read("a.json"))
    for (format, name) in [
      ("json", "a.json"), ("dot", "a.dot"), ("text", "a.txt"), ("events.tsv", "events.tsv"),
      ("events.csv", "a.events.csv"),
    ] {
      let expected = try scratch.read(name)
      #expect(try tool.run(["export", "a.json", "--format", format, "--quiet"]).output == expected)
      #expect(
        try tool.run(["export", "twice.facts", "--format", format, "--quiet"]).output == expected)
    }
    #expect(scratch.names.allSatisfy { !$0.hasSuffix(".tmp") })
  }

  @Test func jobsChangeNothing() throws {
    let scratch = try news()
    let single = try scratch.tool.run(["facts", "news", "--mentions", "-j1"])
    #expect(single.code == 0)
    #expect(try scratch.tool.run(["facts", "news", "--mentions", "--jobs=2"]) == single)
  }

  @Test func sortedMergeGivesTheSameBytes() throws {
    let scratch = try news()
    let tool = scratch.tool
    for number in 0..<3 {
      let facts = try tool.run(["facts", "news/\(number).json"]).output
      try scratch.write("\(number).facts", try tool.run(["merge"], input: Array(facts.utf8)).output)
    }
    let inputs = ["2.facts", "0.facts", "1.facts", "0.facts"]
    let merged = try tool.run(["merge"] + inputs).output
    #expect(!merged.isEmpty)
    #expect(try tool.run(["merge", "--sorted"] + inputs).output == merged)
    let rest = try tool.run(["merge", "--drop", "d1"] + inputs).output
    #expect(rest == (try tool.run(["merge", "0.facts", "2.facts"]).output))
    #expect(try tool.run(["merge", "--sorted", "--drop", "d1"] + inputs).output == rest)
  }

  @Test func mergeTellsOfOneIDWithSeveralTexts() throws {
    let input = [
      #"{"id":"d","kind":"document","sha256":"1"}"#, #"{"id":"d","kind":"document","sha256":"2"}"#,
    ]
    let outcome = try Tool().run(["merge"], input: Array(input.joined(separator: "\n").utf8))
    #expect(outcome.output == input.joined(separator: "\n") + "\n")
    #expect(outcome.errors == "shiji merge: document d has several texts; both are kept\n")
  }

  @Test func selectionSaysWhatItLeavesOut() throws {
    let scratch = try news()
    let all = try scratch.tool.run(["extract", "news"])
    let funding = try scratch.tool.run(["extract", "news", "--type", "funding"])
    #expect(all.output.contains("融资"))
    #expect(funding.output.contains("融资"))
    #expect(funding.output.count < all.output.count)
    #expect(funding.errors.hasSuffix("events selected\n"))
    let focus = try scratch.tool.run(["extract", "news", "--focus", "微软"])
    #expect(focus.output.contains("微软"))
    #expect(!focus.output.contains("英伟达"))
  }

  @Test func listIsColouredOnDemand() throws {
    let scratch = try news()
    let plain = try scratch.tool.run(["extract", "news"]).output
    let coloured = try scratch.tool.run(["extract", "news", "--color", "always"]).output
    #expect(!plain.contains("\u{1B}"))
    #expect(coloured.contains("\u{1B}[1;33m收购\u{1B}[0m"))
    #expect(coloured.replacing(#/\u{1B}\[[0-9;]+m/#, with: "") == plain)
    var tool = scratch.tool
    tool.environment = ["NO_COLOR": "1", "CLICOLOR_FORCE": "1"]
    #expect(try tool.run(["extract", "news"]).output == plain)
  }

  @Test func fieldsAreMapped() throws {
    let scratch = try Scratch()
    try scratch.write(
      "dump.jsonl",
      #"{"key":"k1","data":{"story":"去年7月，微软收购Stability AI。"},"day":"2024-03-21"}"# + "\n")
    let outcome = try scratch.tool.run([
      "facts", "dump.jsonl", "--text-field", "/data/story", "--id-field", "key", "--date-field",
      "day", "--mentions",
    ])
    #expect(outcome.output.hasPrefix(#"{"id":"k1","kind":"document""#))
    #expect(outcome.output.contains(#""date":"2023-07""#))
  }
}
