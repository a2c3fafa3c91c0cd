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
  private let roles: EventMatchRoles

  init(_ reports: [EventReport], nodeCount: Int, roles: EventMatchRoles) {
    self.nodeCount = Int64(nodeCount)
    self.roles = roles
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
      clusters += Self.sweep(sorted[start..<end], roles)
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

  private static func sweep(
    _ reports: ArraySlice<EventReport>, _ roles: EventMatchRoles
  ) -> [EventReport] {
    var clusters: [EventReport] = []
    var isVague: [Bool] = []
    // While dates are precise they only grow: what ended a month before can never fit again.
    var open: [Int] = []
    var isPrecise = true
    for report in reports {
      if isPrecise && !report.days.isPrecise {
        isPrecise = false
        open = Array(clusters.indices)
      }
      if isPrecise { open.removeAll { clusters[$0].days.widened(by: 31).last < report.days.first } }
      let choice = Choice(clusters, open, isVague, report, roles)
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
      _ clusters: [EventReport], _ open: [Int], _ isVague: [Bool], _ report: EventReport,
      _ roles: EventMatchRoles
    ) {
      var nearest = Nearest()
      var (vague, disputed): (Int?, Int?) = (nil, nil)
      for index in open {
        let match = EventMatch(clusters[index], report, roles: roles)
        if match == .disputed { disputed = disputed ?? index }
        guard match.isAgreed else { continue }
        if isVague[index] { vague = vague ?? index }
        nearest.offer(index, match)
      }
      place = nearest.place ?? (nearest.isEmpty ? disputed : vague)
      isAmbiguous = nearest.isAmbiguous
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
    // What is launched under the name of a line may be any of its products.
    if cluster.nature.hasLine && !cluster.nature.hasModel { return nil }
    var nearest = Nearest()
    for candidate in candidates {
      let other = settled[candidate]
      guard other.type == cluster.type, other.core.count > cluster.core.count,
        contains(other.core, cluster.core)
      else { continue }
      let match = EventMatch(other, cluster, roles: roles)
      // Some of the parties are not the event of all of them, unless something proves it.
      if match.strength == 0 && fillsSameRoles(other.core, cluster.core) { continue }
      if match.isAgreed { nearest.offer(candidate, match) }
    }
    return nearest.place
  }

  private func fillsSameRoles(_ large: [Int64], _ small: [Int64]) -> Bool {
    large.allSatisfy { pair in small.contains { $0 >> 32 == pair >> 32 } }
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

/// The best of the events that fit a report: most in common, then nearest in time.
private struct Nearest {
  private var best: Int?
  private var strength = -1
  private var gap = Int64.max
  /// Whether others fit as well, and are as near but for a week.
  private(set) var isAmbiguous = false

  var isEmpty: Bool { best == nil }

  /// The place of the best one; nil where several are as good and little speaks for any.
  var place: Int? { isAmbiguous ? nil : best }

  mutating func offer(_ place: Int, _ match: EventMatch) {
    if match.strength < strength { return }
    if match.strength > strength {
      (best, strength, gap, isAmbiguous) = (place, match.strength, match.gap, false)
      return
    }
    let isClose = max(match.gap, gap) - min(match.gap, gap) <= 7
    if match.gap < gap { (best, gap) = (place, match.gap) }
    // Two proofs and more are of one event that the sweep could not join before.
    isAmbiguous = strength < 2 && (isClose || (isAmbiguous && match.gap > gap))
  }
}
