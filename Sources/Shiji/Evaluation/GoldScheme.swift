/// What annotated articles annotate: the types of events, their roles and how fillers compare, and
/// the relations. Of what the tool finds, other types and roles are not counted.
struct GoldScheme: Sendable {
  /// How a filler of a role is compared.
  enum Kind: Character, Sendable {
    /// A name of the entity.
    case entity = "E"
    /// The bounds and the currency.
    case money = "M"
    /// A text: one holds the other.
    case literal = "L"
    /// A name or a text.
    case either = "V"
    /// A funding round.
    case round = "R"
    /// A code, word for word.
    case status = "S"
    /// A reporting period.
    case period = "P"
  }

  /// Roles in order, by type.
  let roles: [String: [(name: String, kind: Kind)]]
  /// The types in order.
  let types: [String]

  /// The scheme of the articles.
  static let articles = GoldScheme(
    """
    resignation person:E organization:E title:L
    appointment person:E organization:E title:L
    dismissal person:E organization:E by:E title:L
    layoff organization:E count:L share:L
    founding person:E organization:E
    acquisition acquirer:E target:E price:M stake:L
    merger party:E
    funding company:E investor:E lead:E amount:M round:R valuation:M
    investment investor:E target:E amount:M stake:L
    listing company:E venue:V amount:M status:S
    launch organization:E product:E
    partnership party:E
    lawsuit plaintiff:E defendant:E amount:M
    penalty authority:E target:E amount:M
    investigation authority:E target:E
    shutdown organization:E product:V
    valuation company:E amount:M
    earnings company:E metric:L amount:M period:P
    spending organization:E amount:M purpose:L
    accusation accuser:E accused:E
    death person:E
    recall organization:E product:V
    price_change organization:E product:V share:L direction:L
    """)

  /// Types that count only where the folder has them.
  static let optional: Set<String> = ["recall", "price_change"]

  /// The relations that are annotated.
  static let relations: Set<String> = [
    "ceo_of", "chair_of", "executive_of", "director_of", "employee_of", "founder_of", "investor_in",
    "subsidiary_of", "product_of", "competitor_of", "partner_of",
  ]
  /// Relations without a direction.
  static let symmetric: Set<String> = ["competitor_of", "partner_of"]

  private init(_ text: String) {
    var roles: [String: [(name: String, kind: Kind)]] = [:]
    var types: [String] = []
    for line in text.split(separator: "\n") {
      let words = line.split(separator: " ").map(String.init)
      types.append(words[0])
      roles[words[0]] = words.dropFirst().compactMap { word in
        word.last.flatMap(Kind.init).map { (String(word.dropLast(2)), $0) }
      }
    }
    self.roles = roles
    self.types = types
  }

  /// How a role's fillers compare; nothing for roles that are not annotated.
  func kind(_ type: String, _ role: String) -> Kind? {
    roles[type]?.first { $0.name == role }?.kind
  }

  /// A type by the name that it has here; annotations may have an older one.
  static func type(_ name: String) -> String { name == "departure" ? "resignation" : name }

  /// A role by the name that it has here: both names of earnings' company occur.
  static func role(_ name: String, of type: String) -> String {
    type == "earnings" && name == "organization" ? "company" : name
  }
}
