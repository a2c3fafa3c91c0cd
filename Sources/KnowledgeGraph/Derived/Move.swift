/// A person who left one organization and went to another one.
public struct Move: Hashable, Sendable {
  /// The id of the person.
  public let person: String
  /// The post that was left.
  public let from: Tenure
  /// The post, or the founding, that followed.
  public let to: Tenure

  /// When the person left.
  public var day: EventDay? { from.end ?? to.start }
}

/// Who of a graph left which organization for which.
public struct Moves: Sendable {
  /// The moves, in time.
  public let moves: [Move]

  /// How long after a departure an arrival still belongs to it, in days.
  private static let span: Int64 = 3 * 366

  /// How long after a departure it is still news, in days.
  private static let delay: Int64 = 183

  /// Complexity: O(n log n) in the tenures.
  public init(_ index: GraphIndex, _ tenures: Tenures) {
    let byPerson = Dictionary(grouping: tenures.tenures, by: \.person)
    var moves: [Move] = []
    for person in byPerson.keys.sorted(by: { $0.precedesBytewise($1) }) {
      let posts = byPerson[person] ?? []
      let arrivals = posts.filter { $0.start != nil } + Self.foundings(person, index)
      for left in Self.lastPosts(posts) {
        if let next = Self.next(after: left, arrivals) {
          moves.append(Move(person: person, from: left, to: next))
        }
      }
    }
    self.moves = moves.indices.sorted { left, right in
      let first = moves[left].day?.sortKey ?? (.max, .max)
      let second = moves[right].day?.sortKey ?? (.max, .max)
      return first == second ? left < right : first < second
    }.map { moves[$0] }
  }

  /// The posts that were left, one for each organization.
  private static func lastPosts(_ posts: [Tenure]) -> [Tenure] {
    var seen: Set<String> = []
    return posts.filter { $0.standing == .former && $0.end != nil }
      .filter { seen.insert($0.organization).inserted }
  }

  /// The nearest arrival elsewhere that can follow a departure.
  private static func next(after left: Tenure, _ arrivals: [Tenure]) -> Tenure? {
    guard let end = left.end else { return nil }
    var best: (days: Int64, tenure: Tenure)?
    for arrival in arrivals where arrival.organization != left.organization {
      // Two days of reports alone do not say what came first.
      guard let start = arrival.start, !start.isBefore(end), !(start.isReported && end.isReported)
      else { continue }
      let (first, last) = (Int64(start.sortKey.0), Int64(start.sortKey.1))
      let days = abs(first - Int64(end.sortKey.0))
      // What is reported happened shortly before.
      if end.isReported, Int64(end.sortKey.0) - last > Self.delay { continue }
      if days <= span, best.map({ days < $0.days }) ?? true { best = (days, arrival) }
    }
    return best?.tenure
  }

  /// The organizations that a person founded, as posts; what was founded is told long after, so
  /// that the day of a report says nothing.
  private static func foundings(_ person: String, _ index: GraphIndex) -> [Tenure] {
    index.events(of: person).filter {
      $0.event.type == "founding" && $0.role == "person" && $0.event.status == .asserted
    }.flatMap { entry in
      index.entities("organization", of: entry.event).map { organization in
        Tenure(
          person: person, organization: organization.id, title: "创办", code: "founder",
          start: EventDay(entry.event), end: nil, standing: .taken, events: [entry.event.id])
      }
    }.filter { $0.start.map { !$0.isReported } ?? false }
  }
}
