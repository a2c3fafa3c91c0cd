import KnowledgeGraph
import Shiji

/// `shiji merge`: facts to facts.
enum MergeCommand {
  static let spec = CommandSpec(
    name: "merge", operands: "FACTS…",
    summary: "Merges facts: the sorted set of their lines.",
    details: [
      "Any order, grouping or repetition of the inputs gives the same bytes. Resuming a run, adding",
      "a day and collecting the output of a cluster are this one operation. Without --sorted all lines",
      "are held in memory (10 million lines of 2.7 GB: 2.8 GB); for more than fits there, sort on",
      "disk first: LC_ALL=C sort -u FACTS… | shiji merge --sorted -",
    ],
    groups: [
      OptionGroup(
        title: "Work",
        options: [
          OptionSpec("--sorted", "inputs are sorted (LC_ALL=C sort): merge in constant memory"),
          OptionSpec("--drop", value: "ID", repeatable: true, "leave out this document"),
        ]),
      OptionGroup(title: "Output", options: [SharedOptions.output, SharedOptions.quiet]),
    ],
    examples: [
      "shiji merge day1.facts day2.facts -o all.facts",
      "shiji merge all.facts --drop 2024/seed -o rest.facts",
      "shiji facts 2024-03/ | LC_ALL=C sort -u | shiji merge --sorted - > march.facts",
    ],
    run: run)

  @Sendable static func run(_ arguments: Arguments) throws(CommandError) {
    let lines = try FactInputs.open(arguments)
    let output = try OutputFile.open(arguments.value("--output"))
    let writer = MergedLines(LineWriter(output))
    if arguments.has("--sorted") {
      try mergeSorted(lines, arguments.all("--drop"), writer)
    } else {
      try merge(lines, arguments, writer)
    }
    try writer.flush()
    try output.commit()
    for note in writer.notes { Console.note("shiji merge: \(note)") }
  }

  private static func merge(
    _ inputs: [FactLines], _ arguments: Arguments, _ writer: MergedLines
  ) throws(CommandError) {
    var merge = Merge(dropping: arguments.all("--drop"))
    do throws(FileError) {
      for input in inputs {
        while let line = try input.next() {
          merge.add(line, source: input.label, lineNumber: input.number)
        }
      }
    } catch {
      throw .file(error)
    }
    FactInputs.report(merge.problems, arguments)
    do { try merge.write(writer.line) } catch { throw writer.failure }
    if Interruption.isRequested { throw .interrupted }
  }

  private static func mergeSorted(
    _ inputs: [FactLines], _ dropped: [String], _ writer: MergedLines
  ) throws(CommandError) {
    do {
      let readers: [SortedMerge.Reader] = inputs.map { input in { try input.next() } }
      try SortedMerge(dropping: dropped).run(readers, writer.line)
    } catch let error as UnsortedInput {
      let name = inputs.indices.contains(error.input) ? inputs[error.input].label : "input"
      let reason =
        "line \(error.line) is not in order; sort with LC_ALL=C sort, or leave out --sorted"
      throw .file(FileError(path: name, reason: reason))
    } catch let error as FileError {
      throw .file(error)
    } catch {
      throw writer.failure
    }
    if Interruption.isRequested { throw .interrupted }
  }
}

/// Lines on their way out of a merge; notes where one document id stands for several texts.
///
/// In sorted lines those of documents with one id follow each other.
private final class MergedLines {
  private let writer: LineWriter
  private var previous: [UInt8] = []
  private var repeated: [String] = []

  init(_ writer: LineWriter) { self.writer = writer }

  var failure: CommandError { writer.failure }

  /// What to tell the user.
  var notes: [String] {
    let unique = repeated.indices.filter { $0 == 0 || repeated[$0] != repeated[$0 - 1] }
    return unique.prefix(5).map { "document \(repeated[$0]) has several texts; both are kept" }
  }

  func line(_ bytes: UnsafeRawBufferPointer) throws {
    if bytes.starts(with: #"{"id":"#.utf8), let fact = try? Fact(line: bytes),
      case .document(let document) = fact
    {
      let id = Array(document.id.utf8)
      if id == previous { repeated.append(document.id) }
      previous = id
    }
    try writer.line(bytes)
  }

  func flush() throws(CommandError) { try writer.flush() }
}
