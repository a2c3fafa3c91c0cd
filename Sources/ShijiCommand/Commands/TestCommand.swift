import ChineseText
import EventRules
import Shiji

/// `shiji test`: runs the examples inside rule files.
enum TestCommand {
  static let spec = CommandSpec(
    name: "test", operands: "[DIR]",
    summary: "Runs the tests that stand inside rule files.",
    details: [
      "DIR is a folder with rule files; without it those of the base lexicon are tested. Tables of",
      "DIR are used where it has some, else those of the base lexicon. Exit code 1 means that a",
      "test failed, or that rules cannot be read.",
    ],
    groups: [
      OptionGroup(
        title: "Work",
        options: [
          OptionSpec("--type", value: "A,B", repeatable: true, "only the tests of these types")
        ]),
      OptionGroup(title: "Output", options: [SharedOptions.quiet]),
    ],
    examples: [
      "shiji test", "shiji test Lexicons", "shiji test Lexicons --type acquisition,funding",
    ],
    run: run)

  @Sendable static func run(_ arguments: Arguments) throws(CommandError) {
    let folder = try RuleFolder.open(RuleFolder.path(arguments))
    let lexicon = try RuleFolder.lexicon(folder)
    let sources: [RuleSource]
    do throws(LexiconError) { sources = try folder.ruleSources() } catch {
      throw .data(error.description)
    }
    guard !sources.isEmpty else {
      throw .file(FileError(path: folder.path, reason: "holds no rule file (*.rules)"))
    }
    let types = arguments.list("--type")
    let known: [String]
    let result: (count: Int, failures: [RuleTestFailure])
    do throws(LexiconError) {
      known = try RuleSet.load(sources).summaries.map(\.name)
      result = try RuleTester(sources: sources, lexicon: lexicon).run(
        types: types.filter(known.contains))
    } catch {
      return try report(error.problems.map(\.description), count: 0)
    }
    try GraphOptions.check(types: Set(types), among: known)
    try report(result.failures.map(\.description), count: result.count)
  }

  private static func report(_ lines: [String], count: Int) throws(CommandError) {
    try Console.print(lines.map { $0 + "\n" }.joined())
    Console.note("shiji test: \(Report.count(count, "test")), \(lines.count) failed")
    if !lines.isEmpty { throw .findings }
  }
}
