import ChineseText
import Shiji

/// `shiji lexicon compile`: a user's folder or word lists to one file that loads at once.
enum LexiconCompileCommand {
  static let spec = CommandSpec(
    name: "lexicon compile", operands: "[DIR…]",
    summary: "Compiles your own folders and word lists to one file.",
    details: [
      "--lexicon FILE then has the effect of the folders and lists that it was made of, rule files",
      "included, and loads at once. The file belongs to the base lexicon it was compiled over and is",
      "refused beside another; nothing is compiled behind your back.",
    ],
    groups: [
      OptionGroup(title: "Work", options: [SharedOptions.dictionary]),
      OptionGroup(title: "Output", options: [SharedOptions.output, SharedOptions.quiet]),
    ],
    examples: [
      "shiji lexicon compile my-lexicon -o my.lexicon",
      "shiji lexicon compile --dictionary names.txt -o names.lexicon",
      "shiji lexicon compile my-lexicon --dictionary names.txt -o all.lexicon",
    ],
    run: run)

  @Sendable static func run(_ arguments: Arguments) throws(CommandError) {
    let dictionaries = arguments.all("--dictionary")
    guard !arguments.operands.isEmpty || !dictionaries.isEmpty else {
      throw .usage("nothing to compile; name a folder, or word lists with --dictionary")
    }
    guard let path = arguments.value("--output") else {
      throw .usage("-o FILE is missing: where the compiled file goes")
    }
    let folder = try LexiconLocation.find()
    let bytes: [UInt8]
    do throws(LexiconError) {
      let sources = try OverlaySources(lexicons: arguments.operands, dictionaries: dictionaries)
      bytes = try sources.compile(over: LexiconFolder(folder).openLexicon())
    } catch {
      throw .data(error.description)
    }
    let output = try OutputFile.open(path)
    guard output.write(bytes) else { throw output.failure }
    try output.commit()
  }
}
