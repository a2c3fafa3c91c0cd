import Foundation
import Testing

/// The texts of `--help`, word for word.
///
/// `SHIJI_RECORD=1 swift test --filter HelpTests` writes them anew, and fails to say so.
struct HelpTests {
  static let pages: [(name: String, arguments: [String])] = [
    ("overview", ["--help"]),
    ("exit-codes", ["help", "exit-codes"]),
    ("formats", ["help", "formats"]),
    ("gold", ["help", "gold"]),
    ("query-language", ["help", "query"]),
    ("rules", ["help", "rules"]),
    ("extract", ["extract", "--help"]),
    ("facts", ["facts", "--help"]),
    ("merge", ["merge", "--help"]),
    ("graph", ["graph", "--help"]),
    ("export", ["export", "--help"]),
    ("timeline", ["timeline", "--help"]),
    ("show", ["show", "--help"]),
    ("path", ["path", "--help"]),
    ("query", ["query", "--help"]),
    ("stats", ["stats", "--help"]),
    ("diff", ["diff", "--help"]),
    ("similar", ["similar", "--help"]),
    ("annotate", ["annotate", "--help"]),
    ("tokenize", ["tokenize", "--help"]),
    ("explain", ["explain", "--help"]),
    ("lint", ["lint", "--help"]),
    ("test", ["test", "--help"]),
    ("eval", ["eval", "--help"]),
    ("rules-command", ["rules", "--help"]),
    ("lexicon", ["lexicon", "--help"]),
    ("lexicon-find", ["lexicon", "find", "--help"]),
    ("lexicon-why", ["lexicon", "why", "--help"]),
    ("lexicon-add", ["lexicon", "add", "--help"]),
    ("lexicon-stats", ["lexicon", "stats", "--help"]),
    ("lexicon-compile", ["lexicon", "compile", "--help"]),
  ]

  @Test(arguments: pages)
  func helpIsAsRecorded(_ page: (name: String, arguments: [String])) throws {
    let outcome = try Tool().run(page.arguments)
    #expect(outcome.code == 0)
    #expect(outcome.errors == "")
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    let file = folder.appending(path: "Golden/help-\(page.name).txt")
    if ProcessInfo.processInfo.environment["SHIJI_RECORD"] != nil {
      try Data(outcome.output.utf8).write(to: file)
      Issue.record("recorded \(file.lastPathComponent)")
      return
    }
    #expect(outcome.output == (try? String(contentsOf: file, encoding: .utf8)))
  }

  @Test(arguments: pages)
  func helpFitsTheTerminal(_ page: (name: String, arguments: [String])) throws {
    let lines = try Tool().run(page.arguments).output.split(separator: "\n")
    #expect(lines.filter { $0.count > 100 } == [])
  }

  @Test func helpOfACommandIsTheSameEitherWay() throws {
    #expect(try Tool().run(["help", "facts"]) == Tool().run(["facts", "--help"]))
    #expect(try Tool().run(["facts", "-h"]) == Tool().run(["facts", "--help"]))
  }

  @Test func everyHelpEndsWithExamples() throws {
    for name in [
      "extract", "facts", "merge", "graph", "export", "timeline", "show", "path", "query", "stats",
      "diff", "annotate", "tokenize", "lint", "test",
      "eval", "rules", "lexicon",
    ] {
      let help = try Tool().run([name, "--help"]).output
      let examples = help.components(separatedBy: "\nExamples:\n").last ?? ""
      let count = examples.split(separator: "\n").count
      #expect((3...5).contains(count), "\(name)")
      #expect(
        examples.split(separator: "\n").allSatisfy { $0.contains("shiji \(name)") }, "\(name)")
    }
  }

  @Test func versionIsPrinted() throws {
    #expect(try Tool().run(["--version"]).output == "shiji 0.1.0\n")
  }

  @Test func withoutWordsTheOverviewIsAnError() throws {
    let outcome = try Tool().run([])
    #expect(outcome.code == 2)
    #expect(outcome.output == "")
    #expect(outcome.errors == (try Tool().run(["--help"]).output))
  }
}
