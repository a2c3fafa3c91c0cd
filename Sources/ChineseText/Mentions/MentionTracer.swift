/// A stage of the search for names, in the order in which they run.
package enum MentionStage: String, Sendable, CaseIterable {
  /// Words of the lexicon that are names and titles; amounts; persons by shape.
  case words
  /// Names of the lexicon with a blank at the border of scripts.
  case spaced
  /// Models: a name and its version.
  case models
  /// Names in Latin letters.
  case latin
  /// Organizations by their suffix.
  case suffixes
  /// Known companies with a place or a branch of trade behind them.
  case extensions
  /// Names before a ticker.
  case listed
  /// Companies by a trade word, or by their place alone.
  case companies
  /// Firms whose shares are told.
  case stakes
  /// Members of lists of companies.
  case lists
  /// Quoted names.
  case products
  /// Products with the rest of their names.
  case tails
  /// The filter of persons by shape.
  case persons
  /// Family names with a form of address.
  case honorifics
  /// Short forms and stated names.
  case aliases
  /// Models after a short form.
  case shortModels = "short-models"
}

/// Looks on while the names of a document are found. `NoTracer` costs nothing: the compiler makes
/// a copy of the search for it that holds no call.
protocol MentionTracer {
  /// A stage has ended.
  mutating func note(_ stage: MentionStage, _ draft: MentionDraft)
  /// All names have their entities.
  mutating func finish(_ draft: MentionDraft)
}

/// Sees nothing.
struct NoTracer: MentionTracer {
  /// Empty values share one address in debug builds, which the thread sanitizer takes for a race.
  private var isUnused = true

  @inline(__always)
  mutating func note(_ stage: MentionStage, _ draft: MentionDraft) {}

  @inline(__always)
  mutating func finish(_ draft: MentionDraft) {}
}
