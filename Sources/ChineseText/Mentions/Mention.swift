/// What a mention speaks of.
public enum MentionKind: String, Sendable, CaseIterable {
  case company, organization, person, product, place, title, money, time, percent, count, round

  /// Whether mentions of this kind name an entity.
  public var isEntity: Bool {
    switch self {
    case .company, .organization, .person, .product, .place: return true
    default: return false
    }
  }
}

/// How a mention names its entity.
public enum MentionVia: String, Sendable {
  case name, alias, pronoun, definite, ellipsis
}

/// A typed span of the text.
public struct Mention: Sendable {
  /// Where it stands, in Unicode scalars of the joined text.
  public let span: TextSpan
  /// What it speaks of.
  public let kind: MentionKind
  /// Index into `TextAnalysis.entities`, or -1 (titles, quantities, unresolved references).
  public let entity: Int
  /// Index into `TextAnalysis.values` (quantities), or row of the titles table (titles), or
  /// `occupation`, or -1.
  public let value: Int
  /// How the entity is named.
  public let via: MentionVia
  /// Tokens it covers: a range of the analysis' token array.
  public let tokens: Range<Int>
  /// Further entities of a plural reference (两人, 双方, 他们); else empty.
  public let others: [Int]

  /// Value of a title that is what somebody does for a living, and no post.
  static let occupation = -2

  package init(
    span: TextSpan, kind: MentionKind, entity: Int = -1, value: Int = -1,
    via: MentionVia = .name, tokens: Range<Int>, others: [Int] = []
  ) {
    self.span = span
    self.kind = kind
    self.entity = entity
    self.value = value
    self.via = via
    self.tokens = tokens
    self.others = others
  }
}

/// An entity as one document names it.
public struct Entity: Sendable {
  /// `org:microsoft`, or for a model that only its line explains `prd:` with line and model, or
  /// prefix and digest of the normalised name (given by the facts writer where the lexicon does not
  /// know the entity: then empty here).
  public var lexiconID: String
  /// company, organization, person, product or place.
  public var kind: MentionKind
  /// Fullest form in the text.
  public var name: String
  /// Other forms in the text, sorted, without pronouns and descriptions.
  public var aliases: [String]
  /// Finer class from the lexicon file: `investor`, `bank`, `media`, `exchange`, `agency`,
  /// `university`, or empty.
  public var subtype: String
  /// Tickers from the lexicon, `NASDAQ:MSFT`.
  public var tickers: [String]
  /// Lexicon id of the owner (products: the maker; firms: the parent), or empty.
  public var owner: String
  /// The line of a product that no row of the lexicon holds (Find X of Find X9s Pro), or empty.
  public var line: String

  package init(
    lexiconID: String = "", kind: MentionKind, name: String, aliases: [String] = [],
    subtype: String = "", tickers: [String] = [], owner: String = "",
    line: String = ""
  ) {
    self.lexiconID = lexiconID
    self.kind = kind
    self.name = name
    self.aliases = aliases
    self.subtype = subtype
    self.tickers = tickers
    self.owner = owner
    self.line = line
  }
}

/// Two full names that the text itself says are one: a translation in parentheses, a ticker.
public struct SameName: Sendable {
  /// Index of the first entity.
  public let first: Int
  /// Index of the second entity: the same where the document's table has united them.
  public let second: Int
  /// The second full name, as written.
  public let name: String
  /// `translation`, `ticker`, `former`.
  public let basis: String
  /// Where the text says so.
  public let evidence: TextSpan
}
