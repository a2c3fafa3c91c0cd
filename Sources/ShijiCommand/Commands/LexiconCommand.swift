import Shiji

/// `shiji lexicon`: work on lexicon data.
enum LexiconCommand {
  static let spec = CommandSpec(
    name: "lexicon", operands: "…", summary: "Works on lexicon data of your own.",
    details: ["shiji lexicon COMMAND --help says more."], groups: [],
    examples: LexiconCompileCommand.spec.examples, subcommands: [LexiconCompileCommand.spec],
    run: { _ throws(CommandError) in throw .usage("takes a command") })
}
