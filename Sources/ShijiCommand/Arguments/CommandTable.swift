import ChineseText
import Shiji

/// All subcommands, and the way from the words of the command line to one of them.
enum CommandTable {
  static let commands: [CommandSpec] = [
    ExtractCommand.spec, FactsCommand.spec, MergeCommand.spec, GraphCommand.spec,
    ExportCommand.spec, TokenizeCommand.spec, LintCommand.spec, TestCommand.spec,
  ]

  /// Runs a command line and gives the exit code.
  static func run(_ words: [String]) -> Int32 {
    guard let name = words.first else {
      Console.error(overview)
      return 2
    }
    do throws(CommandError) {
      try run(name, Array(words.dropFirst()))
      return 0
    } catch {
      report(error, command: commands.contains { $0.name == name } ? name : nil)
      return error.exitCode
    }
  }

  private static func run(_ name: String, _ words: [String]) throws(CommandError) {
    switch name {
    case "-h", "--help": try Console.print(overview)
    case "help": try help(words)
    case "-V", "--version", "version": try Console.print("shiji \(Release.version)\n")
    default:
      let spec = try command(name)
      if words.prefix(while: { $0 != "--" }).contains(where: { $0 == "--help" || $0 == "-h" }) {
        return try Console.print(spec.help)
      }
      let arguments = try Arguments(words, for: spec)
      Console.isQuiet = arguments.has("--quiet")
      try spec.run(arguments)
    }
  }

  private static func command(_ name: String) throws(CommandError) -> CommandSpec {
    if let spec = commands.first(where: { $0.name == name }) { return spec }
    let kind = name.hasPrefix("-") ? "option" : "command"
    throw .usage("unknown \(kind) \(name)" + suggestion(for: name, among: commands.map(\.name)))
  }

  private static func help(_ words: [String]) throws(CommandError) {
    guard let topic = words.first else { return try Console.print(overview) }
    if let text = HelpTopics.text(topic) { return try Console.print(text) }
    if let spec = commands.first(where: { $0.name == topic }) {
      return try Console.print(spec.help)
    }
    let known = commands.map(\.name) + HelpTopics.names
    throw .usage("no help on \(topic)" + suggestion(for: topic, among: known))
  }

  private static func report(_ error: CommandError, command: String?) {
    guard let message = error.message else { return }
    let name = command.map { "shiji \($0)" } ?? "shiji"
    Console.error("\(name): \(message)\n")
    if case .usage = error { Console.error("Try '\(name) --help'.\n") }
  }

  static var overview: String {
    var lines = [
      "shiji reads Chinese news and writes a knowledge graph: who did what to whom, for how much,",
      "when, and which sentence says so. By rules and lexicons alone, offline, reproducible.", "",
      "Usage: shiji COMMAND [OPTION…] [PATH…]", "", "Commands:",
    ]
    for command in commands {
      let gap = String(repeating: " ", count: max(1, 12 - command.name.count))
      lines.append("  \(command.name)\(gap)\(command.summary)")
    }
    lines += ["", "shiji COMMAND --help and shiji help TOPIC say more. Topics: "]
    lines[lines.count - 1] += HelpTopics.names.joined(separator: ", ") + "."
    lines += ["", "Examples:"]
    lines += [
      "  shiji extract news/", "  shiji extract news/*.txt -o graph.json -o graph.dot",
      "  zcat dump.jsonl.gz | shiji facts - -j2 > facts.jsonl",
      "  shiji merge day1.facts day2.facts | shiji graph - -o graph.json",
    ]
    return lines.joined(separator: "\n") + "\n"
  }
}
