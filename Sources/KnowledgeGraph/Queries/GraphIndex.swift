/// A graph with its edges at hand from both ends: what questions are asked of.
///
///     let index = GraphIndex(graph)
///     for edge in index.edges(of: "org:microsoft") { print(edge.type) }
///
/// Immutable and `Sendable`: one index serves any number of questions and threads.
public struct GraphIndex: Sendable {
  /// The graph.
  public let graph: Graph
  /// For each edge the positions of its ends in `graph.nodes`; -1 where there is no such node.
  let ends: [(source: Int32, target: Int32)]
  private let starts: [Int32]
  private let entries: [Int32]

  /// Complexity: O(nodes + edges).
  public init(_ graph: Graph) {
    self.graph = graph
    var positions: [ByteKey: Int32] = [:]
    positions.reserveCapacity(graph.nodes.count)
    for (position, node) in graph.nodes.enumerated() {
      positions[ByteKey(node.id)] = Int32(position)
    }
    let ends = graph.edges.map { edge in
      (
        source: positions[ByteKey(edge.source)] ?? -1, target: positions[ByteKey(edge.target)] ?? -1
      )
    }
    self.ends = ends
    (starts, entries) = Self.rows(ends, graph.nodes.count)
  }

  /// The edges of each node in one list, and where each node's begin.
  private static func rows(
    _ ends: [(source: Int32, target: Int32)], _ count: Int
  ) -> (starts: [Int32], entries: [Int32]) {
    var starts = [Int32](repeating: 0, count: count + 1)
    func each(_ body: (_ node: Int, _ edge: Int) -> Void) {
      for (edge, end) in ends.enumerated() {
        if end.source >= 0 { body(Int(end.source), edge) }
        if end.target >= 0, end.target != end.source { body(Int(end.target), edge) }
      }
    }
    each { node, _ in starts[node + 1] += 1 }
    for node in 0..<count { starts[node + 1] += starts[node] }
    var next = starts
    var entries = [Int32](repeating: 0, count: Int(starts[count]))
    each { node, edge in
      entries[Int(next[node])] = Int32(edge)
      next[node] += 1
    }
    return (starts, entries)
  }

  /// The position of a node in `graph.nodes`. Complexity: O(log n).
  func position(_ id: String) -> Int? { graph.nodes.position(of: id, by: \.id) }

  /// The numbers of the edges that touch a node, ascending.
  func edgeNumbers(at position: Int) -> ArraySlice<Int32> {
    entries[Int(starts[position])..<Int(starts[position + 1])]
  }

  /// The edges that touch a node, by id. Complexity: O(log n), and linear in what is returned.
  public func edges(of id: String) -> [Graph.Edge] {
    position(id).map { edgeNumbers(at: $0).map { graph.edges[Int($0)] } } ?? []
  }

  /// The other end of an edge, seen from a node; nil where there is no node.
  func other(_ edge: Int, from position: Int) -> Int? {
    let (source, target) = ends[edge]
    let other = Int(source) == position ? target : source
    return other >= 0 ? Int(other) : nil
  }

  /// What takes part in an event, by role, both sorted bytewise.
  ///
  /// Complexity: O(log n), and linear in the edges of the event.
  public func participants(of event: Graph.Event) -> [Participant] {
    edges(of: event.id).filter { $0.kind == .role && $0.source == event.id }
      .compactMap { edge in
        graph.node(edge.target).map { Participant(role: edge.type, node: $0) }
      }
      .sorted {
        $0.role == $1.role
          ? $0.node.id.precedesBytewise($1.node.id) : $0.role.precedesBytewise($1.role)
      }
  }

  /// An entity or amount in a role of an event.
  public struct Participant: Hashable, Sendable {
    /// The role, such as `investor`.
    public let role: String
    /// The entity or amount.
    public let node: Graph.Node
  }

  /// The entities in a role of an event, by id.
  func entities(_ role: String, of event: Graph.Event) -> [Graph.Entity] {
    participants(of: event).compactMap { participant in
      guard participant.role == role, case .entity(let entity) = participant.node else {
        return nil
      }
      return entity
    }
  }

  /// The amounts in a role of an event, by id.
  func amounts(_ role: String, of event: Graph.Event) -> [Graph.Amount] {
    participants(of: event).compactMap { participant in
      guard participant.role == role, case .money(let amount) = participant.node else {
        return nil
      }
      return amount
    }
  }

  /// The events that a node takes part in, with its role, by the event's id.
  func events(of id: String) -> [(role: String, event: Graph.Event)] {
    edges(of: id).compactMap { edge in
      guard edge.kind == .role, case .event(let event) = graph.node(edge.source) else { return nil }
      return (edge.type, event)
    }
  }
}
