extension ClaimFact {
  /// What fills a role: an entity, an amount of money, or words with their value.
  public struct Filler: Hashable, Sendable {
    /// The id of the entity.
    public let entity: String?
    /// The words of the text.
    public let text: String
    /// Where they stand, in Unicode scalars of the text or of the title.
    public let scalarRange: Range<Int>?
    /// Whether they stand in the title.
    public let isInTitle: Bool
    /// How the text refers to the entity: `name`, `alias`, `pronoun`, `definite` or `ellipsis`.
    public let via: String?
    /// The code of a literal, such as `Pre-A`.
    public let value: String?
    /// The amount.
    public let money: Money?
    /// The lower bound of a count or share.
    public let low: String?
    /// The upper bound of a count or share.
    public let high: String?
    /// The unit of a count or share.
    public let unit: String?
    /// Which filler of the event's person (or organization) role a literal belongs to.
    public let of: Int?

    init?(_ json: JSONValue) {
      guard json.objectValue != nil else { return nil }
      entity = json["entity"]?.stringValue
      text = json["text"]?.stringValue ?? ""
      scalarRange = Range(span: json["span"])
      isInTitle = json["in"]?.stringValue == "title"
      via = json["via"]?.stringValue
      value = json["value"]?.stringValue
      money = Money(json["money"])
      low = json["low"]?.textValue
      high = json["high"]?.textValue
      unit = json["unit"]?.stringValue
      of = json["of"]?.intValue
    }
  }

  /// An amount of money: exact decimals as text, an open bound absent.
  public struct Money: Hashable, Sendable {
    /// The lower bound.
    public let low: String?
    /// The upper bound.
    public let high: String?
    /// The ISO 4217 code.
    public let currency: String
    /// Whether the text says so only roughly.
    public let isApproximate: Bool
    /// The period it is paid for, such as `year`.
    public let per: String?

    init(low: String?, high: String?, currency: String, isApproximate: Bool, per: String?) {
      self.low = low
      self.high = high
      self.currency = currency
      self.isApproximate = isApproximate
      self.per = per
    }

    init?(_ json: JSONValue?) {
      guard let json, let currency = json["currency"]?.stringValue else { return nil }
      self.init(
        low: json["low"]?.textValue, high: json["high"]?.textValue, currency: currency,
        isApproximate: json["approx"]?.boolValue ?? false, per: json["per"]?.stringValue)
    }

    /// The form of the graph: what says where and how it was found is left out.
    var json: JSONValue {
      var object = JSONObject()
      object.append("approx", .bool(isApproximate))
      object.append("currency", .string(currency))
      object.append("high", high.map { .string($0) })
      object.append("low", low.map { .string($0) })
      object.append("per", per.map { .string($0) })
      return .object(object)
    }
  }

  /// A time as a text states it.
  public struct Time: Hashable, Sendable {
    /// The words of the text.
    public let text: String?
    /// The short form, such as `2024-Q1`.
    public let date: String?
    /// The first day, an ISO date; absent where the text leaves it open.
    public let start: String?
    /// The last day, inclusive; absent where the text leaves it open.
    public let end: String?
    /// The precision, such as `month`.
    public let grain: String?
    /// What a relative time counts from: `explicit`, `published` or `context`.
    public let anchor: String?
    /// Whether the text says so only roughly.
    public let isApproximate: Bool

    init(
      text: String?, date: String?, start: String?, end: String?, grain: String?, anchor: String?,
      isApproximate: Bool
    ) {
      self.text = text
      self.date = date
      self.start = start
      self.end = end
      self.grain = grain
      self.anchor = anchor
      self.isApproximate = isApproximate
    }

    init?(_ json: JSONValue?) {
      guard let json, json.objectValue != nil else { return nil }
      self.init(
        text: json["text"]?.stringValue, date: json["date"]?.stringValue,
        start: json["start"]?.stringValue, end: json["end"]?.stringValue,
        grain: json["grain"]?.stringValue, anchor: json["anchor"]?.stringValue,
        isApproximate: json["approx"]?.boolValue ?? false)
    }

    /// The form of the graph: without the span, which belongs to one document.
    var json: JSONValue {
      var object = JSONObject()
      object.append("anchor", anchor.map { .string($0) })
      if isApproximate { object.append("approx", true) }
      object.append("date", date.map { .string($0) })
      object.append("end", end.map { .string($0) })
      object.append("grain", grain.map { .string($0) })
      object.append("start", start.map { .string($0) })
      object.append("text", text.map { .string($0) })
      return .object(object)
    }
  }
}

extension JSONObject {
  /// Appends a member, or nothing where there is no value.
  mutating func append(_ key: String, _ value: JSONValue?) {
    if let value { members.append(Member(key, value)) }
  }
}
