import ChineseText

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
  /// Role whose fillers' makers fill this one where the words name nobody and the text names the
  /// maker elsewhere (`owner=product`).
  let owned: String?
  /// Codes that words before a quantity give it: 下降 before a change means `down`.
  let codes: [RoleCode]

  init(
    name: String, types: FillerTypes, many: Bool, nearby: Bool, cues: [String], within: String?,
    prefersEmployer: Bool, heads: WordTags = [], isTotal: Bool = false, isRate: Bool = false,
    hasLocalCues: Bool = false, units: [String], owned: String? = nil,
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
    self.owned = owned
    self.codes = codes
  }
}

/// A code and the words that stand for it.
struct RoleCode: Hashable, Sendable {
  let code: String
  let words: [String]
}
