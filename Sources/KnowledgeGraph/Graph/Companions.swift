/// Companies that the documents name beside a name that may mean several things.
///
/// Those that stand everywhere tell nothing: beside a person a company counts that at most 50
/// documents name, in documents of at most 15; beside a product one of at most a twentieth of all.
struct Companions {
  private var byDocument: [Int32: [Int]] = [:]

  init(_ atoms: inout Atoms, _ table: borrowing FactTable, ofPersons: Bool) {
    guard let company = table.strings.known("company") else { return }
    var counts: [Int: Int] = [:]
    var seen: Set<Int64> = []
    for row in table.entities where row.type == company {
      guard let atom = atoms.atom(row.id, in: row.document) else { continue }
      let root = atoms.root(atom)
      guard seen.insert(Int64(root) << 32 | Int64(row.document)).inserted else { continue }
      counts[root, default: 0] += 1
      byDocument[row.document, default: []].append(root)
    }
    let most = ofPersons ? 50 : max(50, table.documents.count / 20)
    for (document, companies) in byDocument {
      let isList = ofPersons && companies.count > 15
      byDocument[document] = isList ? [] : companies.filter { counts[$0] ?? 0 <= most }
    }
  }

  /// The sets of the companies, by their roots.
  func companies(of document: Int32) -> [Int] { byDocument[document] ?? [] }
}
