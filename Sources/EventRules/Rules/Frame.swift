import ChineseText

/// Where in the clause a frame looks for a filler.
enum Slot: Hashable, Sendable {
  case subject, object, owner, trigger
  /// What the paragraph or the text is about, whatever stands in the clause.
  case topic
  /// Who announces what the clause tells.
  case announcer
  /// Titles and employer of the person found in subject or object.
  case subjectTitle, subjectOrg, objectTitle, objectOrg
  /// Who owns, by the words, what subject or object names.
  case subjectOwner, objectOwner
  /// The phrase behind a case word: 从 向 以 …
  case after(String)

  init?(_ word: String) {
    switch word {
    case "subject": self = .subject
    case "object": self = .object
    case "owner": self = .owner
    case "trigger": self = .trigger
    case "topic": self = .topic
    case "announcer": self = .announcer
    case "subject.title": self = .subjectTitle
    case "subject.org": self = .subjectOrg
    case "object.title": self = .objectTitle
    case "object.org": self = .objectOrg
    case "subject.owner": self = .subjectOwner
    case "object.owner": self = .objectOwner
    default:
      guard let first = word.unicodeScalars.first, first.value >= 0x2E80 else { return nil }
      self = .after(word)
    }
  }
}

/// A line that says how trigger words bind their neighbours to roles.
final class Frame: Sendable {
  enum Kind: Sendable { case verb, noun, more }
  let kind: Kind
  let words: [String]
  /// Slots with the roles they fill, in the order of the line.
  let slots: [(slot: Slot, role: Int)]
  /// Literals that the line states itself: role and code.
  let constants: [(role: Int, code: String)]
  /// Realis that the line states itself.
  let realis: Realis?
  /// Whether the trigger may tell this event beside one of another type.
  let also: Bool
  /// Groups of roles; of each group one must be filled by what the words say.
  let needs: [[Int]]
  /// The same, where earlier clauses of the sentence will do.
  let local: [[Int]]
  /// Classes of titles of which one must be filled in; others do not fill.
  let classes: [String]
  /// Words before the trigger that make a relation a former one; `yes` for always.
  let former: [String]
  /// Words that must stand in the clause.
  let with: [String]
  /// Words that must not.
  let without: [String]
  let line: Int

  init(
    kind: Kind, words: [String], slots: [(slot: Slot, role: Int)],
    constants: [(role: Int, code: String)], realis: Realis?, also: Bool, needs: [[Int]],
    local: [[Int]], classes: [String], former: [String], with: [String], without: [String],
    line: Int
  ) {
    self.kind = kind
    self.words = words
    self.slots = slots
    self.constants = constants
    self.realis = realis
    self.also = also
    self.needs = needs
    self.local = local
    self.classes = classes
    self.former = former
    self.with = with
    self.without = without
    self.line = line
  }
}

extension Frame {
  /// The groups of roles that a line needs and that are not filled near enough.
  func unmet(_ roles: [[Fill]]) -> [[Int]] {
    func isMet(_ group: [Int], _ least: Provenance) -> Bool {
      group.contains { roles[$0].contains { $0.provenance >= least } }
    }
    return needs.filter { !isMet($0, .explicit) } + local.filter { !isMet($0, .sentence) }
  }
}
