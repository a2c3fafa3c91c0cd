import ChineseText
import KnowledgeGraph
import Shiji

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// `shiji lexicon why`: why words of a text are names, or are none.
enum LexiconWhyCommand {
  static let spec = CommandSpec(
    name: "lexicon why", operands: "TEXT|-",
    summary: "Says of every name in a text why it is one, and of any word why it is none.",
    details: [
      "For each name: the row of the lexicon, or the shape it was found by; the words beside it that",
      "spoke for it, with their points; and the words it won against, with how much dearer (in nats)",
      "the best cut with them is. Then what looked like a name and was left out. --expect WORD says",
      "why a word is no name: not listed, ambiguous without a cue, lost to another cut, too few",
      "points; and what would make it one. TEXT is one text; - or none is standard input.",
    ],
    groups: [
      OptionGroup(
        title: "Input",
        options: [
          OptionSpec("--expect", value: "WORD", repeatable: true, "say why this word is no name"),
          OptionSpec("--published", value: "DATE", "day of publication"),
        ]),
      LexiconTablesInput.group,
      OptionGroup(
        title: "Output",
        options: [
          OptionSpec("--format", choices: ["text", "json"], "form of the output (default: text)"),
          SharedOptions.output, SharedOptions.quiet,
        ]),
    ],
    examples: [
      "shiji lexicon why 小米粥和小米手机都降价了。 --expect 小米",
      "shiji lexicon why 云帆智能发布新品。 --lexicon my-lexicon",
      "shiji lexicon why - < article.txt", "shiji lexicon why --format json < article.txt",
    ],
    run: run)

  @Sendable static func run(_ arguments: Arguments) throws(CommandError) {
    let text = try text(arguments)
    let published = try SharedOptions.date(arguments, "--published")
    let output = try OutputFile.open(arguments.value("--output"))
    let tables = try LexiconTablesInput.open(arguments)
    let analyzer = try LexiconLocation.textAnalyzer(arguments)
    let document = Document(id: "", text: text, published: published)
    let report = NameReport(document, analyzer, tables)
    let words = arguments.all("--expect")
    let bytes =
      arguments.value("--format") == "json"
      ? JSONWriter.bytes(report.json(expecting: words)) + [10]
      : Array(report.text(expecting: words).utf8)
    guard output.write(bytes) else { throw output.failure }
    try output.commit()
  }

  private static func text(_ arguments: Arguments) throws(CommandError) -> String {
    guard arguments.operands.count <= 1 else {
      throw .usage("takes one text; put it in quotation marks where it holds blanks")
    }
    if let text = arguments.operands.first, text != "-" { return text }
    guard !arguments.operands.isEmpty || isatty(0) == 0 else {
      throw .usage("a text is missing; - is standard input")
    }
    do throws(FileError) {
      var text = String(decoding: try FileSystem.read("/dev/stdin"), as: UTF8.self)
      while text.last?.isNewline == true { text.removeLast() }
      return text
    } catch {
      throw .file(FileError(path: "standard input", reason: error.reason))
    }
  }
}
