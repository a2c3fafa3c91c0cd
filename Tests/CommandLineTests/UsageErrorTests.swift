import Testing

/// Wrong usage: exit code 2, and the exact words.
struct UsageErrorTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let arguments: [String]
    let message: String
    var testDescription: String { arguments.joined(separator: " ") }

    init(_ arguments: String, _ message: String) {
      self.arguments = arguments.split(separator: " ").map(String.init)
      self.message = message
    }
  }

  static let cases = [
    Case("extrat", "shiji: unknown command extrat; did you mean extract?"),
    Case("xyz", "shiji: unknown command xyz"),
    Case("--jobs", "shiji: unknown option --jobs"),
    Case("help fomats", "shiji: no help on fomats; did you mean formats?"),
    Case(
      "facts --mentoins x", "shiji facts: unknown option --mentoins; did you mean --mentions?"),
    Case("facts -x", "shiji facts: unknown option -x"),
    Case("facts --mentions=1 x", "shiji facts: --mentions takes no value"),
    Case("facts --jobs", "shiji facts: --jobs needs a value"),
    Case(
      "facts -j0 x", "shiji facts: --jobs takes a whole number of at least 1, not '0'"),
    Case(
      "facts --input jsnl x",
      "shiji facts: --input takes auto, text, lines, jsonl, json, not 'jsnl'; did you mean jsonl?"),
    Case(
      "facts --published soon x",
      "shiji facts: --published takes a date such as 2024-03-21, not 'soon'"),
    Case(
      "facts --max-record big x",
      "shiji facts: --max-record takes a size such as 500K or 64M, not 'big'"),
    Case(
      "extract --realis planed x",
      "shiji extract: --realis: unknown status planed; did you mean planned?"),
    Case(
      "tokenize --mode fine --standard pku x",
      "shiji tokenize: --mode and --standard cannot stand together: a standard has its own mode"),
    Case(
      "tokenize --explain --mode coarse x",
      "shiji tokenize: --explain shows the path of the whole lattice, "
        + "and --mode does not change it"),
    Case(
      "tokenize --explain --format tsv x",
      "shiji tokenize: --explain writes text or jsonl, not tsv"),
    Case(
      "tokenize --tags --format jsonl x",
      "shiji tokenize: --tags is for words as text; "
        + "--explain, jsonl and tsv show tags by themselves"),
    Case(
      "tokenize --offsets bytes x",
      "shiji tokenize: --offsets needs --format jsonl or tsv, or --explain"),
    Case("export a b", "shiji export: takes one graph or one file of facts"),
    Case("show g", "shiji show: takes a graph and a name or id"),
    Case("path g a", "shiji path: takes a graph and two names or ids"),
    Case("path g a b --hops 0", "shiji path: --hops takes a whole number of at least 1, not '0'"),
    Case("diff a", "shiji diff: takes two graphs: OLD NEW"),
    Case(
      "stats g --section ranks",
      "shiji stats: --section: unknown section ranks; known are counts, amounts, top, posts, "
        + "rounds, portfolios, moves"),
    Case("lint a b", "shiji lint: takes one folder"),
    Case(
      "eval",
      "shiji eval: takes a folder of annotated articles, and facts where they are at hand"),
    Case(
      "eval x --fail-under high",
      "shiji eval: --fail-under takes a whole number of at least 0, not 'high'"),
    Case(
      "rules x --coverage --unused",
      "shiji rules: --coverage and --unused cannot stand together"),
    Case(
      "rules --unused",
      "shiji rules: --unused needs texts: files, folders, or - for standard input"),
    Case("rules x --table names/people", "shiji rules: --table needs --unused"),
    Case("lexicon", "shiji lexicon: takes a command: find, why, add, stats, compile"),
    Case("lexicon find", "shiji lexicon find: a word to look for is missing"),
    Case(
      "lexicon find x --prefix --contains",
      "shiji lexicon find: --prefix and --contains cannot stand together"),
    Case(
      "lexicon find x --table names/peple",
      "shiji lexicon find: --table: there is no table names/peple; did you mean names/people?"),
    Case(
      "lexicon stats x",
      "shiji lexicon stats: takes no operands; own folders are given with --lexicon"),
    Case(
      "lexicon add company",
      "shiji lexicon add: takes a kind and a name, such as: company 星海科技"),
    Case(
      "lexicon add compny x --lexicon my",
      "shiji lexicon add: unknown kind compny; did you mean company?"),
    Case(
      "lexicon add company x",
      "shiji lexicon add: --lexicon DIR is missing: your own folder, which is made where there is "
        + "none"),
    Case(
      "lexicon add company x --lexicon my --set alias",
      "shiji lexicon add: --set takes COLUMN=VALUE, not 'alias'"),
    Case(
      "lexicon why a b",
      "shiji lexicon why: takes one text; put it in quotation marks where it holds blanks"),
    Case("lexicon compil", "shiji lexicon: unknown command compil; did you mean compile?"),
    Case(
      "lexicon compile",
      "shiji lexicon compile: nothing to compile; name a folder, or word lists with --dictionary"),
    Case(
      "lexicon compile own",
      "shiji lexicon compile: -o FILE is missing: where the compiled file goes"),
  ]

  @Test(arguments: cases)
  func saysWhatToDo(_ item: Case) throws {
    let outcome = try Tool().run(item.arguments)
    let command = item.message.prefix { $0 != ":" }
    #expect(outcome.errors == "\(item.message)\nTry '\(command) --help'.\n")
    #expect(outcome.output == "")
    #expect(outcome.code == 2)
  }

  @Test func unknownTypeIsNamed() throws {
    let scratch = try Scratch()
    try scratch.write("a.txt", "微软收购星河科技。")
    let outcome = try scratch.tool.run(["extract", "a.txt", "--type", "acquisitoin"])
    #expect(
      outcome.errors == "shiji extract: unknown type acquisitoin; did you mean acquisition?\n"
        + "Try 'shiji extract --help'.\n")
    #expect(outcome.code == 2)
  }

  @Test func unknownExtensionNeedsAFormat() throws {
    let scratch = try Scratch()
    try scratch.write("a.txt", "微软收购星河科技。")
    let outcome = try scratch.tool.run(["extract", "a.txt", "-o", "graph.xyz"])
    #expect(
      outcome.errors == "shiji extract: graph.xyz: the extension names no format; "
        + "--format takes json, dot, text, events.tsv, events.csv, facts\nTry 'shiji extract --help'.\n"
    )
    #expect(outcome.code == 2)
    #expect(scratch.names == ["a.txt"])
  }
}
