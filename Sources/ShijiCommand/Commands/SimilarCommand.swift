import ChineseText
import KnowledgeGraph
import Shiji

/// `shiji similar`: nodes of a graph that may be one.
enum SimilarCommand {
  static let spec = CommandSpec(
    name: "similar", operands: "GRAPH",
    summary: "Lists entities that may be the same, as lines for identity.tsv.",
    details: [
      "Reads graph JSON or facts; - is standard input. Nothing is merged: each candidate is a line of",
      "decisions (same A B reason) below a comment with its score, from 0 to 1000, and the names of",
      "both. Read them, delete what is wrong, and give the rest to shiji graph --identity. Compared",
      "are names without place, trade and legal form, aliases, products with and without their",
      "maker, persons with one post, and what both have taken part in. The best stand first.",
    ],
    groups: [
      OptionGroup(
        title: "Work",
        options: [
          OptionSpec("--min-score", value: "N", "the least score to list (default: 500)"),
          SharedOptions.identity,
        ]),
      OptionGroup(title: "Output", options: [SharedOptions.output, SharedOptions.quiet]),
    ],
    examples: [
      "shiji similar graph.json --min-score 700",
      "shiji similar all.facts --identity identity.tsv -o candidates.tsv",
      "cat candidates.tsv >> identity.tsv && shiji graph all.facts --identity identity.tsv",
    ],
    run: run)

  @Sendable static func run(_ arguments: Arguments) throws(CommandError) {
    let minimum = try arguments.integer("--min-score", atLeast: 0) ?? 500
    let decisions = try GraphOptions.decisions(arguments)
    let input = try GraphInput(try SharedOptions.paths(arguments)[0])
    let words = try nameWords()
    let output = try OutputFile.open(arguments.value("--output"))
    let graph = try input.graph(decisions, arguments)
    let known = MergeCandidates(graph, words: words).list(minimumScore: minimum)
    let candidates = known.filter { !decisions.keepApart($0.first, $0.second) }
    var text = ""
    for candidate in candidates { text += lines(candidate, graph) }
    guard output.write(Array(text.utf8)) else { throw output.failure }
    try output.commit()
    Console.note("shiji similar: \(Report.count(candidates.count, "candidate"))")
  }

  /// A comment with score and names, then the decision.
  private static func lines(_ candidate: MergeCandidate, _ graph: Graph) -> String {
    let names = [candidate.first, candidate.second].map { name($0, graph) }
    let reason = oneLine(candidate.reasons.joined(separator: ", "))
    return """
      # \(candidate.score)  \(names[0]) = \(names[1])
      same\t\(candidate.first)\t\(candidate.second)\t\(reason)

      """
  }

  private static func name(_ id: String, _ graph: Graph) -> String {
    guard case .entity(let entity) = graph.node(id) else { return id }
    return oneLine("\(entity.name) (\(Report.count(entity.documents.count, "document")))")
  }

  /// Names are of the news: a tab or a line end in one would break the line.
  private static func oneLine(_ text: String) -> String {
    String(text.map { $0.isNewline || $0 == "\t" ? " " : $0 })
  }

  private static func nameWords() throws(CommandError) -> NameWords {
    let folder = try LexiconLocation.find()
    do throws(LexiconError) { return try NameWords(LexiconFolder(folder)) } catch {
      throw .data(error.description)
    }
  }
}
