import Shiji

/// `shiji tokenize`: lines to words.
enum TokenizeCommand {
  static let spec = CommandSpec(
    name: "tokenize", operands: "PATH…",
    summary: "Cuts lines of text into words.",
    details: [
      "text: words joined by two blanks, a line in, a line out. jsonl: an object a line with the",
      "words as written, their spans, what they can be and the ids of names. tsv: a word a line",
      "(word, start, end, tags, ids; values joined by |), an empty line after each line of text.",
      "Offsets are half open and count from the start of the line. Lexicons/README.md lists the tags.",
      "--explain: * marks the words that won, - those of the next best cut. Costs are in nats; a",
      "detour is how much dearer the best cut with that word is.",
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
          OptionSpec(
            "--offsets", choices: OffsetUnit.allCases.map(\.rawValue),
            "unit of offsets: Unicode scalars (default) or UTF-8 bytes"),
          OptionSpec("--tags", "text with what each word is: 微软/company  收购/noun|verb"),
          OptionSpec("--explain", "all words that compete in each sentence, and why the best won"),
          SharedOptions.output, SharedOptions.quiet,
        ]),
    ],
    examples: [
      "shiji tokenize < article.txt", "shiji tokenize news/ --format tsv --offsets bytes",
      "echo 小米粥和小米手机 | shiji tokenize --format jsonl",
      "echo 小米粥和小米手机 | shiji tokenize --explain",
    ],
    run: run)

  @Sendable static func run(_ arguments: Arguments) throws(CommandError) {
    var options = try SharedOptions.inputOptions(arguments)
    options.format = .lines
    options.keepsBlankLines = true
    let form = try form(arguments)
    let jobs = try SharedOptions.jobs(arguments)
    let inputs = try SharedOptions.inputs(arguments, options)
    let output = try OutputFile.open(arguments.value("--output"))
    let tokenizer = try LexiconLocation.textAnalyzer(arguments)
    let run = TokenRun(
      analyzer: tokenizer, inputs: inputs, options: options, output: form, jobs: jobs)
    try DocumentRun.write(to: output, arguments, run.write)
  }

  /// What is written of the words; throws for options that would do nothing.
  private static func form(_ arguments: Arguments) throws(CommandError) -> TokenOutput {
    var form = TokenOutput()
    form.format = arguments.value("--format").flatMap(TokenFormat.init) ?? .text
    form.offsets = arguments.value("--offsets").flatMap(OffsetUnit.init) ?? .scalars
    form.showsTags = arguments.has("--tags")
    form.explains = arguments.has("--explain")
    if form.explains, form.format == .tsv {
      throw .usage("--explain writes text or jsonl, not tsv")
    }
    if form.showsTags, form.explains || form.format != .text {
      throw .usage("--tags is for words as text; --explain, jsonl and tsv show tags by themselves")
    }
    if arguments.has("--offsets"), form.format == .text, !form.explains {
      throw .usage("--offsets needs --format jsonl or tsv, or --explain")
    }
    return form
  }
}
