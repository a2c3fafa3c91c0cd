/// Which node of the graph each name of each document is.
///
/// In this order: the lexicon's id or a ticker; then the same full name of the same kind; the full
/// name of a firm and the short one that it alone is said to have; unlisted persons and products,
/// and firms called by one Latin word, only where documents share an organization; then what
/// documents state as `same`. What the user decided goes before all of it and is never undone by a rule. Two
/// entities that a lexicon lists are never merged but by the user.
struct Identity {
  /// The ids of the nodes, sorted bytewise; elsewhere a node is its position here.
  let nodes: [String]
  /// Decisions whose ids occur nowhere, one line each.
  let unmatched: [String]

  private let plain: [Int32]
  private let local: [Int64: Int32]

  /// Resolves all names of a sorted table.
  init(_ table: borrowing FactTable, decisions: Decisions) {
    var atoms = Atoms(stringCount: table.strings.strings.count)
    let names = Names(table, decisions)
    for id in names.plain { atoms.add(table.strings[id], for: id) }
    atoms.forbid(decisions, table)
    atoms.follow(decisions, table)
    atoms.joinByTicker(table)
    atoms.joinByName(table)
    atoms.joinByShortName(table)
    atoms.joinByStatement(table)
    for isPerson in [false, true] { atoms.qualify(names, table, persons: isPerson) }
    atoms.forbid(decisions, table)
    atoms.follow(decisions, table)
    atoms.joinByForeignName(table)
    atoms.joinByStatement(table)
    (nodes, plain, local) = atoms.numbered()
    unmatched = atoms.unmatched(decisions, table)
  }

  /// The node that an entity id of a document is. Both numbers must be of the table.
  func node(_ id: Int32, in document: Int32) -> Int32 {
    let known = plain[Int(id)]
    return known >= 0 ? known : local[Atoms.key(id, document)] ?? StringTable.none
  }
}

/// The entity ids of the facts, by how they are resolved.
struct Names {
  /// Ids that mean one thing in all documents, sorted.
  private(set) var plain: [Int32] = []
  /// Ids whose meaning depends on the document, with the documents they occur in.
  private(set) var blocked: [Int32: [Int32]] = [:]
  /// What must stand beside a name, for those of `blocked` that are no persons.
  private(set) var reaches: [Int32: Companions.Reach] = [:]
  /// The ids that the user splits by document.
  private(set) var splitByDocument: Set<Int32> = []

  init(_ table: borrowing FactTable, _ decisions: Decisions) {
    var split: Set<Int32> = []
    for decision in decisions.splits {
      guard let id = table.strings.known(decision.id) else { continue }
      split.insert(id)
      if decision.basis == .document { splitByDocument.insert(id) }
    }
    var kinds = [UInt8](repeating: 0, count: table.strings.strings.count)
    for row in table.entities {
      if kinds[Int(row.id)] == 0, let reach = Self.reach(row, table) {
        kinds[Int(row.id)] = 2
        reaches[row.id] = reach
      }
      note(row.id, row.document, table, split, &kinds)
    }
    for claim in table.claims {
      for filler in table.fillers[claim.fillers] where filler.entity >= 0 {
        note(filler.entity, claim.document, table, split, &kinds)
      }
    }
    plain = kinds.indices.filter { kinds[$0] == 1 }.map { Int32($0) }
  }

  /// What must stand beside a name that many things may have; nil where the name is enough.
  private static func reach(
    _ row: FactTable.EntityRow, _ table: borrowing FactTable
  ) -> Companions.Reach? {
    let id = table.strings[row.id]
    guard !id.hasPrefix("per:"), !id.hasPrefix("loc:"), Identifier.isUnlisted(id) else {
      return nil
    }
    let isProduct = id.hasPrefix("prd:")
    let name = table.strings[row.name].utf8
    guard name.allSatisfy({ $0 < 0x80 }) else { return isProduct ? .product : nil }
    let words = name.split(separator: 0x20)
    if words.count == 1, name.count <= 8, name.allSatisfy({ $0 | 0x20 > 0x60 && $0 < 0x7B }) {
      return isProduct ? .word : .product
    }
    guard isProduct else { return nil }
    return words.count <= 2 && (words.first?.count ?? 0) <= 3 ? .code : .product
  }

  private mutating func note(
    _ id: Int32, _ document: Int32, _ table: borrowing FactTable, _ split: Set<Int32>,
    _ kinds: inout [UInt8]
  ) {
    if kinds[Int(id)] == 0 {
      let text = table.strings[id]
      let isVague = text.hasPrefix("per:") && Identifier.isUnlisted(text)
      kinds[Int(id)] = isVague || split.contains(id) ? 2 : 1
    }
    if kinds[Int(id)] == 2 { blocked[id, default: []].append(document) }
  }
}
