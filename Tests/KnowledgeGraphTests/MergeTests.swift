import KnowledgeGraph
import Testing

struct MergeTests {
  private func merged(_ lines: [[UInt8]], dropping: [String] = []) -> [[UInt8]] {
    var merge = Merge(dropping: dropping)
    for (index, line) in lines.enumerated() { merge.add(line, source: "f", lineNumber: index + 1) }
    var output: [[UInt8]] = []
    merge.write { output.append(Array($0)) }
    return output
  }

  @Test(arguments: 1...20)
  func isTheSameInAnyOrderGroupingAndRepetition(seed: Int) {
    var random = SeededGenerator(state: UInt64(seed))
    let lines = newspaper(seed: UInt64(seed)).lines
    let once = merged(lines)
    #expect(merged(lines.shuffled(using: &random)) == once)
    #expect(merged(lines + lines.shuffled(using: &random)) == once)
    let cut = Int.random(in: 0...lines.count, using: &random)
    #expect(merged(merged(Array(lines[cut...])) + merged(Array(lines[..<cut]))) == once)
    #expect(merged(once) == once)
  }

  @Test func writesCanonicalLines() {
    let line = Array(#" {"kind" : "error", "code":"\u0041"} "#.utf8)
    #expect(merged([line, line]) == [Array(#"{"code":"A","kind":"error"}"#.utf8)])
  }

  @Test func dropsDocuments() {
    let facts = newspaper(seed: 3)
    let left = merged(facts.lines, dropping: ["d1"])
    let rest = merged(
      facts.lines.filter { !String(decoding: $0, as: UTF8.self).contains("\"d1\"") })
    #expect(left == rest)
    #expect(left.count < merged(facts.lines).count)
  }

  @Test func reportsBrokenLinesAndKeepsUnknownKinds() {
    var merge = Merge()
    merge.add(Array("{".utf8), source: "a", lineNumber: 1)
    merge.add([], source: "a", lineNumber: 2)
    merge.add(Array("  \r".utf8), source: "a", lineNumber: 3)
    merge.add(Array(#"{"kind":"new"}"#.utf8), source: "a", lineNumber: 4)
    #expect(merge.count == 1)
    #expect(
      merge.problems.map(\.description) == [
        "a:1: bad JSON at byte 1: the text ends too early (expected a name in quotes)",
        "a:4: unknown kind \"new\"",
      ])
  }
}
