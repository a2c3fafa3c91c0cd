/// What one document states: an event or a relation, who takes part, and which sentence says so.
public struct ClaimFact: Hashable, Sendable {
  /// How sure the document is that it happened.
  public enum Realis: String, Hashable, Sendable, CaseIterable {
    /// It happened, or holds.
    case asserted
    /// Somebody means to do it.
    case planned
    /// It is said to happen, by nobody who would answer for it.
    case rumoured
    /// It is said not to happen.
    case denied
  }

  /// One role and what fills it.
  public struct Role: Hashable, Sendable {
    /// The role, such as `investor`.
    public let name: String
    /// The fillers, in the order of the text.
    public let fillers: [Filler]
  }

  /// A direct edge that follows from the claim when it is asserted.
  public struct Link: Hashable, Sendable {
    /// The type of the edge, such as `acquired`.
    public let type: String
    /// The role whose fillers the edge starts from.
    public let from: String
    /// The role whose fillers the edge leads to.
    public let to: String
  }

  /// The id: a digest of the line.
  public let id: String
  /// The identity of the event inside its document; the id where the line has none.
  public let key: String
  /// The document that states it.
  public let document: String
  /// The type, such as `funding`.
  public let type: String
  /// The Chinese name of the type; the type itself where the line has none.
  public let label: String
  /// Whether it is a relation (a state) and not an event.
  public let isRelation: Bool
  /// How sure the document is.
  public let realis: Realis
  /// From 0 to 1000.
  public let confidence: Int
  /// The roles, by name.
  public let roles: [Role]
  /// The roles whose fillers say which event it is.
  public let core: [String]
  /// Whether what these fillers name meets such an event once.
  public let isOnce: Bool
  /// The direct edges that follow from it.
  public let links: [Link]
  /// When it happens.
  public let time: Time?
  /// When it was announced.
  public let announced: Time?
  /// When it takes effect.
  public let effective: Time?
  /// Who says so, outermost first; empty where the document itself does.
  public let attribution: [Attribution]
  /// The sentences that say so.
  public let evidence: [Evidence]
  /// Whether a relation held only in the past.
  public let isFormer: Bool
  /// When a relation began, as an ISO date.
  public let start: String?
  /// When a relation ended, as an ISO date.
  public let end: String?

  /// The fillers of a role; none where the text does not state it.
  public func fillers(_ role: String) -> [Filler] {
    roles.first { $0.name == role }?.fillers ?? []
  }

  init(_ member: Members) throws(FactError) {
    let value = member.value
    id = try member.string("id")
    document = try member.string("document")
    type = try member.string("type")
    guard let roles = value["roles"]?.objectValue else {
      throw .missing(member: "roles", kind: member.kind)
    }
    self.roles = Self.roles(roles)
    key = member.text("key") ?? id
    label = member.text("label") ?? type
    isRelation = member.text("class") == "relation"
    realis = member.text("realis").flatMap(Realis.init) ?? .asserted
    confidence = value["confidence"]?.intValue ?? 0
    core = (value["core"]?.arrayValue ?? []).compactMap(\.stringValue)
    isOnce = value["once"]?.boolValue ?? false
    links = (value["links"]?.arrayValue ?? []).compactMap(Link.init)
    time = Time(value["time"])
    announced = Time(value["announced"])
    effective = Time(value["effective"])
    attribution = (value["attribution"]?.arrayValue ?? []).compactMap(Attribution.init)
    evidence = (value["evidence"]?.arrayValue ?? []).compactMap(Evidence.init)
    isFormer = value["former"]?.boolValue ?? false
    start = value["start"]?.stringValue ?? Time(value["start"])?.date
    end = value["end"]?.stringValue ?? Time(value["end"])?.date
  }

  private static func roles(_ object: JSONObject) -> [Role] {
    let roles = object.members.map { member in
      Role(name: member.key, fillers: (member.value.arrayValue ?? []).compactMap(Filler.init))
    }
    return roles.sorted { $0.name.precedesBytewise($1.name) }
  }
}

extension ClaimFact.Link {
  init?(_ value: JSONValue) {
    guard let type = value["type"]?.stringValue, let from = value["from"]?.stringValue,
      let to = value["to"]?.stringValue
    else { return nil }
    self.init(type: type, from: from, to: to)
  }
}

extension ClaimFact {
  /// Who is quoted for a claim.
  public struct Attribution: Hashable, Sendable {
    /// `media`, `party`, `official` or `anonymous`.
    public let kind: String
    /// The words of the text.
    public let text: String
    /// The entity, where it is known.
    public let entity: String?

    init?(_ value: JSONValue) {
      guard let kind = value["kind"]?.stringValue else { return nil }
      self.kind = kind
      text = value["text"]?.stringValue ?? ""
      entity = value["entity"]?.stringValue
    }
  }

  /// The sentence that states a claim.
  public struct Evidence: Hashable, Sendable {
    /// The words of the sentence.
    public let text: String
    /// Where the sentence stands, in Unicode scalars of the text or of the title.
    public let scalarRange: Range<Int>?
    /// Whether it is the title.
    public let isInTitle: Bool
    /// The word that set the rule off.
    public let trigger: String?
    /// The rule.
    public let rule: String?

    init?(_ value: JSONValue) {
      guard let text = value["text"]?.stringValue else { return nil }
      self.text = text
      scalarRange = Range(span: value["span"])
      isInTitle = value["in"]?.stringValue == "title"
      trigger = value["trigger"]?["text"]?.stringValue
      rule = value["rule"]?.stringValue
    }
  }
}

extension Range where Bound == Int {
  /// Reads a half-open span `[start, end]`.
  init?(span: JSONValue?) {
    guard let ends = span?.arrayValue, ends.count == 2, let start = ends[0].intValue,
      let end = ends[1].intValue, start <= end
    else { return nil }
    self = start..<end
  }
}
