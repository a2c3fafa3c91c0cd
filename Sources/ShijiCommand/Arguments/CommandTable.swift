import ChineseText
import Shiji

/// All subcommands, and the way from the words of the command line to one of them.
enum CommandTable {
  static let commands: [CommandSpec] = [
    ExtractCommand.spec, FactsCommand.spec, MergeCommand.spec, GraphCommand.spec,
    ExportCommand.spec, TimelineCommand.spec, ShowCommand.spec, PathCommand.spec,
    QueryCommand.spec, StatsCommand.spec, DiffCommand.spec, SimilarCommand.spec,
    AnnotateCommand.spec, TokenizeCommand.spec, ExplainCommand.spec, LintCommand.spec,
    TestCommand.spec,
    EvalCommand.spec, RulesCommand.spec, LexiconCommand.spec,
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
      report(error, command: commandName(words))
      return error.exitCode
    }
  }

  private static func run(_ name: String, _ words: [String]) throws(CommandError) {
    switch name {
    case "-h", "--help": try Console.print(overview)
    case "help": try help(words)
    case "-V", "--version", "version": try Console.print("shiji \(Release.version)\n")
    default:
      let (spec, words) = try command(name, words)
      if words.prefix(while: { $0 != "--" }).contains(where: { $0 == "--help" || $0 == "-h" }) {
        return try Console.print(spec.help)
      }
      let arguments = try Arguments(words, for: spec)
      Console.isQuiet = arguments.has("--quiet")
      try spec.run(arguments)
    }
  }

  /// The command that the words name, and the words behind its name.
  private static func command(
    _ name: String, _ words: [String]
  ) throws(CommandError) -> (CommandSpec, [String]) {
    if let spec = commands.first(where: { $0.name == name }) {
      return try subcommand(of: spec, words)
    }
    let kind = name.hasPrefix("-") ? "option" : "command"
    throw .usage("unknown \(kind) \(name)" + suggestion(for: name, among: commands.map(\.name)))
  }

  /// A group's command, or the command itself where it is no group.
  private static func subcommand(
    of spec: CommandSpec, _ words: [String]
  ) throws(CommandError) -> (CommandSpec, [String]) {
    let known = spec.subcommands.map { String($0.name.dropFirst(spec.name.count + 1)) }
    if known.isEmpty || words.first == "--help" || words.first == "-h" { return (spec, words) }
    guard let name = words.first else {
      throw .usage("takes a command: \(known.joined(separator: ", "))")
    }
    guard let index = known.firstIndex(of: name) else {
      throw .usage("unknown command \(name)" + suggestion(for: name, among: known))
    }
    return (spec.subcommands[index], Array(words.dropFirst()))
  }

  /// The name of the command that a command line means, for its errors.
  private static func commandName(_ words: [String]) -> String? {
    guard let spec = commands.first(where: { $0.name == words.first }) else { return nil }
    let name = words.prefix(2).joined(separator: " ")
    return spec.subcommands.contains { $0.name == name } ? name : spec.name
  }

  private static func help(_ words: [String]) throws(CommandError) {
    guard let topic = words.first else { return try Console.print(overview) }
    if let text = HelpTopics.text(topic) { return try Console.print(text) }
    if let spec = commands.first(where: { $0.name == topic }) {
      return try Console.print(subcommand(of: spec, words.count > 1 ? [words[1]] : ["-h"]).0.help)
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
