/// What a word can be, as a set of bits: parts of speech, kinds of names, classes of use.
///
/// Bits come from the lexicon tables (see `Lexicons/README.md`) and from recognizers; a word with
/// several readings has several bits.
public struct WordTags: OptionSet, Sendable, Hashable {
  /// The bits.
  public let rawValue: UInt64
  /// Makes a set of its bits.
  @inlinable public init(rawValue: UInt64) { self.rawValue = rawValue }
  @inlinable init(bit: UInt64) { rawValue = 1 << bit }

  // Parts of speech.
  /// Nouns.
  public static let noun = WordTags(bit: 0)
  /// Verbs.
  public static let verb = WordTags(bit: 1)
  /// Adjectives.
  public static let adjective = WordTags(bit: 2)
  /// Adverbs.
  public static let adverb = WordTags(bit: 3)
  /// Prepositions.
  public static let preposition = WordTags(bit: 4)
  /// Conjunctions.
  public static let conjunction = WordTags(bit: 5)
  /// Particles: 的 了 着 过 …
  public static let particle = WordTags(bit: 6)
  /// Pronouns.
  public static let pronoun = WordTags(bit: 7)
  /// Number words.
  public static let numeral = WordTags(bit: 8)
  /// Measure words.
  public static let measure = WordTags(bit: 9)
  /// Words of time: 今天 目前 …
  public static let timeWord = WordTags(bit: 10)
  /// Words of place relation: 上 内 之间 …
  public static let locative = WordTags(bit: 11)
  /// Marks and symbols.
  public static let punctuation = WordTags(bit: 12)
  /// Latin runs, with the digits and hyphens inside: GPT-4o.
  public static let latin = WordTags(bit: 13)
  /// Digit runs and recognised numbers.
  public static let number = WordTags(bit: 14)
  /// Han characters or runs that no list knows.
  public static let unknown = WordTags(bit: 15)

  // Names (from the gazetteer or a recognizer).
  /// Companies.
  public static let company = WordTags(bit: 16)
  /// Other organizations.
  public static let organization = WordTags(bit: 17)
  /// Persons.
  public static let person = WordTags(bit: 18)
  /// Products.
  public static let product = WordTags(bit: 19)
  /// Places.
  public static let place = WordTags(bit: 20)
  /// Job titles.
  public static let title = WordTags(bit: 21)
  /// A name that is a common word too, and needs a cue.
  public static let ambiguous = WordTags(bit: 22)
  /// Any name of an entity.
  public static let name: WordTags = [.company, .organization, .person, .product, .place]

  // Quantities (from recognizers).
  /// Money.
  public static let money = WordTags(bit: 24)
  /// Times.
  public static let time = WordTags(bit: 25)
  /// Percentages.
  public static let percent = WordTags(bit: 26)
  /// Counts.
  public static let count = WordTags(bit: 27)
  /// Funding rounds.
  public static let round = WordTags(bit: 28)
  /// Any recognised quantity.
  public static let quantity: WordTags = [.money, .time, .percent, .count, .round]

  // Classes of use (words/classes.tsv and the rule files).
  /// Triggers of event rules.
  public static let trigger = WordTags(bit: 32)
  /// Realis and attribution cues.
  public static let cue = WordTags(bit: 33)
  /// Verbs of saying: 表示 称 宣布 透露 …
  public static let reporting = WordTags(bit: 34)
  /// Verbs that end a subject whatever they mean: 是 有 进行 …
  public static let genericVerb = WordTags(bit: 35)
  /// Nouns that refer to a party: 公司 平台 巨头 机构 …
  public static let classNoun = WordTags(bit: 36)
  /// Case words: 被 由 把 向 从 对 与 为 以 …
  public static let caseWord = WordTags(bit: 37)
  /// Ends of organization names.
  public static let orgSuffix = WordTags(bit: 38)
  /// Trade words inside company names.
  public static let tradeWord = WordTags(bit: 39)
  /// Words of earnings figures: 营收 净利润 …
  public static let metric = WordTags(bit: 40)
  /// Words that never are (part of) a person's name.
  public static let notPerson = WordTags(bit: 41)
  /// 和 与 及 、 and what else joins members of a list.
  public static let coordinator = WordTags(bit: 42)
  /// Family names.
  public static let surname = WordTags(bit: 43)
  /// Latin given or family names.
  public static let latinName = WordTags(bit: 44)
  /// Transliterated given or family names.
  public static let foreignName = WordTags(bit: 45)
  /// Adverbs and auxiliaries that may stand between a subject and its verb: 已 将 正式 …
  public static let auxiliary = WordTags(bit: 46)
  /// 前 原 时任 …: what makes a post a former one.
  public static let former = WordTags(bit: 47)
  /// 被 遭 获 …: the subject before it suffers the verb behind it.
  public static let passive = WordTags(bit: 48)
  /// 旗下 的 …: the name before it owns the one behind it.
  public static let possessive = WordTags(bit: 49)
  /// 分别是 包括 …: names of an unnamed party follow.
  public static let listing = WordTags(bit: 50)
  /// 分别 各: one value for each.
  public static let respective = WordTags(bit: 51)
}
