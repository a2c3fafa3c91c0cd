import ChineseText

/// An event or relation type as its rule file declares it; shared, never copied in the hot path.
final class EventType: Sendable {
  let name: String
  let label: String
  let isRelation: Bool
  let file: String
  let roles: [Role]
  /// For each role, those that are within it.
  let parts: [[Int]]
  /// The first role that only a time fills.
  let period: Int?
  let require: Requirement
  let key: [Int]
  /// Literal roles whose different values set events apart.
  let apart: [Int]
  /// Whether what the key names meets the event once.
  let isOnce: Bool
  let links: [ClaimLink]
  let frames: [Frame]
  let patterns: [Pattern]
  /// Words that forbid the event in their clause.
  let unless: [String]
  /// Longer words in which a trigger is none: 收购方, 投资者.
  let guards: [String]
  let derivations: [Derivation]
  /// Whether a gazetteer owner, or X旗下的Y, states the relation.
  let fromOwners: Bool
  /// Whether owners that the name tables know count where one sentence names both.
  let fromTables: Bool
  /// Whether a relation says nothing where another one of titles joins the same two.
  let yields: Bool
  /// Roles that relations of the document fill.
  let completions: [Completion]
  let tests: [RuleTest]

  init(
    name: String, label: String, isRelation: Bool, file: String, roles: [Role],
    require: Requirement, key: [Int], apart: [Int], isOnce: Bool, links: [ClaimLink],
    frames: [Frame], patterns: [Pattern], unless: [String], guards: [String],
    derivations: [Derivation],
    fromOwners: Bool, fromTables: Bool,
    yields: Bool, completions: [Completion], tests: [RuleTest]
  ) {
    self.name = name
    self.label = label
    self.isRelation = isRelation
    self.file = file
    self.roles = roles
    parts = roles.map { role in roles.indices.filter { roles[$0].within == role.name } }
    period = roles.firstIndex { $0.types == .time }
    self.require = require
    self.key = key
    self.apart = apart
    self.isOnce = isOnce
    self.links = links
    self.frames = frames
    self.patterns = patterns
    self.unless = unless
    self.guards = guards
    self.derivations = derivations
    self.fromOwners = fromOwners
    self.fromTables = fromTables
    self.yields = yields
    self.completions = completions
    self.tests = tests
  }

  /// Whether roles that a line needs are filled in words.
  func hasNeeded(_ frame: Frame, _ roles: [[Fill]]) -> Bool {
    frame.unmet(roles).isEmpty
  }

  func role(_ name: String) -> Int? { roles.firstIndex { $0.name == name } }
}

/// What must be filled for a claim: a condition over roles.
indirect enum Requirement: Sendable {
  case always
  case role(Int, atLeast: Int)
  case all([Requirement])
  case any([Requirement])

  /// Least number of fillers of a role, as far as the condition names one.
  func least(_ role: Int) -> Int {
    switch self {
    case .always: return 0
    case .role(let own, let least): return own == role ? least : 0
    case .all(let parts), .any(let parts): return parts.map { $0.least(role) }.max() ?? 0
    }
  }

  func isMet(_ count: (Int) -> Int) -> Bool {
    switch self {
    case .always: return true
    case .role(let role, let least): return count(role) >= least
    case .all(let parts): return parts.allSatisfy { $0.isMet(count) }
    case .any(let parts): return parts.contains { $0.isMet(count) }
    }
  }
}

/// A test inside a rule file.
struct RuleTest: Sendable {
  struct Expectation: Sendable {
    let values: [(name: String, value: String)]
    let line: Int
  }
  let text: String
  let line: Int
  let published: CalendarDate?
  let given: [(kind: MentionKind, names: [String])]
  /// Empty: nothing of this type may be claimed.
  let expected: [Expectation]
}
