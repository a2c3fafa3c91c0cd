import ChineseText
import EventRules
import KnowledgeGraph
import Shiji

/// `shiji lint`: checks data files.
enum LintCommand {
  static let spec = CommandSpec(
    name: "lint", operands: "[DIR]",
    summary: "Checks tables and rule files; prints every problem as file:line:column.",
    details: [
      "DIR is a folder of lexicon data; without it the base lexicon is checked, of which only the",
      "rule files are text. All problems of all files are printed at once. Exit code 1 means that",
      "there are some.",
    ],
    groups: [
      OptionGroup(title: "Work", options: [SharedOptions.identity]),
      OptionGroup(title: "Output", options: [SharedOptions.quiet]),
    ],
    examples: [
      "shiji lint Lexicons", "shiji lint my-lexicon", "shiji lint --identity identity.tsv",
    ],
    run: run)

  @Sendable static func run(_ arguments: Arguments) throws(CommandError) {
    let path = try RuleFolder.path(arguments)
    let folder = try RuleFolder.open(path)
    var problems: [LexiconProblem] = []
    var rules: [RuleSource] = []
    var tables: [LexiconCompiler.Source] = []
    do throws(LexiconError) {
      tables = try folder.tableSources()
      rules = try folder.ruleSources()
      if !FileSystem.exists(PathName.join(path, "lexicon.bin")) {
        problems += LexiconCompiler.check(tables: tables)
        let sources = try? FileSystem.read(PathName.join(path, "SOURCES.md"))
        problems += LexiconCheck.problems(
          tables: tables, sources: sources, known: RuleFolder.baseIDs(folder))
      }
      problems += RuleSet.check(rules)
    } catch {
      throw .data(error.description)
    }
    let texts = problems.sorted().map(\.description) + identityProblems(arguments)
    try Console.print(texts.map { $0 + "\n" }.joined())
    let read = "\(Report.count(tables.count, "table")), \(Report.count(rules.count, "rule file"))"
    Console.note("shiji lint: \(Report.count(texts.count, "problem")) (\(read))")
    if !texts.isEmpty { throw .findings }
  }

  private static func identityProblems(_ arguments: Arguments) -> [String] {
    guard arguments.value("--identity") != nil else { return [] }
    do throws(CommandError) {
      _ = try GraphOptions.decisions(arguments)
      return []
    } catch {
      return (error.message ?? "").split(separator: "\n").map(String.init)
    }
  }
}

/// The folder of lexicon data that a command works on.
enum RuleFolder {
  /// The folder named, or that of the base lexicon.
  static func path(_ arguments: Arguments) throws(CommandError) -> String {
    guard arguments.operands.count <= 1 else { throw .usage("takes one folder") }
    if let path = arguments.operands.first { return path }
    return try LexiconLocation.find()
  }

  /// The folder; that it is one was not sure before.
  static func open(_ path: String) throws(CommandError) -> LexiconFolder {
    do throws(LexiconError) { return try LexiconFolder(path) } catch {
      throw .file(FileError(path: path, reason: "no such folder"))
    }
  }

  /// Whether a folder stands for itself: it has the core words, or is compiled.
  private static func isWhole(_ folder: LexiconFolder) -> Bool {
    folder.isCompiled || FileSystem.exists(PathName.join(folder.path, "words/core-words.tsv"))
  }

  /// The ids that rows of a user's folder may name besides their own: those of the base lexicon,
  /// where there is one.
  static func baseIDs(_ folder: LexiconFolder) -> Set<String> {
    guard !isWhole(folder), let base = try? LexiconLocation.find() else { return [] }
    return (try? LexiconTables(base: base, lexicons: []))?.ids ?? []
  }

  /// The lexicon for a folder's rules: its own where it has the core words or is compiled, else
  /// the base lexicon with the folder's tables laid over it.
  static func lexicon(_ folder: LexiconFolder) throws(CommandError) -> Lexicon {
    let isWhole = isWhole(folder)
    let base = isWhole ? folder.path : try LexiconLocation.find()
    do throws(LexiconError) {
      let lexicon = try LexiconFolder(base).openLexicon()
      return isWhole ? lexicon : try OverlaySources(lexicons: [folder.path]).lay(over: lexicon)
    } catch {
      throw .data(error.description)
    }
  }
}
