/// A command: what the help says of it, and what it does. A group has commands below it, named
/// `GROUP NAME`, and does nothing itself.
struct CommandSpec: Sendable {
  let name: String
  /// The operands, as the usage line shows them.
  let operands: String
  /// One sentence.
  let summary: String
  /// Some lines on what it reads and writes.
  let details: [String]
  let groups: [OptionGroup]
  let examples: [String]
  var subcommands: [CommandSpec] = []
  let run: @Sendable (Arguments) throws(CommandError) -> Void

  var options: [OptionSpec] { groups.flatMap(\.options) }

  /// The text of `--help`.
  var help: String {
    let words = subcommands.isEmpty ? "[OPTION…] \(operands)" : "COMMAND [OPTION…] \(operands)"
    var lines = ["\(summary)", "", "Usage: shiji \(name) \(words)", ""]
    lines += details
    if !subcommands.isEmpty {
      lines += ["", "Commands:"]
      lines += subcommands.map { command in
        let own = command.name.dropFirst(name.count + 1)
        return "  \(own)\(String(repeating: " ", count: max(1, 12 - own.count)))\(command.summary)"
      }
    }
    for group in groups {
      lines += ["", "\(group.title):"]
      for option in group.options { lines += Self.rows(option) }
    }
    lines += ["", "Examples:"]
    lines += examples.map { "  \($0)" }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func rows(_ option: OptionSpec) -> [String] {
    let heading = "  " + option.heading
    let column = 28
    guard heading.count < column - 1 else {
      return [heading, String(repeating: " ", count: column) + option.help]
    }
    return [heading + String(repeating: " ", count: column - heading.count) + option.help]
  }
}
