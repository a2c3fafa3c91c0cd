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

  /// Joins the full name of an unlisted firm and the short one that documents state for it, where
  /// it is a part of the full name and no other firm is said to be called so.
  ///
  /// The short name has four characters or more: 华兴 is many firms, 华兴资本 is one.
  mutating func joinByShortName(_ table: borrowing FactTable) {
    var owners: [Int32: Set<Int>] = [:]
    for row in table.entities where !row.aliases.isEmpty {
      let (id, name) = (table.strings[row.id], table.strings[row.name])
      guard id.hasPrefix("org:"), Identifier.isUnlisted(id), name.hasSuffix("公司"),
        let atom = atom(row.id, in: row.document)
      else { continue }
      for alias in row.aliases where Self.isShort(table.strings[alias], of: name) {
        owners[alias, default: []].insert(root(atom))
      }
    }
    if owners.isEmpty { return }
    var pairs: [(first: Int, second: Int)] = []
    for row in table.entities where table.strings[row.id].hasPrefix("org:") {
      guard let firms = owners[row.name], firms.count == 1, let firm = firms.first,
        let atom = atom(row.id, in: row.document)
      else { continue }
      pairs.append((firm, atom))
    }
    for pair in pairs { join(pair.first, pair.second) }
  }

  /// Joins an unlisted person with the one person of the lexicon who has the same foreign name of
  /// several parts: 弗朗茨·冯·霍兹豪森, written with other dots or blanks.
  mutating func joinByForeignName(_ table: borrowing FactTable) {
    var listed: [String: Set<Int>] = [:]
    var unlisted: [(name: String, atom: Int)] = []
    for row in table.entities where table.strings[row.id].hasPrefix("per:") {
      guard let name = Self.foreignName(table.strings[row.name]),
        let atom = atom(row.id, in: row.document)
      else { continue }
      if Identifier.isUnlisted(table.strings[row.id]) {
        unlisted.append((name, atom))
      } else {
        listed[name, default: []].insert(root(atom))
      }
    }
    for person in unlisted {
      if let known = listed[person.name], known.count == 1, let first = known.first {
        join(first, person.atom)
      }
    }
  }

  /// The parts of a name with one dot between them; nil for a name of one part.
  private static func foreignName(_ name: String) -> String? {
    let dots: Set<Unicode.Scalar> = ["·", "・", "•", "‧"]
    guard name.unicodeScalars.contains(where: dots.contains) else { return nil }
    let parts = name.unicodeScalars.split { dots.contains($0) || $0 == " " }.map { String($0) }
    return parts.count > 1 ? parts.joined(separator: "·") : nil
  }

  private static func isShort(_ alias: String, of name: String) -> Bool {
    guard alias.unicodeScalars.count >= 4, alias.utf8.count < name.utf8.count else { return false }
    var rest = name.utf8[...]
    while rest.count >= alias.utf8.count {
      if rest.starts(with: alias.utf8) { return true }
      rest = rest.dropFirst()
    }
    return false
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
    if blocked.isEmpty { return }
    let partners = partners(of: Set(blocked), table)
    let companions = Companions(&self, table)
    for id in blocked {
      let documents = distinct(names.blocked[id] ?? [])
      let known = partners[id] ?? []
      if names.splitByDocument.contains(id) {
        for document in documents {
          let qualifier = documents.count == 1 ? nil : qualifier([document], [], table)
          add(id, qualifier, in: [document], table)
        }
        continue
      }
      let groups = group(documents, known, companions, names.reaches[id] ?? .person)
      for group in groups {
        add(id, groups.count == 1 ? nil : qualifier(group, known, table), in: group, table)
      }
    }
  }

  private mutating func add(
    _ id: Int32, _ qualifier: String?, in documents: [Int32], _ table: borrowing FactTable
  ) {
    let text = table.strings[id]
    add(qualifier.map { "\(text)@\($0)" } ?? text, for: id, in: documents)
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
  ///
  /// What claims tie to the name counts first. A document whose claims tie nothing to it follows the
  /// companies that it names, if they lead to one group alone.
  private func group(
    _ documents: [Int32], _ partners: [Partner], _ companions: Companions,
    _ reach: Companions.Reach
  ) -> [[Int32]] {
    if documents.count < 2 { return [documents] }
    var positions: [Int32: Int] = [:]
    for (position, document) in documents.enumerated() { positions[document] = position }
    var sets = UnionFind(count: documents.count)
    var seen: [Int: Int] = [:]
    var isTied = [Bool](repeating: false, count: documents.count)
    for partner in partners {
      guard let position = positions[partner.document] else { continue }
      isTied[position] = true
      if let other = seen[partner.organization] { sets.union(other, position) }
      seen[partner.organization] = position
    }
    let tied = seen.mapValues { sets.find($0) }
    var alone: [Int: Int] = [:]
    for (position, document) in documents.enumerated() where !isTied[position] {
      let companies = companions.organizations(of: document, reach)
      let groups = Set(companies.compactMap { tied[$0] })
      if let group = groups.first, groups.count == 1 { sets.union(group, position) }
      guard groups.isEmpty else { continue }
      for company in companies {
        if let other = alone[company] { sets.union(other, position) }
        alone[company] = position
      }
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
