extension Atoms {
  /// Joins what carries the same ticker.
  mutating func joinByTicker(_ table: borrowing FactTable) {
    var pairs: [(key: String, atom: Int)] = []
    for row in table.entities {
      guard let atom = atom(row.id, in: row.document) else { continue }
      for reference in row.references where table.strings[reference.scheme] == "ticker" {
        let kind = table.strings[row.id].prefix(4)
        pairs.append((kind + table.strings[reference.code], atom))
      }
    }
    joinGroups(pairs)
  }

  /// Joins what has the same full name and is of the same kind, persons excepted.
  mutating func joinByName(_ table: borrowing FactTable) {
    var pairs: [(key: String, atom: Int)] = []
    var seen: Set<Int64> = []
    for row in table.entities {
      let id = table.strings[row.id]
      guard !id.hasPrefix("per:"), let atom = atom(row.id, in: row.document),
        seen.insert(Int64(atom) << 32 | Int64(row.name)).inserted
      else { continue }
      pairs.append((id.prefix(4) + table.strings[row.name], atom))
    }
    joinGroups(pairs)
  }

  /// Joins what documents state to be the same.
  mutating func joinByStatement(_ table: borrowing FactTable) {
    for row in table.sames where table.strings[row.a].prefix(4) == table.strings[row.b].prefix(4) {
      if let first = atom(row.a, in: row.document), let second = atom(row.b, in: row.document) {
        join(first, second)
      }
    }
  }

  /// Joins the atoms of each key, unless the key belongs to several entities of the lexicon.
  private mutating func joinGroups(_ pairs: [(key: String, atom: Int)]) {
    let sorted = pairs.sorted {
      if $0.key.precedesBytewise($1.key) { return true }
      if $1.key.precedesBytewise($0.key) { return false }
      return $0.atom < $1.atom
    }
    var start = 0
    while start < sorted.count {
      var end = start
      var listed: Set<Int> = []
      while end < sorted.count, sorted[end].key.equalsBytewise(sorted[start].key) {
        let root = root(sorted[end].atom)
        if !Identifier.isUnlisted(representative(root)) { listed.insert(root) }
        end += 1
      }
      if listed.count < 2 {
        for index in start + 1..<max(end, start + 1) {
          join(sorted[start].atom, sorted[index].atom)
        }
      }
      start = end
    }
  }

  /// Splits each name that may mean several things into those that share an organization.
  mutating func qualify(_ names: Names, _ table: borrowing FactTable, persons: Bool) {
    let blocked = names.blocked.keys.sorted().filter {
      table.strings[$0].hasPrefix("per:") == persons
    }
    let partners = partners(of: Set(blocked), table)
    for id in blocked {
      let documents = distinct(names.blocked[id] ?? [])
      let isApart = names.splitByDocument.contains(id)
      let groups = isApart ? documents.map { [$0] } : group(documents, partners[id] ?? [])
      for group in groups {
        let qualifier =
          groups.count == 1
          ? nil
          : qualifier(
            group, isApart ? [] : partners[id] ?? [], table)
        let text = table.strings[id]
        add(qualifier.map { "\(text)@\($0)" } ?? text, for: id, in: group)
      }
    }
  }

  /// An organization that one document ties to a name.
  private typealias Partner = (document: Int32, organization: Int)

  private mutating func partners(
    of blocked: Set<Int32>, _ table: borrowing FactTable
  ) -> [Int32: [Partner]] {
    var result: [Int32: [Partner]] = [:]
    for claim in table.claims {
      let entities = table.fillers[claim.fillers].map(\.entity).filter { $0 >= 0 }
      let organizations = entities.filter { table.strings[$0].hasPrefix("org:") }
      for entity in entities where blocked.contains(entity) {
        for other in organizations where other != entity {
          guard let atom = atom(other, in: claim.document) else { continue }
          result[entity, default: []].append((claim.document, root(atom)))
        }
      }
    }
    return result
  }

  private func distinct(_ documents: [Int32]) -> [Int32] {
    var result: [Int32] = []
    for document in documents.sorted() where result.last != document { result.append(document) }
    return result
  }

  /// Documents that share an organization, directly or through others.
  private func group(_ documents: [Int32], _ partners: [Partner]) -> [[Int32]] {
    var positions: [Int32: Int] = [:]
    for (position, document) in documents.enumerated() { positions[document] = position }
    var sets = UnionFind(count: documents.count)
    var seen: [Int: Int] = [:]
    for partner in partners {
      guard let position = positions[partner.document] else { continue }
      if let other = seen[partner.organization] { sets.union(other, position) }
      seen[partner.organization] = position
    }
    return sets.sets().map { $0.map { documents[$0] } }
  }

  /// The first organization of a group, or its first document.
  private mutating func qualifier(
    _ group: [Int32], _ partners: [Partner], _ table: borrowing FactTable
  ) -> String? {
    let members = Set(group)
    var best: String?
    for partner in partners where members.contains(partner.document) {
      let id = representative(partner.organization)
      if best.map({ id.precedesBytewise($0) }) ?? true { best = id }
    }
    return best ?? group.first.map { Identifier.make("doc:", [table.strings[$0]]) }
  }
}
