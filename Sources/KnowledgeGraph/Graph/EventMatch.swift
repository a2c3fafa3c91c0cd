/// How two reports of the same core fit.
///
/// A core alone proves little: a firm is sued again and again, and a product line has a new version
/// every month. So what else agrees is weighed, and the less it is, the nearer in time the reports
/// must stand: with two proofs (a round, an exact amount, a day) anywhere, with one within three
/// months, with none within a month, or days where the core is one entity. What happens once
/// (`once` in the rule file: foundings, acquisitions, deaths …) needs no proof where the core is
/// complete.
enum EventMatch: Equatable {
  /// They are about two events.
  case apart
  /// One event, but the amounts differ.
  case disputed
  /// One event: how much beside the core is the same, and how many days lie between.
  case agreed(strength: Int, gap: Int64)

  var isAgreed: Bool { strength >= 0 }

  var strength: Int { if case .agreed(let strength, _) = self { strength } else { -1 } }

  var gap: Int64 { if case .agreed(_, let gap) = self { gap } else { .max } }

  init(_ event: EventReport, _ report: EventReport, roles: EventMatchRoles) {
    self = .apart
    guard Self.datesFit(event, report), let shared = roles.shared(event, report) else { return }
    let money = AmountMatch(event.amounts, report.amounts)
    var strength = shared.strength + money.strength + Self.sameDays(event, report)
    if roles.sharesDetail(event, report) { strength += 1 }
    let gap = Self.gap(event, report)
    if money.isDisputed && money.strength < 2 {
      let isSameStory =
        shared.isStory || Self.isOnce(event, report)
        || (strength > 0 && report.nature.entityCount > 1 && report.days.isPrecise)
      let ratio = shared.isFigure ? 1.05 : 2
      if isSameStory && money.isNear(within: ratio) && !Self.shareDocument(event, report) {
        self = .disputed
      }
      return
    }
    if money.isForeign && strength == (shared.isFigure ? shared.strength : 0) { return }
    if strength == 0 {
      if event.core == report.core && Self.shareDocument(event, report) { return }
      if !event.nature.isNamed || !report.nature.isNamed { return }
    }
    guard gap <= Self.limit(strength, event, report) else { return }
    // Two undated texts that only name a firm tell nothing of one event.
    if strength == 0 && gap == .max - 1 && report.nature.entityCount < 2
      && !Self.isDated(event, report)
    {
      return
    }
    self = .agreed(strength: strength, gap: gap)
  }

  /// Whether one day or more can be that of both. What happens once may be dated a month apart: it
  /// is announced, then it takes effect.
  private static func datesFit(_ event: EventReport, _ report: EventReport) -> Bool {
    if event.days.overlaps(report.days) { return true }
    return isOnce(event, report) && event.days.widened(by: 31).overlaps(report.days)
  }

  /// Whether a day of the event or of a report is known.
  private static func isDated(_ event: EventReport, _ report: EventReport) -> Bool {
    !event.place.isOpen || !report.place.isOpen
  }

  /// Whether the core alone proves that it is one event.
  private static func isOnce(_ event: EventReport, _ report: EventReport) -> Bool {
    report.nature.isOnce && event.nature.isComplete && report.nature.isComplete
  }

  /// 2 where both give the same day, 1 where both give a month or less that fits.
  private static func sameDays(_ event: EventReport, _ report: EventReport) -> Int {
    guard event.days.isPrecise, report.days.isPrecise, event.days.overlaps(report.days) else {
      return 0
    }
    return event.days == report.days && event.days.first == event.days.last ? 2 : 1
  }

  /// Whether one document tells of both: then it means two events.
  private static func shareDocument(_ event: EventReport, _ report: EventReport) -> Bool {
    report.documents.contains { event.documents.contains($0) }
  }

  /// The days between two reports; where no text places them, the days that both together cover.
  private static func gap(_ event: EventReport, _ report: EventReport) -> Int64 {
    let (one, two) = (event.place, report.place)
    if one.isOpen || two.isOpen { return .max - 1 }
    if event.isPlaced || report.isPlaced {
      return max(0, Int64(two.first) - Int64(one.last), Int64(one.first) - Int64(two.last))
    }
    return Int64(max(one.last, two.last)) - Int64(min(one.first, two.first))
  }

  /// How many days may lie between.
  private static func limit(
    _ strength: Int, _ event: EventReport, _ report: EventReport
  ) -> Int64 {
    if strength > 1 { return .max }
    if report.nature.isOnce { return isOnce(event, report) ? .max : strength == 1 ? 366 : 60 }
    if strength == 1 { return 92 }
    let nature = report.nature
    if nature.hasModel { return 31 }
    // A product line has new versions every week.
    if nature.hasLine { return -1 }
    if nature.entityCount > 1 { return 31 }
    // Of a year that a text names, only the year is known.
    if event.isVague || report.isVague { return -1 }
    if !nature.isComplete { return 2 }
    // A rumour, its denial and what comes of it stand further apart than two reports of a fact.
    return event.isAsserted != report.isAsserted ? 14 : 7
  }
}

/// How the amounts of two reports fit.
private struct AmountMatch {
  /// 2 for an exact amount that both give, 1 for a round one.
  private(set) var strength = 0
  /// Whether amounts of one role and currency differ.
  private(set) var isDisputed = false
  /// Whether both give amounts of one role, but in currencies that cannot be compared.
  private(set) var isForeign = false
  private var pairs: [(AmountRange, AmountRange)] = []

  init(_ known: [AmountRange], _ told: [AmountRange]) {
    for amount in told {
      let others = known.filter { $0.role == amount.role }
      let comparable = others.filter { $0.isComparable(to: amount) }
      if comparable.isEmpty {
        if !others.isEmpty { isForeign = true }
      } else if let fit = comparable.first(where: { $0.overlaps(amount) }) {
        let weight = fit.isExact && amount.isExact ? 2 : fit.isNarrow && amount.isNarrow ? 1 : 0
        strength = max(strength, weight)
      } else {
        isDisputed = true
        pairs += comparable.map { ($0, amount) }
      }
    }
  }

  /// Whether what differs is at least of one size.
  func isNear(within ratio: Double) -> Bool {
    pairs.contains { $0.0.isNear($0.1, within: ratio) }
  }
}

/// What the roles of words say about two reports.
struct EventMatchRoles {
  private let strong: Set<Int32>
  private let weak: Set<Int32>
  private let figures: Set<Int32>

  init(_ strings: borrowing StringTable) {
    strong = Set([strings.known("round")].compactMap(\.self))
    weak = Set(["period", "product", "title", "venue"].compactMap { strings.known($0) })
    figures = Set(["metric", "purpose"].compactMap { strings.known($0) })
  }

  /// What the distinguishing values of two reports have in common.
  struct Shared {
    /// 2 for a round, 1 for a period, product, title or venue.
    var strength = 0
    /// Whether it is the same story even where amounts differ.
    var isStory: Bool { strength > 0 }
    /// Whether it is a figure of accounts, of which a firm has many.
    var isFigure = false
  }

  /// Nil where a role has only different values.
  func shared(_ event: EventReport, _ report: EventReport) -> Shared? {
    var shared = Shared()
    var start = 0
    while start < report.literals.count {
      let role = report.literals[start] >> 32
      var (end, common) = (start, 0)
      while end < report.literals.count, report.literals[end] >> 32 == role {
        if event.literals.contains(report.literals[end]) { common += 1 }
        end += 1
      }
      let number = Int32(truncatingIfNeeded: role)
      if figures.contains(number) { shared.isFigure = true }
      if common == 0 {
        if event.literals.contains(where: { $0 >> 32 == role }) { return nil }
      } else {
        shared.strength += strong.contains(number) ? 2 : weak.contains(number) ? 1 : 0
      }
      start = end
    }
    return shared
  }

  /// Whether both say the same about something that is no core role: a count, an investor.
  func sharesDetail(_ event: EventReport, _ report: EventReport) -> Bool {
    report.details.contains { event.details.contains($0) }
  }
}
