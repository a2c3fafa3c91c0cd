import KnowledgeGraph
import Shiji

/// The forms in which a graph can be written.
enum GraphFormat: String, CaseIterable {
  case json, dot, text
  case eventsTSV = "events.tsv"
  case eventsCSV = "events.csv"
  case facts

  /// The format that the extension of a file name means.
  init?(path: String) {
    let name = PathName.last(path).lowercased()
    for table in [Self.eventsTSV, .eventsCSV]
    where name == table.rawValue || name.hasSuffix(".\(table.rawValue)") {
      self = table
      return
    }
    switch PathName.fileExtension(path) {
    case "json": self = .json
    case "dot", "gv": self = .dot
    case "txt": self = .text
    case "jsonl", "facts", "ndjson": self = .facts
    default: return nil
    }
  }

  /// The formats that are made of the graph.
  static let ofGraph: [GraphFormat] = [.json, .dot, .text, .eventsTSV, .eventsCSV]
}

/// One output of a command: a file, or standard output, and its form.
struct GraphTarget {
  let path: String?
  let format: GraphFormat
  let output: OutputFile
  /// Whether a list gets colours.
  var isColoured = false

  /// The outputs that `-o` and `--format` ask for, opened.
  static func open(
    _ arguments: Arguments, standard: GraphFormat, allowed: [GraphFormat]
  ) throws(CommandError) -> [GraphTarget] {
    let given = arguments.value("--format").flatMap { GraphFormat(rawValue: $0) }
    let paths = arguments.all("--output")
    if paths.isEmpty {
      return [
        GraphTarget(
          path: nil, format: given ?? standard, output: .standard(),
          isColoured: Colours.areWanted(arguments))
      ]
    }
    var targets: [GraphTarget] = []
    for path in paths {
      let format = try format(path, given, standard, allowed)
      targets.append(
        GraphTarget(path: path == "-" ? nil : path, format: format, output: try .open(path)))
    }
    return targets
  }

  private static func format(
    _ path: String, _ given: GraphFormat?, _ standard: GraphFormat, _ allowed: [GraphFormat]
  ) throws(CommandError) -> GraphFormat {
    if let given { return given }
    if path == "-" { return standard }
    if let format = GraphFormat(path: path), allowed.contains(format) { return format }
    let names = allowed.map(\.rawValue).joined(separator: ", ")
    throw .usage("\(path): the extension names no format; --format takes \(names)")
  }

  /// Writes a graph; a note says what a picture left out.
  func write(_ graph: Graph, _ options: DOT.Options) throws(CommandError) {
    guard format != .facts else { return }
    var note: String?
    do {
      switch format {
      case .json: try GraphJSON.write(graph, put)
      case .dot: note = try DOT.write(graph, options: options, put)
      case .text: try list.write(graph, put)
      case .eventsTSV: try EventTable.write(graph, as: .tsv, put)
      case .eventsCSV: try EventTable.write(graph, as: .csv, put)
      case .facts: break
      }
    } catch {
      throw output.failure
    }
    if path != nil || note != nil {
      let counts = path == nil ? nil : GraphOptions.counts(graph)
      Console.note(
        "\(path ?? "graph"): " + [counts, note].compactMap(\.self).joined(separator: "; "))
    }
  }

  private func put(_ bytes: UnsafeRawBufferPointer) throws {
    guard output.write(bytes) else { throw WriteFailure() }
  }

  /// The list in colours where they are wanted, broken where a terminal ends.
  private var list: EventList {
    var list = EventList()
    list.isColoured = isColoured
    list.width = path == nil ? Colours.width : nil
    return list
  }

  private struct WriteFailure: Error {}
}
