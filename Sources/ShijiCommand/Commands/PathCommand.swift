import KnowledgeGraph
import Shiji

/// `shiji path`: how two entities are tied.
enum PathCommand {
  static let spec = CommandSpec(
    name: "path", operands: "GRAPH A B",
    summary: "Finds the shortest ways between two entities, with the sentence behind each step.",
    details: [
      "A step leads over an event that both take part in, or over a relation or an edge derived from",
      "events. All shortest paths are given up to a limit, those with more sources first. What was",
      "denied ties nobody, unless --realis says so.",
    ],
    groups: [
      OptionGroup(
        title: "Search",
        options: [
          OptionSpec("--hops", value: "N", "the most steps (default: 6)"),
          OptionSpec("--limit", value: "N", "the most paths to show (default: 10)"),
          OptionSpec("--type", value: "A,B", repeatable: true, "only over these events, relations"),
          OptionSpec(
            "--realis", value: "A,B", repeatable: true,
            "only over events with this status (default: asserted,planned,rumoured)"),
          OptionSpec("--avoid", value: "NAME", repeatable: true, "not through this entity"),
          SharedOptions.identity,
        ]), GraphQuestion.output(["text"]),
    ],
    examples: [
      "shiji path graph.json 微软 \"Inflection AI\"",
      "shiji path graph.json 雷军 蔚来 --avoid 中国 --hops 3",
      "shiji path graph.json org:microsoft org:openai --type investment,funding",
    ],
    run: run)

  @Sendable static func run(_ arguments: Arguments) throws(CommandError) {
    let hops = try arguments.integer("--hops", atLeast: 1) ?? 6
    let limit = try arguments.integer("--limit", atLeast: 1) ?? 10
    let statuses = try GraphOptions.statuses(arguments)
    let (graph, names) = try GraphQuestion.read(
      arguments, operands: 3...3, "a graph and two names or ids")
    try GraphOptions.check(
      types: Set(arguments.list("--type")), among: GraphQuestion.types(graph))
    let index = GraphIndex(graph)
    guard let start = try GraphQuestion.entity(names[0], graph, arguments),
      let end = try GraphQuestion.entity(names[1], graph, arguments)
    else { return }
    if start.id == end.id {
      return Console.note("shiji path: \(names[0]) and \(names[1]) are one: \(start.id)")
    }
    var search = PathSearch(index)
    search.maximumHops = hops
    search.maximumPaths = limit
    search.types = Set(arguments.list("--type"))
    if !statuses.isEmpty { search.statuses = statuses }
    for name in arguments.all("--avoid") {
      search.avoided.formUnion(NameSearch(graph).nodes(name).map(\.id))
    }
    let result = search.paths(from: start.id, to: end.id)
    if result.paths.isEmpty {
      return Console.note("shiji path: no path of at most \(Report.count(hops, "step"))")
    }
    try GraphQuestion.write(
      PathText(index).text(result, from: start.id, to: end.id), arguments)
  }
}
