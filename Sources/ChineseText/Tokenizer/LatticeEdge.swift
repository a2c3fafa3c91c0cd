/// A word that could stand in a sentence: an edge of its lattice.
package struct LatticeEdge: Sendable {
  /// Where a word comes from.
  package enum Origin: String, Sendable {
    /// The tables of the base lexicon.
    case dictionary
    /// A user's folder.
    case user
    /// A recognizer: an amount, a date, a person's name, a Latin run.
    case recognizer
    /// No list: a single character, so that every text has a path.
    case character
  }

  /// Scalars of the word.
  package let span: TextSpan
  /// What the word costs, in lattice units (`Candidate.unit` a nat).
  package let cost: Int
  /// Where it comes from.
  package let origin: Origin
  /// Row of the lexicon's word list, or -1.
  package let word: Int32
  /// What it can be.
  package let tags: WordTags

  init(_ start: Int, _ end: Int, cost: Int32, origin: Origin, word: Int32, tags: WordTags) {
    span = TextSpan(start, end)
    self.cost = Int(cost)
    self.origin = origin
    self.word = word
    self.tags = tags
  }
}
