import KnowledgeGraph
import Shiji

/// `shiji export`: a graph, or facts, to any form.
enum ExportCommand {
  static let spec = CommandSpec(
    name: "export", operands: "GRAPH|FACTS",
    summary: "Writes a graph, or a part of it, in another form.",
    details: [
      "Reads graph JSON or facts. The form follows --format or the extension of -o: .json, .dot,",
      ".txt, .events.csv and .events.tsv (a flat table of events, for spreadsheets and programs).",
    ],
    groups: [
      OptionGroup(title: "Work", options: [SharedOptions.identity]),
      GraphOptions.selection, GraphOptions.drawing,
      OptionGroup(
        title: "Output",
        options: [
          OptionSpec(
            "--output", short: "-o", value: "FILE", repeatable: true, "write to FILE (repeatable)"),
          OptionSpec(
            "--format", choices: GraphFormat.ofGraph.map(\.rawValue),
            "form of the output (default: by extension, else text)"),
          SharedOptions.color, SharedOptions.quiet,
        ]),
    ],
    examples: [
      "shiji export graph.json --format dot | dot -Tsvg > graph.svg",
      "shiji export graph.json --type funding --since 2024-01-01",
      "shiji export graph.json --focus 微软 --hops 2 -o microsoft.dot",
      "shiji export graph.json --type funding -o funding.events.csv",
    ],
    run: run)

  @Sendable static func run(_ arguments: Arguments) throws(CommandError) {
    let paths = try SharedOptions.paths(arguments)
    guard paths.count == 1 else { throw .usage("takes one graph or one file of facts") }
    let selection = try GraphOptions.selection(arguments)
    let drawing = try GraphOptions.drawing(arguments)
    let decisions = try GraphOptions.decisions(arguments)
    let input = try GraphInput(paths[0])
    let targets = try GraphTarget.open(arguments, standard: .text, allowed: GraphFormat.ofGraph)
    let whole = try input.graph(decisions, arguments)
    let known = Array(whole.events.map(\.type)) + whole.edges.map(\.type)
    try GraphOptions.check(types: selection.types, among: Array(Set(known)))
    let graph = try GraphOptions.part(of: whole, selection, arguments)
    for target in targets { try target.write(graph, drawing) }
    for target in targets { try target.output.commit() }
  }
}
