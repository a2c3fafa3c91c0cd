import ChineseText
import Shiji

/// `shiji annotate`: texts with their mentions in colour.
enum AnnotateCommand {
  static let spec = CommandSpec(
    name: "annotate", operands: "PATH…",
    summary: "Shows texts with every name, title, amount and time marked, and what it means.",
    details: [
      "text: the text in the colours of a terminal, values in ⟦ ⟧; without colours mentions stand in",
      "brackets: [金额 15亿美元 = USD 1,500,000,000]. jsonl: an object a document with its mentions",
      "(type, span in Unicode scalars, entity, value). html: one page that needs nothing else; point",
      "at a mention for its value. Without --format the extension of -o decides, else it is text.",
      "Types: \(names.prefix(6).joined(separator: ", ")),",
      "\(names.dropFirst(6).joined(separator: ", ")).",
    ],
    groups: [
      SharedOptions.input, SharedOptions.work,
      OptionGroup(
        title: "Output",
        options: [
          OptionSpec(
            "--format", choices: AnnotationFormat.allCases.map(\.rawValue),
            "form of the output (default: by extension, else text)"),
          OptionSpec("--types", value: "A,B", repeatable: true, "only mentions of these types"),
          OptionSpec(
            "--color", choices: ["auto", "always", "never"],
            "colours of text (default: auto; NO_COLOR is respected)"),
          SharedOptions.output, SharedOptions.stats, SharedOptions.quiet,
        ]),
    ],
    examples: [
      "shiji annotate article.txt --published 2024-03-21",
      "shiji annotate news/ -o news.html",
      "shiji annotate news/ --types money,time --color always | less -R",
      "shiji annotate dump.jsonl --format jsonl --limit 100 > mentions.jsonl",
    ],
    run: run)

  private static var names: [String] { MentionKind.allCases.map(\.rawValue) }

  @Sendable static func run(_ arguments: Arguments) throws(CommandError) {
    let options = try SharedOptions.inputOptions(arguments)
    let form = try form(arguments)
    let jobs = try SharedOptions.jobs(arguments)
    let inputs = try SharedOptions.inputs(arguments, options)
    let output = try OutputFile.open(arguments.value("--output"))
    let analyzer = try LexiconLocation.textAnalyzer(arguments)
    let run = AnnotationRun(
      analyzer: analyzer, inputs: inputs, options: options, output: form, jobs: jobs)
    try DocumentRun.write(to: output, arguments, run.write)
  }

  private static func form(_ arguments: Arguments) throws(CommandError) -> AnnotationOutput {
    var form = AnnotationOutput()
    form.format = format(arguments)
    let types = arguments.list("--types")
    if arguments.has("--types") {
      guard !types.isEmpty else { throw .usage("--types needs the name of a type") }
      try GraphOptions.check(types: Set(types), among: names)
      form.kinds = Set(types.compactMap(MentionKind.init))
    }
    if form.format != .text, arguments.value("--color") == "always" {
      throw .usage("--color is for text; \(form.format.rawValue) has none")
    }
    form.isColoured = Colours.areWanted(arguments, for: arguments.value("--output"))
    return form
  }

  private static func format(_ arguments: Arguments) -> AnnotationFormat {
    if let format = arguments.value("--format").flatMap(AnnotationFormat.init) { return format }
    switch arguments.value("--output").map(PathName.fileExtension) {
    case "html", "htm": return .html
    case "jsonl", "ndjson": return .jsonl
    default: return .text
    }
  }
}
