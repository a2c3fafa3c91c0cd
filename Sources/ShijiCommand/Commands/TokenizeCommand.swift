import ChineseText
import Shiji

/// `shiji tokenize`: lines to words.
enum TokenizeCommand {
  static let spec = CommandSpec(
    name: "tokenize", operands: "PATH…",
    summary: "Cuts lines of text into words.",
    details: [
      "fine (the default): numbers, units, parts of dates and the words inside long names stand",
      "apart (15亿|美元, 2024年|3月, 国家|税务|总局). coarse: amounts, dates and names in one piece,",
      "as facts use them; every coarse boundary is a fine one too. Standards are the conventions of",
      "published corpora: pku is fine with the family name apart (王|晓明); msr is coarse with",
      "titles cut (国务院|副|总理).",
      "",
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
          ["--include", "--exclude", "--encoding", "--on-bad-bytes", "--max-record", "--limit"]
            .contains($0.name)
        }),
      SharedOptions.work,
      OptionGroup(
        title: "Output",
        options: [
          OptionSpec(
            "--mode", choices: Granularity.allCases.map(\.rawValue),
            "how finely words are cut (default: fine)"),
          OptionSpec(
            "--standard", choices: WordStandard.allCases.map(\.rawValue),
            "cut as this corpus does, instead of --mode"),
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
    let cutter = try cutter(arguments)
    let run = TokenRun(
      cutter: cutter, inputs: inputs, options: options, output: form, jobs: jobs)
    try DocumentRun.write(to: output, arguments, run.write)
  }

  /// What is written of the words; throws for options that would do nothing.
  private static func form(_ arguments: Arguments) throws(CommandError) -> TokenOutput {
    var form = TokenOutput()
    form.format = arguments.value("--format").flatMap(TokenFormat.init) ?? .text
    form.offsets = arguments.value("--offsets").flatMap(OffsetUnit.init) ?? .scalars
    form.showsTags = arguments.has("--tags")
    form.explains = arguments.has("--explain")
    let cuts = ["--mode", "--standard"].filter { arguments.value($0) != nil }
    if cuts.count > 1 {
      throw .usage("--mode and --standard cannot stand together: a standard has its own mode")
    }
    if form.explains, let cut = cuts.first {
      throw .usage("--explain shows the path of the whole lattice, and \(cut) does not change it")
    }
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

  private static func cutter(_ arguments: Arguments) throws(CommandError) -> WordCutter {
    let analyzer = try LexiconLocation.textAnalyzer(arguments)
    do throws(LexiconError) {
      return try WordCutter(
        analyzer: analyzer,
        granularity: arguments.value("--mode").flatMap(Granularity.init) ?? .fine,
        standard: arguments.value("--standard").flatMap(WordStandard.init))
    } catch {
      throw .data(error.description)
    }
  }
}
