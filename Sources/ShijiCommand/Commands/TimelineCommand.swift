import KnowledgeGraph
import Shiji

/// `shiji timeline`: the events of a graph in the order of time.
enum TimelineCommand {
  static let spec = CommandSpec(
    name: "timeline", operands: "GRAPH [NAME…]",
    summary: "Lists the events of a graph, or of some names, in the order of time.",
    details: [
      "Reads graph JSON or facts; - is standard input. A NAME is a name, an alias or an id: events",
      "in which one of them takes part. Dates are as precise as the news: 2024-Q1 stands before",
      "2024-01; what has no date comes last. Planned, rumoured and denied events are marked, and",
      "where there are several reports, how they went. text: for a terminal; md: Markdown with the",
      "sentences; tsv: a line an event; json: all of it; timelinejs: for timeline.knightlab.com,",
      "dated events only. Without --format the extension of -o decides, else it is text.",
    ],
    groups: [
      OptionGroup(
        title: "Work",
        options: [
          OptionSpec(
            "--by", choices: Timeline.Grain.allCases.map(\.rawValue),
            "the length of periods (default: year)"),
          SharedOptions.identity,
        ]),
      GraphOptions.selection,
      OptionGroup(
        title: "Output",
        options: [
          OptionSpec(
            "--format", choices: TimelineFormat.allCases.map(\.rawValue),
            "form of the output (default: by extension, else text)"),
          OptionSpec("--sentences", "text: also the sentence that says so"),
          SharedOptions.output, SharedOptions.color, SharedOptions.quiet,
        ]),
    ],
    examples: [
      "shiji timeline graph.json 微软",
      "shiji timeline graph.json 宇树科技 智元机器人 --type funding,listing --by month",
      "shiji timeline graph.json --names watch.txt --since 2024-01-01 -o watch.md",
      "shiji timeline graph.json OpenAI --realis rumoured,denied --sentences",
      "shiji extract news/ --format json | shiji timeline - --format timelinejs -o timeline.json",
    ],
    run: run)

  @Sendable static func run(_ arguments: Arguments) throws(CommandError) {
    let path =
      arguments.operands.isEmpty ? try SharedOptions.paths(arguments)[0] : arguments.operands[0]
    let names = Array(arguments.operands.dropFirst())
    var selection = try GraphOptions.selection(arguments)
    let decisions = try GraphOptions.decisions(arguments)
    let format = TimelineFormat(arguments)
    let input = try GraphInput(path)
    let output = try OutputFile.open(arguments.value("--output"))
    let whole = try input.graph(decisions, arguments)
    let known = Set(whole.events.map(\.type) + whole.edges.map(\.type))
    try GraphOptions.check(types: selection.types, among: Array(known))
    try check(names, in: whole)
    if !names.isEmpty { selection.names = names + (selection.names ?? []) }
    let part = try GraphOptions.part(of: whole, selection, arguments)
    let grain = arguments.value("--by").flatMap(Timeline.Grain.init) ?? .year
    var timeline = Timeline(part, by: grain)
    timeline.title = names.joined(separator: "、")
    try write(timeline, format, output, arguments)
    try output.commit()
  }

  /// Names that nobody has are a slip of the user's hand; of those that several have, all are meant.
  private static func check(_ names: [String], in graph: Graph) throws(CommandError) {
    if names.isEmpty { return }
    let table = NameTable(graph)
    for name in names {
      let ids = table.entities(name)
      if ids.count > 1 {
        let list = ids.prefix(5).joined(separator: ", ") + (ids.count > 5 ? ", …" : "")
        Console.note("shiji timeline: \(ids.count) entities are called \(name): \(list)")
      }
    }
    let unknown = names.filter { table.entities($0).isEmpty }
    if unknown.isEmpty { return }
    let lines = unknown.map { "nothing is called \($0)\(GraphOptions.near($0, table))" }
    throw .usage(lines.joined(separator: "\n  "))
  }

  private static func write(
    _ timeline: Timeline, _ format: TimelineFormat, _ output: OutputFile, _ arguments: Arguments
  ) throws(CommandError) {
    func put(_ bytes: UnsafeRawBufferPointer) throws {
      guard output.write(bytes) else { throw output.failure }
    }
    do {
      switch format {
      case .text:
        var text = TimelineText()
        text.isColoured = Colours.areWanted(arguments, for: arguments.value("--output"))
        text.showsSentences = arguments.has("--sentences")
        try text.write(timeline, put)
      case .md: try TimelineMarkdown.write(timeline, put)
      case .tsv: try TimelineTSV.write(timeline, put)
      case .json: try TimelineJSON.write(timeline, put)
      case .timelinejs: try TimelineJS.write(timeline, put)
      }
    } catch {
      throw output.failure
    }
    let dated = timeline.periods.reduce(0) { $0 + $1.entries.count }
    if dated + timeline.undated.count == 0 {
      Console.note("shiji timeline: no events")
    } else if format == .timelinejs, !timeline.undated.isEmpty {
      let count = Report.count(timeline.undated.count, "event")
      Console.note("shiji timeline: left out \(count) without a date")
    }
  }
}

/// The forms of a timeline.
enum TimelineFormat: String, CaseIterable {
  case text, md, tsv, json, timelinejs

  /// What `--format` says, else the extension of the output.
  init(_ arguments: Arguments) {
    if let format = arguments.value("--format").flatMap(TimelineFormat.init(rawValue:)) {
      self = format
      return
    }
    switch arguments.value("--output").map(PathName.fileExtension) {
    case "md", "markdown": self = .md
    case "tsv": self = .tsv
    case "json": self = .json
    default: self = .text
    }
  }
}
