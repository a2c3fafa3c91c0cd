/// Organizations that the documents name beside a name that may mean several things.
///
/// Those that stand everywhere tell nothing; how common one may be depends on how common the name is.
struct Companions {
  /// What is asked of an organization beside a name.
  enum Reach {
    /// Persons: a company of at most 50 documents, in documents that name at most 15 companies.
    case person
    /// Products called by one Latin word (Dev, Edge): a company of at most 200 documents.
    case word
    /// Products called by a letter and a number (X9 Pro): a company that at most one document of
    /// twenty names, or at most 50 documents.
    case code
    /// Other products that no lexicon lists, firms called by one Latin word: any organization.
    case product
  }

  private struct Row {
    let root: Int
    let isCompany: Bool
  }

  private var byDocument: [Int32: [Row]] = [:]
  private var counts: [Int: Int] = [:]
  private let documentCount: Int

  init(_ atoms: inout Atoms, _ table: borrowing FactTable) {
    documentCount = table.documents.count
    let company = table.strings.known("company")
    var last: [Int: Int32] = [:]
    var seen: Set<Int64> = []
    for row in table.entities where table.strings[row.id].hasPrefix("org:") {
      guard let atom = atoms.atom(row.id, in: row.document) else { continue }
      let root = atoms.root(atom)
      // Rows are sorted by id and document, so most repeated ones follow each other.
      if last[root] == row.document { continue }
      last[root] = row.document
      guard seen.insert(Int64(root) << 32 | Int64(row.document)).inserted else { continue }
      counts[root, default: 0] += 1
      byDocument[row.document, default: []].append(Row(root: root, isCompany: row.type == company))
    }
  }

  /// The organizations of a document that tell something about such a name, by their roots.
  func organizations(of document: Int32, _ reach: Reach) -> [Int] {
    let rows = byDocument[document] ?? []
    if reach == .product { return rows.map(\.root) }
    let companies = rows.filter(\.isCompany)
    if reach == .person && companies.count > 15 { return [] }
    let most = most(reach)
    return companies.map(\.root).filter { counts[$0] ?? 0 <= most }
  }

  private func most(_ reach: Reach) -> Int {
    switch reach {
    case .person: 50
    case .word: 200
    case .code: max(50, documentCount / 20)
    case .product: .max
    }
  }
}
