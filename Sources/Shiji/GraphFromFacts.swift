import KnowledgeGraph

/// Makes the graph of facts as they come: from a run, or from files of lines.
///
///     var facts = GraphFromFacts()
///     facts.add(bytes)
///     let graph = facts.finish()
///
/// The graph is a function of the set of facts: their order, and repeated ones, change nothing.
public struct GraphFromFacts {
  private var builder: GraphBuilder
  private var number = 0

  /// Begins a graph; the decisions say who is who where the rules do not.
  public init(decisions: Decisions = Decisions()) {
    builder = GraphBuilder(version: Release.version, decisions: decisions)
  }

  /// Lines that were no facts.
  public var problems: [FactProblem] { builder.problems }

  /// What `finish` found worth telling.
  public var notes: [String] { builder.notes }

  /// Adds whole lines of facts.
  public mutating func add(_ lines: [UInt8]) {
    var start = 0
    while let end = ByteSearch.newline(in: lines, from: start) {
      number += 1
      lines.withUnsafeBytes { buffer in
        builder.add(
          UnsafeRawBufferPointer(rebasing: buffer[start..<end]), source: "facts",
          lineNumber: number)
      }
      start = end + 1
    }
  }

  /// Adds all lines of an input.
  package mutating func add(_ lines: FactLines) throws(FileError) {
    while let line = try lines.next() {
      builder.add(line, source: lines.label, lineNumber: lines.number)
    }
  }

  /// The graph of all facts added.
  public mutating func finish() -> Graph { builder.finish() }
}
