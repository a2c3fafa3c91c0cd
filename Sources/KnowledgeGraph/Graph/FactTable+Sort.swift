extension FactTable {
  /// Renumbers the strings in bytewise order, sorts the rows and drops repeated ones.
  mutating func sort() {
    var map = strings.sort()
    renumberEntities(&map)
    renumberClaims(&map)
    renumberFillers(&map)
    renumberTimes(&map)
    for index in sames.indices {
      sames[index].document = map[Int(sames[index].document)]
      sames[index].a = map[Int(sames[index].a)]
      sames[index].b = map[Int(sames[index].b)]
      renumber(&sames[index].basis, map)
      renumber(&sames[index].evidence, map)
    }
    sortRows()
  }

  private func renumber(_ number: inout Int32, _ map: borrowing [Int32]) {
    if number >= 0 { number = map[Int(number)] }
  }

  private mutating func renumberEntities(_ map: inout [Int32]) {
    for index in entities.indices {
      var row = entities[index]
      renumber(&row.document, map)
      renumber(&row.id, map)
      renumber(&row.type, map)
      renumber(&row.name, map)
      row.aliases = row.aliases.map { map[Int($0)] }
      row.references = row.references.map { (map[Int($0.scheme)], map[Int($0.code)]) }
      entities[index] = row
    }
  }

  private mutating func renumberClaims(_ map: inout [Int32]) {
    for index in claims.indices {
      var row = claims[index]
      renumber(&row.id, map)
      renumber(&row.document, map)
      renumber(&row.type, map)
      renumber(&row.label, map)
      renumber(&row.start, map)
      renumber(&row.end, map)
      claims[index] = row
    }
  }

  private mutating func renumberFillers(_ map: inout [Int32]) {
    for index in fillers.indices {
      var row = fillers[index]
      renumber(&row.role, map)
      renumber(&row.entity, map)
      renumber(&row.text, map)
      renumber(&row.value, map)
      renumber(&row.low, map)
      renumber(&row.high, map)
      renumber(&row.unit, map)
      fillers[index] = row
    }
  }

  private mutating func renumberTimes(_ map: inout [Int32]) {
    for index in times.indices {
      var row = times[index]
      renumber(&row.text, map)
      renumber(&row.date, map)
      renumber(&row.start, map)
      renumber(&row.end, map)
      renumber(&row.grain, map)
      renumber(&row.anchor, map)
      times[index] = row
    }
  }

  private mutating func sortRows() {
    let arena = arena
    let order = claims.indices.sorted { left, right in
      let (first, second) = (claims[left], claims[right])
      return first.id == second.id
        ? arena.compare(first.place, second.place) < 0 : first.id < second.id
    }
    claims = order.map { claims[$0] }
    var previous: Int32 = StringTable.none
    claims.removeAll { row in
      defer { previous = row.id }
      return row.id == previous
    }
    sortEntities()
    sortDocuments()
    var last: DocumentFact?
    documents.removeAll { document in
      defer { last = document }
      return document == last
    }
    sames.sort {
      ($0.a, $0.b, $0.document, $0.basis, $0.evidence)
        < ($1.a, $1.b, $1.document, $1.basis, $1.evidence)
    }
  }

  /// Sorts by id, document, name and type, moving numbers only.
  private mutating func sortEntities() {
    let keys = entities.indices.map { index in
      let row = entities[index]
      return EntityKey(
        node: Int64(row.id) << 32 | Int64(row.document),
        words: Int64(row.name) << 32 | Int64(row.type), index: Int32(index))
    }
    let sorted = keys.sorted { ($0.node, $0.words, $0.index) < ($1.node, $1.words, $1.index) }
    entities = sorted.map { entities[Int($0.index)] }
  }

  private struct EntityKey {
    let node: Int64
    let words: Int64
    let index: Int32
  }

  /// Sorts by id; documents of one id by all else that they say.
  private mutating func sortDocuments() {
    documents = BytewiseOrder.sorted(documents, by: \.id)
    var start = 0
    while start < documents.count {
      var end = start + 1
      while end < documents.count, documents[end].id.equalsBytewise(documents[start].id) {
        end += 1
      }
      if end - start > 1 { documents[start..<end].sort { Self.precedes($0, $1) } }
      start = end
    }
  }

  private static func precedes(_ left: DocumentFact, _ right: DocumentFact) -> Bool {
    for (first, second) in zip(sortKey(left), sortKey(right)) {
      if first.precedesBytewise(second) { return true }
      if second.precedesBytewise(first) { return false }
    }
    return false
  }

  private static func sortKey(_ document: DocumentFact) -> [String] {
    [
      document.sha256 ?? "", document.published ?? "", document.source ?? "",
      document.title ?? "", document.url ?? "", document.lexicons ?? "", document.sketch ?? "",
    ]
  }
}
