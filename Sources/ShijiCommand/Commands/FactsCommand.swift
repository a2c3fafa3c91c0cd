import Shiji

/// `shiji facts`: documents to facts.
enum FactsCommand {
  static let spec = CommandSpec(
    name: "facts", operands: "PATH…",
    summary: "Reads documents and writes their facts as JSON Lines.",
    details: [
      "Every document gives a line of its own, its entities and its claims (events and relations",
      "with roles, time, money, realis, attribution and evidence). Records that cannot be read",
      "become error lines, and the run goes on. The order is that of the input.",
    ],
    groups: [
      SharedOptions.input, SharedOptions.work,
      OptionGroup(
        title: "Output",
        options: [
          OptionSpec("--mentions", "also every mention: names, titles, money, times, counts"),
          SharedOptions.output, SharedOptions.stats, SharedOptions.quiet,
        ]),
    ],
    examples: [
      "shiji facts news/ > facts.jsonl",
      "zcat dump.jsonl.gz | shiji facts - --text-field content --date-field pub_time -j2",
      "shiji facts - < article.txt | jq -c 'select(.kind==\"claim\")'",
      "shiji facts 2024-03/ | LC_ALL=C sort -u | shiji merge --sorted - > march.facts",
    ],
    run: run)

  @Sendable static func run(_ arguments: Arguments) throws(CommandError) {
    let options = try SharedOptions.inputOptions(arguments)
    let jobs = try SharedOptions.jobs(arguments)
    let inputs = try SharedOptions.inputs(arguments, options)
    let output = try OutputFile.open(arguments.value("--output"))
    let analyzer = try LexiconLocation.analyzer(arguments)
    let run = FactsRun(
      analyzer: analyzer, inputs: inputs, options: options,
      includesMentions: arguments.has("--mentions"), jobs: jobs)
    try DocumentRun.write(to: output, arguments, run.write)
  }
}
