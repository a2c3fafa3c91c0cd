import KnowledgeGraph
import Shiji

/// What the user hears at the end of a run.
enum Report {
  /// Notes and counts of a run; throws where it was interrupted.
  static func finish(_ summary: RunSummary, _ arguments: Arguments) throws(CommandError) {
    for note in summary.notes { Console.note("shiji \(arguments.command): \(note)") }
    notes(summary).forEach { Console.note("shiji \(arguments.command): \($0)") }
    if arguments.has("--stats") { Console.error(stats(summary) + "\n") }
    if Interruption.isRequested { throw .interrupted }
  }

  /// Where a record stands and what is wrong with it, for an error that names the file already.
  static func place(_ problem: RecordProblem) -> String {
    problem.number > 0 ? "record \(problem.number) \(problem.message)" : problem.message
  }

  private static func notes(_ summary: RunSummary) -> [String] {
    var notes = summary.firstProblems.map(\.description)
    if summary.problems > summary.firstProblems.count {
      notes.append("… and more: \(summary.problems) records could not be read")
    }
    if summary.repaired > 0 {
      notes.append(
        "\(count(summary.repaired, "document")) held bytes that are no UTF-8; "
          + "they became U+FFFD (--on-bad-bytes skip leaves such documents out)")
    }
    return notes
  }

  /// `1 document`, `2 documents`.
  static func count(_ number: Int, _ noun: String, _ plural: String? = nil) -> String {
    "\(number) \(number == 1 ? noun : plural ?? noun + "s")"
  }

  private static func stats(_ summary: RunSummary) -> String {
    let value: JSONValue = [
      "documents": .number(String(summary.documents)),
      "scalars": .number(String(summary.scalars)),
      "entities": .number(String(summary.entities)),
      "mentions": .number(String(summary.mentions)),
      "claims": .number(String(summary.claims)),
      "problems": .number(String(summary.problems)),
      "repaired": .number(String(summary.repaired)),
    ]
    return String(decoding: JSONWriter.bytes(value), as: UTF8.self)
  }
}
