import KnowledgeGraph
import Shiji

/// A graph as the input of a command: graph JSON, or facts of which the graph is built first.
struct GraphInput {
  private let path: String
  private let inputs: [FactLines]

  /// Opens what an operand names; `-` is standard input.
  init(_ path: String) throws(CommandError) {
    self.path = path
    do throws(FileError) {
      inputs = try FactLines.inputs([path]).map { item throws(FileError) in try FactLines(item) }
    } catch {
      throw .file(error)
    }
  }

  /// Reads facts where the first line is one, else graph JSON.
  func graph(_ decisions: Decisions, _ arguments: Arguments) throws(CommandError) -> Graph {
    guard inputs.count == 1, let input = inputs.first else {
      return try GraphCommand.build(inputs, decisions, arguments)
    }
    let text: [UInt8]
    do throws(FileError) {
      let first = try input.next() ?? []
      if (try? Fact(line: first)) != nil {
        var facts = GraphFromFacts(decisions: decisions)
        facts.add(first + [UInt8(ascii: "\n")])
        try facts.add(input)
        return GraphCommand.finish(&facts, arguments)
      }
      text = try FileSystem.isOrdinary(path) ? FileSystem.read(path) : rest(first, input)
    } catch {
      throw .file(error)
    }
    do throws(GraphReaderError) { return try GraphReader.read(text) } catch {
      throw .file(FileError(path: input.label, reason: "is no graph: \(error)"))
    }
  }

  private func rest(_ first: [UInt8], _ input: FactLines) throws(FileError) -> [UInt8] {
    try first + [UInt8(ascii: "\n")] + input.remaining()
  }
}
