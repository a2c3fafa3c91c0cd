import ChineseText

/// What a run read and found.
public struct RunSummary: Sendable {
  /// Documents that were analysed.
  public var documents = 0
  /// Unicode scalars of their texts.
  public var scalars = 0
  /// Entities, counted once a document.
  public var entities = 0
  /// Mentions.
  public var mentions = 0
  /// Mentions of each type, where a run counts them.
  package var kinds: [MentionKind: Int] = [:]
  /// Claims.
  public var claims = 0
  /// Documents in which bytes that are no text became U+FFFD.
  public var repaired = 0
  /// Records that gave no document.
  public var problems = 0
  /// The first of them.
  public var firstProblems: [RecordProblem] = []
  /// Inputs that the user named and that could not be read to their end.
  public var failures = 0
  /// What else the user may want to know of the inputs.
  public var notes: [String] = []

  /// How many problems are kept.
  static let problemsKept = 5

  /// Makes the summary of nothing.
  public init() {}

  mutating func add(_ other: RunSummary) {
    documents += other.documents
    scalars += other.scalars
    entities += other.entities
    mentions += other.mentions
    for (kind, count) in other.kinds { kinds[kind, default: 0] += count }
    claims += other.claims
    repaired += other.repaired
    problems += other.problems
    firstProblems += other.firstProblems.prefix(Self.problemsKept - firstProblems.count)
  }

  mutating func add(_ problem: RecordProblem) {
    problems += 1
    if firstProblems.count < Self.problemsKept { firstProblems.append(problem) }
  }

  mutating func add(_ analysis: Analysis) {
    documents += 1
    scalars += analysis.text.text.count
    entities += analysis.text.entities.count
    mentions += analysis.text.mentions.count
    claims += analysis.claims.count
  }
}
