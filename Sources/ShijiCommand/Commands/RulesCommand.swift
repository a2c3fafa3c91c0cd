import ChineseText
import EventRules
import KnowledgeGraph
import Shiji

/// `shiji rules`: the types and their rule lines, and which of them texts use.
enum RulesCommand {
  static let spec = CommandSpec(
    name: "rules", operands: "[PATH…]",
    summary:
      "Lists event types; with texts, says which rule lines and triggers fire, and how often.",
    details: [
      "Without PATH: the types with their roles and the number of lines and triggers. With texts, as",
      "shiji facts reads them, --coverage (the default) gives for each line of each rule file how",
      "often it told a claim, how often it was tried at a trigger and what stopped it; triggers as",
      "收购 30/100: claims by this line, of all places where the word stood. --unused gives what never",
      "fired. Both end in how many rows of the names tables the texts used; --unused --table NAME",
      "lists those that they did not.",
    ],
    groups: [
      SharedOptions.input, SharedOptions.work,
      OptionGroup(
        title: "Output",
        options: [
          OptionSpec("--coverage", "every line, with what it came to"),
          OptionSpec("--unused", "only what never fired"),
          OptionSpec("--table", value: "NAME", "rows of this table that no text named"),
          OptionSpec("--type", value: "A,B", repeatable: true, "only these types"),
          OptionSpec("--format", choices: ["text", "json"], "form of the output (default: text)"),
          SharedOptions.output, SharedOptions.stats, SharedOptions.quiet,
        ]),
    ],
    examples: [
      "shiji rules", "shiji rules --coverage news/ --type acquisition",
      "shiji rules --unused dump.jsonl -j2", "shiji rules --unused news/ --table names/people",
    ],
    run: run)

  @Sendable static func run(_ arguments: Arguments) throws(CommandError) {
    try check(arguments)
    let options = try SharedOptions.inputOptions(arguments)
    let jobs = try SharedOptions.jobs(arguments)
    let inputs =
      arguments.operands.isEmpty ? nil : try SharedOptions.inputs(arguments, options)
    let output = try OutputFile.open(arguments.value("--output"))
    let analyzer = try LexiconLocation.analyzer(arguments)
    let types = arguments.list("--type")
    try GraphOptions.check(types: Set(types), among: analyzer.rules.summaries.map(\.name))
    let rules = try sources(arguments)
    guard let inputs else {
      let list = RuleList(analyzer.rules, rules, types)
      return try write(
        arguments.value("--format") == "json"
          ? JSONWriter.bytes(list.json) + [10] : Array(list.text.utf8), to: output)
    }
    let run = CoverageRun(analyzer: analyzer, inputs: inputs, options: options, jobs: jobs)
    let result: (summary: RunSummary, counts: CoverageCounts)
    do throws(RecordProblem) { result = try run.count() } catch {
      throw .file(FileError(path: error.source, reason: Report.place(error)))
    }
    let tables = try LexiconTablesInput.open(arguments)
    let coverage = RuleCoverage(
      result.counts, documents: result.summary.documents, rules: rules, tables: tables,
      types: types)
    try Report.finish(result.summary, arguments)
    try write(bytes(coverage, arguments), to: output)
  }

  private static func check(_ arguments: Arguments) throws(CommandError) {
    let flags = ["--coverage", "--unused"].filter { arguments.has($0) }
    if flags.count > 1 { throw .usage("--coverage and --unused cannot stand together") }
    if let flag = flags.first, arguments.operands.isEmpty {
      throw .usage("\(flag) needs texts: files, folders, or - for standard input")
    }
    if arguments.value("--table") != nil, !arguments.has("--unused") {
      throw .usage("--table needs --unused")
    }
  }

  /// The rule files in use.
  private static func sources(_ arguments: Arguments) throws(CommandError) -> [RuleSource] {
    let base = try LexiconLocation.find()
    do throws(LexiconError) {
      var sources = try LexiconFolder(base).ruleSources()
      try OverlaySources(lexicons: arguments.all("--lexicon")).lay(over: &sources)
      return sources
    } catch {
      throw .data(error.description)
    }
  }

  private static func bytes(
    _ coverage: RuleCoverage, _ arguments: Arguments
  ) throws(CommandError) -> [UInt8] {
    if let name = arguments.value("--table") {
      let known = coverage.tableNames
      guard known.contains(name) else {
        throw .usage("--table: no table \(name)" + suggestion(for: name, among: known))
      }
      return Array(coverage.unusedRows(name).utf8)
    }
    if arguments.value("--format") == "json" { return JSONWriter.bytes(coverage.json) + [10] }
    return Array((arguments.has("--unused") ? coverage.unusedText : coverage.text).utf8)
  }

  private static func write(_ bytes: [UInt8], to output: OutputFile) throws(CommandError) {
    guard output.write(bytes) else { throw output.failure }
    try output.commit()
  }
}
