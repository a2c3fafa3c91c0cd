import ChineseText
import KnowledgeGraph
import Shiji

/// `shiji lexicon find`: which rows hold a word.
enum LexiconFindCommand {
  static let spec = CommandSpec(
    name: "lexicon find", operands: "WORD…",
    summary: "Shows every row of every table, and every rule line, that holds a word.",
    details: [
      "A word is looked for in all columns: as a name, an alias, an id, a cue, a trigger. Width, case,",
      "script and blanks make no difference. Own folders and lists are searched behind the built-in",
      "tables. A compiled base lexicon keeps no rows of its word lists; their words are shown with",
      "what they are and cost (in nats). Exit code 1 means that no row holds any of the words.",
    ],
    groups: [
      OptionGroup(
        title: "Search",
        options: [
          OptionSpec("--prefix", "values that begin with the word"),
          OptionSpec("--contains", "values that hold the word anywhere"),
          OptionSpec(
            "--table", value: "A,B", repeatable: true, "only these tables: names/people"),
        ]),
      LexiconTablesInput.group,
      OptionGroup(
        title: "Output",
        options: [
          OptionSpec(
            "--format", choices: ["text", "tsv", "json"], "form of the output (default: text)"),
          SharedOptions.output, SharedOptions.quiet,
        ]),
    ],
    examples: [
      "shiji lexicon find 小米", "shiji lexicon find 云帆 --contains --lexicon my-lexicon",
      "shiji lexicon find org:openai --format tsv",
      "shiji lexicon find 董事 --prefix --table names/titles",
    ],
    run: run)

  @Sendable static func run(_ arguments: Arguments) throws(CommandError) {
    guard !arguments.operands.isEmpty else { throw .usage("a word to look for is missing") }
    let extent = try extent(arguments)
    let source = try LexiconTablesInput.open(arguments)
    let tables = try LexiconTablesInput.names(arguments, source)
    let search = TableSearch(source)
    let found = arguments.operands.map { word in
      (word: word, rows: search.rows(holding: word, extent, tables: tables))
    }
    let output = try OutputFile.open(arguments.value("--output"))
    guard output.write(bytes(found, arguments)) else { throw output.failure }
    try output.commit()
    for item in found where item.rows.isEmpty {
      Console.note("shiji lexicon find: no row holds \(item.word)")
    }
    if found.allSatisfy(\.rows.isEmpty) { throw .findings }
  }

  private static func extent(_ arguments: Arguments) throws(CommandError) -> TableSearch.Extent {
    switch (arguments.has("--prefix"), arguments.has("--contains")) {
    case (true, true): throw .usage("--prefix and --contains cannot stand together")
    case (true, false): .prefix
    case (false, true): .part
    case (false, false): .whole
    }
  }

  private static func bytes(
    _ found: [(word: String, rows: [TableSearch.Row])], _ arguments: Arguments
  ) -> [UInt8] {
    switch arguments.value("--format") {
    case "tsv": Array(FoundRows.tsv(found).utf8)
    case "json": JSONWriter.bytes(FoundRows.json(found)) + [10]
    default:
      Array(
        found.map { FoundRows.text($0.rows) }.filter { !$0.isEmpty }
          .joined(separator: "\n").utf8)
    }
  }
}

/// The tables that a command of `shiji lexicon` looks at.
enum LexiconTablesInput {
  static let group = OptionGroup(
    title: "Work", options: [SharedOptions.lexicon, SharedOptions.dictionary])

  /// The base lexicon's tables and those of the user.
  static func open(_ arguments: Arguments) throws(CommandError) -> LexiconTables {
    let base = try LexiconLocation.find()
    do throws(LexiconError) {
      return try LexiconTables(
        base: base, lexicons: arguments.all("--lexicon"),
        dictionaries: arguments.all("--dictionary"))
    } catch {
      throw .data(error.description)
    }
  }

  /// The tables that `--table` names; they must be there.
  static func names(
    _ arguments: Arguments, _ source: LexiconTables
  ) throws(CommandError) -> [String] {
    let known = Set(source.tables.map(\.form.name))
    let names = arguments.list("--table").map { PathName.withoutExtension($0) }
    for name in names where !known.contains(name) {
      throw .usage(
        "--table: there is no table \(name)" + suggestion(for: name, among: Array(known)))
    }
    return names
  }
}
