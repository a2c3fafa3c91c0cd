/// Makes the reports of a table: the claims of one document with one key are one.
struct EventReports {
  /// Roles whose values set events apart that have the same core.
  static let distinguishing = [
    "direction", "kind", "metric", "period", "product", "purpose", "round", "status", "title",
    "venue",
  ]
  /// Steps of one event that need no event each: a listing is planned, then priced, then done.
  static let steps = ["listed", "planned", "priced"]

  let table: FactTable
  let identity: Identity
  /// The reports, in the order of their first claims.
  private(set) var reports: [EventReport] = []

  private let distinguishing: Set<Int32>
  private let period: Int32?
  private let status: Int32?
  private let steps: [Int32]
  private let published: [Int32: DayRange]

  init(_ table: FactTable, _ identity: Identity, published: [Int32: DayRange]) {
    self.table = table
    self.identity = identity
    self.published = published
    distinguishing = Set(Self.distinguishing.compactMap { table.strings.known($0) })
    period = table.strings.known("period")
    status = table.strings.known("status")
    steps = Self.steps.compactMap { table.strings.known($0) }
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
    var words = filler.value >= 0 ? filler.value : filler.text
    if filler.role == status, let first = steps.first, steps.contains(words) { words = first }
    return Int32(identity.nodes.count) + words
  }

  private func report(_ index: Int, _ claim: FactTable.ClaimRow) -> EventReport {
    let schema = table.schemas[Int(claim.schema)]
    let core = Set(schema.core.compactMap { table.strings.known($0) })
    let published = published[claim.document] ?? .always
    var report = EventReport(
      claims: [index], type: claim.type, core: [], literals: [], details: [], amounts: [],
      days: days(claim, published), published: published, documents: [claim.document],
      nature: nature(claim, core, schema), isAsserted: claim.realis == .asserted)
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
        // Words for a period that nobody could date (报告期内) set nothing apart.
        if filler.role == period && filler.value < 0 { continue }
        report.literals.append(pair)
      } else if let value = detail(filler, in: claim.document) {
        report.details.append(Int64(filler.role) << 32 | Int64(value))
      }
    }
    report.core = EventReport.union(report.core, [])
    report.literals = EventReport.union(report.literals, [])
    report.details = EventReport.union(report.details, [])
    return report
  }

  /// What a filler beside the core proves: an entity, or a number. Words such as up prove nothing.
  private func detail(_ filler: FactTable.FillerRow, in document: Int32) -> Int32? {
    if filler.entity >= 0 { return identity.node(filler.entity, in: document) }
    let number = filler.low >= 0 ? filler.low : filler.high
    return number < 0 ? nil : Int32(identity.nodes.count) + number
  }

  private func nature(
    _ claim: FactTable.ClaimRow, _ core: Set<Int32>, _ schema: FactTable.Schema
  ) -> EventReport.Nature {
    var nature = EventReport.Nature(
      isOnce: schema.isOnce, isComplete: false, isNamed: true, entityCount: 0, hasModel: false,
      hasLine: false)
    var filled: Set<Int32> = []
    var nodes: Set<Int32> = []
    for filler in table.fillers[claim.fillers] where core.contains(filler.role) {
      filled.insert(filler.role)
      guard filler.entity >= 0 else { continue }
      if filler.isPointer { nature.isNamed = false }
      let id = table.strings[filler.entity]
      if id.hasPrefix("prd:") {
        if Identifier.isUnlisted(id) || id.utf8.contains(where: { (0x30...0x39).contains($0) }) {
          nature.hasModel = true
        } else {
          nature.hasLine = true
        }
      }
      nodes.insert(identity.node(filler.entity, in: claim.document))
    }
    nature.entityCount = nodes.count
    nature.isComplete = filled.count == schema.core.count
    return nature
  }

  /// The days of an event. What is expected or denied has none before the day it is told: there
  /// its time is at most that of the announcement, and it happens then or later.
  private func days(_ claim: FactTable.ClaimRow, _ published: DayRange) -> DayRange {
    guard claim.time >= 0 else { return .always }
    let time = table.times[Int(claim.time)]
    let days = time.isApproximate ? time.days.widened(by: 31) : time.days
    if claim.realis == .asserted || days.isOpen { return days }
    if !published.isOpen && days.first > published.first { return days }
    return days.first == .min ? .always : DayRange(first: days.first - 3, last: .max)
  }

  /// A report that names no entity in its core meets no other document's reports.
  private func isolate(_ report: inout EventReport) {
    let nodes = Int64(identity.nodes.count)
    guard report.core.allSatisfy({ $0 & 0xFFFF_FFFF >= nodes }) else { return }
    // Role 0x7FFFFFFF is no string; it stands last and keeps the document in the core.
    report.core.append(0x7FFF_FFFF << 32 | nodes + Int64(report.documents.first ?? 0))
  }
}
