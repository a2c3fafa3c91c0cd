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
