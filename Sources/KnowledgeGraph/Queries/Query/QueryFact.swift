/// One thing that a field of a node or edge holds.
enum QueryFact {
  case entity(Graph.Entity)
  case money(ClaimFact.Money)
  case literal(Graph.Literal)
  case words(String)
  case number(DecimalNumber)
  case days(DayRange)

  /// Whether it passes a comparison with a value, for all that lies between its bounds.
  func passes(_ comparison: Query.Comparison, _ value: QueryValue) -> Bool {
    switch self {
    case .entity(let entity): Self.names(entity).contains { Self.text($0, comparison, value) }
    case .money(let money):
      (value.currency == nil || value.currency == money.currency)
        && Self.bounds(
          money.low.flatMap { DecimalNumber($0) }, money.high.flatMap { DecimalNumber($0) },
          comparison, value)
    case .literal(let literal): Self.literal(literal, comparison, value)
    case .words(let words): Self.text(words, comparison, value)
    case .number(let number): Self.bounds(number, number, comparison, value)
    case .days(let days): value.days.map { Self.days(days, comparison, $0) } ?? false
    }
  }

  private static func names(_ entity: Graph.Entity) -> [String] {
    [entity.name, entity.id] + entity.aliases
  }

  private static func literal(
    _ literal: Graph.Literal, _ comparison: Query.Comparison, _ value: QueryValue
  ) -> Bool {
    if value.number != nil, literal.low != nil || literal.high != nil {
      return bounds(
        literal.low.flatMap { DecimalNumber($0) }, literal.high.flatMap { DecimalNumber($0) },
        comparison, value)
    }
    return text(literal.text, comparison, value)
      || literal.value.map { text($0, comparison, value) } ?? false
  }

  private static func text(
    _ text: String, _ comparison: Query.Comparison, _ value: QueryValue
  ) -> Bool {
    let folded = NameSearch.folded(text)
    switch comparison {
    case .equal, .unequal: return folded == value.folded
    case .contains: return contains(folded, value.folded)
    case .less: return folded.precedesBytewise(value.folded)
    case .lessOrEqual: return !value.folded.precedesBytewise(folded)
    case .greater: return value.folded.precedesBytewise(folded)
    case .greaterOrEqual: return !folded.precedesBytewise(value.folded)
    case .exists: return true
    }
  }

  private static func contains(_ text: String, _ part: String) -> Bool {
    let (text, part) = (Array(text.utf8), Array(part.utf8))
    if part.isEmpty || part.count > text.count { return part.isEmpty }
    return (0...text.count - part.count).contains { text[$0...].starts(with: part) }
  }

  /// An open bound passes nothing that needs it.
  private static func bounds(
    _ low: DecimalNumber?, _ high: DecimalNumber?, _ comparison: Query.Comparison,
    _ value: QueryValue
  ) -> Bool {
    guard let number = value.number else { return false }
    switch comparison {
    case .equal, .unequal, .contains:
      guard low != nil || high != nil else { return false }
      return (low.map { $0 <= number } ?? true) && (high.map { number <= $0 } ?? true)
    case .less: return high.map { $0 < number } ?? false
    case .lessOrEqual: return high.map { $0 <= number } ?? false
    case .greater: return low.map { $0 > number } ?? false
    case .greaterOrEqual: return low.map { $0 >= number } ?? false
    case .exists: return true
    }
  }

  private static func days(
    _ days: DayRange, _ comparison: Query.Comparison, _ wanted: DayRange
  ) -> Bool {
    switch comparison {
    case .equal, .unequal: wanted.first <= days.first && days.last <= wanted.last
    case .contains: days.overlaps(wanted)
    case .less: days.last < wanted.first
    case .lessOrEqual: days.last <= wanted.last
    case .greater: days.first > wanted.last
    case .greaterOrEqual: days.first >= wanted.first
    case .exists: true
    }
  }

  /// What it is sorted by: kinds apart, then by value.
  var sortKey: QuerySortKey {
    switch self {
    case .entity(let entity): QuerySortKey(words: entity.name)
    case .money(let money):
      QuerySortKey(
        words: money.currency, number: (money.low ?? money.high).flatMap { DecimalNumber($0) })
    case .literal(let literal):
      QuerySortKey(
        words: literal.low == nil ? literal.value ?? literal.text : "",
        number: (literal.low ?? literal.high).flatMap { DecimalNumber($0) })
    case .words(let words): QuerySortKey(words: words)
    case .number(let number): QuerySortKey(words: "", number: number)
    case .days(let days):
      QuerySortKey(
        words: "", number: DecimalNumber(String(days.first == .min ? days.last : days.first)))
    }
  }
}

/// What matches are sorted by.
struct QuerySortKey: Comparable {
  let words: String
  var number: DecimalNumber?

  static func < (left: QuerySortKey, right: QuerySortKey) -> Bool {
    if !left.words.equalsBytewise(right.words) { return left.words.precedesBytewise(right.words) }
    switch (left.number, right.number) {
    case (let one?, let other?): return one < other
    case (nil, _?): return true
    default: return false
    }
  }
}
