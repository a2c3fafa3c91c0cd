/// Makes the graph from facts.
///
///     var builder = GraphBuilder(version: "1.0", decisions: decisions)
///     for (number, line) in lines.enumerated() {
///       builder.add(line, source: "facts.jsonl", lineNumber: number + 1)
///     }
///     let graph = builder.finish()
///
/// The graph is a function of the set of facts: their order, and repeated ones, change nothing.
/// Facts are kept in a compact form, about the size of the claims' lines.
public struct GraphBuilder {
  /// Lines that were left out, in the order they were added.
  public private(set) var problems: [FactProblem] = []
  /// What `finish` found worth telling: decisions about nothing, ids that two texts share.
  public private(set) var notes: [String] = []

  private let version: String
  private let decisions: Decisions
  private var table = FactTable()

  /// Makes an empty builder.
  public init(version: String, decisions: Decisions = Decisions()) {
    self.version = version
    self.decisions = decisions
  }

  /// Adds a line of facts, without its line end; blank lines say nothing.
  public mutating func add(_ line: UnsafeRawBufferPointer, source: String, lineNumber: Int) {
    if let entity = EntityLine(line), table.add(entity) { return }
    guard line.contains(where: { $0 != 0x20 && $0 != 0x0D && $0 != 0x09 }) else { return }
    do throws(FactError) {
      let value: JSONValue
      do { value = try JSONParser.parse(line) } catch { throw FactError.badJSON(error) }
      table.add(try Fact(value), canonical: value)
    } catch {
      problems.append(FactProblem(source: source, line: lineNumber, message: error.description))
    }
  }

  /// Adds a line of facts, without its line end; blank lines say nothing.
  public mutating func add(_ line: [UInt8], source: String, lineNumber: Int) {
    line.withUnsafeBytes { add($0, source: source, lineNumber: lineNumber) }
  }

  /// Builds the graph of all facts added.
  ///
  /// Complexity: O(n log n), where no name has a great many events; afterwards the builder is empty.
  public mutating func finish() -> Graph {
    var table = FactTable()
    swap(&table, &self.table)
    reject(&table)
    table.sort()
    let identity = Identity(table, decisions: decisions)
    notes = identity.unmatched + sharedIds(table)
    let generator = Graph.Generator(version: version, lexicons: lexicons(table))
    var assembly = GraphAssembly(table: table, identity: identity)
    table = FactTable()
    assembly.addEntities(decisions)
    assembly.addEvents()
    assembly.addRelations()
    return assembly.graph(generator)
  }

  private func reject(_ table: inout FactTable) {
    let ids = Set(decisions.rejected.compactMap { table.strings.known($0.id) })
    if !ids.isEmpty { table.claims.removeAll { ids.contains($0.id) } }
  }

  private func sharedIds(_ table: FactTable) -> [String] {
    zip(table.documents, table.documents.dropFirst()).compactMap { first, second in
      first.id.equalsBytewise(second.id) && first.sha256 != second.sha256
        ? "two texts have the document id \(first.id)" : nil
    }
  }

  private func lexicons(_ table: FactTable) -> [String] {
    Set(table.documents.compactMap(\.lexicons)).sorted { $0.precedesBytewise($1) }
  }
}
