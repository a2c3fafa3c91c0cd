import ChineseText
import Testing

@testable import Shiji

struct AnnotationRunTests {
  @Test(arguments: AnnotationFormat.allCases)
  func jobsChangeNothing(_ format: AnnotationFormat) throws {
    let lines = (0..<900).map { number in
      #"{"id":"\#(number)","title":"华为","text":"微软去年投资\#(number + 1)亿美元。"}"# + "\n"
    }
    let files = ["dump.jsonl": lines.joined()]
    let single = try Annotations.write(files, format)
    #expect(try Annotations.write(files, format, jobs: 3) == single)
    #expect(single.contains("900"))
  }

  @Test func onlyTheWantedTypesAreShownAndCounted() throws {
    let files = ["a.txt": "微软去年投资3亿美元。"]
    #expect(
      try Annotations.write(files, .text, types: [.money]) == """
        ── a · 2024-03-21
        微软去年投资[金额 3亿美元 = USD 300,000,000]。

        ── 金额 money 1

        """)
    #expect(
      try Annotations.write(files, .jsonl, types: [.company]) == """
        {"id":"a","mentions":[{"entity":"org:microsoft","name":"微软","span":[0,2],"text":"微软",\
        "type":"company","via":"name"}],"published":"2024-03-21"}

        """)
    let page = try Annotations.write(files, .html, types: [.time])
    #expect(
      page.contains(#"<p>微软<mark class="time" title="时间 · 2023" data-value="2023">去年</mark>投资"#))
  }

  @Test(arguments: [AnnotationFormat.text, .html])
  func recordsThatCannotBeReadLeaveTheOthersWhole(_ format: AnnotationFormat) throws {
    let good = Annotations.document(title: "", "微软。", more: #","id":"good""#) + "\n"
    let output = try Annotations.write(["a.jsonl": "broken\n" + good], format)
    #expect(output.contains("good") && !output.contains("broken"))
    #expect(try Annotations.write(["a.jsonl": "broken\n" + good], .jsonl).contains("bad-json"))
  }

  @Test func writingEndsWhereTheOutputTakesNoMore() throws {
    let scratch = try Scratch()
    try scratch.write("a.txt", "微软。")
    var output = AnnotationOutput()
    output.format = .html
    let options = InputOptions()
    let run = AnnotationRun(
      analyzer: try BaseLexicon.analyzer().textAnalyzer,
      inputs: try InputList([scratch.path], options: options), options: options, output: output,
      jobs: 1)
    let counter = Counter()
    _ = try run.write { _ in
      counter.calls += 1
      return false
    }
    #expect(counter.calls == 1)
  }

  private final class Counter {
    var calls = 0
  }
}
