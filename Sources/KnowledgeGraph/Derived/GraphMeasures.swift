/// How entities hang together: degree, PageRank, components.
///
/// Two entities are tied by a relation or derived edge, and each entity by its roles to events; all
/// ties are walked both ways. Amounts and denied events tie nothing.
public struct GraphMeasures: Sendable {
  /// What is measured of one entity.
  public struct Measure: Hashable, Sendable {
    /// The id of the entity.
    public let id: String
    /// How many ties touch it.
    public let degree: Int
    /// Its PageRank in millionths; all nodes together have a million.
    public let rank: Int
    /// The number of its component; 0 is the largest one.
    public let component: Int
  }

  /// The entities that have ties, those with the highest PageRank first.
  public let measures: [Measure]
  /// How many entities and events each component has, the largest first.
  public let components: [Int]
  /// How many entities nothing ties to anything.
  public let isolated: Int

  /// How often ranks are passed on.
  private static let rounds = 50

  /// Complexity: O(nodes + edges), the ranks times 50. Sums run in the order of ids, so that the
  /// same graph gives the same digits everywhere.
  public init(_ index: GraphIndex) {
    let ties = Self.ties(index)
    let count = index.graph.nodes.count
    var degrees = [Int](repeating: 0, count: count)
    var sets = UnionFind(count: count)
    for tie in ties {
      degrees[tie.0] += 1
      degrees[tie.1] += 1
      sets.union(tie.0, tie.1)
    }
    let ranks = Self.ranks(ties, degrees)
    var sizes: [Int: Int] = [:]
    for node in 0..<count where degrees[node] > 0 { sizes[sets.find(node), default: 0] += 1 }
    var firsts: [Int: Int] = [:]
    for node in 0..<count where degrees[node] > 0 {
      let root = sets.find(node)
      firsts[root] = firsts[root] ?? node
    }
    let order = sizes.keys.sorted {
      (-(sizes[$0] ?? 0), firsts[$0] ?? 0) < (-(sizes[$1] ?? 0), firsts[$1] ?? 0)
    }
    var numbers: [Int: Int] = [:]
    for (number, root) in order.enumerated() { numbers[root] = number }
    components = order.map { sizes[$0] ?? 0 }
    var measures: [Measure] = []
    var isolated = 0
    for (place, node) in index.graph.nodes.enumerated() {
      guard case .entity(let entity) = node else { continue }
      if degrees[place] == 0 {
        isolated += 1
        continue
      }
      measures.append(
        Measure(
          id: entity.id, degree: degrees[place], rank: Int((ranks[place] * 1e6).rounded()),
          component: numbers[sets.find(place)] ?? 0))
    }
    self.isolated = isolated
    self.measures = measures.sorted { left, right in
      if left.rank != right.rank { return left.rank > right.rank }
      if left.degree != right.degree { return left.degree > right.degree }
      return left.id.precedesBytewise(right.id)
    }
  }

  private static func ties(_ index: GraphIndex) -> [(Int, Int)] {
    let nodes = index.graph.nodes
    return index.ends.compactMap { end in
      guard end.source >= 0, end.target >= 0, end.source != end.target else { return nil }
      if case .money = nodes[Int(end.target)] { return nil }
      if case .event(let event) = nodes[Int(end.source)], event.status == .denied { return nil }
      return (Int(end.source), Int(end.target))
    }
  }

  /// PageRank with the usual damping of 0.85; what has no ties takes no part.
  private static func ranks(_ ties: [(Int, Int)], _ degrees: [Int]) -> [Double] {
    let members = degrees.filter { $0 > 0 }.count
    guard members > 0 else { return degrees.map { _ in 0 } }
    let share = 1 / Double(members)
    var ranks = degrees.map { $0 > 0 ? share : 0 }
    for _ in 0..<rounds {
      var next = degrees.map { $0 > 0 ? 0.15 * share : 0 }
      for tie in ties {
        next[tie.1] += 0.85 * ranks[tie.0] / Double(degrees[tie.0])
        next[tie.0] += 0.85 * ranks[tie.1] / Double(degrees[tie.1])
      }
      ranks = next
    }
    return ranks
  }
}
