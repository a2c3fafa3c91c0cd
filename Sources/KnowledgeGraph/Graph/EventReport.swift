/// What one document, or several put together, say about one event.
///
/// Pairs of a role and a value are packed into one number, `role << 32 | token`. A token is a node,
/// or for words the count of nodes plus the number of the string.
struct EventReport {
  /// Positions of claims in the table, the first report's first.
  var claims: [Int]
  let type: Int32
  /// The fillers of the core roles, sorted.
  var core: [Int64]
  /// What sets events with the same core apart, such as rounds; sorted.
  var literals: [Int64]
  var amounts: [AmountRange]
  /// When it happens; `always` where nobody says.
  var days: DayRange
  /// When it was reported; `always` where nobody says.
  var published: DayRange
  /// The documents of the claims.
  var documents: [Int32]

  /// Takes over what another report of the same event says.
  mutating func absorb(_ other: EventReport) {
    claims += other.claims
    if core != other.core { core = Self.union(core, other.core) }
    if literals != other.literals { literals = Self.union(literals, other.literals) }
    documents += other.documents
    if days.isOpen || days.overlaps(other.days) { days = days.intersection(other.days) }
    published =
      published.isOpen
      ? other.published
      : other.published.isOpen
        ? published
        : DayRange(
          first: min(published.first, other.published.first),
          last: max(published.last, other.published.last))
    for amount in other.amounts { AmountRange.add(amount, to: &amounts) }
  }

  static func union<Number: Comparable>(_ left: [Number], _ right: [Number]) -> [Number] {
    var result: [Number] = []
    for number in (left + right).sorted() where result.last != number { result.append(number) }
    return result
  }
}

/// The bounds of an amount in one role and currency, for comparing only.
struct AmountRange {
  let role: Int32
  let currency: String
  let per: String?
  var low: Double
  var high: Double

  init(_ money: ClaimFact.Money, role: Int32) {
    self.role = role
    currency = money.currency
    per = money.per
    var low = money.low.flatMap { Double($0) } ?? -.infinity
    var high = money.high.flatMap { Double($0) } ?? .infinity
    if low > high { swap(&low, &high) }
    // What is said roughly fits what is a tenth away.
    self.low = money.isApproximate ? low - abs(low) / 10 : low
    self.high = money.isApproximate ? high + abs(high) / 10 : high
  }

  func isComparable(to other: AmountRange) -> Bool {
    role == other.role && currency == other.currency && per == other.per
  }

  func overlaps(_ other: AmountRange) -> Bool { low <= other.high && other.low <= high }

  /// Narrows the range that fits, or adds one.
  static func add(_ amount: AmountRange, to amounts: inout [AmountRange]) {
    let fitting = amounts.firstIndex { $0.isComparable(to: amount) && $0.overlaps(amount) }
    if let fitting {
      amounts[fitting].low = max(amounts[fitting].low, amount.low)
      amounts[fitting].high = min(amounts[fitting].high, amount.high)
    } else {
      amounts.append(amount)
    }
  }
}

/// Makes the reports of a table: the claims of one document with one key are one.
struct EventReports {
  /// Roles whose values set events apart that have the same core.
  static let distinguishing = [
    "direction", "kind", "metric", "period", "product", "purpose", "round", "title", "venue",
  ]

  let table: FactTable
  let identity: Identity
  /// The reports, in the order of their first claims.
  private(set) var reports: [EventReport] = []

  private let distinguishing: Set<Int32>
  private let published: [Int32: DayRange]

  init(_ table: FactTable, _ identity: Identity, published: [Int32: DayRange]) {
    self.table = table
    self.identity = identity
    self.published = published
    distinguishing = Set(Self.distinguishing.compactMap { table.strings.known($0) })
    let gathered = gather()
    reports = gathered
  }

  private func gather() -> [EventReport] {
    let events = table.claims.indices.filter { !table.claims[$0].isRelation }
    let sorted = events.sorted {
      let (left, right) = (table.claims[$0], table.claims[$1])
      return (left.document, left.key, left.type, left.id)
        < (right.document, right.key, right.type, right.id)
    }
    var reports: [EventReport] = []
    var previous: FactTable.ClaimRow?
    for index in sorted {
      let claim = table.claims[index]
      let report = report(index, claim)
      if let previous, previous.document == claim.document, previous.key == claim.key,
        previous.type == claim.type
      {
        reports[reports.count - 1].absorb(report)
      } else {
        reports.append(report)
      }
      previous = claim
    }
    for index in reports.indices { isolate(&reports[index]) }
    return reports
  }

  /// The number of a filler as a value: its node, or its words behind all nodes.
  func token(_ filler: FactTable.FillerRow, in document: Int32) -> Int32 {
    if filler.entity >= 0 { return identity.node(filler.entity, in: document) }
    let words = filler.value >= 0 ? filler.value : filler.text
    return Int32(identity.nodes.count) + words
  }

  private func report(_ index: Int, _ claim: FactTable.ClaimRow) -> EventReport {
    let core = Set(
      table.schemas[Int(claim.schema)].core.compactMap { table.strings.known($0) })
    var report = EventReport(
      claims: [index], type: claim.type, core: [], literals: [], amounts: [], days: days(claim),
      published: published[claim.document] ?? .always, documents: [claim.document])
    for filler in table.fillers[claim.fillers] {
      if filler.money >= 0 {
        AmountRange.add(
          AmountRange(table.monies[Int(filler.money)], role: filler.role), to: &report.amounts)
        continue
      }
      let pair = Int64(filler.role) << 32 | Int64(token(filler, in: claim.document))
      if core.contains(filler.role) {
        report.core.append(pair)
      } else if distinguishing.contains(filler.role) {
        report.literals.append(pair)
      }
    }
    report.core = EventReport.union(report.core, [])
    report.literals = EventReport.union(report.literals, [])
    return report
  }

  private func days(_ claim: FactTable.ClaimRow) -> DayRange {
    guard claim.time >= 0 else { return .always }
    let time = table.times[Int(claim.time)]
    return time.isApproximate ? time.days.widened(by: 31) : time.days
  }

  /// A report that names no entity in its core meets no other document's reports.
  private func isolate(_ report: inout EventReport) {
    let nodes = Int64(identity.nodes.count)
    guard report.core.allSatisfy({ $0 & 0xFFFF_FFFF >= nodes }) else { return }
    // Role 0x7FFFFFFF is no string; it stands last and keeps the document in the core.
    report.core.append(0x7FFF_FFFF << 32 | nodes + Int64(report.documents.first ?? 0))
  }
}
