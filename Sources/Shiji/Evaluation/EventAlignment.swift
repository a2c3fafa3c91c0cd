/// Which event that was found is which event of the annotation.
struct EventAlignment {
  /// An event of the annotation with its fillers.
  struct Gold {
    let event: GoldArticle.Event
    let roles: [(role: String, fillers: [GoldFiller])]

    init(_ event: GoldArticle.Event, _ names: GoldNames, _ money: [GoldArticle.Money]) {
      self.event = event
      roles = event.roles.map { role, fillers in
        let kind = GoldScheme.articles.kind(event.type, role) ?? .literal
        return (role, fillers.map { GoldFiller($0, kind, names, money) })
      }
    }

    var fillers: [(role: String, filler: GoldFiller)] {
      roles.flatMap { role, fillers in fillers.map { (role, $0) } }
    }

    var hasCore: Bool { fillers.contains { $0.filler.isCore } }

    /// `acquirer=微软, target=甲、乙`.
    var description: String {
      roles.map { "\($0.role)=\($0.fillers.map(\.text).joined(separator: "、"))" }
        .joined(separator: ", ")
    }
  }

  /// A filler that both have: its role, and its number in both events' lists of that role.
  struct Shared {
    let role: String
    let gold: Int
    let found: Int
    let isCore: Bool
  }

  /// What an event of the annotation was found as.
  struct Match {
    let found: Int
    let shared: [Shared]
  }

  /// By number of the annotation's event.
  private(set) var matches: [Int: Match] = [:]
  /// Events found that tell again what another has told.
  private(set) var repeats: Set<Int> = []

  /// Aligns greedily, most shared fillers first.
  init(_ gold: [Gold], _ found: [FoundFacts.Claim], _ facts: FoundFacts, text: String) {
    var pairs: [Pair] = []
    var could: [Int: Set<Int>] = [:]
    for (i, event) in gold.enumerated() {
      let place = Self.place(of: event.event.evidence, in: text)
      for (j, claim) in found.enumerated() where claim.type == event.event.type {
        let shared = Self.shared(event, claim, facts)
        let core = shared.count { $0.isCore }
        if event.hasCore, core == 0 { continue }
        could[j, default: []].insert(i)
        let near = Self.overlap(place, claim.span)
        let date = claim.time?.agrees(event.event.date) ?? false
        let realis = event.event.realis == claim.realis
        let size = claim.roles.reduce(0) { $0 + $1.fillers.count }
        pairs.append(
          Pair(
            rank: [core, shared.count, date ? 1 : 0, near, realis ? 1 : 0, -size], gold: i,
            found: j, shared: shared))
      }
    }
    var used: Set<Int> = []
    for pair in pairs.sorted() where matches[pair.gold] == nil && !used.contains(pair.found) {
      matches[pair.gold] = Match(found: pair.found, shared: pair.shared)
      used.insert(pair.found)
    }
    for (j, events) in could where !used.contains(j) {
      if events.contains(where: { matches[$0] != nil }) { repeats.insert(j) }
    }
  }

  private struct Pair: Comparable {
    let rank: [Int]
    let gold: Int
    let found: Int
    let shared: [Shared]

    static func < (a: Pair, b: Pair) -> Bool {
      if a.rank != b.rank { return b.rank.lexicographicallyPrecedes(a.rank) }
      return (a.gold, a.found) < (b.gold, b.found)
    }

    static func == (a: Pair, b: Pair) -> Bool { (a.gold, a.found) == (b.gold, b.found) }
  }

  private static func shared(
    _ gold: Gold, _ claim: FoundFacts.Claim, _ facts: FoundFacts
  ) -> [Shared] {
    var result: [Shared] = []
    for (role, fillers) in gold.roles {
      var used: Set<Int> = []
      let others = claim.fillers(role)
      for (index, filler) in fillers.enumerated() {
        let other = others.indices.first {
          !used.contains($0) && filler.agrees(others[$0], facts, claim.time)
        }
        guard let other else { continue }
        used.insert(other)
        result.append(Shared(role: role, gold: index, found: other, isCore: filler.isCore))
      }
    }
    return result
  }

  /// The scalars of the first place where a text stands.
  private static func place(of part: String, in text: String) -> Range<Int>? {
    guard !part.isEmpty, let range = text.firstRange(of: part) else { return nil }
    let scalars = text.unicodeScalars
    let start = scalars.distance(from: scalars.startIndex, to: range.lowerBound)
    return start..<start + part.unicodeScalars.count
  }

  private static func overlap(_ a: Range<Int>?, _ b: Range<Int>?) -> Int {
    guard let a, let b else { return 0 }
    return max(0, min(a.upperBound, b.upperBound) - max(a.lowerBound, b.lowerBound))
  }
}

extension FoundFacts {
  /// The events of the document: claims of one type and key are one, their fillers united; the
  /// surest claim comes first and gives the time and the realis.
  var events: [Claim] {
    let sorted = claims.filter(\.isEvent).sorted { a, b in
      if a.confidence != b.confidence { return a.confidence > b.confidence }
      let (x, y) = (a.span ?? 0..<0, b.span ?? 0..<0)
      if x != y { return (x.lowerBound, x.upperBound) < (y.lowerBound, y.upperBound) }
      return a.id.utf8.lexicographicallyPrecedes(b.id.utf8)
    }
    var events: [Claim] = []
    for claim in sorted {
      let same = events.firstIndex { $0.key != nil && $0.key == claim.key && $0.type == claim.type }
      guard let same else {
        events.append(claim)
        continue
      }
      events[same].unite(claim)
    }
    return events
  }
}

extension FoundFacts.Claim {
  fileprivate mutating func unite(_ other: FoundFacts.Claim) {
    for (role, fillers) in other.roles {
      if let index = roles.firstIndex(where: { $0.role == role }) {
        for filler in fillers where !roles[index].fillers.contains(where: { $0.key == filler.key })
        {
          roles[index].fillers.append(filler)
        }
      } else {
        roles.append((role, fillers))
      }
    }
    if time == nil { time = other.time }
  }

  /// With the roles of the scheme alone, by their names there, and no filler twice.
  func scored(_ scheme: GoldScheme) -> FoundFacts.Claim {
    var claim = self
    claim.roles = []
    for (name, fillers) in roles {
      let role = GoldScheme.role(name, of: type)
      guard scheme.kind(type, role) != nil else { continue }
      var kept: [FoundFacts.Filler] = []
      for filler in fillers where !kept.contains(where: { $0.key == filler.key }) {
        kept.append(filler)
      }
      if let index = claim.roles.firstIndex(where: { $0.role == role }) {
        claim.roles[index].fillers += kept
      } else {
        claim.roles.append((role, kept))
      }
    }
    return claim
  }

  /// `acquirer=微软, target=甲、乙`.
  var description: String {
    roles.filter { !$0.fillers.isEmpty }
      .map { "\($0.role)=\($0.fillers.map(\.text).joined(separator: "、"))" }
      .joined(separator: ", ")
  }
}
