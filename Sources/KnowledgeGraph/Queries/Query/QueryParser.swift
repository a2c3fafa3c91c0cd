/// Reads an expression from its pieces.
struct QueryParser {
  let expression: String
  let tokens: [QueryToken]
  let known: QueryNames
  private var place = 0
  private var kind = Query.Kind.event
  private var depth = 0

  init(expression: String, tokens: [QueryToken], known: QueryNames) {
    self.expression = expression
    self.tokens = tokens
    self.known = known
  }

  private var token: QueryToken { tokens[min(place, tokens.count - 1)] }

  /// The whole expression.
  mutating func query() throws(QueryError) -> Query {
    var types = try kinds()
    while token.kind == .word, !Self.clauses.contains(token.text) {
      types.formUnion(try typeNames())
    }
    var condition: Query.Condition?
    if takes("where") { condition = try alternatives() }
    var order: (field: String, isDescending: Bool)?
    if takes("sort") {
      _ = takes("by")
      let name = try field().name
      let isDescending = takes("desc")
      if !isDescending { _ = takes("asc") }
      order = (name, isDescending)
    }
    var limit: Int?
    if takes("limit") {
      guard let number = Int(token.text), number > 0 else {
        throw failure("limit takes a whole number")
      }
      limit = number
      place += 1
    }
    guard token.kind == .end else { throw failure(unexpected) }
    return Query(kind: kind, types: types, condition: condition, order: order, limit: limit)
  }

  private static let clauses: Set<String> = ["limit", "sort", "where"]
  private static let kinds: [String: (Query.Kind, String?)] = [
    "event": (.event, nil), "events": (.event, nil), "entity": (.entity, nil),
    "entities": (.entity, nil), "relation": (.relation, nil), "relations": (.relation, nil),
    "company": (.entity, "company"), "organization": (.entity, "organization"),
    "person": (.entity, "person"), "place": (.entity, "place"), "product": (.entity, "product"),
  ]

  /// What is asked for, and the type that the word means at once.
  private mutating func kinds() throws(QueryError) -> Set<String> {
    guard token.kind == .word, let (kind, type) = Self.kinds[token.text] else {
      let names = Self.kinds.keys.sorted()
      let hint = NearName.hint(token.text, among: names)
      let list = "event, relation, entity, person, company, organization, product, place"
      throw failure(
        (token.kind == .end ? "nothing is asked for" : "unknown kind '\(token.text)'")
          + (hint.isEmpty ? "; a query begins with \(list)" : hint))
    }
    self.kind = kind
    place += 1
    return type.map { [$0] } ?? []
  }

  /// Types with commas between them.
  private mutating func typeNames() throws(QueryError) -> Set<String> {
    var types: Set<String> = []
    repeat {
      let names: [String]
      switch kind {
      case .event: names = known.events
      case .entity: names = QueryNames.entities
      case .relation: names = known.relations
      }
      guard token.kind == .word, names.contains(token.text) else {
        let hint = NearName.hint(token.text, among: names)
        throw failure(
          "unknown type '\(token.text)'"
            + (hint.isEmpty ? "; known are \(names.joined(separator: ", "))" : hint))
      }
      types.insert(token.text)
      place += 1
    } while takes(sign: ",")
    return types
  }

  private mutating func alternatives() throws(QueryError) -> Query.Condition {
    var parts = [try conjunction()]
    while takes("or") { parts.append(try conjunction()) }
    return parts.count == 1 ? parts[0] : .any(parts)
  }

  private mutating func conjunction() throws(QueryError) -> Query.Condition {
    var parts = [try condition()]
    while takes("and") { parts.append(try condition()) }
    if parts.count == 1 { return parts[0] }
    // What has to read claims comes last: it is asked of few then.
    return .all(parts.filter { !Self.readsClaims($0) } + parts.filter(Self.readsClaims))
  }

  private static func readsClaims(_ condition: Query.Condition) -> Bool {
    switch condition {
    case .all(let parts), .any(let parts): parts.contains(where: readsClaims)
    case .not(let part): readsClaims(part)
    case .test(let test): ["attribution", "confidence", "document", "source"].contains(test.field)
    }
  }

  private mutating func condition() throws(QueryError) -> Query.Condition {
    depth += 1
    defer { depth -= 1 }
    if depth > 64 { throw failure("deeper than 64 levels") }
    if takes("not") { return .not(try condition()) }
    if takes(sign: "(") {
      let inner = try alternatives()
      guard takes(sign: ")") else { throw failure("expected ')'" + unexpectedTail) }
      return inner
    }
    return .test(try test())
  }

  private mutating func test() throws(QueryError) -> Query.Test {
    if takes("has") {
      return Query.Test(field: try field().name, comparison: .exists, values: [])
    }
    let field = try field()
    if takes("in") {
      guard takes(sign: "(") else { throw failure("expected '(' after in") }
      var values = [try value(field.form)]
      while takes(sign: ",") { values.append(try value(field.form)) }
      guard takes(sign: ")") else { throw failure("expected ')'" + unexpectedTail) }
      return Query.Test(field: field.name, comparison: .equal, values: values)
    }
    guard token.kind == .sign, let comparison = Query.Comparison(rawValue: token.text) else {
      throw failure("expected =, !=, <, <=, >, >=, ~ or in after \(field.name)")
    }
    place += 1
    let start = token
    let value = try value(field.form)
    let isOrdered = [.less, .lessOrEqual, .greater, .greaterOrEqual].contains(comparison)
    if isOrdered, field.form == .role, value.number == nil {
      throw QueryError(
        expression: expression, column: start.column,
        message: "'\(start.text)' is no number; words are compared by =, != and ~")
    }
    return Query.Test(field: field.name, comparison: comparison, values: [value])
  }

  private mutating func field() throws(QueryError) -> (name: String, form: QueryNames.Form) {
    guard token.kind == .word else { throw failure("expected a field") }
    let name = token.text
    guard let form = known.form(name, of: kind) else {
      let names = known.fields(of: kind)
      let hint = NearName.hint(name, among: names)
      throw failure(
        "unknown role or field '\(name)'"
          + (hint.isEmpty ? "; known are \(names.joined(separator: ", "))" : hint))
    }
    place += 1
    return (name, form)
  }

  private mutating func value(_ form: QueryNames.Form) throws(QueryError) -> QueryValue {
    guard token.kind == .word || token.kind == .string else { throw failure("expected a value") }
    var value = QueryValue(token.text)
    switch form {
    case .number where value.number == nil: throw failure("'\(token.text)' is no number")
    case .date where value.days == nil:
      throw failure("'\(token.text)' is no date such as 2023, 2023-Q2, 2023-06 or 2023-06-29")
    case .truth where !["true", "false"].contains(token.text):
      throw failure("'\(token.text)' is neither true nor false")
    case .status where ClaimFact.Realis(rawValue: token.text) == nil:
      let names = ClaimFact.Realis.allCases.map(\.rawValue)
      throw failure("'\(token.text)' is none of \(names.joined(separator: ", "))")
    default: break
    }
    place += 1
    if form == .role, value.number != nil, token.kind == .word,
      QueryValue.isCurrency(token.text)
    {
      value = QueryValue(value.text, currency: token.text)
      place += 1
    }
    return value
  }

  private mutating func takes(_ keyword: String) -> Bool {
    guard token.kind == .word, token.text == keyword else { return false }
    place += 1
    return true
  }

  private mutating func takes(sign: String) -> Bool {
    guard token.kind == .sign, token.text == sign else { return false }
    place += 1
    return true
  }

  private var unexpected: String {
    let before = place > 0 ? tokens[place - 1] : token
    let isName = token.kind == .word && (before.kind == .word || before.kind == .string)
    return "unexpected '\(token.text)'"
      + (isName ? "; names of several words stand in quotes, tests are tied by and, or" : "")
  }

  private var unexpectedTail: String {
    token.kind == .end ? " at the end" : ", not '\(token.text)'"
  }

  private func failure(_ message: String) -> QueryError {
    QueryError(expression: expression, column: token.column, message: message)
  }
}
