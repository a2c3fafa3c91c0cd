extension WordTags {
  /// A tag and its name in output and tables.
  public struct Named: Sendable {
    /// One tag.
    public let tag: WordTags
    /// Its name: lower case, words joined by `-`.
    public let name: String
    /// What the tag belongs to.
    public let group: Group

    init(_ tag: WordTags, _ name: String, _ group: Group) {
      self.tag = tag
      self.name = name
      self.group = group
    }
  }

  /// What a tag tells of a word.
  public enum Group: Sendable {
    /// A part of speech, or what kind of characters it is made of.
    case partOfSpeech
    /// A kind of entity or title that it names.
    case name
    /// A kind of quantity.
    case quantity
    /// What the word does in names and sentences.
    case use
  }

  /// Every tag with its name, in the order of output; `Lexicons/README.md` explains each.
  public static let named: [Named] = [
    Named(.noun, "noun", .partOfSpeech), Named(.verb, "verb", .partOfSpeech),
    Named(.adjective, "adjective", .partOfSpeech), Named(.adverb, "adverb", .partOfSpeech),
    Named(.preposition, "preposition", .partOfSpeech),
    Named(.conjunction, "conjunction", .partOfSpeech), Named(.particle, "particle", .partOfSpeech),
    Named(.pronoun, "pronoun", .partOfSpeech), Named(.numeral, "numeral", .partOfSpeech),
    Named(.measure, "measure", .partOfSpeech), Named(.timeWord, "time-word", .partOfSpeech),
    Named(.locative, "locative", .partOfSpeech),
    Named(.punctuation, "punctuation", .partOfSpeech), Named(.latin, "latin", .partOfSpeech),
    Named(.number, "number", .partOfSpeech), Named(.unknown, "unknown", .partOfSpeech),
    Named(.company, "company", .name), Named(.organization, "organization", .name),
    Named(.person, "person", .name), Named(.product, "product", .name),
    Named(.place, "place", .name), Named(.title, "title", .name),
    Named(.ambiguous, "ambiguous", .use), Named(.money, "money", .quantity),
    Named(.time, "time", .quantity), Named(.percent, "percent", .quantity),
    Named(.count, "count", .quantity), Named(.round, "round", .quantity),
    Named(.trigger, "trigger", .use), Named(.cue, "cue", .use),
    Named(.reporting, "reporting", .use), Named(.genericVerb, "generic", .use),
    Named(.classNoun, "party", .use), Named(.caseWord, "case", .use),
    Named(.orgSuffix, "org-suffix", .use), Named(.tradeWord, "trade-word", .use),
    Named(.metric, "metric", .use), Named(.notPerson, "not-person", .use),
    Named(.coordinator, "coordinator", .use), Named(.surname, "surname", .use),
    Named(.latinName, "latin-name", .use), Named(.foreignName, "foreign-name", .use),
    Named(.auxiliary, "auxiliary", .use), Named(.former, "former", .use),
    Named(.passive, "passive", .use), Named(.possessive, "possessive", .use),
    Named(.listing, "listing", .use), Named(.respective, "respective", .use),
    Named(.people, "people", .use), Named(.change, "change", .use),
    Named(.telling, "telling", .use), Named(.form, "form", .use),
    Named(.comparing, "comparing", .use), Named(.replacing, "replacing", .use),
    Named(.credit, "credit", .use), Named(.nickname, "nickname", .use),
    Named(.holding, "holding", .use), Named(.calling, "calling", .use),
  ]

  /// The names of all tags in the set, in the order of `named`.
  ///
  ///     let tags: WordTags = [.verb, .noun, .trigger]
  ///     print(tags.names)  // ["noun", "verb", "trigger"]
  public var names: [String] { Self.named.filter { contains($0.tag) }.map(\.name) }

  /// The tag of a name; nothing for an unknown one.
  public init?(name: String) {
    guard let found = Self.named.first(where: { $0.name == name }) else { return nil }
    self = found.tag
  }

  /// What the word is, in a word or two: the names and quantities that it can be, else its parts
  /// of speech, joined by `|`; `other` where no list says any. An ambiguous name has both.
  ///
  ///     let tags: WordTags = [.noun, .company]
  ///     print(tags.label)  // company
  public var label: String {
    let things = Self.named.filter {
      contains($0.tag) && ($0.group == .name || $0.group == .quantity)
    }
    let parts = Self.named.filter { contains($0.tag) && $0.group == .partOfSpeech }
    let shown = things.isEmpty ? parts : contains(.ambiguous) ? things + parts : things
    return shown.isEmpty ? "other" : shown.map(\.name).joined(separator: "|")
  }
}
