/// What one document, or several put together, say about one event.
///
/// Pairs of a role and a value are packed into one number, `role << 32 | token`. A token is a node,
/// or for words the count of nodes plus the number of the string.
struct EventReport {
  /// Positions of claims in the table, the first report's first.
  var claims: [Int]
  let type: Int32
  /// The fillers of the core roles, sorted.
  var core: [Int64]
  /// What sets events with the same core apart, such as rounds; sorted.
  var literals: [Int64]
  /// What else is said: counts, shares, entities of other roles; sorted.
  var details: [Int64]
  var amounts: [AmountRange]
  /// When it happens; `always` where nobody says, without an end where somebody only expected it.
  var days: DayRange
  /// When it was reported; `always` where nobody says.
  var published: DayRange
  /// The documents of the claims.
  var documents: [Int32]
  /// What the core is.
  var nature: Nature
  /// Whether somebody says that it happened.
  var isAsserted: Bool

  /// How much the core alone says about which event it is.
  struct Nature {
    /// Whether what the core names meets such an event once.
    var isOnce: Bool
    /// Whether every core role is filled.
    var isComplete: Bool
    /// Whether every core entity is named, and not only pointed to.
    var isNamed: Bool
    /// Entities of the core.
    var entityCount: Int
    /// Whether one is a product known by name and number, not a line such as 鸿蒙.
    var hasModel: Bool
    /// Whether one is a product line, which has new versions all the time.
    var hasLine: Bool
  }

  /// Takes over what another report of the same event says.
  mutating func absorb(_ other: EventReport) {
    claims += other.claims
    if core != other.core { core = Self.union(core, other.core) }
    if literals != other.literals { literals = Self.union(literals, other.literals) }
    if details != other.details { details = Self.union(details, other.details) }
    documents += other.documents
    if days.isOpen || days.overlaps(other.days) { days = days.intersection(other.days) }
    published = published.isOpen ? other.published : published.hull(other.published)
    for amount in other.amounts { AmountRange.add(amount, to: &amounts) }
    nature.isComplete = nature.isComplete || other.nature.isComplete
    nature.isNamed = nature.isNamed || other.nature.isNamed
    nature.entityCount = max(nature.entityCount, other.nature.entityCount)
    nature.hasModel = nature.hasModel || other.nature.hasModel
    nature.hasLine = nature.hasLine || other.nature.hasLine
    isAsserted = isAsserted || other.isAsserted
  }

  /// Where it stands in time: its own days where they say it, else those of the reports.
  var place: DayRange { isPlaced ? days : published }

  /// Whether its own days say where it stands; not so where they only hold those of the reports.
  var isPlaced: Bool {
    if days.isPrecise { return true }
    if days.isOpen || days.last == .max { return false }
    return published.isOpen || !days.overlaps(published)
  }

  /// Whether its time is known, but longer than a month.
  var isVague: Bool { !days.isPrecise && !days.isOpen && days.last != .max }

  static func union<Number: Comparable>(_ left: [Number], _ right: [Number]) -> [Number] {
    var result: [Number] = []
    for number in (left + right).sorted() where result.last != number { result.append(number) }
    return result
  }
}
