/// What a word can be, as a set of bits: parts of speech, kinds of names, classes of use.
///
/// The members are computed, not stored, so that every test of a tag folds to a constant. Bits come
/// from the lexicon tables (see `Lexicons/README.md`) and from recognizers; a word with
/// several readings has several bits.
public struct WordTags: OptionSet, Sendable, Hashable {
  /// The bits.
  public let rawValue: UInt64
  /// Makes a set of its bits.
  @inlinable public init(rawValue: UInt64) { self.rawValue = rawValue }
  @inlinable init(bit: UInt64) { rawValue = 1 &<< bit }

  // Parts of speech.
  /// Nouns.
  @inlinable public static var noun: WordTags { WordTags(bit: 0) }
  /// Verbs.
  @inlinable public static var verb: WordTags { WordTags(bit: 1) }
  /// Adjectives.
  @inlinable public static var adjective: WordTags { WordTags(bit: 2) }
  /// Adverbs.
  @inlinable public static var adverb: WordTags { WordTags(bit: 3) }
  /// Prepositions.
  @inlinable public static var preposition: WordTags { WordTags(bit: 4) }
  /// Conjunctions.
  @inlinable public static var conjunction: WordTags { WordTags(bit: 5) }
  /// Particles: 的 了 着 过 …
  @inlinable public static var particle: WordTags { WordTags(bit: 6) }
  /// Pronouns.
  @inlinable public static var pronoun: WordTags { WordTags(bit: 7) }
  /// Number words.
  @inlinable public static var numeral: WordTags { WordTags(bit: 8) }
  /// Measure words.
  @inlinable public static var measure: WordTags { WordTags(bit: 9) }
  /// Words of time: 今天 目前 …
  @inlinable public static var timeWord: WordTags { WordTags(bit: 10) }
  /// Words of place relation: 上 内 之间 …
  @inlinable public static var locative: WordTags { WordTags(bit: 11) }
  /// Marks and symbols.
  @inlinable public static var punctuation: WordTags { WordTags(bit: 12) }
  /// Latin runs, with the digits and hyphens inside: GPT-4o.
  @inlinable public static var latin: WordTags { WordTags(bit: 13) }
  /// Digit runs and recognised numbers.
  @inlinable public static var number: WordTags { WordTags(bit: 14) }
  /// Han characters or runs that no list knows.
  @inlinable public static var unknown: WordTags { WordTags(bit: 15) }

  // Names (from the gazetteer or a recognizer).
  /// Companies.
  @inlinable public static var company: WordTags { WordTags(bit: 16) }
  /// Other organizations.
  @inlinable public static var organization: WordTags { WordTags(bit: 17) }
  /// Persons.
  @inlinable public static var person: WordTags { WordTags(bit: 18) }
  /// Products.
  @inlinable public static var product: WordTags { WordTags(bit: 19) }
  /// Places.
  @inlinable public static var place: WordTags { WordTags(bit: 20) }
  /// Job titles.
  @inlinable public static var title: WordTags { WordTags(bit: 21) }
  /// A name that is a common word too, and needs a cue.
  @inlinable public static var ambiguous: WordTags { WordTags(bit: 22) }
  /// Any name of an entity.
  @inlinable public static var name: WordTags { WordTags(rawValue: 0x1F << 16) }

  // Quantities (from recognizers).
  /// Money.
  @inlinable public static var money: WordTags { WordTags(bit: 24) }
  /// Times.
  @inlinable public static var time: WordTags { WordTags(bit: 25) }
  /// Percentages.
  @inlinable public static var percent: WordTags { WordTags(bit: 26) }
  /// Counts.
  @inlinable public static var count: WordTags { WordTags(bit: 27) }
  /// Funding rounds.
  @inlinable public static var round: WordTags { WordTags(bit: 28) }
  /// Any recognised quantity.
  @inlinable public static var quantity: WordTags { WordTags(rawValue: 0x1F << 24) }

  // Classes of use (words/classes.tsv and the rule files).
  /// Triggers of event rules.
  @inlinable public static var trigger: WordTags { WordTags(bit: 32) }
  /// Realis and attribution cues.
  @inlinable public static var cue: WordTags { WordTags(bit: 33) }
  /// Verbs of saying: 表示 称 宣布 透露 …
  @inlinable public static var reporting: WordTags { WordTags(bit: 34) }
  /// Verbs that end a subject whatever they mean: 是 有 进行 …
  @inlinable public static var genericVerb: WordTags { WordTags(bit: 35) }
  /// Nouns that refer to a party: 公司 平台 巨头 机构 …
  @inlinable public static var classNoun: WordTags { WordTags(bit: 36) }
  /// Case words: 被 由 把 向 从 对 与 为 以 …
  @inlinable public static var caseWord: WordTags { WordTags(bit: 37) }
  /// Ends of organization names.
  @inlinable public static var orgSuffix: WordTags { WordTags(bit: 38) }
  /// Trade words inside company names.
  @inlinable public static var tradeWord: WordTags { WordTags(bit: 39) }
  /// Words of earnings figures: 营收 净利润 …
  @inlinable public static var metric: WordTags { WordTags(bit: 40) }
  /// Words that never are (part of) a person's name.
  @inlinable public static var notPerson: WordTags { WordTags(bit: 41) }
  /// 和 与 及 、 and what else joins members of a list.
  @inlinable public static var coordinator: WordTags { WordTags(bit: 42) }
  /// Family names.
  @inlinable public static var surname: WordTags { WordTags(bit: 43) }
  /// Latin given or family names.
  @inlinable public static var latinName: WordTags { WordTags(bit: 44) }
  /// Transliterated given or family names.
  @inlinable public static var foreignName: WordTags { WordTags(bit: 45) }
  /// Adverbs and auxiliaries that may stand between a subject and its verb: 已 将 正式 …
  @inlinable public static var auxiliary: WordTags { WordTags(bit: 46) }
  /// 前 原 时任 …: what makes a post a former one.
  @inlinable public static var former: WordTags { WordTags(bit: 47) }
  /// 被 遭 获 …: the subject before it suffers the verb behind it.
  @inlinable public static var passive: WordTags { WordTags(bit: 48) }
  /// 旗下 的 …: the name before it owns the one behind it.
  @inlinable public static var possessive: WordTags { WordTags(bit: 49) }
  /// 持有 …: before 的, the name before it owns the one behind.
  @inlinable public static var holding: WordTags { WordTags(bit: 61) }
  /// 名为 …: the name of what stands beside it follows.
  @inlinable public static var calling: WordTags { WordTags(bit: 62) }
  /// 分别是 包括 …: names of an unnamed party follow.
  @inlinable public static var listing: WordTags { WordTags(bit: 50) }
  /// 分别 各: one value for each.
  @inlinable public static var respective: WordTags { WordTags(bit: 51) }
  /// Noun for people or bodies that are no part of a firm named before them: 用户, 股东.
  @inlinable public static var people: WordTags { WordTags(bit: 53) }
  /// Verb of change: an amount right behind it is a difference (增加2亿元), but not behind 至 or 到.
  @inlinable public static var change: WordTags { WordTags(bit: 54) }
  /// Noun for a telling or a plan: 合并的消息 tells of 合并.
  @inlinable public static var telling: WordTags { WordTags(bit: 55) }
  /// Word that compares: what stands behind it is another figure, another time (较去年同期).
  @inlinable public static var comparing: WordTags { WordTags(bit: 57) }
  /// Verb of taking somebody's place: who stands behind it leaves (接替甲出任).
  @inlinable public static var replacing: WordTags { WordTags(bit: 58) }
  /// Words of a picture's credit: the name behind them takes no part (图源：甲公司).
  @inlinable public static var credit: WordTags { WordTags(bit: 59) }
  /// Nickname of a firm, a person or a product: 鹅厂.
  @inlinable public static var nickname: WordTags { WordTags(bit: 60) }
  /// Noun for the form of a product or business: 极速达业务 is 极速达.
  @inlinable public static var form: WordTags { WordTags(bit: 56) }
  /// A word of the counted lists or the terms, whatever else it is.
  package static var listed: WordTags { WordTags(bit: 52) }
}
