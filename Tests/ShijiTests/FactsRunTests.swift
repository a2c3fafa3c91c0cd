import KnowledgeGraph
import Testing

@testable import Shiji

struct FactsRunTests {
  private func facts(_ path: String, jobs: Int, mentions: Bool = true) throws -> [UInt8] {
    let options = InputOptions()
    let run = FactsRun(
      analyzer: try BaseLexicon.analyzer(), inputs: try InputList([path], options: options),
      options: options, includesMentions: mentions, jobs: jobs)
    var bytes: [UInt8] = []
    _ = try run.write {
      bytes += $0
      return true
    }
    return bytes
  }

  private func dump(_ count: Int) -> String {
    (0..<count).map { number in
      #"{"id":"\#(number)","text":"微软宣布以\#(number + 1)亿美元收购星河科技\#(number)号公司。","date":"2024-03-21"}"#
        + "\n"
    }.joined()
  }

  @Test func jobsChangeNothing() throws {
    let scratch = try Scratch()
    let path = try scratch.write("dump.jsonl", dump(1500))
    let single = try facts(path, jobs: 1)
    #expect(!single.isEmpty)
    #expect(try facts(path, jobs: 2) == single)
    #expect(try facts(path, jobs: 3) == single)
  }

  @Test func everyLineIsACanonicalFact() throws {
    let scratch = try Scratch()
    let path = try scratch.write("dump.jsonl", dump(20) + "broken\n{\"x\":1}\n")
    for line in try facts(path, jobs: 1).split(separator: 0x0A) {
      let value = try JSONParser.parse(Array(line))
      #expect(JSONWriter.bytes(value) == Array(line))
      _ = try Fact(line: Array(line))
    }
  }

  @Test func badRecordsAreLinesOfError() throws {
    let scratch = try Scratch()
    let path = try scratch.write("dump.jsonl", "broken\n" + dump(1))
    let lines = try facts(path, jobs: 1).split(separator: 0x0A).map {
      String(decoding: $0, as: UTF8.self)
    }
    #expect(
      lines[0] == #"{"code":"bad-json","kind":"error","message":"bad JSON at byte 0: expected a "#
        + #"value","record":1,"source":"dump.jsonl"}"#)
    #expect(lines[1].hasPrefix(#"{"id":"0","kind":"document","#))
  }

  @Test func brokenTextNeverTraps() throws {
    var generator = SeededGenerator(seed: 3)
    let pieces: [[UInt8]] = [
      Array("微软".utf8), Array("15亿美元".utf8), Array("（“《".utf8), Array("2024年3月".utf8), [0xFF],
      [0xE4, 0xBD], Array("收购".utf8), Array("，。！".utf8), [0x00], Array("GPT-4o ".utf8),
      Array("\u{2028}\u{85}\r\n".utf8), Array("😀·•".utf8), Array("张".utf8), Array("CEO".utf8),
    ]
    let scratch = try Scratch()
    for number in 0..<40 {
      var bytes: [UInt8] = []
      for _ in 0..<60 {
        bytes += pieces[Int.random(in: 0..<pieces.count, using: &generator)]
      }
      try scratch.write("\(number).txt", bytes)
    }
    #expect(try !facts(scratch.path, jobs: 2).isEmpty)
  }
}
