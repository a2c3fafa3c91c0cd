import KnowledgeGraph
import Shiji

/// `shiji export`: a graph, or facts, to any form.
enum ExportCommand {
  static let spec = CommandSpec(
    name: "export", operands: "GRAPH|FACTS",
    summary: "Writes a graph, or a part of it, in another form.",
    details: [
      "Reads graph JSON or facts. The form follows --format or the extension of -o: .json, .dot,",
      ".txt.",
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
      "shiji export march.facts -o march.json",
    ],
    run: run)

  @Sendable static func run(_ arguments: Arguments) throws(CommandError) {
    let paths = try SharedOptions.paths(arguments)
    guard paths.count == 1 else { throw .usage("takes one graph or one file of facts") }
    let selection = try GraphOptions.selection(arguments)
    let drawing = try GraphOptions.drawing(arguments)
    let decisions = try GraphOptions.decisions(arguments)
    let inputs = try FactInputs.open(arguments)
    let targets = try GraphTarget.open(arguments, standard: .text, allowed: GraphFormat.ofGraph)
    let whole = try read(inputs, decisions, arguments)
    let known = Array(whole.events.map(\.type)) + whole.edges.map(\.type)
    try GraphOptions.check(types: selection.types, among: Array(Set(known)))
    let graph = try GraphOptions.part(of: whole, selection, arguments)
    for target in targets { try target.write(graph, drawing) }
    for target in targets { try target.output.commit() }
  }

  /// Reads facts where the first line is one, else graph JSON.
  private static func read(
    _ inputs: [FactLines], _ decisions: Decisions, _ arguments: Arguments
  ) throws(CommandError) -> Graph {
    guard inputs.count == 1, let input = inputs.first else {
      return try GraphCommand.build(inputs, decisions, arguments)
    }
    var text: [UInt8] = []
    do throws(FileError) {
      while let line = try input.next() {
        if text.isEmpty, isFact(line) {
          var facts = GraphFromFacts(decisions: decisions)
          facts.add(line + [UInt8(ascii: "\n")])
          try facts.add(input)
          return finish(&facts, arguments)
        }
        text += line
        text.append(UInt8(ascii: "\n"))
      }
    } catch {
      throw .file(error)
    }
    do throws(GraphReaderError) { return try GraphReader.read(text) } catch {
      throw .file(FileError(path: input.label, reason: "is no graph: \(error)"))
    }
  }

  private static func isFact(_ line: [UInt8]) -> Bool { (try? Fact(line: line)) != nil }

  private static func finish(_ facts: inout GraphFromFacts, _ arguments: Arguments) -> Graph {
    let graph = facts.finish()
    FactInputs.report(facts.problems, arguments)
    for note in facts.notes { Console.note("shiji \(arguments.command): \(note)") }
    return graph
  }
}
