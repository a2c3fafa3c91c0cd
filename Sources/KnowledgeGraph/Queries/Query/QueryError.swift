/// Why an expression is no query, and where.
public struct QueryError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The expression.
  public let expression: String
  /// Where it is wrong, in Unicode scalars from 1.
  public let column: Int
  /// What is wrong, and what to write instead.
  public let message: String

  package init(expression: String, column: Int, message: String) {
    self.expression = expression
    self.column = column
    self.message = message
  }

  /// For people: `column N: message`, and the expression with a mark below the place.
  public var description: String {
    // A wide character takes two columns of a terminal.
    let before = expression.unicodeScalars.prefix(column - 1)
    let width = before.reduce(0) { $0 + ($1.value >= 0x2E80 ? 2 : 1) }
    let mark = String(repeating: " ", count: width)
    return "column \(column): \(message)\n  \(expression)\n  \(mark)^"
  }
}
