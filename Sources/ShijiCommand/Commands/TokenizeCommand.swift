import Shiji

/// `shiji tokenize`: lines to words.
enum TokenizeCommand {
  static let spec = CommandSpec(
    name: "tokenize", operands: "PATH…",
    summary: "Cuts lines of text into words.",
    details: [
      "text: words joined by two blanks, a line in, a line out. jsonl: one object a line with the",
      "words, their spans in Unicode scalars and what they can be. tsv: a word a line, an empty",
      "line after each line of text.",
    ],
    groups: [
      OptionGroup(
        title: "Input",
        options: SharedOptions.input.options.filter {
          ["--include", "--exclude", "--encoding", "--on-bad-bytes", "--limit"].contains($0.name)
        }),
      SharedOptions.work,
      OptionGroup(
        title: "Output",
        options: [
          OptionSpec(
            "--format", choices: TokenFormat.allCases.map(\.rawValue),
            "how words are written (default: text)"),
          SharedOptions.output, SharedOptions.quiet,
        ]),
    ],
    examples: [
      "shiji tokenize < article.txt", "shiji tokenize news/ --format tsv",
      "echo 小米粥和小米手机 | shiji tokenize --format jsonl",
    ],
    run: run)

  @Sendable static func run(_ arguments: Arguments) throws(CommandError) {
    var options = try SharedOptions.inputOptions(arguments)
    options.format = .lines
    options.keepsBlankLines = true
    let jobs = try SharedOptions.jobs(arguments)
    let inputs = try SharedOptions.inputs(arguments, options)
    let output = try OutputFile.open(arguments.value("--output"))
    let tokenizer = try LexiconLocation.textAnalyzer(arguments)
    let run = TokenRun(
      analyzer: tokenizer, inputs: inputs, options: options,
      format: arguments.value("--format").flatMap(TokenFormat.init) ?? .text, jobs: jobs)
    try DocumentRun.write(to: output, arguments, run.write)
  }
}
