import Foundation
import Testing

/// Bad input: a clear error, and nothing is lost.
struct BadInputTests {
  private let article = "微软宣布以3亿美元收购星河科技。"

  @Test func missingFileStopsBeforeAnyWork() throws {
    let scratch = try Scratch()
    try scratch.write("a.txt", article)
    let outcome = try scratch.tool.run(["facts", "a.txt", "b.txt", "-o", "out.jsonl"])
    #expect(outcome.errors == "shiji facts: b.txt: no such file or folder\n")
    #expect(outcome.code == 3)
    #expect(scratch.names == ["a.txt"])
  }

  @Test func folderWithoutText() throws {
    let scratch = try Scratch()
    try scratch.write("news/picture.png", "x")
    let outcome = try scratch.tool.run(["extract", "news"])
    #expect(
      outcome.errors == "shiji extract: news: the folder holds no text "
        + "(looked for files ending in .txt, .json, .jsonl or .ndjson)\n")
    #expect(outcome.code == 3)
  }

  @Test func emptyFileIsAnErrorLine() throws {
    let scratch = try Scratch()
    try scratch.write("news/a.txt", "")
    try scratch.write("news/b.txt", article)
    let outcome = try scratch.tool.run(["facts", "news"])
    #expect(outcome.code == 0)
    #expect(
      outcome.output.hasPrefix(
        #"{"code":"empty","kind":"error","message":"the file is empty","source":"a.txt"}"# + "\n"))
    #expect(outcome.output.contains(#"{"id":"b","kind":"document""#))
    #expect(outcome.errors == "shiji facts: a.txt: the file is empty\n")
  }

  @Test func emptyStandardInputGivesNothing() throws {
    #expect(try Tool().run(["facts", "-"]) == Tool.Outcome(code: 0, output: "", errors: ""))
  }

  @Test func invalidBytesAreRepairedAndCounted() throws {
    let scratch = try Scratch()
    try scratch.write("a.txt", Array("微软".utf8) + [0xFF] + Array(article.utf8))
    let outcome = try scratch.tool.run(["facts", "a.txt"])
    #expect(outcome.code == 0)
    #expect(outcome.output.hasPrefix(#"{"id":"a","kind":"document""#))
    #expect(
      outcome.errors == "shiji facts: 1 document held bytes that are no UTF-8; "
        + "they became U+FFFD (--on-bad-bytes skip leaves such documents out)\n")
  }

  @Test func invalidBytesCanBeSkippedOrFail() throws {
    let scratch = try Scratch()
    try scratch.write("a.txt", [0xFF] + Array(article.utf8))
    let skipped = try scratch.tool.run(["facts", "a.txt", "--on-bad-bytes", "skip"])
    #expect(skipped.code == 0)
    #expect(
      skipped.output == #"{"code":"bad-bytes","kind":"error","message":"holds bytes that are no "#
        + #"UTF-8","source":"a.txt"}"# + "\n")
    let failed = try scratch.tool.run(["facts", "a.txt", "--on-bad-bytes", "fail"])
    #expect(failed.code == 3)
    #expect(failed.errors == "shiji facts: a.txt: holds bytes that are no UTF-8\n")
  }

  @Test func longLineCostsItselfAlone() throws {
    let scratch = try Scratch()
    let good = #"{"id":"good","text":"\#(article)"}"#
    let long = #"{"text":"\#(String(repeating: "长", count: 1_000_000))"}"#
    try scratch.write("dump.jsonl", "\(long)\n\(good)\n")
    let outcome = try scratch.tool.run(["facts", "dump.jsonl", "--max-record", "1M"])
    #expect(outcome.code == 0)
    #expect(
      outcome.errors
        == "shiji facts: dump.jsonl:1: longer than 1048576 bytes; --max-record sets the limit\n")
    #expect(outcome.output.contains(#""code":"too-long""#))
    #expect(outcome.output.contains(#"{"id":"good","kind":"document""#))
  }

  @Test func brokenRecordsStandAmongGoodOnes() throws {
    let scratch = try Scratch()
    let lines = [
      #"{"id":"one","text":"\#(article)"}"#, #"{"id":"two","text":"#, "", #"{"id":"three"}"#,
      #"{"id":"four","text":"\#(article)"}"#,
    ]
    try scratch.write("dump.jsonl", lines.joined(separator: "\n"))
    let outcome = try scratch.tool.run(["facts", "dump.jsonl"])
    #expect(outcome.code == 0)
    #expect(outcome.output.contains(#"{"id":"one","kind":"document""#))
    #expect(outcome.output.contains(#"{"id":"four","kind":"document""#))
    #expect(
      outcome.errors == """
        shiji facts: dump.jsonl:2: bad JSON at byte 19: the text ends too early (expected a value)
        shiji facts: dump.jsonl:4: no text (looked for text, content, body, article); \
        --text-field names the field

        """)
    let quiet = try scratch.tool.run(["facts", "dump.jsonl", "--quiet"])
    #expect(quiet.errors == "")
    #expect(quiet.output == outcome.output)
  }

  @Test func outputThatCannotBeWritten() throws {
    let scratch = try Scratch()
    try scratch.write("a.txt", article)
    for name in ["nowhere/out.jsonl", "nowhere/out.json"] {
      let command = name.hasSuffix("l") ? "facts" : "extract"
      let outcome = try scratch.tool.run([command, "a.txt", "-o", name])
      #expect(
        outcome.errors
          == "shiji \(command): \(name): cannot be written: No such file or directory\n")
      #expect(outcome.code == 3)
    }
    let folder = try scratch.tool.run(["facts", "a.txt", "-o", "."])
    #expect(folder.errors == "shiji facts: .: is a folder; -o takes a file\n")
    #expect(folder.code == 3)
  }

  @Test func aFailedRunLeavesTheOldOutput() throws {
    let scratch = try Scratch()
    try scratch.write("out.jsonl", "old")
    try scratch.write("a.txt", [0xFF])
    _ = try scratch.tool.run(["facts", "a.txt", "--on-bad-bytes", "fail", "-o", "out.jsonl"])
    #expect(try scratch.read("out.jsonl") == "old")
    #expect(scratch.names == ["a.txt", "out.jsonl"])
  }

  @Test func brokenFactsAreReported() throws {
    let scratch = try Scratch()
    try scratch.write("x.facts", "nonsense\n{\"kind\":\"document\"}\n")
    let outcome = try scratch.tool.run(["graph", "x.facts"])
    #expect(outcome.code == 0)
    #expect(
      outcome.errors == """
        shiji graph: x.facts:1: bad JSON at byte 0: expected a value
        shiji graph: x.facts:2: a line of kind "document" needs "id"

        """)
  }

  @Test func unsortedInputOfASortedMerge() throws {
    let scratch = try Scratch()
    try scratch.write("x.facts", "{\"b\":1}\n{\"a\":1}\n")
    let outcome = try scratch.tool.run(["merge", "--sorted", "x.facts"])
    #expect(
      outcome.errors == "shiji merge: x.facts: line 2 is not in order; "
        + "sort with LC_ALL=C sort, or leave out --sorted\n")
    #expect(outcome.code == 3)
  }

  @Test func badIdentityIsDataError() throws {
    let scratch = try Scratch()
    try scratch.write("identity.tsv", "same\torg:a\n")
    try scratch.write("x.facts", "")
    let outcome = try scratch.tool.run(["graph", "x.facts", "--identity", "identity.tsv"])
    #expect(outcome.errors.hasPrefix("shiji graph: identity.tsv:1:"))
    #expect(outcome.code == 4)
  }
}
