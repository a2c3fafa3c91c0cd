import Foundation
import Testing

/// `shiji timeline`.
struct TimelineCommandTests {
  private func graph() throws -> Scratch {
    let scratch = try Scratch()
    let texts = [
      "微软去年7月宣布以3亿美元收购Stability AI。", "英伟达领投了Inflection AI的B轮融资，金额为2亿元。",
      "据传苹果拟于3月收购Inflection AI。",
    ]
    for (number, text) in texts.enumerated() {
      try scratch.write(
        "news/\(number).json",
        #"{"id":"d\#(number)","title":"快讯","published":"2024-03-2\#(number)","text":"\#(text)"}"#)
    }
    let outcome = try scratch.tool.run(["extract", "news", "-o", "graph.json", "-o", "all.facts"])
    #expect(outcome.code == 0)
    return scratch
  }

  @Test func listsTheEventsOfANameByTime() throws {
    let scratch = try graph()
    let outcome = try scratch.tool.run(["timeline", "graph.json", "inflection ai"])
    #expect(outcome.code == 0)
    #expect(outcome.output.hasPrefix("inflection ai\n\n2024\n"))
    #expect(outcome.output.contains("传闻"))
    #expect(!outcome.output.contains("Stability"))
    #expect(outcome.errors == "shiji timeline: 2 of 3 events selected\n")
  }

  @Test func factsAndStandardInputWork() throws {
    let scratch = try graph()
    let expected = try scratch.tool.run(["timeline", "graph.json"])
    #expect(expected.output.contains("2023-07"))
    #expect(try scratch.tool.run(["timeline", "all.facts"]) == expected)
    let bytes = try Array(Data(contentsOf: scratch.url.appending(path: "graph.json")))
    #expect(try scratch.tool.run(["timeline", "-"], input: bytes) == expected)
    #expect(try scratch.tool.run(["timeline"], input: bytes) == expected)
  }

  @Test func extensionsAndFormatsDecide() throws {
    let scratch = try graph()
    for (name, format) in [("t.md", "md"), ("t.tsv", "tsv"), ("t.json", "json"), ("t.txt", "text")]
    {
      let written = try scratch.tool.run(["timeline", "graph.json", "-o", name])
      #expect(written.output == "")
      let printed = try scratch.tool.run(["timeline", "graph.json", "--format", format])
      #expect(try scratch.read(name) == printed.output)
    }
    let slides = try scratch.tool.run(["timeline", "graph.json", "--format", "timelinejs"])
    #expect(slides.output.hasPrefix("{\"events\":["))
    #expect(slides.errors == "shiji timeline: left out 1 event without a date\n")
  }

  @Test func unknownNamesAreErrors() throws {
    let scratch = try graph()
    let outcome = try scratch.tool.run(["timeline", "graph.json", "英伟打", "无此公司"])
    #expect(outcome.code == 2)
    #expect(
      outcome.errors == """
        shiji timeline: nothing is called 英伟打; did you mean 英伟达?
          nothing is called 无此公司
        Try 'shiji timeline --help'.

        """)
  }

  @Test func watchListsAreSelections() throws {
    let scratch = try graph()
    try scratch.write("watch.txt", "# 关注\n英伟达\n英伟打\n无此公司  # 未上市\n也无此人")
    let notes = """
      : not found: 英伟打; did you mean 英伟达?
      NAME: not found: 无此公司, 也无此人
      NAME: 3 of 4 names not found
      NAME: 1 of 3 events selected

      """
    for arguments in [["timeline", "graph.json"], ["export", "graph.json"], ["extract", "news"]] {
      let outcome = try scratch.tool.run(arguments + ["--names", "watch.txt"])
      #expect(outcome.code == 0)
      #expect(outcome.output.contains("融资"))
      #expect(!outcome.output.contains("收购"))
      let name = "shiji \(arguments[0])"
      #expect(outcome.errors == name + notes.replacing("NAME", with: name))
    }
    let missing = try scratch.tool.run(["timeline", "graph.json", "--names", "nowhere.txt"])
    #expect(missing.code == 3)
  }
}
