/// What each data file contributes: its columns, and which cells become words of the trie.
///
/// The one place that knows the files of `Lexicons/`; `Lexicons/README.md` documents it.
struct LexiconSchema {
  /// How the rows of a file become words.
  enum Use {
    /// Words with counts: `word count pos source`.
    case counted
    /// Words without counts: `word pos source`.
    case terms
    /// Words with class names: `word class source`.
    case classes
    /// Surfaces in the given columns, with a tag; rows become entries of the word.
    case surfaces([String], WordTags)
    /// Surfaces whose rows also say the name's type in a column `type`.
    case organizations(WordTags)
    /// Only a tag for a word that is made if missing.
    case tag(WordTags)
    /// Only kept as a table.
    case table
    /// Only kept as a table; its names stand in the given columns.
    case names([String])
    /// Words to leave out.
    case deny
    /// Pairs for the folding tables.
    case folding
    /// Costs of candidates, kept as a table.
    case costs
    /// Shapes of words that no list holds, kept as a table.
    case shapes
  }

  static let organizationColumns = [
    "id", "name", "aliases", "type", "parent", "tickers", "former", "full", "latin", "source",
  ]
  /// Those of them whose values are words.
  static let organizationSurfaces = ["name", "aliases", "former", "full", "latin"]

  /// Columns and use of a file, by its path below the folder without extension.
  static func rule(for name: String) -> (columns: [String]?, use: Use) {
    if let fixed = fixed[name] { return fixed }
    if name.hasPrefix("words/terms-") { return (["word", "pos", "source"], .terms) }
    if name.hasPrefix("names/companies-") {
      return (organizationColumns, .organizations(.company))
    }
    return (nil, .table)
  }

  private static let fixed: [String: (columns: [String]?, use: Use)] = [
    "words/core-words": (["word", "count", "pos", "source"], .counted),
    "words/core-deny": (["word", "reason", "source"], .deny),
    "words/trad-simp": (["from", "to", "source"], .folding),
    "words/classes": (["word", "class", "source"], .classes),
    "words/costs": (["candidate", "cost", "note", "source"], .costs),
    "words/shapes": (["text", "kind", "source"], .shapes),
    "names/investors": (organizationColumns, .organizations(.company)),
    "names/banks": (organizationColumns, .organizations(.company)),
    "names/media": (organizationColumns, .organizations(.organization)),
    "names/exchanges": (organizationColumns, .organizations(.organization)),
    "names/agencies": (organizationColumns, .organizations(.organization)),
    "names/clubs": (organizationColumns, .organizations(.organization)),
    "names/universities": (organizationColumns, .organizations(.organization)),
    "names/products": (
      ["id", "name", "aliases", "owner", "kind", "source"],
      .surfaces(["name", "aliases"], .product)
    ),
    ProductLines.table: (
      ["line", "aliases", "owner", "kind", "source"], .names(["line", "aliases"])
    ),
    "names/people": (
      ["id", "name", "aliases", "latin", "posts", "source"],
      .surfaces(["name", "aliases", "latin"], .person)
    ),
    "names/places": (
      ["id", "name", "aliases", "level", "parent", "source"],
      .surfaces(["name", "aliases"], .place)
    ),
    "names/titles": (["title", "code", "class", "source"], .surfaces(["title"], .title)),
    "names/occupations": (["word", "use", "source"], .surfaces(["word"], .title)),
    "names/ambiguous": (["surface", "word", "name", "cues", "source"], .tag(.ambiguous)),
    "names/org-suffixes": (["suffix", "type", "strength", "source"], .tag(.orgSuffix)),
    "names/trade-words": (["word", "source"], .tag(.tradeWord)),
    "names/surnames": (["surname", "weight", "source"], .tag(.surname)),
    "names/given-chars": (["char", "count", "source"], .table),
    "names/foreign-chars": (["char", "weight", "source"], .table),
    "names/latin-names": (["name", "kind", "source"], .tag(.latinName)),
    "names/nicknames": (["word", "source"], .tag(.nickname)),
    "names/foreign-names": (["name", "latin", "source"], .tag(.foreignName)),
    "names/person-denylist": (["word", "source"], .tag(.notPerson)),
    "events/cues": (
      ["cue", "kind", "direction", "stops", "source"], .surfaces(["cue"], .cue)
    ),
  ]

  /// Tables that only later stages read, by their names.
  private static let others: [String] =
    [
      "names/latin-org-words", "names/legal-forms", "names/model-words", "names/name-cues",
      "names/naming-words", "names/org-words", "names/references", "names/title-words",
    ]
    + [
      "amount-followers", "bounds", "currencies", "holidays", "home-currencies", "measures",
      "money-cues", "numerals", "rates", "rounds", "tense", "time-words",
    ].map { "quantities/" + $0 }

  private static let families = ["names/companies-", "words/terms-"]

  /// All tables that there may be; `*` stands for any ending.
  static var known: [String] { (fixed.keys + others + families.map { $0 + "*" }).sorted() }

  private static func isKnown(_ name: String) -> Bool {
    fixed[name] != nil || others.contains(name)
      || families.contains { name.hasPrefix($0) && name.count > $0.count }
  }

  /// Whether a file is a plain list of a user's words: any unknown one right below `words`.
  static func isPlainList(_ name: String) -> Bool {
    name.hasPrefix("words/") && !isKnown(name) && !name.dropFirst(6).contains("/")
  }

  /// What speaks against a table where it stands.
  static func problem(
    with source: LexiconCompiler.Source, overBase: Bool
  ) -> LexiconProblem? {
    let name = source.name
    if overBase, ["words/core-deny", "words/trad-simp"].contains(name) {
      return LexiconProblem(
        file: source.path, line: 0,
        message: "\(name) has no effect beside a base lexicon; a line such as 云帆|智能 in a word "
          + "list forces a cut")
    }
    if isKnown(name) { return nil }
    return LexiconProblem(
      file: source.path, line: 0,
      message: "unknown table \(name)\(suggestion(for: name, among: known)); known tables: "
        + known.joined(separator: ", ") + "; plain word lists stand in words/")
  }

  /// Whether the words of a table are no words to cut by, only evidence: beside a base lexicon they
  /// weigh as its own words do.
  static func isWeighed(_ name: String, _ use: Use) -> Bool {
    switch use {
    case .classes, .tag: return true
    default: return name == "events/cues" || name == "names/titles" || name == "names/occupations"
    }
  }

  /// Tags of a part of speech, in the letters of the word tables.
  static func tags(partOfSpeech: String) -> WordTags {
    switch partOfSpeech {
    case "n", "nz", "ns", "nt", "nr", "nrt", "s", "i", "l", "j": return .noun
    case "v", "vi", "vq": return .verb
    case "vn", "vd": return [.noun, .verb]
    case "a", "z", "b", "ag": return .adjective
    case "ad", "an": return [.adjective, .adverb]
    case "d": return .adverb
    case "p": return .preposition
    case "c": return .conjunction
    case "u", "ul", "uj", "uv", "ug", "ud", "uz", "y", "e", "o": return .particle
    case "r": return .pronoun
    case "m": return .numeral
    case "q": return .measure
    case "t": return [.timeWord, .noun]
    case "f": return .locative
    default: return .noun
    }
  }

  /// Tags that `words/classes.tsv` may name.
  static let classTags: [String: WordTags] = [
    "noun": .noun, "verb": .verb, "adjective": .adjective, "adverb": .adverb,
    "preposition": .preposition, "conjunction": .conjunction, "particle": .particle,
    "pronoun": .pronoun, "measure": .measure, "locative": .locative,
    "reporting": .reporting, "generic": .genericVerb, "party": .classNoun, "case": .caseWord,
    "metric": .metric, "not-person": .notPerson, "coordinator": .coordinator,
    "auxiliary": .auxiliary, "former": .former, "passive": .passive,
    "possessive": .possessive, "listing": .listing,
    "respective": .respective, "people": .people, "change": .change,
    "telling": .telling, "form": .form, "comparing": .comparing,
    "replacing": .replacing, "credit": .credit, "holding": .holding,
    "calling": .calling,
  ]
}
