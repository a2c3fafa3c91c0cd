/// A question in the filter language, parsed and checked.
///
///     let query = try Query(#"event funding where amount>1e9 USD and year=2023"#, for: graph)
///     for match in query.matches(in: index) { print(match) }
///
/// The grammar, names in capitals:
///
///     KIND [TYPE,TYPE…] [where CONDITION] [sort FIELD [desc]] [limit N]
///     KIND       event, relation, entity, person, company, organization, product, place
///     CONDITION  TEST, CONDITION and CONDITION, CONDITION or CONDITION, not CONDITION, (CONDITION)
///     TEST       FIELD = VALUE   also != < <= > >= and ~ (contains)
///                FIELD in (VALUE, VALUE…)   has FIELD
///     VALUE      a word, "words in quotes", 1.5e9, 15亿, 1e9 USD, 2023, 2023-06, 2023-06-29
///
/// Names are compared without case and width, with aliases and ids. Amounts and dates have bounds:
/// a test holds where it holds for all that lies between them; `=` where the value lies within.
public struct Query: Sendable {
  /// What is asked for.
  public enum Kind: String, Hashable, Sendable {
    /// Events.
    case event
    /// Companies, organizations, persons, products, places.
    case entity
    /// Relations, and edges derived from events.
    case relation
  }

  /// What is asked for.
  public let kind: Kind
  /// The types wanted; empty takes all.
  public let types: Set<String>
  let condition: Condition?
  let order: (field: String, isDescending: Bool)?
  /// The most matches wanted; nil takes all.
  public let limit: Int?

  /// What must hold.
  indirect enum Condition: Sendable {
    case all([Condition])
    case any([Condition])
    case not(Condition)
    case test(Test)
  }

  /// A field compared with values; it holds where it holds for one of them.
  struct Test: Sendable {
    let field: String
    let comparison: Comparison
    let values: [QueryValue]
  }

  enum Comparison: String, Sendable {
    case equal = "="
    case unequal = "!="
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
    case contains = "~"
    /// The field has any value.
    case exists = "has"
  }

  /// Parses an expression and checks its types and fields against those of a graph.
  ///
  /// Complexity: linear in the expression and the graph.
  public init(_ expression: String, for graph: Graph) throws(QueryError) {
    var parser = QueryParser(
      expression: expression, tokens: try QueryToken.tokens(expression), known: QueryNames(graph))
    self = try parser.query()
  }

  init(
    kind: Kind, types: Set<String>, condition: Condition?,
    order: (field: String, isDescending: Bool)?, limit: Int?
  ) {
    self.kind = kind
    self.types = types
    self.condition = condition
    self.order = order
    self.limit = limit
  }
}
