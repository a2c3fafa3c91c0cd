import KnowledgeGraph
import Shiji

/// `shiji lexicon stats`: how much the lexicon holds.
enum LexiconStatsCommand {
  static let spec = CommandSpec(
    name: "lexicon stats", operands: "",
    summary: "Counts rows, words, entities and aliases, by table, type and source.",
    details: [
      "Words are different surfaces after folding; entities are rows with an id, aliases their other",
      "surfaces. Own folders and lists given with --lexicon and --dictionary are counted with the",
      "base lexicon. A compiled base keeps no rows of its word lists: they are counted in one.",
    ],
    groups: [
      LexiconTablesInput.group,
      OptionGroup(
        title: "Output",
        options: [
          OptionSpec("--format", choices: ["text", "json"], "form of the output (default: text)"),
          SharedOptions.output, SharedOptions.quiet,
        ]),
    ],
    examples: [
      "shiji lexicon stats", "shiji lexicon stats --lexicon my-lexicon",
      "shiji lexicon stats --format json | jq .types.company",
    ],
    run: run)

  @Sendable static func run(_ arguments: Arguments) throws(CommandError) {
    guard arguments.operands.isEmpty else {
      throw .usage("takes no operands; own folders are given with --lexicon")
    }
    let counts = TableCounts(try LexiconTablesInput.open(arguments))
    let output = try OutputFile.open(arguments.value("--output"))
    let bytes =
      arguments.value("--format") == "json"
      ? JSONWriter.bytes(counts.json) + [10] : Array(counts.text.utf8)
    guard output.write(bytes) else { throw output.failure }
    try output.commit()
  }
}
