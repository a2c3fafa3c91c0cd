import Foundation
import Testing

/// `shiji-bench`: usage, the report for scripts, and counts that do not depend on the threads.
struct BenchmarkTests {
  private static let text = String(
    repeating: "3月20日，微软宣布以3亿美元收购星河科技。\n云帆智能CEO张思远辞职，李明接任。\n", count: 1_800)

  private func bench(_ scratch: Scratch? = nil) -> Tool {
    Tool(executable: Tool.products.appending(path: "shiji-bench"), folder: scratch?.url)
  }

  /// What the last line of standard error says.
  private struct Report: Decodable {
    let seconds: Double
    let cpu_seconds: Double
    let load_seconds: Double
    let bytes: Int?
    let count: Int
  }

  private func read(_ outcome: Tool.Outcome) throws -> Report {
    let line = outcome.errors.split(separator: "\n").last ?? ""
    return try JSONDecoder().decode(Report.self, from: Data(line.utf8))
  }

  static let mistakes: [(arguments: [String], message: String)] = [
    ([], "no text; name a file with a passage a line"),
    (["--stge", "load", "a.txt"], "unknown option --stge; did you mean --stage?"),
    (["-x", "a.txt"], "unknown option -x"),
    (["a.txt", "--rounds"], "--rounds needs a value"),
    (["--rounds=0", "a.txt"], "--rounds takes a whole number of at least 1, not '0'"),
    (["-jtwo", "a.txt"], "--jobs takes a whole number of at least 1, not 'two'"),
    (
      ["--stage", "load,fact", "a.txt"],
      "--stage takes load, decode, segment, tokenize, mentions, facts, not 'fact'; "
        + "did you mean facts?"
    ),
  ]

  @Test(arguments: mistakes)
  func saysWhatToDo(_ item: (arguments: [String], message: String)) throws {
    let outcome = try bench().run(item.arguments)
    #expect(
      outcome.errors == "shiji-bench: \(item.message)\nTry 'shiji-bench --help'.\n")
    #expect(outcome.output == "")
    #expect(outcome.code == 2)
  }

  @Test func missingTextIsNamed() throws {
    let outcome = try bench().run(["none.txt"])
    #expect(
      outcome.errors == "shiji-bench: none.txt: cannot be opened: No such file or directory\n")
    #expect(outcome.code == 3)
  }

  @Test func emptyTextIsAnError() throws {
    let scratch = try Scratch()
    try scratch.write("a.txt", "")
    let outcome = try bench(scratch).run(["a.txt"])
    #expect(outcome.errors == "shiji-bench: a.txt: holds no line of text\n")
    #expect(outcome.code == 3)
  }

  @Test func missingOverlayIsDataError() throws {
    let scratch = try Scratch()
    try scratch.write("a.txt", "微软。\n")
    let outcome = try bench(scratch).run(["a.txt", "--lexicon", "/nowhere"])
    #expect(
      outcome.errors == "shiji-bench: /nowhere:0:1: no such file or folder; --lexicon takes a "
        + "folder, or a file of shiji lexicon compile\n")
    #expect(outcome.code == 4)
  }

  @Test func reportIsOfTheLastStage() throws {
    let scratch = try Scratch()
    try scratch.write("a.txt", "微软\r\n\n收购")
    let outcome = try bench(scratch).run(["--stage", "segment", "--stage", "decode", "a.txt"])
    let report = try read(outcome)
    #expect(report.bytes == 15)
    #expect(report.count == 4)
    #expect(report.seconds > 0)
    #expect(report.cpu_seconds > 0)
    #expect(report.load_seconds > 0)
    #expect(outcome.code == 0)
    let rows = outcome.output.split(separator: "\n").map { $0.split(separator: " ") }
    #expect(rows.filter { $0.count == 7 }.map { $0[0] } == ["segment", "decode"])
  }

  @Test func loadReadsNoText() throws {
    let scratch = try Scratch()
    try scratch.write("a.txt", "微软\n")
    let report = try read(bench(scratch).run(["--stage", "load", "--rounds", "1", "a.txt"]))
    #expect(report.bytes == nil)
    #expect(report.count > 10_000)
  }

  @Test(arguments: ["decode", "segment", "tokenize", "mentions", "facts"])
  func threadsCountTheSame(_ stage: String) throws {
    let scratch = try Scratch()
    try scratch.write("a.txt", Self.text)
    let tool = bench(scratch)
    let one = try read(tool.run(["--stage", stage, "--rounds", "2", "a.txt"]))
    let three = try read(tool.run(["--stage", stage, "--rounds", "1", "-j3", "a.txt"]))
    #expect(one.count == three.count)
    #expect(one.count > 0)
    #expect(one.bytes == Self.text.utf8.count)
  }

  @Test func bytesThatAreNoTextAreRead() throws {
    let scratch = try Scratch()
    try scratch.write("a.txt", [0xE5, 0x0A, 0xFF, 0xFE, 0x0A])
    #expect(try bench(scratch).run(["--rounds", "1", "a.txt"]).code == 0)
  }

  @Test func helpFitsTheTerminal() throws {
    let outcome = try bench().run(["--help"])
    #expect(outcome.code == 0)
    #expect(outcome.output.hasPrefix("Measures how fast the stages of shiji read a text.\n"))
    #expect(outcome.output.split(separator: "\n").filter { $0.count > 100 } == [])
    #expect(try bench().run(["-h", "x"]) == outcome)
  }
}
