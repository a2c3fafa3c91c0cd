import Shiji

/// `shiji lexicon`: work on lexicon data.
enum LexiconCommand {
  static let spec = CommandSpec(
    name: "lexicon", operands: "…",
    summary: "Looks into the lexicon, and works on data of your own.",
    details: ["shiji lexicon COMMAND --help says more."], groups: [],
    examples: [
      "shiji lexicon find 小米", "shiji lexicon why 小米粥和小米手机 --expect 小米",
      "shiji lexicon add company 星海科技 --alias 星海 --lexicon my-lexicon",
      "shiji lexicon compile my-lexicon -o my.lexicon",
    ],
    subcommands: [
      LexiconFindCommand.spec, LexiconWhyCommand.spec, LexiconAddCommand.spec,
      LexiconStatsCommand.spec, LexiconCompileCommand.spec,
    ],
    run: { _ throws(CommandError) in throw .usage("takes a command") })
}
