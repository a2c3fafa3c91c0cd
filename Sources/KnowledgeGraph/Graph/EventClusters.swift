/// Which reports are about one event.
///
/// Everything happens inside a block: the reports of one type that share a core. Those with the
/// very same core are swept first, precise dates before vague ones; then a report that leaves a
/// core role empty joins the one fuller event that it fits, if there is exactly one. The order of
/// the sweep is fixed by what the reports say, so the order of the input plays no part.
struct EventClusters {
  /// The events, in a fixed order.
  private(set) var events: [EventReport] = []

  private let nodeCount: Int64

  init(_ reports: [EventReport], nodeCount: Int) {
    self.nodeCount = Int64(nodeCount)
    let sorted = reports.sorted(by: Self.precedes)
    var clusters: [EventReport] = []
    var start = 0
    while start < sorted.count {
      var end = start + 1
      while end < sorted.count, sorted[end].type == sorted[start].type,
        sorted[end].core == sorted[start].core
      {
        end += 1
      }
      clusters += Self.sweep(sorted[start..<end])
      start = end
    }
    events = joinIncomplete(clusters)
  }

  /// Blocks together; inside a block precise dates, vague dates, no dates.
  private static func precedes(_ left: EventReport, _ right: EventReport) -> Bool {
    if left.type != right.type { return left.type < right.type }
    if left.core != right.core { return left.core.lexicographicallyPrecedes(right.core) }
    return sweepKey(left) < sweepKey(right)
  }

  private static func sweepKey(_ report: EventReport) -> (Int, Int32, Int32, Int32, Int) {
    let pass = report.days.isPrecise ? 0 : report.days.isOpen ? 2 : 1
    return (
      pass, report.days.first, report.days.last, report.published.first, report.claims.first ?? 0
    )
  }

  private static func sweep(_ reports: ArraySlice<EventReport>) -> [EventReport] {
    var clusters: [EventReport] = []
    var isVague: [Bool] = []
    // While dates are precise they only grow: what ended before can never fit again.
    var open: [Int] = []
    var isPrecise = true
    for report in reports {
      if isPrecise && !report.days.isPrecise {
        isPrecise = false
        open = Array(clusters.indices)
      }
      if isPrecise { open.removeAll { clusters[$0].days.last < report.days.first } }
      let choice = Choice(clusters, open, isVague, report)
      if let place = choice.place {
        clusters[place].absorb(report)
      } else {
        open.append(clusters.count)
        isVague.append(choice.isAmbiguous)
        clusters.append(report)
      }
    }
    return clusters
  }

  /// The event that a report belongs to.
  private struct Choice {
    /// Its place, or nil for an event of its own.
    private(set) var place: Int?
    /// Whether several events fit, none better than the others.
    private(set) var isAmbiguous = false

    init(
      _ clusters: [EventReport], _ open: [Int], _ isVague: [Bool], _ report: EventReport
    ) {
      var (strength, fitting) = (-1, 0)
      var (vague, disputed): (Int?, Int?) = (nil, nil)
      for index in open {
        switch EventMatch(clusters[index], report) {
        case .apart: continue
        case .disputed: disputed = disputed ?? index
        case .agreed(let found):
          fitting += 1
          if isVague[index] { vague = vague ?? index }
          if found > strength { (strength, place) = (found, index) }
        }
      }
      if fitting == 0 { place = disputed }
      if strength == 0 && fitting > 1 { (place, isAmbiguous) = (vague, true) }
    }
  }

  private func joinIncomplete(_ clusters: [EventReport]) -> [EventReport] {
    let order = clusters.indices.sorted {
      (-clusters[$0].core.count, $0) < (-clusters[$1].core.count, $1)
    }
    var settled: [EventReport] = []
    var index: [Int64: [Int]] = [:]
    for position in order {
      let cluster = clusters[position]
      if let home = home(cluster, settled, index) {
        settled[home].absorb(cluster)
        continue
      }
      for pair in cluster.core where isNode(pair) { index[pair, default: []].append(settled.count) }
      settled.append(cluster)
    }
    return settled
  }

  private func isNode(_ pair: Int64) -> Bool { pair & 0xFFFF_FFFF < nodeCount }

  private func home(
    _ cluster: EventReport, _ settled: [EventReport], _ index: [Int64: [Int]]
  ) -> Int? {
    let lists = cluster.core.filter(isNode).map { index[$0] ?? [] }
    guard let candidates = lists.min(by: { $0.count < $1.count }) else { return nil }
    var found: Int?
    for candidate in candidates {
      let other = settled[candidate]
      guard other.type == cluster.type, other.core.count > cluster.core.count,
        contains(other.core, cluster.core), EventMatch(other, cluster).isAgreed
      else { continue }
      if found != nil { return nil }
      found = candidate
    }
    return found
  }

  /// Whether a sorted list holds all of another.
  private func contains(_ large: [Int64], _ small: [Int64]) -> Bool {
    var rest = large[...]
    for element in small {
      guard let place = rest.firstIndex(of: element) else { return false }
      rest = rest[(place + 1)...]
    }
    return true
  }
}

/// How two reports of the same core fit.
enum EventMatch: Equatable {
  /// They are about two events.
  case apart
  /// One event, but the amounts differ.
  case disputed
  /// One event; the number says how much beside the core is the same.
  case agreed(Int)

  var isAgreed: Bool { strength >= 0 }

  var strength: Int { if case .agreed(let strength) = self { strength } else { -1 } }

  init(_ event: EventReport, _ report: EventReport) {
    self = .apart
    guard event.days.overlaps(report.days), let shared = Self.shared(event, report) else { return }
    var strength = shared
    let arePrecise = event.days.isPrecise && report.days.isPrecise
    if arePrecise { strength += 1 }
    var isDisputed = false
    for amount in report.amounts {
      guard event.amounts.contains(where: { $0.isComparable(to: amount) }) else { continue }
      let fits = event.amounts.contains { $0.isComparable(to: amount) && $0.overlaps(amount) }
      if fits { strength += 1 } else { isDisputed = true }
    }
    if isDisputed {
      let isSameStory = shared > 0 || (arePrecise && report.core.count > 1)
      if isSameStory && !Self.shareDocument(event, report) { self = .disputed }
      return
    }
    if strength == 0 {
      guard Self.areNear(event, report) else { return }
      if event.core == report.core && Self.shareDocument(event, report) { return }
    }
    self = .agreed(strength)
  }

  /// Whether one document tells of both: then it means two events.
  private static func shareDocument(_ event: EventReport, _ report: EventReport) -> Bool {
    report.documents.contains { event.documents.contains($0) }
  }

  /// How many distinguishing values are the same; nil where a role has only different ones.
  private static func shared(_ event: EventReport, _ report: EventReport) -> Int? {
    var shared = 0
    var start = 0
    while start < report.literals.count {
      let role = report.literals[start] >> 32
      var (end, common) = (start, 0)
      while end < report.literals.count, report.literals[end] >> 32 == role {
        if event.literals.contains(report.literals[end]) { common += 1 }
        end += 1
      }
      if common == 0 && event.literals.contains(where: { $0 >> 32 == role }) { return nil }
      shared += common
      start = end
    }
    return shared
  }

  /// Whether what has no date was reported within a year of the other.
  private static func areNear(_ event: EventReport, _ report: EventReport) -> Bool {
    let first = event.days.isOpen ? event.published : event.days
    let second = report.days.isOpen ? report.published : report.days
    return first.widened(by: 366).overlaps(second)
  }
}
