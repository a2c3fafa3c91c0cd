/// What cannot all be true, and the sentences that say so.
public struct Contradiction: Hashable, Sendable {
  /// What kind of contradiction it is.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// Two persons are reported as the head of one company at the same time.
    case twoHeads = "two-heads"
    /// Somebody left a post before taking it.
    case leftBeforeTaken = "left-before-taken"
    /// A later round was closed before an earlier one.
    case roundOrder = "round-order"
    /// Somebody acts after their death.
    case deadActs = "dead-acts"
    /// Reports of one event disagree about an amount, its time or another value.
    case conflict

    /// The Chinese name.
    public var label: String {
      switch self {
      case .twoHeads: "同时两人任同一职"
      case .leftBeforeTaken: "离职早于任职"
      case .roundOrder: "轮次先后颠倒"
      case .deadActs: "逝世之后仍有行动"
      case .conflict: "说法不一"
      }
    }
  }

  /// What kind of contradiction it is.
  public let kind: Kind
  /// What contradicts what, for people.
  public let text: String
  /// The nodes it is about.
  public let nodes: [String]
  /// The sentences, those that contradict each other side by side.
  public let quotes: [Quote]
}

/// All contradictions of a graph that the checks know.
public struct Contradictions: Sendable {
  /// By kind, then by the ids of what they are about.
  public let contradictions: [Contradiction]

  /// Complexity: O(n log n) in the graph; quadratic only in the heads or rounds of one company.
  public init(_ index: GraphIndex) {
    let finder = ContradictionFinder(index)
    let found = finder.heads() + finder.posts() + finder.rounds() + finder.deaths()
    contradictions = (found + finder.conflicts()).enumerated().sorted { left, right in
      let kinds = Contradiction.Kind.allCases
      let (one, other) = (
        kinds.firstIndex(of: left.element.kind) ?? 0, kinds.firstIndex(of: right.element.kind) ?? 0
      )
      if one != other { return one < other }
      if left.element.nodes != right.element.nodes {
        return left.element.nodes.lexicographicallyPrecedes(right.element.nodes) {
          $0.precedesBytewise($1)
        }
      }
      return left.offset < right.offset
    }.map(\.element)
  }
}
