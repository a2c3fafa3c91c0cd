import KnowledgeGraph
import Shiji

/// `shiji diff`: what a new graph changed.
enum DiffCommand {
  static let spec = CommandSpec(
    name: "diff", operands: "OLD NEW",
    summary:
      "Says what a new graph changed: entities, events, relations, statuses, amounts, dates.",
    details: [
      "OLD and NEW are graphs or facts. Events are matched by the claims they share, since their ids",
      "may change when facts are added. + is new, - is gone, ~ is changed.",
    ],
    groups: [
      GraphQuestion.input,
      GraphQuestion.output(
        ["text", "jsonl"], [OptionSpec("--exit-code", "exit code 1 where anything differs")]),
    ],
    examples: [
      "shiji diff monday.json tuesday.json", "shiji diff old.json new.json --format jsonl",
      "shiji diff old.json new.json --exit-code --quiet > changes.txt",
    ],
    run: run)

  @Sendable static func run(_ arguments: Arguments) throws(CommandError) {
    guard arguments.operands.count == 2 else { throw .usage("takes two graphs: OLD NEW") }
    let decisions = try GraphOptions.decisions(arguments)
    let inputs = (try GraphInput(arguments.operands[0]), try GraphInput(arguments.operands[1]))
    let old = try inputs.0.graph(decisions, arguments)
    let new = try inputs.1.graph(decisions, arguments)
    let diff = GraphDiff(from: old, to: new)
    let text =
      arguments.value("--format") == "jsonl"
      ? GraphDiffText.jsonLines(diff) : GraphDiffText.text(diff)
    try GraphQuestion.write(text, arguments)
    Console.note("shiji diff: \(GraphDiffText.summary(diff))")
    if arguments.has("--exit-code"), !diff.changes.isEmpty { throw .findings }
  }
}
