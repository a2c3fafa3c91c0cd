import KnowledgeGraph

/// The facts of one document, as far as they are scored.
package struct FoundFacts: Sendable {
  /// A thing that was named.
  struct Entity: Sendable {
    let id: String
    let name: String
    let type: String
    let aliases: [String]

    var names: [String] { [name] + aliases }
  }

  /// An amount that was found in the body.
  struct Money: Sendable {
    let text: String
    let low: ExactNumber?
    let high: ExactNumber?
    let currency: String?

    init(_ value: JSONValue, text: String) {
      self.text = text
      low = value["low"]?.textValue.flatMap(ExactNumber.init)
      high = value["high"]?.textValue.flatMap(ExactNumber.init)
      currency = value["currency"]?.stringValue
    }
  }

  /// What fills a role.
  struct Filler: Sendable {
    let text: String
    let entity: String?
    let via: String
    let money: Money?
    /// The forms by which a literal is compared: its text, then its code.
    let literals: [String]

    /// What makes two fillers of one role the same.
    enum Key: Hashable {
      case entity(String)
      case money(ExactNumber?, ExactNumber?, String?)
      case literal(String)
    }

    var key: Key {
      if let entity, !entity.isEmpty { return .entity(entity) }
      if let money { return .money(money.low, money.high, money.currency) }
      return .literal(ComparisonForm.of(literals.first ?? ""))
    }

    init(_ value: JSONValue) {
      text = value["text"]?.stringValue ?? ""
      entity = value["entity"]?.stringValue
      via = value["via"]?.stringValue ?? "name"
      money = value["money"].map { Money($0, text: value["text"]?.stringValue ?? "") }
      literals = ["text", "value", "code", "norm"].compactMap { value[$0]?.textValue }
        .filter { !$0.isEmpty }
    }
  }

  /// An event or relation.
  struct Claim: Sendable {
    let id: String
    let type: String
    let isEvent: Bool
    let key: String?
    let confidence: Int
    var roles: [(role: String, fillers: [Filler])]
    var time: Time?
    let realis: String?
    let isFormer: Bool
    /// The first evidence in the body, else the first.
    let evidence: String
    let span: Range<Int>?
    /// What each telling rests on: its rule line, and its trigger word for the type.
    let supports: [Support]

    func fillers(_ role: String) -> [Filler] { roles.first { $0.role == role }?.fillers ?? [] }
  }

  /// When an event was.
  struct Time: Sendable {
    let date: String?
    let interval: DayInterval?
  }

  /// What a telling of a claim rests on.
  struct Support: Hashable, Sendable {
    let rule: String
    let trigger: String
  }

  /// In the order of the lines; of a repeated id the last.
  var entities: [Entity] = []
  var money: [Money] = []
  var claims: [Claim] = []

  func entity(_ id: String?) -> Entity? { id.flatMap { id in entities.first { $0.id == id } } }
}

extension FoundFacts {
  /// The facts of all documents by their ids.
  package static func read(_ lines: [UInt8], path: String) throws(FileError) -> [String: FoundFacts]
  {
    var documents: [String: FoundFacts] = [:]
    for (index, line) in lines.split(separator: 10).enumerated() where !line.isEmpty {
      let value: JSONValue
      do throws(JSONError) { value = try JSONParser.parse(Array(line)) } catch {
        throw FileError(path: path, reason: "line \(index + 1): not a fact: \(error.description)")
      }
      let kind = value["kind"]?.stringValue ?? ""
      if kind == "error" { continue }
      guard let id = value[kind == "document" ? "id" : "document"]?.stringValue else {
        throw FileError(path: path, reason: "line \(index + 1): not a fact: it names no document")
      }
      documents[id, default: FoundFacts()].add(value, kind)
    }
    return documents
  }

  private mutating func add(_ value: JSONValue, _ kind: String) {
    switch kind {
    case "entity": add(entity: value)
    case "mention":
      // The annotation knows the body only.
      guard value["in"]?.stringValue != "title", value["type"]?.stringValue == "money",
        let amount = value["money"]
      else { return }
      money.append(Money(amount, text: value["text"]?.stringValue ?? ""))
    case "claim": claims.append(Claim(value))
    default: break
    }
  }

  private mutating func add(entity value: JSONValue) {
    let entity = Entity(
      id: value["id"]?.stringValue ?? "", name: value["name"]?.stringValue ?? "",
      type: value["type"]?.stringValue ?? "",
      aliases: value["aliases"]?.arrayValue?.compactMap(\.stringValue) ?? [])
    if let index = entities.firstIndex(where: { $0.id == entity.id }) {
      entities[index] = entity
    } else {
      entities.append(entity)
    }
  }
}

extension FoundFacts.Claim {
  init(_ value: JSONValue) {
    let tellings = value["evidence"]?.arrayValue ?? []
    let main = tellings.first { $0["in"]?.stringValue != "title" } ?? tellings.first
    id = value["id"]?.stringValue ?? ""
    type = value["type"]?.stringValue ?? ""
    isEvent = value["class"]?.stringValue == "event"
    key = value["key"]?.stringValue.flatMap { $0.isEmpty ? nil : $0 }
    confidence = value["confidence"]?.intValue ?? 0
    roles = (value["roles"]?.objectValue?.members ?? []).map { member in
      (member.key, (member.value.arrayValue ?? []).map(FoundFacts.Filler.init))
    }
    time = value["time"].map(FoundFacts.Time.init)
    realis = value["realis"]?.stringValue
    isFormer = value["former"]?.boolValue ?? false
    evidence = main?["text"]?.stringValue ?? ""
    let places = main?["span"]?.arrayValue?.compactMap(\.intValue) ?? []
    span = places.count == 2 && places[0] <= places[1] ? places[0]..<places[1] : nil
    supports = tellings.map { telling in
      FoundFacts.Support(
        rule: telling["rule"]?.stringValue ?? "",
        trigger: telling["trigger"]?["text"]?.stringValue ?? "")
    }
  }
}

extension FoundFacts.Time {
  fileprivate init(_ value: JSONValue) {
    date = value["date"]?.stringValue
    if let start = value["start"]?.stringValue, let end = value["end"]?.stringValue, !start.isEmpty,
      !end.isEmpty
    {
      interval = DayInterval(first: String(start.prefix(10)), last: String(end.prefix(10)))
    } else {
      interval = date.flatMap(DayInterval.init)
    }
  }

  /// Whether the time lies within a date of the annotation, or is written as it is.
  func agrees(_ gold: String?) -> Bool {
    guard let gold, let days = DayInterval(gold), let own = interval else { return false }
    return days.contains(own) || date == gold
  }
}
