import ChineseText

/// What may fill a role.
struct FillerTypes: OptionSet, Sendable, Hashable {
  let rawValue: UInt16
  static let company = FillerTypes(rawValue: 1)
  static let organization = FillerTypes(rawValue: 2)
  static let person = FillerTypes(rawValue: 4)
  static let product = FillerTypes(rawValue: 8)
  static let place = FillerTypes(rawValue: 16)
  static let title = FillerTypes(rawValue: 32)
  static let money = FillerTypes(rawValue: 64)
  static let percent = FillerTypes(rawValue: 128)
  static let count = FillerTypes(rawValue: 256)
  static let round = FillerTypes(rawValue: 512)
  static let time = FillerTypes(rawValue: 1024)
  static let text = FillerTypes(rawValue: 2048)
  static let org: FillerTypes = [.company, .organization]
  static let party: FillerTypes = [.company, .organization, .person]
  static let quantity: FillerTypes = [.money, .percent, .count]
  static let entity: FillerTypes = [.company, .organization, .person, .product, .place]

  /// The words of the rule language.
  static let names: [String: FillerTypes] = [
    "company": .company, "organization": .organization, "person": .person, "product": .product,
    "place": .place, "title": .title, "money": .money, "percent": .percent, "count": .count,
    "round": .round, "time": .time, "text": .text, "org": .org, "party": .party,
  ]

  /// The type of a mention.
  init(_ kind: MentionKind) {
    switch kind {
    case .company: self = .company
    case .organization: self = .organization
    case .person: self = .person
    case .product: self = .product
    case .place: self = .place
    case .title: self = .title
    case .money: self = .money
    case .percent: self = .percent
    case .count: self = .count
    case .round: self = .round
    case .time: self = .time
    }
  }

  init(rawValue: UInt16) { self.rawValue = rawValue }
}

/// A role as its rule file declares it; shared, never copied in the hot path.
final class Role: Sendable {
  let name: String
  let types: FillerTypes
  /// Whether it holds several fillers.
  let many: Bool
  /// Whether the nearest free mention of its type fills it.
  let nearby: Bool
  /// Words that must govern a quantity for this role (估值 before an amount).
  let cues: [String]
  /// Role whose fillers include those of this one (`lead` within `investor`).
  let within: String?
  /// Whether an officer's organization is meant rather than the officer (`org person`).
  let prefersEmployer: Bool
  /// What the last noun of a thing without a name must be to fill the role; empty for names only.
  let heads: WordTags
  /// Whether prices of a unit (22元/股) are no fillers.
  let isTotal: Bool
  /// Whether only prices of a unit are fillers.
  let isRate: Bool
  /// Whether its cues govern quantities for roles of its own type only.
  let hasLocalCues: Bool
  /// Units that a count must have, empty for any.
  let units: [String]
  /// Codes that words before a quantity give it: 下降 before a change means `down`.
  let codes: [RoleCode]

  init(
    name: String, types: FillerTypes, many: Bool, nearby: Bool, cues: [String], within: String?,
    prefersEmployer: Bool, heads: WordTags = [], isTotal: Bool = false, isRate: Bool = false,
    hasLocalCues: Bool = false, units: [String],
    codes: [RoleCode] = []
  ) {
    self.name = name
    self.types = types
    self.many = many
    self.nearby = nearby
    self.cues = cues
    self.within = within
    self.prefersEmployer = prefersEmployer
    self.heads = heads
    self.isTotal = isTotal
    self.isRate = isRate
    self.hasLocalCues = hasLocalCues
    self.units = units
    self.codes = codes
  }
}

/// A code and the words that stand for it.
struct RoleCode: Hashable, Sendable {
  let code: String
  let words: [String]
}

/// Where in the clause a frame looks for a filler.
enum Slot: Hashable, Sendable {
  case subject, object, owner, trigger
  /// What the paragraph or the text is about, whatever stands in the clause.
  case topic
  /// Titles and employer of the person found in subject or object.
  case subjectTitle, subjectOrg, objectTitle, objectOrg
  /// The phrase behind a case word: 从 向 以 …
  case after(String)

  init?(_ word: String) {
    switch word {
    case "subject": self = .subject
    case "object": self = .object
    case "owner": self = .owner
    case "trigger": self = .trigger
    case "topic": self = .topic
    case "subject.title": self = .subjectTitle
    case "subject.org": self = .subjectOrg
    case "object.title": self = .objectTitle
    case "object.org": self = .objectOrg
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

/// A surface pattern: literals and roles in order.
struct Pattern: Sendable {
  enum Element: Sendable {
    case literal([UInt16])
    case role(Int)
    /// Any few words.
    case gap

    var isLiteral: Bool {
      if case .literal = self { return true }
      return false
    }
  }
  let elements: [Element]
  let constants: [(role: Int, code: String)]
  let realis: Realis?
  let line: Int
}

/// A relation that titles or events state.
struct Derivation: Sendable {
  /// Title class (`titles ceo`), or event type (`derive appointment`).
  let source: String
  let isEvent: Bool
  /// Roles of the event that give `from` and `to`.
  let from: String
  let to: String
  /// Title class that the event's title must have, or empty.
  let titleClass: String
  let former: Bool
  /// Whether the organization must stand beside the title.
  let isExplicit: Bool
  let line: Int
}

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
  let tests: [RuleTest]

  init(
    name: String, label: String, isRelation: Bool, file: String, roles: [Role],
    require: Requirement, key: [Int], apart: [Int], isOnce: Bool, links: [ClaimLink],
    frames: [Frame], patterns: [Pattern], unless: [String], guards: [String],
    derivations: [Derivation],
    fromOwners: Bool, fromTables: Bool,
    yields: Bool, tests: [RuleTest]
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
