import ChineseText

/// How the text stands to what it reports.
public enum Realis: String, Sendable, CaseIterable {
  case asserted, planned, rumoured, denied
}

/// One filler of a role: an entity, a quantity or a stretch of text.
public struct Filler: Hashable, Sendable {
  /// Where it stands, in Unicode scalars of the joined text. For an ellipsis: the mention that the
  /// filler was carried over from.
  public let span: TextSpan
  /// Index into the analysis' entities, or -1.
  public let entity: Int
  /// Index into the analysis' values (money, counts, times, rounds), or -1.
  public let value: Int
  /// How the entity is named here.
  public let via: MentionVia
  /// Normalised code of a literal (`CEO`, `Pre-A`, `2023Q3`), or empty.
  public let code: String
  /// For a literal: index of the filler of the event's person (or organization) role that it
  /// belongs to, or -1.
  public let of: Int

  /// Makes a filler.
  public init(
    span: TextSpan, entity: Int = -1, value: Int = -1, via: MentionVia = .name, code: String = "",
    of: Int = -1
  ) {
    self.span = span
    self.entity = entity
    self.value = value
    self.via = via
    self.code = code
    self.of = of
  }
}

/// A role of a claim with its fillers, in text order.
public struct RoleFillers: Hashable, Sendable {
  /// Name of the role, as the rule file declares it.
  public let role: String
  /// Fillers, at least one.
  public let fillers: [Filler]
  /// Makes a role.
  public init(role: String, fillers: [Filler]) {
    self.role = role
    self.fillers = fillers
  }
}

/// Who is said to have said it.
public struct Attribution: Hashable, Sendable {
  /// Kind of the source.
  public enum Kind: String, Sendable { case media, party, official, anonymous }
  /// Kind of the source.
  public let kind: Kind
  /// Where the source is named.
  public let span: TextSpan
  /// Index into the analysis' entities, or -1.
  public let entity: Int
  /// Makes an attribution.
  public init(kind: Kind, span: TextSpan, entity: Int = -1) {
    self.kind = kind
    self.span = span
    self.entity = entity
  }
}

/// A sentence that states the claim.
public struct Evidence: Hashable, Sendable {
  /// The sentence.
  public let span: TextSpan
  /// The trigger inside it (for a relation: the words that state it).
  public let trigger: TextSpan
  /// File stem and line of the rule: `resignation:12`.
  public let rule: String
  /// Makes an evidence.
  public init(span: TextSpan, trigger: TextSpan, rule: String) {
    self.span = span
    self.trigger = trigger
    self.rule = rule
  }
}

/// When something happened: the words, and what they mean.
public struct ClaimTime: Hashable, Sendable {
  /// The words.
  public let span: TextSpan
  /// What they mean.
  public let value: TimeValue
  /// Makes a time.
  public init(span: TextSpan, value: TimeValue) {
    self.span = span
    self.value = value
  }
}

/// An edge that an asserted claim implies: from the fillers of one role to those of another.
public struct ClaimLink: Hashable, Sendable {
  /// Type of the edge.
  public let type: String
  /// Role at its beginning.
  public let from: String
  /// Role at its end.
  public let to: String
  /// Makes a link.
  public init(type: String, from: String, to: String) {
    self.type = type
    self.from = from
    self.to = to
  }
}

/// One event or relation as one document states it.
public struct Claim: Sendable {
  /// Whether it is a state (`relation`) rather than an event.
  public let isRelation: Bool
  /// Type, as the rule file declares it.
  public let type: String
  /// Chinese name of the type.
  public let label: String
  /// Number of the event among those of its type in the document: claims with one number are one
  /// event told twice.
  public let ordinal: Int
  /// How the text stands to it.
  public let realis: Realis
  /// 0 to 1000.
  public let confidence: Int
  /// Roles in the order of the rule file.
  public let roles: [RoleFillers]
  /// When it happened or is to happen.
  public let time: ClaimTime?
  /// Sources, outermost first.
  public let attribution: [Attribution]
  /// Sentences that state it; the first is the best.
  public let evidence: [Evidence]
  /// Relations only: whether the state has ended.
  public let former: Bool
  /// Roles whose fillers identify the event.
  public let core: [String]
  /// Whether what these name meets the event once.
  public let isOnce: Bool
  /// Edges it implies when asserted.
  public let links: [ClaimLink]

  /// Makes a claim.
  public init(
    isRelation: Bool, type: String, label: String, ordinal: Int, realis: Realis, confidence: Int,
    roles: [RoleFillers], time: ClaimTime?, attribution: [Attribution], evidence: [Evidence],
    former: Bool, core: [String], isOnce: Bool = false, links: [ClaimLink]
  ) {
    self.isRelation = isRelation
    self.type = type
    self.label = label
    self.ordinal = ordinal
    self.realis = realis
    self.confidence = confidence
    self.roles = roles
    self.time = time
    self.attribution = attribution
    self.evidence = evidence
    self.former = former
    self.core = core
    self.isOnce = isOnce
    self.links = links
  }

  /// The fillers of a role, empty where the text does not state it.
  public func fillers(_ role: String) -> [Filler] {
    roles.first { $0.role == role }?.fillers ?? []
  }
}
