import KnowledgeGraph
import Shiji

/// Facts as the input of a command.
enum FactInputs {
  /// The inputs that the operands name, all of them opened.
  static func open(_ arguments: Arguments) throws(CommandError) -> [FactLines] {
    let paths = try SharedOptions.paths(arguments)
    do throws(FileError) {
      var lines: [FactLines] = []
      for item in try FactLines.inputs(paths) { lines.append(try FactLines(item)) }
      return lines
    } catch {
      throw .file(error)
    }
  }

  /// Says which lines were no facts.
  static func report(_ problems: [FactProblem], _ arguments: Arguments) {
    for problem in problems.prefix(5) { Console.note("shiji \(arguments.command): \(problem)") }
    if problems.count > 5 {
      Console.note("shiji \(arguments.command): … and more: \(problems.count) lines are no facts")
    }
  }
}

/// Writes lines in large pieces.
final class LineWriter {
  private let output: OutputFile
  private var buffer: [UInt8] = []

  init(_ output: OutputFile) { self.output = output }

  /// Why the last write failed.
  var failure: CommandError { output.failure }

  /// Writes a line and its end.
  func line(_ bytes: UnsafeRawBufferPointer) throws {
    buffer.append(contentsOf: bytes)
    buffer.append(UInt8(ascii: "\n"))
    if buffer.count >= 1 << 18 { try flush() }
  }

  /// Writes what is left.
  func flush() throws(CommandError) {
    guard output.write(buffer) else { throw output.failure }
    buffer.removeAll(keepingCapacity: true)
  }
}
