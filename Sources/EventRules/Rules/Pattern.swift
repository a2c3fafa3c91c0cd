import ChineseText

/// A surface pattern: literals and roles in order.
struct Pattern: Sendable {
  enum Element: Sendable {
    case literal([UInt16])
    case role(Int)
    /// Any few words.
    case gap

    var isLiteral: Bool {
      if case .literal = self { return true }
      return false
    }
  }
  let elements: [Element]
  let constants: [(role: Int, code: String)]
  let realis: Realis?
  let line: Int
}

/// A relation that titles or events state.
struct Derivation: Sendable {
  /// Title class (`titles ceo`), or event type (`derive appointment`).
  let source: String
  let isEvent: Bool
  /// Roles of the event that give `from` and `to`.
  let from: String
  let to: String
  /// Title class that the event's title must have, or empty.
  let titleClass: String
  let former: Bool
  /// Whether the organization must stand beside the title.
  let isExplicit: Bool
  /// Whether it holds for posts in a unit of the organization: X手机部总裁.
  let isUnit: Bool
  let line: Int
}
