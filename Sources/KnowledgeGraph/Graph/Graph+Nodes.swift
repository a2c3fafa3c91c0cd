extension Graph {
  /// A company, organization, person, product or place.
  public struct Entity: Hashable, Sendable {
    /// The id.
    public let id: String
    /// The type that most documents give it.
    public let type: String
    /// The name that most documents use, then the longest.
    public let name: String
    /// All other names, sorted.
    public let aliases: [String]
    /// Codes elsewhere, such as tickers, sorted.
    public let references: [EntityFact.Reference]
    /// The ids of the documents that name it, sorted.
    public let documents: [String]
    /// When the first of them was published.
    public let first: String?
    /// When the last of them was published.
    public let last: String?
    /// The ids of the facts that were found to be this entity, where there are several; sorted.
    public internal(set) var origins: [Origin] = []
    /// Why they are one: each step joins what the steps before it left apart.
    public internal(set) var merges: [Merge] = []
  }

  /// An id of facts, which names a name.
  public struct Origin: Hashable, Sendable {
    /// The id.
    public let id: String
    /// A name that the facts give it; the id where they give none.
    public let name: String
  }

  /// Why two ids of facts are one entity.
  public struct Merge: Hashable, Sendable {
    /// What speaks for it.
    public enum Basis: String, Hashable, Sendable, CaseIterable {
      /// The user decided so; `value` is the reason.
      case decision
      /// Both carry one ticker; `value` is the code.
      case ticker
      /// Both have the same full name; `value` is the name.
      case name
      /// One has the other's name as an alias in its document; `value` is the alias.
      case alias
      /// A document states it; `value` is how, such as `translation`.
      case statement
      /// A rule that leaves no trace of its own.
      case rule
    }

    /// One id.
    public let first: String
    /// The other id.
    public let second: String
    /// What speaks for it.
    public let basis: Basis
    /// What they share, or the reason.
    public let value: String?
    /// The document that says so.
    public let document: String?
    /// Its sentence.
    public let evidence: String?
  }

  /// An event, put together from the claims that report it.
  public struct Event: Hashable, Sendable {
    /// The id.
    public let id: String
    /// The type, such as `funding`.
    public let type: String
    /// The Chinese name of the type; the type itself where no claim gives one.
    public internal(set) var label: String
    /// The realis of the latest report.
    public let status: ClaimFact.Realis
    /// Every report in the order of publication.
    public let history: [Report]
    /// What happened to whom, for people.
    public let name: String
    /// When it happens, as precisely as any report says.
    public let time: ClaimFact.Time?
    /// What is neither an entity nor money, by role, sorted by role.
    public let attributes: [Attribute]
    /// The ids of the claims, sorted.
    public let claims: [String]
    /// How many independent sources report it: reprints and one outlet's reports count once.
    public let sources: Int
    /// Where the reports disagree, sorted by role.
    public let conflicts: [Conflict]
    /// The ids of all documents that report it, reprints included; sorted.
    public internal(set) var documents: [String] = []

    /// When the first report was published, of those whose day is known.
    public var first: String? { history.lazy.compactMap(\.published).first }

    /// When the last report was published, of those whose day is known.
    public var last: String? { history.last?.published }
  }

  /// One report of an event.
  public struct Report: Hashable, Sendable {
    /// The claim.
    public let claim: String
    /// When its document was published.
    public let published: String?
    /// How sure it is.
    public let realis: ClaimFact.Realis
  }

  /// The literals of one role.
  public struct Attribute: Hashable, Sendable {
    /// The role.
    public let role: String
    /// The values, sorted, each once.
    public let values: [Literal]
  }

  /// Words and what they mean.
  public struct Literal: Hashable, Sendable {
    /// The words of a text.
    public let text: String
    /// The code, such as `Pre-A`.
    public let value: String?
    /// The lower bound of a count or share.
    public let low: String?
    /// The upper bound of a count or share.
    public let high: String?
    /// The unit of a count or share.
    public let unit: String?
    /// The id of the node that it belongs to: whose title it is.
    public let of: String?
  }

  /// A role whose values do not fit together.
  public struct Conflict: Hashable, Sendable {
    /// The role; `time` for the time of the event.
    public let role: String
    /// What is said, and by which claims.
    public let values: [Version]

    /// One of the values.
    public struct Version: Hashable, Sendable {
      /// The value in words.
      public let text: String
      /// The claims that give it, sorted.
      public let claims: [String]
    }
  }

  /// An amount of money in one role of one event.
  public struct Amount: Hashable, Sendable {
    /// The id.
    public let id: String
    /// The words of a text, without spaces.
    public let name: String
    /// The amount.
    public let money: ClaimFact.Money
  }

  /// A directed edge.
  public struct Edge: Hashable, Sendable {
    /// Where an edge comes from.
    public enum Kind: String, Hashable, Sendable {
      /// From an event to what takes part in it.
      case role
      /// A state that documents assert.
      case relation
      /// A short cut that follows from asserted events.
      case derived
    }

    /// The id.
    public let id: String
    /// Where it comes from.
    public let kind: Kind
    /// The role or the relation.
    public let type: String
    /// The id of the node it starts from.
    public let source: String
    /// The id of the node it leads to.
    public let target: String
    /// Whether a relation held only in the past; nil on other edges.
    public var former: Bool?
    /// When a relation began.
    public var start: String?
    /// When a relation ended.
    public var end: String?
    /// The literals of a relation, such as its title.
    public var attributes: [Attribute] = []
    /// The claims of a relation, sorted.
    public var claims: [String] = []
    /// The events that a derived edge follows from, sorted.
    public var events: [String] = []

    init(kind: Kind, type: String, source: String, target: String) {
      id = Identifier.make("edg:", [kind.rawValue, type, source, target])
      self.kind = kind
      self.type = type
      self.source = source
      self.target = target
    }

    init(id: String, kind: Kind, type: String, source: String, target: String) {
      self.id = id
      self.kind = kind
      self.type = type
      self.source = source
      self.target = target
    }
  }
}
