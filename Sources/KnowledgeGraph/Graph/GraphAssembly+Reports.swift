extension GraphAssembly {
  /// The day a claim's document was published; bytewise comparable, empty where nobody says.
  private func day(_ claim: FactTable.ClaimRow) -> String {
    published[claim.document].map { String($0.prefix(10)) } ?? ""
  }

  /// Claims in the order of publication.
  func inTime(_ claims: [Int]) -> [Int] {
    claims.map { (day(table.claims[$0]), $0) }.sorted {
      if $0.0.precedesBytewise($1.0) { return true }
      if $1.0.precedesBytewise($0.0) { return false }
      return $0.1 < $1.1
    }.map(\.1)
  }

  func history(_ claims: [Int]) -> [Graph.Report] {
    inTime(claims).map { index in
      let claim = table.claims[index]
      return Graph.Report(
        claim: table.strings[claim.id], published: published[claim.document],
        realis: claim.realis)
    }
  }

  /// The realis of the latest report; of the same day, what the better source says.
  func status(_ claims: [Int]) -> ClaimFact.Realis {
    let order: [ClaimFact.Realis] = [.rumoured, .planned, .denied, .asserted]
    let ordered = inTime(claims)
    guard let latest = ordered.last.map({ day(table.claims[$0]) }) else { return .asserted }
    let candidates = ordered.map { table.claims[$0] }.filter { day($0) == latest }
    let best = candidates.max { left, right in
      (Int(left.rank), order.firstIndex(of: left.realis) ?? 0)
        < (Int(right.rank), order.firstIndex(of: right.realis) ?? 0)
    }
    return best?.realis ?? .asserted
  }

  /// The narrowest time that the claims give; of equal ones the most used, then the earliest.
  ///
  /// Where somebody asserts the event, only the times of such claims count: before, it was expected.
  func time(_ all: [Int]) -> ClaimFact.Time? {
    let claims = firm(all)
    let rows = claims.compactMap { index in
      let number = table.claims[index].time
      return number < 0 ? nil : table.times[Int(number)]
    }
    var counts: [DayRange: Int] = [:]
    for row in rows { counts[row.days, default: 0] += 1 }
    func key(_ row: FactTable.TimeRow) -> (Int, Int64, Int, Int32, Int64, Int32) {
      (
        row.isApproximate ? 1 : 0, Int64(row.days.last) - Int64(row.days.first),
        -(counts[row.days] ?? 0), row.days.first, Int64(row.date) << 32 | Int64(row.text + 1),
        row.anchor
      )
    }
    guard let best = rows.min(by: { key($0) < key($1) }) else { return nil }
    return ClaimFact.Time(
      text: table.strings.text(best.text), date: table.strings.text(best.date),
      start: table.strings.text(best.start), end: table.strings.text(best.end),
      grain: table.strings.text(best.grain), anchor: table.strings.text(best.anchor),
      isApproximate: best.isApproximate)
  }

  /// How many sources there are when reprints and the reports of one outlet count once.
  func sources(_ claims: [Int]) -> Int {
    let documents = EventReport.union(claims.map { table.claims[$0].document }, [])
    if documents.count < 2 { return documents.count }
    var sets = UnionFind(count: documents.count)
    var seen: [ByteKey: Int] = [:]
    var places: [Int32: Int] = [:]
    for (place, document) in documents.enumerated() { places[document] = place }
    func meet(_ key: String, _ document: Int32) {
      guard let place = places[document] else { return }
      if let other = seen[ByteKey(key)] { sets.union(other, place) }
      seen[ByteKey(key)] = place
    }
    for document in documents {
      guard let fact = fact(of: document) else { continue }
      if let digest = fact.sha256, !digest.isEmpty { meet("text:\(digest)", document) }
      if let source = fact.source, !source.isEmpty { meet("source:\(source)", document) }
    }
    joinReprints(documents, &sets)
    for index in claims where table.claims[index].evidence != 0 {
      meet("evidence:\(table.claims[index].evidence)", table.claims[index].document)
    }
    return sets.sets().count
  }

  /// Joins documents of one event whose texts are edited reprints of each other.
  ///
  /// Compares all pairs: d documents of one event take d² / 2 comparisons of 32 bytes.
  private func joinReprints(_ documents: [Int32], _ sets: inout UnionFind) {
    let sketches = documents.map { fact(of: $0)?.sketch.flatMap(TextSketch.init) }
    for (place, sketch) in sketches.enumerated() {
      guard let sketch else { continue }
      for other in place + 1..<sketches.count {
        if let second = sketches[other], sketch.isReprint(of: second) { sets.union(place, other) }
      }
    }
  }

  private func fact(of number: Int32) -> DocumentFact? {
    let documents = table.documents
    return documents.position(of: table.strings[number], by: \.id).map { documents[$0] }
  }

  /// The roles whose values do not fit together, and the time.
  func conflicts(_ claims: [Int]) -> [Graph.Conflict] {
    var result = amountConflicts(claims) + literalConflicts(claims)
    if let conflict = timeConflict(claims) { result.append(conflict) }
    return result.sorted { $0.role.precedesBytewise($1.role) }
  }

  /// The dated claims that assert the event; all where none of these is dated.
  private func firm(_ claims: [Int]) -> [Int] {
    let firm = claims.filter {
      table.claims[$0].time >= 0 && table.claims[$0].realis == .asserted
    }
    return firm.isEmpty ? claims : firm
  }

  private func timeConflict(_ claims: [Int]) -> Graph.Conflict? {
    let dated = firm(claims).filter { table.claims[$0].time >= 0 }
    let times = dated.map { table.times[Int(table.claims[$0].time)] }
    let ranges = times.map { $0.isApproximate ? $0.days.widened(by: 31) : $0.days }
    let common = ranges.reduce(DayRange.always) { $0.intersection($1) }
    guard common.first > common.last else { return nil }
    return conflict(
      "time",
      zip(times, dated).map { time, claim in
        (table.strings.text(time.date) ?? table.strings.text(time.text) ?? "", claim)
      })
  }

  private func amountConflicts(_ claims: [Int]) -> [Graph.Conflict] {
    var amounts: [Int32: [(AmountRange, text: String, claim: Int)]] = [:]
    for index in claims {
      for filler in table.fillers[table.claims[index].fillers] where filler.money >= 0 {
        let range = AmountRange(table.monies[Int(filler.money)], role: filler.role)
        let text = EventRoles.squeezed(table.strings[filler.text])
        amounts[filler.role, default: []].append((range, text, index))
      }
    }
    return amounts.keys.sorted().compactMap { role in
      let values = amounts[role] ?? []
      var common: [AmountRange] = []
      for value in values { AmountRange.add(value.0, to: &common) }
      let clash = common.contains { one in
        common.contains { $0.isComparable(to: one) && !$0.overlaps(one) }
      }
      return clash ? conflict(table.strings[role], values.map { ($0.text, $0.claim) }) : nil
    }
  }

  private func literalConflicts(_ claims: [Int]) -> [Graph.Conflict] {
    EventReports.distinguishing.compactMap { name in
      guard let role = table.strings.known(name) else { return nil }
      var values: [(String, Int)] = []
      for index in claims {
        let fillers = table.fillers[table.claims[index].fillers]
          .filter { $0.role == role && $0.entity < 0 && $0.money < 0 }
        // Who states several values does not mean one of them alone.
        if fillers.count > 1 { return nil }
        values += fillers.map { (table.strings[$0.value >= 0 ? $0.value : $0.text], index) }
      }
      let words = Set(values.map(\.0))
      let isOne = words.count < 2 || words.isSubset(of: EventReports.steps)
      return isOne ? nil : conflict(name, values)
    }
  }

  private func conflict(_ role: String, _ values: [(text: String, claim: Int)]) -> Graph.Conflict {
    var claims: [ByteKey: [Int32]] = [:]
    for value in values {
      claims[ByteKey(value.text), default: []].append(table.claims[value.claim].id)
    }
    let texts = claims.keys.map(\.text).sorted { $0.precedesBytewise($1) }
    return Graph.Conflict(
      role: role,
      values: texts.map {
        Graph.Conflict.Version(text: $0, claims: self.texts(claims[ByteKey($0)] ?? []))
      })
  }
}
