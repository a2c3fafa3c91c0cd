/// The claims of a graph as canonical lines; each is parsed only when it is asked for.
public struct ClaimStore: Sendable {
  /// The ids, sorted bytewise.
  public let ids: [String]
  private let arena: LineArena
  private let places: [LineArena.Place]

  /// Takes claims in any order; of equal ids the bytewise first line is kept.
  init(_ claims: [(id: String, place: LineArena.Place)], in arena: LineArena) {
    let sorted = claims.indices.sorted {
      let (left, right) = (claims[$0], claims[$1])
      if left.id.precedesBytewise(right.id) { return true }
      if right.id.precedesBytewise(left.id) { return false }
      return arena.compare(left.place, right.place) < 0
    }
    var ids: [String] = []
    var places: [LineArena.Place] = []
    for index in sorted where !(ids.last?.equalsBytewise(claims[index].id) ?? false) {
      ids.append(claims[index].id)
      places.append(claims[index].place)
    }
    self.ids = ids
    self.places = places
    self.arena = arena
  }

  /// How many claims there are.
  public var count: Int { ids.count }

  /// The claim of an id. Complexity: O(log n), and linear in the length of its line.
  public subscript(id: String) -> ClaimFact? {
    ids.position(of: id, by: \.self).flatMap { claim(at: $0) }
  }

  /// The claim at a position in `ids`.
  public func claim(at index: Int) -> ClaimFact? {
    let fact = withLine(at: index) { try? Fact(line: $0) }
    if case .claim(let claim) = fact { return claim }
    return nil
  }

  /// Calls `body` with the canonical line at a position in `ids`.
  public func withLine<Result>(
    at index: Int, _ body: (UnsafeRawBufferPointer) throws -> Result
  ) rethrows -> Result {
    try arena.withBytes(at: places[index], body)
  }
}
