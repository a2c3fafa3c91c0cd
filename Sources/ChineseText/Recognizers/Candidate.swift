/// A stretch that a recognizer proposes as one word of the lattice; it may overlap others.
package struct Candidate: Sendable {
  /// First scalar.
  package let start: Int
  /// First scalar after it.
  package let end: Int
  /// What it is: `.money`, `.time`, `.percent`, `.count`, `.round`, `.number`, `.person`, `.latin` …
  package let tags: WordTags
  /// Cost in lattice units (natural log × 32768, as the words' costs); the best path decides.
  package let cost: Int32
  /// Index into the list of values, or -1.
  package let value: Int32

  package init(start: Int, end: Int, tags: WordTags, cost: Int32, value: Int32 = -1) {
    self.start = start
    self.end = end
    self.tags = tags
    self.cost = cost
    self.value = value
  }

  /// Lattice units per nat.
  package static let unit: Int32 = 32768
}
