import KnowledgeGraph
import Testing

struct SortedMergeTests {
  private func reader(_ lines: [String]) -> SortedMerge.Reader {
    var rest = lines[...]
    return { rest.popFirst().map { Array($0.utf8) } }
  }

  private func run(_ inputs: [[String]], dropping: [String] = []) throws -> [String] {
    var output: [String] = []
    try SortedMerge(dropping: dropping).run(inputs.map(reader)) {
      output.append(String(decoding: $0, as: UTF8.self))
    }
    return output
  }

  @Test(arguments: 1...20)
  func givesWhatMergeGives(seed: Int) throws {
    var random = SeededGenerator(state: UInt64(seed))
    var merge = Merge()
    var inputs = [[String]](repeating: [], count: Int.random(in: 1...5, using: &random))
    for line in newspaper(seed: UInt64(seed)).lines {
      merge.add(line, source: "f", lineNumber: 1)
      for _ in 0...1 {
        let input = Int.random(in: inputs.indices, using: &random)
        inputs[input].append(String(decoding: line, as: UTF8.self))
      }
    }
    for index in inputs.indices {
      inputs[index].sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
    var expected: [String] = []
    merge.write { expected.append(String(decoding: $0, as: UTF8.self)) }
    #expect(try run(inputs) == expected)
  }

  @Test func mergesNothing() throws {
    #expect(try run([]).isEmpty)
    #expect(try run([[], [""]]).isEmpty)
  }

  @Test func refusesUnsortedInput() {
    let error = #expect(throws: UnsortedInput.self) { try run([["a"], ["b", "a"]]) }
    #expect(
      error?.description
        == "input 2, line 2: not in order; sort with LC_ALL=C sort, or leave out --sorted")
  }

  @Test func dropsDocuments() throws {
    let lines = [#"{"document":"a","kind":"same"}"#, #"{"document":"b","kind":"same"}"#]
    #expect(try run([lines], dropping: ["a"]) == [lines[1]])
  }
}
