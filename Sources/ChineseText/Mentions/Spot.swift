/// A stretch of tokens that may become a mention: what the finders hand to the entity table.
struct Spot: Sendable {
  /// How the stretch was found.
  enum Origin: UInt8, Sendable {
    /// A quantity.
    case quantity
    /// A job title.
    case title
    /// What somebody does for a living: a title that ties nobody to an organization.
    case occupation
    /// A name of the lexicon.
    case gazetteer
    /// A person by shape.
    case shape
    /// An organization by its suffix.
    case suffix
    /// A Latin run by its form and place.
    case latin
    /// A name by its place alone: quoted, beside a ticker, in a list.
    case context
    /// A short form of a name of this document.
    case alias
    /// A pronoun or description.
    case reference
  }

  /// Tokens it covers.
  var tokens: Range<Int>
  /// Number of its sentence, where its finder needs it again.
  var sentence: Int = 0
  /// What it speaks of.
  var kind: MentionKind
  /// How it was found.
  var origin: Origin
  /// Word of the lexicon that names it, or -1.
  var word: Int32 = -1
  /// Index into the values, row of the titles table, or -1.
  var value: Int = -1
  /// Index into the entities, or -1.
  var entity: Int = -1
  /// The second entity of a plural reference, or -1.
  var other: Int = -1
  /// How it names its entity.
  var via: MentionVia = .name
  /// The tokens that make its short form; empty where it has none.
  var brand: Range<Int> = 0..<0
  /// Points for its being a name; the document decides over the sum.
  var points: Int = 0
}
