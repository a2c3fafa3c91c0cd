import ChineseText

/// The options and operands of a command, checked against its specification.
struct Arguments: Sendable {
  let command: String
  /// What stands beside the options, in order.
  private(set) var operands: [String] = []
  private var values: [String: [String]] = [:]

  /// Reads the words behind the command's name.
  init(_ words: [String], for spec: CommandSpec) throws(CommandError) {
    command = spec.name
    var rest = words[...]
    while let word = rest.popFirst() {
      if word == "--" {
        operands += rest
        break
      } else if word.hasPrefix("--") {
        try readLong(word, &rest, spec)
      } else if word.hasPrefix("-"), word != "-" {
        try readShort(word, &rest, spec)
      } else {
        operands.append(word)
      }
    }
  }

  /// Whether a flag was given.
  func has(_ name: String) -> Bool { values[name] != nil }

  /// The value of an option; the last one where it may be given once only.
  func value(_ name: String) -> String? { values[name]?.last }

  /// All values of a repeatable option.
  func all(_ name: String) -> [String] { values[name] ?? [] }

  /// The values of an option that takes a list with commas.
  func list(_ name: String) -> [String] {
    all(name).flatMap { $0.split(separator: ",").map(String.init) }
  }

  /// A whole number of at least `least`.
  func integer(_ name: String, atLeast least: Int) throws(CommandError) -> Int? {
    guard let text = value(name) else { return nil }
    guard let number = Int(text), number >= least else {
      throw .usage("\(name) takes a whole number of at least \(least), not '\(text)'")
    }
    return number
  }

  private mutating func readLong(
    _ word: String, _ rest: inout ArraySlice<String>, _ spec: CommandSpec
  ) throws(CommandError) {
    let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let name = String(parts[0])
    guard let option = spec.options.first(where: { $0.name == name }) else {
      let known = spec.options.map(\.name)
      throw .usage("unknown option \(name)" + suggestion(for: name, among: known))
    }
    try store(option, parts.count > 1 ? String(parts[1]) : nil, &rest)
  }

  private mutating func readShort(
    _ word: String, _ rest: inout ArraySlice<String>, _ spec: CommandSpec
  ) throws(CommandError) {
    let name = String(word.prefix(2))
    guard let option = spec.options.first(where: { $0.short == name }) else {
      throw .usage("unknown option \(name)")
    }
    let attached = word.dropFirst(2)
    guard option.takesValue || attached.isEmpty else {
      throw .usage("\(name) takes no value")
    }
    try store(option, attached.isEmpty ? nil : String(attached), &rest)
  }

  private mutating func store(
    _ option: OptionSpec, _ attached: String?, _ rest: inout ArraySlice<String>
  ) throws(CommandError) {
    guard option.takesValue else {
      if attached != nil { throw .usage("\(option.name) takes no value") }
      values[option.name] = []
      return
    }
    guard let value = attached ?? rest.popFirst() else {
      throw .usage("\(option.name) needs a value")
    }
    try check(value, of: option)
    if option.isRepeatable {
      values[option.name, default: []].append(value)
    } else {
      values[option.name] = [value]
    }
  }

  private func check(_ value: String, of option: OptionSpec) throws(CommandError) {
    guard !option.choices.isEmpty, !option.choices.contains(value) else { return }
    let hint = nearestName(to: value, among: option.choices).map { "; did you mean \($0)?" }
    throw .usage(
      "\(option.name) takes \(option.choices.joined(separator: ", ")), not '\(value)'"
        + (hint ?? ""))
  }
}
