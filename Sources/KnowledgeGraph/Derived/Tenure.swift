/// A post that a person holds or held in an organization, put together from what is said of it:
/// states (现任首席执行官), appointments, resignations and dismissals.
///
///     for tenure in Tenures(index).tenures where tenure.standing == .current { print(tenure.title ?? "") }
public struct Tenure: Hashable, Sendable {
  /// Whether a post is held, as far as the reports say.
  public enum Standing: String, Hashable, Sendable, CaseIterable {
    /// The latest text on it says that the person holds it.
    case current
    /// The person took it; nobody says whether it is held still.
    case taken
    /// It is over: a text says so, or the person left.
    case former
  }

  /// The id of the person.
  public let person: String
  /// The id of the organization.
  public let organization: String
  /// The words of the post, such as 首席执行官; nil where no text gives any.
  public internal(set) var title: String?
  /// What makes two posts one: the code of the title, else its words; empty where there is none.
  public internal(set) var code: String
  /// When it began.
  public internal(set) var start: EventDay?
  /// When it ended.
  public internal(set) var end: EventDay?
  /// Whether it is held still.
  public internal(set) var standing: Standing
  /// The day of the last report of it.
  public internal(set) var lastReport: String?
  /// The claims that state the post, sorted.
  public internal(set) var claims: [String] = []
  /// The appointments and departures it rests on, in time.
  public internal(set) var events: [String] = []
}

/// All posts of a graph.
public struct Tenures: Sendable {
  /// The posts: by organization, then current before former, those with the most reports first.
  public let tenures: [Tenure]

  /// States that are posts; founders and owners hold none by that alone.
  static let postTypes: Set<String> = [
    "ceo_of", "chair_of", "director_of", "employee_of", "executive_of",
  ]
  static let arrivals: Set<String> = ["appointment"]
  static let departures: Set<String> = ["dismissal", "resignation"]

  /// Complexity: O(n log n) in edges and events.
  public init(_ index: GraphIndex) {
    var drafts = TenureDrafts(index)
    for edge in index.graph.edges where edge.kind == .relation {
      if Self.postTypes.contains(edge.type) { drafts.add(edge) }
    }
    let moves = index.graph.events.filter {
      $0.status == .asserted && (Self.arrivals.union(Self.departures)).contains($0.type)
    }
    for event in moves.sorted(by: Graph.Event.precedes) { drafts.add(event) }
    tenures = drafts.tenures()
  }

  /// The posts that touch a person or an organization.
  public func of(_ id: String) -> [Tenure] {
    tenures.filter { $0.person == id || $0.organization == id }
  }
}

/// Posts while they are gathered, by person and organization.
private struct TenureDrafts {
  private struct Pair: Hashable {
    let person: String
    let organization: String
  }

  private let index: GraphIndex
  private var posts: [Pair: [Tenure]] = [:]

  init(_ index: GraphIndex) { self.index = index }

  /// The codes of states that give no title.
  private static let codes = ["ceo_of": "CEO", "chair_of": "chair", "director_of": "director"]

  mutating func add(_ edge: Graph.Edge) {
    let reports = edge.claims.compactMap { index.graph.claims[$0] }
    let published = reports.compactMap { index.graph.document($0.document)?.published }
    let titles = edge.attributes.first { $0.role == "title" }?.values ?? []
    var tenure = Tenure(
      person: edge.source, organization: edge.target, title: nil,
      code: Self.codes[edge.type] ?? "", start: EventDay(date: edge.start),
      end: EventDay(date: edge.end),
      standing: edge.former == true || edge.end != nil ? .former : .current,
      lastReport: published.max { $0.precedesBytewise($1) }.map { String($0.prefix(10)) },
      claims: edge.claims)
    if titles.isEmpty {
      if edge.type != "employee_of" { tenure.title = reports.first?.label }
      return merge(tenure)
    }
    for title in titles {
      tenure.title = title.text
      tenure.code = title.value ?? title.text
      merge(tenure)
    }
  }

  /// Takes a post in, or adds to what is known of it.
  private mutating func merge(_ tenure: Tenure) {
    let pair = Pair(person: tenure.person, organization: tenure.organization)
    guard let place = posts[pair]?.firstIndex(where: { $0.code == tenure.code }),
      var known = posts[pair]?[place]
    else { return posts[pair, default: []].append(tenure) }
    // Of two states the one reported last holds.
    if (known.lastReport ?? "").precedesBytewise(tenure.lastReport ?? "") {
      known.standing = tenure.standing
      known.lastReport = tenure.lastReport
    }
    known.start = known.start ?? tenure.start
    known.end = known.end ?? tenure.end
    known.claims = Set(known.claims + tenure.claims).sorted { $0.precedesBytewise($1) }
    posts[pair]?[place] = known
  }

  mutating func add(_ event: Graph.Event) {
    let titles = event.attributes.first { $0.role == "title" }?.values ?? []
    for person in index.entities("person", of: event) where person.type == "person" {
      for organization in index.entities("organization", of: event) {
        let pair = Pair(person: person.id, organization: organization.id)
        let own = titles.filter { $0.of == nil || $0.of == person.id }
        if Tenures.arrivals.contains(event.type) {
          arrive(pair, own, event)
        } else {
          leave(pair, own, event)
        }
      }
    }
  }

  private mutating func arrive(_ pair: Pair, _ titles: [Graph.Literal], _ event: Graph.Event) {
    if titles.isEmpty {
      // Without a title it is the start of the only post known, else a post of its own.
      let open = (posts[pair] ?? []).indices.filter { posts[pair]?[$0].start == nil }
      return begin(pair, open.count == 1 ? open[0] : nil, nil, event)
    }
    for title in titles {
      let code = title.value ?? title.text
      let place = posts[pair]?.firstIndex { $0.code == code && $0.end == nil }
      begin(pair, place, title, event)
    }
  }

  private mutating func begin(
    _ pair: Pair, _ place: Int?, _ title: Graph.Literal?, _ event: Graph.Event
  ) {
    let report = event.history.last?.published.map { String($0.prefix(10)) }
    guard let place, var tenure = posts[pair]?[place] else {
      posts[pair, default: []].append(
        Tenure(
          person: pair.person, organization: pair.organization, title: title?.text,
          code: title.map { $0.value ?? $0.text } ?? "", start: EventDay(event), end: nil,
          standing: .taken, lastReport: report, events: [event.id]))
      return
    }
    if tenure.start?.isReported ?? true { tenure.start = EventDay(event) ?? tenure.start }
    tenure.events.append(event.id)
    if (tenure.lastReport ?? "").precedesBytewise(report ?? "") { tenure.lastReport = report }
    posts[pair]?[place] = tenure
  }

  private mutating func leave(_ pair: Pair, _ titles: [Graph.Literal], _ event: Graph.Event) {
    let codes = titles.map { $0.value ?? $0.text }
    let day = EventDay(event)
    var isKnown = false
    for place in (posts[pair] ?? []).indices {
      guard var tenure = posts[pair]?[place], codes.isEmpty || codes.contains(tenure.code) else {
        continue
      }
      if let day, let start = tenure.start, day.isBefore(start) { continue }
      isKnown = true
      if tenure.end?.isReported ?? true { tenure.end = day ?? tenure.end }
      tenure.standing = .former
      tenure.events.append(event.id)
      posts[pair]?[place] = tenure
    }
    if isKnown { return }
    for title in titles.isEmpty ? [nil] : titles.map(Optional.some) {
      posts[pair, default: []].append(
        Tenure(
          person: pair.person, organization: pair.organization, title: title?.text,
          code: title.map { $0.value ?? $0.text } ?? "", start: nil, end: day, standing: .former,
          lastReport: event.history.last?.published.map { String($0.prefix(10)) },
          events: [event.id]))
    }
  }

  private func order(_ tenure: Tenure) -> [Int] {
    let rank = Tenure.Standing.allCases.firstIndex(of: tenure.standing) ?? 0
    return [rank, -tenure.claims.count - tenure.events.count]
  }

  func tenures() -> [Tenure] {
    posts.values.flatMap(\.self).sorted { left, right in
      if left.organization != right.organization {
        return left.organization.precedesBytewise(right.organization)
      }
      let (one, other) = (order(left), order(right))
      if one != other { return one.lexicographicallyPrecedes(other) }
      let first = left.start?.sortKey ?? (.max, .max)
      let second = right.start?.sortKey ?? (.max, .max)
      if first != second { return first < second }
      if left.person != right.person { return left.person.precedesBytewise(right.person) }
      if left.code != right.code { return left.code.precedesBytewise(right.code) }
      return left.events.lexicographicallyPrecedes(right.events) { $0.precedesBytewise($1) }
    }
  }
}
