import ChineseText
import KnowledgeGraph
import Shiji

/// Options that say which part of a graph is written, and how it is drawn.
enum GraphOptions {
  static let selection = OptionGroup(
    title: "Selection",
    options: [
      OptionSpec("--type", value: "A,B", repeatable: true, "events and relations of these types"),
      OptionSpec(
        "--realis", value: "A,B", repeatable: true,
        "events with this status: asserted, planned, rumoured, denied"),
      OptionSpec("--since", value: "DATE", "events of this day or later"),
      OptionSpec("--until", value: "DATE", "events of this day or earlier"),
      OptionSpec("--focus", value: "NAME", repeatable: true, "what surrounds this entity"),
      OptionSpec(
        "--names", value: "FILE", repeatable: true,
        "what touches an entity of a watch-list: a name or id a line, # remarks"),
      OptionSpec("--hops", value: "N", "how many steps around it (default: 1)"),
      OptionSpec("--min-confidence", value: "N", "events with at least this confidence, 0 to 1000"),
      OptionSpec("--min-sources", value: "N", "events reported by at least so many sources"),
    ])

  static let drawing = OptionGroup(
    title: "Drawing (dot)",
    options: [
      OptionSpec("--max-nodes", value: "N", "the most nodes to draw (default: 200)"),
      OptionSpec(
        "--layout", choices: ["network", "timeline"], "how nodes are placed (default: network)"),
      OptionSpec(
        "--projection", choices: ["events", "entities"],
        "entities: direct edges without event nodes (default: events)"),
    ])

  /// The selection of a command line.
  static func selection(_ arguments: Arguments) throws(CommandError) -> Selection {
    var selection = Selection()
    selection.types = Set(arguments.list("--type"))
    selection.statuses = try statuses(arguments)
    selection.since = try SharedOptions.date(arguments, "--since")?.description
    selection.until = try SharedOptions.date(arguments, "--until")?.description
    selection.focus = arguments.all("--focus")
    selection.names = try watchList(arguments)
    selection.hops = try arguments.integer("--hops", atLeast: 0) ?? 1
    selection.minimumConfidence = try arguments.integer("--min-confidence", atLeast: 0) ?? 0
    selection.minimumSources = try arguments.integer("--min-sources", atLeast: 0) ?? 0
    return selection
  }

  /// The names of all watch-lists; nothing where there is none.
  private static func watchList(_ arguments: Arguments) throws(CommandError) -> [String]? {
    let paths = arguments.all("--names")
    if paths.isEmpty { return nil }
    var text = ""
    do throws(FileError) {
      for path in paths {
        text += String(decoding: try FileSystem.read(path), as: UTF8.self) + "\n"
      }
    } catch {
      throw .file(error)
    }
    return WatchList(parsing: text).names
  }

  /// The statuses that `--realis` names.
  static func statuses(_ arguments: Arguments) throws(CommandError) -> Set<ClaimFact.Realis> {
    var statuses: Set<ClaimFact.Realis> = []
    for name in arguments.list("--realis") {
      guard let realis = ClaimFact.Realis(rawValue: name) else {
        let known = ClaimFact.Realis.allCases.map(\.rawValue)
        throw .usage("--realis: unknown status \(name)" + suggestion(for: name, among: known))
      }
      statuses.insert(realis)
    }
    return statuses
  }

  /// How a graph is drawn.
  static func drawing(_ arguments: Arguments) throws(CommandError) -> DOT.Options {
    var options = DOT.Options()
    if let most = try arguments.integer("--max-nodes", atLeast: 1) { options.maximumNodes = most }
    if let name = arguments.value("--layout"), let layout = DOT.Options.Layout(rawValue: name) {
      options.layout = layout
    }
    if let name = arguments.value("--projection"),
      let projection = DOT.Options.Projection(rawValue: name)
    {
      options.projection = projection
    }
    return options
  }

  /// The types that a command line names must be among the known ones.
  static func check(types: Set<String>, among known: [String]) throws(CommandError) {
    for type in types.sorted() where !known.contains(type) {
      throw .usage("unknown type \(type)" + suggestion(for: type, among: known))
    }
  }

  /// The wanted part of a graph; a note says what was left out.
  static func part(
    of graph: Graph, _ selection: Selection, _ arguments: Arguments
  ) throws(CommandError) -> Graph {
    if let name = selection.unknownNames(in: graph).first {
      let known = graph.entities.flatMap { [$0.name] + $0.aliases }
      throw .usage("--focus: nothing is called \(name)" + suggestion(for: name, among: known))
    }
    noteUnknown(selection.names ?? [], in: graph, arguments)
    let part = selection.part(of: graph)
    let before = Array(graph.events).count
    let after = Array(part.events).count
    if after < before {
      Console.note(
        "shiji \(arguments.command): \(after) of \(Report.count(before, "event")) selected")
    }
    return part
  }

  /// Says which names of a watch-list nobody has, with names like them.
  private static func noteUnknown(_ names: [String], in graph: Graph, _ arguments: Arguments) {
    if names.isEmpty || Console.isQuiet { return }
    let table = NameTable(graph)
    let unknown = names.filter { table.entities($0).isEmpty }
    if unknown.isEmpty { return }
    let hints = unknown.map { near($0, table) }
    for (name, hint) in zip(unknown, hints) where !hint.isEmpty {
      Console.note("shiji \(arguments.command): not found: \(name)\(hint)")
    }
    let others = zip(unknown, hints).filter { $0.1.isEmpty }.map(\.0)
    if !others.isEmpty {
      Console.note("shiji \(arguments.command): not found: \(others.joined(separator: ", "))")
    }
    let all = Report.count(names.count, "name")
    Console.note("shiji \(arguments.command): \(unknown.count) of \(all) not found")
  }

  /// `; did you mean X, Y?`, or nothing.
  static func near(_ name: String, _ table: NameTable) -> String {
    let names = table.near(name)
    return names.isEmpty ? "" : "; did you mean \(names.joined(separator: ", "))?"
  }

  /// What a graph holds, in words.
  static func counts(_ graph: Graph) -> String {
    let parts = [
      Report.count(graph.documents.count, "document"),
      Report.count(Array(graph.entities).count, "entity", "entities"),
      Report.count(Array(graph.events).count, "event"), Report.count(graph.edges.count, "edge"),
    ]
    return parts.joined(separator: ", ")
  }

  /// The user's decisions on identity.
  static func decisions(_ arguments: Arguments) throws(CommandError) -> Decisions {
    guard let path = arguments.value("--identity") else { return Decisions() }
    let bytes: [UInt8]
    do throws(FileError) { bytes = try FileSystem.read(path) } catch { throw .file(error) }
    do throws(DecisionError) {
      return try Decisions(parsing: String(decoding: bytes, as: UTF8.self), file: path)
    } catch {
      throw .data(error.description)
    }
  }
}
