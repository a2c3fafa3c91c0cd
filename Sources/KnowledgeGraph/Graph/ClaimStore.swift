/// The claims of a graph as lines; each is parsed only when it is asked for.
public struct ClaimStore: Sendable {
  /// The ids, sorted bytewise.
  public let ids: [String]
  private let arena: LineArena
  private let places: [LineArena.Place]
  private let isCanonical: Bool

  /// Takes claims in any order; of equal ids the bytewise first line is kept.
  ///
  /// Lines that are not known to be canonical are made so when they are asked for.
  init(
    _ claims: [(id: String, place: LineArena.Place)], in arena: LineArena, isCanonical: Bool = true
  ) {
    self.arena = arena
    self.isCanonical = isCanonical
    if zip(claims, claims.dropFirst()).allSatisfy({ $0.id.precedesBytewise($1.id) }) {
      ids = claims.map(\.id)
      places = claims.map(\.place)
      return
    }
    let sorted = claims.indices.sorted {
      let (left, right) = (claims[$0], claims[$1])
      if left.id.precedesBytewise(right.id) { return true }
      if right.id.precedesBytewise(left.id) { return false }
      return Self.compare(left.place, right.place, arena, isCanonical) < 0
    }
    var ids: [String] = []
    var places: [LineArena.Place] = []
    for index in sorted where !(ids.last?.equalsBytewise(claims[index].id) ?? false) {
      ids.append(claims[index].id)
      places.append(claims[index].place)
    }
    self.ids = ids
    self.places = places
  }

  /// How many claims there are.
  public var count: Int { ids.count }

  /// The claim of an id. Complexity: O(log n), and linear in the length of its line.
  public subscript(id: String) -> ClaimFact? {
    ids.position(of: id, by: \.self).flatMap { claim(at: $0) }
  }

  /// The claim at a position in `ids`.
  public func claim(at index: Int) -> ClaimFact? {
    let fact = arena.withBytes(at: places[index]) { try? Fact(line: $0) }
    if case .claim(let claim) = fact { return claim }
    return nil
  }

  /// Calls `body` with the canonical line at a position in `ids`.
  public func withLine<Result>(
    at index: Int, _ body: (UnsafeRawBufferPointer) throws -> Result
  ) rethrows -> Result {
    if isCanonical { return try arena.withBytes(at: places[index], body) }
    return try Self.canonical(places[index], arena).withUnsafeBytes(body)
  }

  private static func canonical(_ place: LineArena.Place, _ arena: LineArena) -> [UInt8] {
    arena.withBytes(at: place) { line in
      (try? JSONParser.parse(line)).map(JSONWriter.bytes) ?? Array(line)
    }
  }

  private static func compare(
    _ left: LineArena.Place, _ right: LineArena.Place, _ arena: LineArena, _ isCanonical: Bool
  ) -> Int {
    if isCanonical { return arena.compare(left, right) }
    return canonical(left, arena).withUnsafeBytes { first in
      canonical(right, arena).withUnsafeBytes { compareBytes(first, $0) }
    }
  }
}
