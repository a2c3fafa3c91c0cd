/// The types and fields that an expression may name.
struct QueryNames {
  /// What kind of value a field is compared with.
  enum Form: Equatable {
    case words, number, date, truth, status
    /// Entities, amounts, words: whatever fills the role.
    case role
  }

  /// The types of events of a graph, and those of the data model.
  let events: [String]
  /// The types of relations and derived edges of a graph, and those of the data model.
  let relations: [String]
  private let roles: Set<String>
  private let schemes: Set<String>

  init(_ graph: Graph) {
    let edges = graph.edges.lazy.filter { $0.kind != .role }.map(\.type)
    events = Set(graph.events.map(\.type)).union(Self.events).sorted()
    relations = Set(edges).union(Self.relations).sorted()
    let used = graph.edges.lazy.filter { $0.kind == .role }.map(\.type)
    let literals = graph.events.flatMap { $0.attributes.map(\.role) }
    roles = Set(used).union(literals).union(RoleLabels.roles)
    schemes = Set(graph.entities.flatMap { $0.references.map(\.scheme) }).union(["ticker"])
  }

  /// The form of a field; nil where there is no such field.
  func form(_ field: String, of kind: Query.Kind) -> Form? {
    if let form = Self.fields[kind]?[field] { return form }
    switch kind {
    case .event: return roles.contains(field) ? .role : nil
    case .entity: return schemes.contains(field) ? .words : nil
    case .relation: return nil
    }
  }

  /// All fields of a kind, sorted.
  func fields(of kind: Query.Kind) -> [String] {
    var names = Set(Self.fields[kind]?.keys.map(\.self) ?? [])
    if kind == .event { names.formUnion(roles) }
    if kind == .entity { names.formUnion(schemes) }
    return names.sorted()
  }

  private static let fields: [Query.Kind: [String: Form]] = [
    .event: [
      "attribution": .words, "confidence": .number, "conflicts": .number, "document": .words,
      "date": .date, "id": .words, "last": .date, "name": .words,
      "reported": .date, "realis": .status, "reports": .number, "source": .words,
      "sources": .number, "status": .words, "type": .words, "with": .role, "year": .date,
    ],
    .entity: [
      "degree": .number, "documents": .number, "event": .words, "events": .number, "first": .date,
      "id": .words, "last": .date, "name": .role, "role": .words, "title": .words, "type": .words,
      "with": .role,
    ],
    .relation: [
      "claims": .number, "confidence": .number, "document": .words, "end": .date, "former": .truth,
      "from": .role, "id": .words,
      "kind": .words, "source": .words, "stake": .role, "start": .date, "title": .role,
      "to": .role, "type": .words, "with": .role,
    ],
  ]

  private static let events = [
    "accusation", "acquisition", "appointment", "death", "dismissal", "earnings", "founding",
    "funding", "investigation", "investment", "launch", "lawsuit", "layoff", "listing", "merger",
    "partnership", "penalty", "price_change", "recall", "resignation", "shutdown", "spending",
    "valuation",
  ]
  private static let relations = [
    "acquired", "ceo_of", "chair_of", "competitor_of", "director_of", "employee_of",
    "executive_of", "founder_of", "investor_in", "partner_of", "product_of", "subsidiary_of",
  ]
  /// The types of entities.
  static let entities = ["company", "organization", "person", "place", "product"]
}
