import KnowledgeGraph
import Shiji

/// `shiji stats`: figures, derived knowledge, contradictions.
enum StatsCommand {
  static let spec = CommandSpec(
    name: "stats", operands: "GRAPH|FACTS",
    summary: "Counts and sums, top entities, posts, rounds, portfolios, moves; contradictions.",
    details: [
      "Sums have a lower and an upper bound; an event counts once, whatever its reports say.",
      "--rates takes lines CURRENCY<TAB>RATE, the base with rate 1, for sums across currencies.",
      "--check looks for what cannot all be true: two heads of one company at once, posts left",
      "before they were taken, rounds in the wrong order, acts after death, reports that disagree;",
      "with the sentences, and exit code 1 where there is any.",
    ],
    groups: [
      OptionGroup(
        title: "What",
        options: [
          OptionSpec(
            "--section", value: "A,B", repeatable: true,
            "counts, amounts, top (default: these), posts, rounds, portfolios, moves"),
          OptionSpec("--focus", value: "NAME", repeatable: true, "posts, rounds … of this entity"),
          OptionSpec("--check", "contradictions; exit code 1 where there is any"),
          OptionSpec("--rates", value: "FILE", "exchange rates for sums across currencies"),
          OptionSpec("--top", value: "N", "the most rows of a table (default: 20; 0: all)"),
          SharedOptions.identity,
        ]), GraphQuestion.output(StatsText.Format.allCases.map(\.rawValue)),
    ],
    examples: [
      "shiji stats graph.json", "shiji stats graph.json --section amounts --rates rates.tsv",
      "shiji stats graph.json --section rounds,portfolios --format tsv > deals.tsv",
      "shiji stats graph.json --section posts,moves --focus 小米",
      "shiji facts news/ | shiji stats --check",
    ],
    run: run)

  @Sendable static func run(_ arguments: Arguments) throws(CommandError) {
    let sections = try sections(arguments)
    let limit = try arguments.integer("--top", atLeast: 0) ?? 20
    let rates = try rates(arguments)
    let format = arguments.value("--format").flatMap(StatsText.Format.init) ?? .text
    let paths = try SharedOptions.paths(arguments)
    guard paths.count == 1 else { throw .usage("takes one graph or one file of facts") }
    let decisions = try GraphOptions.decisions(arguments)
    let graph = try GraphInput(paths[0]).graph(decisions, arguments)
    let index = GraphIndex(graph)
    if arguments.has("--check") { return try check(index, limit, format, arguments) }
    var report = StatsReport(index)
    report.limit = limit
    report.rates = rates
    for name in arguments.all("--focus") {
      let found = NameSearch(graph).entities(name)
      if found.isEmpty { return GraphQuestion.noteUnknown(name, graph, arguments) }
      report.focus.formUnion(found.map(\.id))
    }
    try GraphQuestion.write(
      StatsText.text(sections.flatMap { report.tables($0) }, as: format), arguments)
  }

  private static func check(
    _ index: GraphIndex, _ limit: Int, _ format: StatsText.Format, _ arguments: Arguments
  ) throws(CommandError) {
    let found = Contradictions(index).contradictions
    let text =
      format == .text
      ? ContradictionText.text(found, limit: limit) : ContradictionText.jsonLines(found)
    try GraphQuestion.write(text, arguments)
    if !found.isEmpty { throw .findings }
  }

  private static func sections(
    _ arguments: Arguments
  ) throws(CommandError) -> [StatsReport.Section] {
    let names = arguments.list("--section")
    if names.isEmpty { return arguments.has("--rates") ? [.amounts] : [.counts, .amounts, .top] }
    var sections: [StatsReport.Section] = []
    for name in names {
      guard let section = StatsReport.Section(rawValue: name) else {
        let known = StatsReport.Section.allCases.map(\.rawValue)
        throw .usage(
          "--section: unknown section \(name); known are \(known.joined(separator: ", "))")
      }
      sections.append(section)
    }
    return sections
  }

  private static func rates(_ arguments: Arguments) throws(CommandError) -> ExchangeRates? {
    guard let path = arguments.value("--rates") else { return nil }
    let bytes: [UInt8]
    do throws(FileError) { bytes = try FileSystem.read(path) } catch { throw .file(error) }
    do throws(ExchangeRates.Problem) {
      return try ExchangeRates(parsing: String(decoding: bytes, as: UTF8.self))
    } catch {
      throw .data("\(path): \(error)")
    }
  }
}
