/// One option of a command.
struct OptionSpec: Sendable {
  /// Long name, with its dashes.
  let name: String
  /// One-letter name, with its dash; empty where there is none.
  let short: String
  /// What the value is called in the help; empty for a flag.
  let value: String
  /// The values that may be given, where they are few.
  let choices: [String]
  /// One sentence.
  let help: String
  /// Whether it may be given several times.
  let isRepeatable: Bool

  init(
    _ name: String, short: String = "", value: String = "", choices: [String] = [],
    repeatable: Bool = false, _ help: String
  ) {
    self.name = name
    self.short = short
    self.value = value
    self.choices = choices
    self.help = help
    isRepeatable = repeatable
  }

  var takesValue: Bool { !value.isEmpty || !choices.isEmpty }

  /// What the help shows in its left column.
  var heading: String {
    let shown = choices.isEmpty ? value : choices.joined(separator: "|")
    let names = short.isEmpty ? "    \(name)" : "\(short), \(name)"
    return shown.isEmpty ? names : "\(names) \(shown)"
  }
}

/// A heading of the help with its options.
struct OptionGroup: Sendable {
  let title: String
  let options: [OptionSpec]
}
