/// What is merged: a name, or a name qualified where one name means several things.
struct Atoms {
  private(set) var ids: [String] = []
  private var sets = UnionFind(count: 0)
  /// The id that stands for the set, at the set's root.
  private var best: [String] = []
  /// The atom of each string number that means one thing everywhere.
  private var plain: [Int32]
  private var local: [Int64: Int32] = [:]
  /// The atoms of an id that means several things.
  private var parts: [Int32: [Int]] = [:]
  private var apart: [(Int, Int)] = []
  private var numbers: [ByteKey: Int] = [:]

  init(stringCount: Int) {
    plain = [Int32](repeating: StringTable.none, count: stringCount)
  }

  static func key(_ id: Int32, _ document: Int32) -> Int64 {
    Int64(id) << 32 | Int64(document)
  }

  /// Adds the atom of an id that means one thing everywhere.
  mutating func add(_ text: String, for id: Int32) {
    plain[Int(id)] = Int32(add(text))
  }

  /// Adds the atom of an id in some documents.
  mutating func add(_ text: String, for id: Int32, in documents: [Int32]) {
    let atom = add(text)
    parts[id, default: []].append(atom)
    for document in documents { local[Self.key(id, document)] = Int32(atom) }
  }

  private mutating func add(_ text: String) -> Int {
    ids.append(text)
    best.append(text)
    numbers[ByteKey(text)] = ids.count - 1
    return sets.add()
  }

  /// The atom of an id in a document, if it is known yet.
  func atom(_ id: Int32, in document: Int32) -> Int? {
    let known = plain[Int(id)]
    return known >= 0 ? Int(known) : local[Self.key(id, document)].map { Int($0) }
  }

  /// The root of an atom's set.
  mutating func root(_ atom: Int) -> Int { sets.find(atom) }

  /// The id that stands for the set of an atom.
  mutating func representative(_ atom: Int) -> String { best[sets.find(atom)] }

  /// Joins two sets, unless a lexicon lists both or the user keeps them apart.
  mutating func join(_ first: Int, _ second: Int, byUser: Bool = false) {
    let (left, right) = (sets.find(first), sets.find(second))
    if left == right { return }
    if !byUser {
      if isListed(best[left]) && isListed(best[right]) { return }
      if isForbidden(left, right) { return }
    }
    let chosen = isBetter(best[left], best[right]) ? best[left] : best[right]
    best[sets.union(left, right)] = chosen
  }

  private func isListed(_ id: String) -> Bool { !Identifier.isUnlisted(id) }

  private func isBetter(_ left: String, _ right: String) -> Bool {
    isListed(left) == isListed(right) ? left.precedesBytewise(right) : isListed(left)
  }

  private mutating func isForbidden(_ left: Int, _ right: Int) -> Bool {
    for (first, second) in apart {
      let (one, other) = (sets.find(first), sets.find(second))
      if (one, other) == (left, right) || (other, one) == (left, right) { return true }
    }
    return false
  }

  /// The atoms that an id of a decision means: one, or all parts of a split name.
  private func meant(by id: String, _ table: borrowing FactTable) -> [Int] {
    if let atom = numbers[ByteKey(id)] { return [atom] }
    return table.strings.known(id).flatMap { parts[$0] } ?? []
  }

  /// Notes what the user keeps apart.
  mutating func forbid(_ decisions: Decisions, _ table: borrowing FactTable) {
    apart = []
    for pair in decisions.notSame {
      for first in meant(by: pair.a, table) {
        for second in meant(by: pair.b, table) { apart.append((first, second)) }
      }
    }
  }

  /// Joins what the user says is the same.
  mutating func follow(_ decisions: Decisions, _ table: borrowing FactTable) {
    for pair in decisions.same {
      let atoms = meant(by: pair.a, table) + meant(by: pair.b, table)
      for atom in atoms.dropFirst() { join(atoms[0], atom, byUser: true) }
    }
  }

  /// Decisions whose ids are nowhere in the facts.
  func unmatched(_ decisions: Decisions, _ table: borrowing FactTable) -> [String] {
    var result: [(line: Int, text: String)] = []
    func check(_ id: String, _ line: Int) {
      guard meant(by: id, table).isEmpty else { return }
      result.append((line, "line \(line): no fact names \(id)"))
    }
    for pair in decisions.same + decisions.notSame {
      check(pair.a, pair.line)
      check(pair.b, pair.line)
    }
    for split in decisions.splits { check(split.id, split.line) }
    for claim in decisions.rejected where table.strings.known(claim.id) == nil {
      result.append((claim.line, "line \(claim.line): no claim \(claim.id)"))
    }
    return result.sorted { ($0.line, $0.text) < ($1.line, $1.text) }.map(\.text)
  }

  /// The node ids in order, and the node of every name.
  mutating func numbered() -> (nodes: [String], plain: [Int32], local: [Int64: Int32]) {
    let roots = ids.indices.filter { sets.find($0) == $0 }
    let sorted = roots.sorted { best[$0].precedesBytewise(best[$1]) }
    var node = [Int32](repeating: StringTable.none, count: ids.count)
    for (number, root) in sorted.enumerated() { node[root] = Int32(number) }
    for atom in ids.indices { node[atom] = node[sets.find(atom)] }
    return (
      sorted.map { best[$0] }, plain.map { $0 < 0 ? $0 : node[Int($0)] },
      local.mapValues { node[Int($0)] }
    )
  }
}
