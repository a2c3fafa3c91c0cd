import KnowledgeGraph
import Shiji

/// `shiji eval`: how well facts agree with annotated articles.
enum EvalCommand {
  static let spec = CommandSpec(
    name: "eval", operands: "GOLD [FACTS]",
    summary: "Scores facts against annotated articles, by type and role, with every difference.",
    details: [
      "GOLD is a folder of annotated articles, a JSON file each (shiji help gold), or one of them.",
      "They are read with the lexicon in use; with FACTS, facts of shiji facts --mentions are scored",
      "instead. P, R and F1 are micro averages, macro F1 is the mean over types. The score is the",
      "mean of five F1. --leave-one-out scores again without the events that rest on a rule line or",
      "trigger word which fires in one article alone: the difference is the fit of the rules to",
      "single articles.",
    ],
    groups: [
      OptionGroup(
        title: "Work",
        options: [
          SharedOptions.lexicon, SharedOptions.dictionary,
          OptionSpec("--leave-one-out", "score also without what fires in one article alone"),
          OptionSpec("--fail-under", value: "N", "exit code 1 where the score is less than N"),
        ]),
      OptionGroup(
        title: "Output",
        options: [
          OptionSpec(
            "--format", choices: ["text", "json", "html"],
            "form of the output (default: by extension, else text)"),
          OptionSpec("--errors", value: "N", "list N differences of each kind (default: 5)"),
          OptionSpec("--per-document", "a line a document"), SharedOptions.output,
          SharedOptions.quiet,
        ]),
    ],
    examples: [
      "shiji eval gold/", "shiji eval gold/ --lexicon my-lexicon --errors 20",
      "shiji eval gold/ --leave-one-out -o eval.html",
      "shiji facts gold.jsonl --mentions | shiji eval gold/ - --format json | jq .score",
    ],
    run: run)

  @Sendable static func run(_ arguments: Arguments) throws(CommandError) {
    guard (1...2).contains(arguments.operands.count) else {
      throw .usage("takes a folder of annotated articles, and facts where they are at hand")
    }
    let options = try options(arguments)
    let least = try arguments.integer("--fail-under", atLeast: 0)
    let gold = arguments.operands[0]
    guard FileSystem.exists(gold) else {
      throw .file(FileError(path: gold, reason: "no such file or folder"))
    }
    let output = try OutputFile.open(arguments.value("--output"))
    let articles: [GoldArticle]
    do throws(FileError) { articles = try GoldArticle.read(gold) } catch { throw .file(error) }
    let facts = try facts(arguments, articles)
    var masked: (run: EvaluationRun, dropped: Int)?
    if arguments.has("--leave-one-out") {
      let rest = LeaveOneOut.masked(facts)
      masked = (EvaluationRun(articles, rest.facts), rest.dropped)
    }
    let report = EvaluationReport(
      EvaluationRun(articles, facts), masked: masked, options: options)
    guard output.write(bytes(report, arguments, title: PathName.last(gold))) else {
      throw output.failure
    }
    try output.commit()
    if let least, report.run.whole.score * 100 < Double(least) {
      Console.note(
        "shiji eval: the score \(Share.text(report.run.whole.score)) is less than \(least)")
      throw .findings
    }
  }

  private static func options(
    _ arguments: Arguments
  ) throws(CommandError) -> EvaluationReport.Options {
    var options = EvaluationReport.Options()
    options.showsDocuments = arguments.has("--per-document")
    if let limit = try arguments.integer("--errors", atLeast: 0) { options.errorLimit = limit }
    return options
  }

  /// The facts at hand, or those of the articles.
  private static func facts(
    _ arguments: Arguments, _ articles: [GoldArticle]
  ) throws(CommandError) -> [String: FoundFacts] {
    do throws(FileError) {
      guard arguments.operands.count == 2 else {
        let analyzer: Analyzer
        do throws(CommandError) { analyzer = try LexiconLocation.analyzer(arguments) } catch {
          throw FileError(path: "", reason: error.message ?? "")
        }
        return try FoundFacts.read(GoldFacts.lines(articles, analyzer), path: "facts")
      }
      let path = arguments.operands[1]
      let bytes = try FileSystem.read(path == "-" ? "/dev/stdin" : path)
      let facts = try FoundFacts.read(bytes, path: path == "-" ? "standard input" : path)
      warn(facts, articles)
      return facts
    } catch {
      throw error.path.isEmpty ? .data(error.reason) : .file(error)
    }
  }

  private static func warn(_ facts: [String: FoundFacts], _ articles: [GoldArticle]) {
    let missing = articles.filter { facts[$0.id] == nil }.count
    if missing > 0 {
      Console.note("shiji eval: \(missing) of \(articles.count) articles have no fact at all")
    }
    let ids = Set(articles.map(\.id))
    if let other = facts.keys.filter({ !ids.contains($0) }).sorted().first {
      Console.note("shiji eval: facts of other documents are left out, such as \(other)")
    }
    if !facts.values.contains(where: \.hasMoney), !facts.isEmpty {
      Console.note("shiji eval: no amount among the mentions; was --mentions given?")
    }
  }

  private static func bytes(
    _ report: EvaluationReport, _ arguments: Arguments, title: String
  ) -> [UInt8] {
    let isPage = ["html", "htm"].contains(
      arguments.value("--output").map(PathName.fileExtension) ?? "")
    let isObject = arguments.value("--output").map(PathName.fileExtension) == "json"
    switch arguments.value("--format") ?? (isPage ? "html" : isObject ? "json" : "text") {
    case "html": return EvaluationPage.html(report, title: title)
    case "json": return JSONWriter.bytes(report.json) + [10]
    default: return Array(report.text.utf8)
    }
  }
}
