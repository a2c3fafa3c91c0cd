import KnowledgeGraph
import Shiji

/// `shiji graph`: facts to graph.
enum GraphCommand {
  static let spec = CommandSpec(
    name: "graph", operands: "FACTS…",
    summary: "Builds the knowledge graph of all facts and writes it as JSON.",
    details: [
      "Identity and events across documents are decided here, from the facts and the decisions of",
      "the user alone. The same facts give the same bytes, in any order and with duplicates. The id",
      "of an event may change when facts are added.",
    ],
    groups: [
      OptionGroup(title: "Work", options: [SharedOptions.identity]),
      OptionGroup(title: "Output", options: [SharedOptions.output, SharedOptions.quiet]),
    ],
    examples: [
      "shiji graph march.facts -o graph.json",
      "shiji merge day1.facts day2.facts | shiji graph - -o graph.json",
      "shiji graph all.facts --identity identity.tsv -o graph.json",
    ],
    run: run)

  @Sendable static func run(_ arguments: Arguments) throws(CommandError) {
    let decisions = try GraphOptions.decisions(arguments)
    let inputs = try FactInputs.open(arguments)
    let output = try OutputFile.open(arguments.value("--output"))
    let graph = try build(inputs, decisions, arguments)
    let target = GraphTarget(path: arguments.value("--output"), format: .json, output: output)
    try target.write(graph, DOT.Options())
    try output.commit()
  }

  /// The graph of all facts of the inputs.
  static func build(
    _ inputs: [FactLines], _ decisions: Decisions, _ arguments: Arguments
  ) throws(CommandError) -> Graph {
    var facts = GraphFromFacts(decisions: decisions)
    do throws(FileError) {
      for input in inputs { try facts.add(input) }
    } catch {
      throw .file(error)
    }
    if Interruption.isRequested { throw .interrupted }
    return finish(&facts, arguments)
  }

  /// The graph of all facts added, with what there is to say of them.
  static func finish(_ facts: inout GraphFromFacts, _ arguments: Arguments) -> Graph {
    let graph = facts.finish()
    FactInputs.report(facts.problems, arguments)
    for note in facts.notes { Console.note("shiji \(arguments.command): \(note)") }
    return graph
  }
}
