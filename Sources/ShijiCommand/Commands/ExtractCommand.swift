import EventRules
import KnowledgeGraph
import Shiji

/// `shiji extract`: news to graph in one go.
enum ExtractCommand {
  static let spec = CommandSpec(
    name: "extract", operands: "PATH…",
    summary: "Reads news and writes a knowledge graph, or a readable list of its events.",
    details: [
      "Facts, identity, graph and export in one go. Each -o FILE writes one form of the result, by",
      "its extension: .json (graph), .dot (Graphviz), .jsonl (facts), .txt (list), .events.csv and",
      ".events.tsv (a flat table of events). Without -o and --format the list is printed: for each",
      "document its events in the order of the text, each sentence once, then relations; on a",
      "terminal in colours and broken at its width.",
    ],
    groups: [
      SharedOptions.input,
      OptionGroup(
        title: "Work",
        options: [
          SharedOptions.jobs, SharedOptions.lexicon, SharedOptions.dictionary,
          SharedOptions.identity,
        ]),
      GraphOptions.selection, GraphOptions.drawing,
      OptionGroup(
        title: "Output",
        options: [
          OptionSpec(
            "--output", short: "-o", value: "FILE", repeatable: true, "write to FILE (repeatable)"),
          OptionSpec(
            "--format", choices: GraphFormat.allCases.map(\.rawValue),
            "form of the output (default: by extension)"),
          OptionSpec("--mentions", "facts output: also every mention"),
          SharedOptions.color, SharedOptions.stats, SharedOptions.quiet,
        ]),
    ],
    examples: [
      "shiji extract article.txt --published 2024-03-21",
      "shiji extract news/ -o graph.json -o graph.dot && dot -Tsvg graph.dot > graph.svg",
      "shiji extract dump.jsonl --text-field content --type funding --since 2024-01-01",
      "shiji extract news/ --focus 微软 --hops 2 -o microsoft.dot",
    ],
    run: run)

  @Sendable static func run(_ arguments: Arguments) throws(CommandError) {
    let options = try SharedOptions.inputOptions(arguments)
    let jobs = try SharedOptions.jobs(arguments)
    let selection = try GraphOptions.selection(arguments)
    let drawing = try GraphOptions.drawing(arguments)
    let decisions = try GraphOptions.decisions(arguments)
    let inputs = try SharedOptions.inputs(arguments, options)
    let targets = try GraphTarget.open(arguments, standard: .text, allowed: GraphFormat.allCases)
    let analyzer = try LexiconLocation.analyzer(arguments)
    try GraphOptions.check(
      types: selection.types, among: analyzer.rules.summaries.map(\.name))
    let run = FactsRun(
      analyzer: analyzer, inputs: inputs, options: options,
      includesMentions: arguments.has("--mentions"), jobs: jobs)
    let collected = try collect(run, targets, decisions)
    try Report.finish(collected.summary, arguments)
    try write(collected.facts, targets, selection, drawing, arguments)
    if collected.summary.failures > 0 { throw .inputFailed }
  }

  private struct Collected {
    var facts: GraphFromFacts
    var summary: RunSummary
  }

  /// Runs the documents; facts go to their outputs at once, and into the graph.
  private static func collect(
    _ run: FactsRun, _ targets: [GraphTarget], _ decisions: Decisions
  ) throws(CommandError) -> Collected {
    var facts = GraphFromFacts(decisions: decisions)
    let streams = targets.filter { $0.format == .facts }.map(\.output)
    let wantsGraph = streams.count < targets.count
    var failed: OutputFile?
    let summary: RunSummary
    do throws(RecordProblem) {
      summary = try run.write { bytes in
        if wantsGraph { facts.add(bytes) }
        failed = streams.first { !$0.write(bytes) }
        return failed == nil
      }
    } catch {
      throw .file(FileError(path: error.source, reason: Report.place(error)))
    }
    if let failed { throw failed.failure }
    return Collected(facts: facts, summary: summary)
  }

  private static func write(
    _ collected: GraphFromFacts, _ targets: [GraphTarget], _ selection: Selection,
    _ drawing: DOT.Options, _ arguments: Arguments
  ) throws(CommandError) {
    guard targets.contains(where: { $0.format != .facts }) else {
      for target in targets { try target.output.commit() }
      return
    }
    var facts = collected
    let whole = facts.finish()
    for note in facts.notes { Console.note("shiji extract: \(note)") }
    let graph = try GraphOptions.part(of: whole, selection, arguments)
    if graph.events.first(where: { _ in true }) == nil {
      Console.note("shiji extract: no events found")
    }
    for target in targets { try target.write(graph, drawing) }
    for target in targets { try target.output.commit() }
  }
}
