import KnowledgeGraph
import Shiji

/// What the commands that ask a graph something have in common.
enum GraphQuestion {
  static let input = OptionGroup(title: "Work", options: [SharedOptions.identity])

  /// The output options with the forms that a command knows.
  static func output(_ formats: [String], _ more: [OptionSpec] = []) -> OptionGroup {
    let format = OptionSpec("--format", choices: formats, "form of the output (default: text)")
    return OptionGroup(
      title: "Output",
      options: more + (formats.count > 1 ? [format] : []) + [
        SharedOptions.output, SharedOptions.quiet,
      ])
  }

  /// The graph that the first operand names, and what stands behind it.
  static func read(
    _ arguments: Arguments, operands: ClosedRange<Int>, _ usage: String
  ) throws(CommandError) -> (graph: Graph, rest: [String]) {
    guard operands.contains(arguments.operands.count) else { throw .usage("takes \(usage)") }
    let decisions = try GraphOptions.decisions(arguments)
    let graph = try GraphInput(arguments.operands[0]).graph(decisions, arguments)
    return (graph, Array(arguments.operands.dropFirst()))
  }

  /// Writes text to where `-o` says.
  static func write(_ text: String, _ arguments: Arguments) throws(CommandError) {
    let output = try OutputFile.open(arguments.value("--output"))
    guard output.write(Array(text.utf8)) else { throw output.failure }
    try output.commit()
  }

  /// The one entity that a name means; nothing where none or several carry it, which is said.
  static func entity(
    _ name: String, _ graph: Graph, _ arguments: Arguments
  ) throws(CommandError) -> Graph.Entity? {
    let found = NameSearch(graph).entities(name)
    if found.count > 1 { Console.error(choices(name, found)) }
    if found.isEmpty { noteUnknown(name, graph, arguments) }
    return found.count == 1 ? found.first : nil
  }

  /// The types of events, relations and derived edges that a graph has.
  static func types(_ graph: Graph) -> [String] {
    let edges = graph.edges.lazy.filter { $0.kind != .role }.map(\.type)
    return Array(Set(graph.events.map(\.type)).union(edges))
  }

  /// Says that nothing has a name, and which names are like it.
  static func noteUnknown(_ name: String, _ graph: Graph, _ arguments: Arguments) {
    let near = NameSearch(graph).near(name)
    let hint = near.isEmpty ? "" : "; near names: \(near.joined(separator: ", "))"
    Console.note("shiji \(arguments.command): nothing is called \(name)\(hint)")
  }

  /// Lines that tell entities of one name apart.
  static func choices(_ name: String, _ entities: [Graph.Entity]) -> String {
    var lines = ["\(name)：\(entities.count) 个条目，请用 id 指明"]
    for entity in entities {
      let others = ([entity.name] + entity.aliases).filter { $0 != name }
      let names = others.isEmpty ? "" : "  又名 \(others.prefix(4).joined(separator: "、"))"
      lines.append(
        "  \(entity.id)  \(TypeLabels.label(entity.type))  \(entity.name)  "
          + "\(entity.documents.count) 篇\(names)")
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
