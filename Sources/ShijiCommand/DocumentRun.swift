import Shiji

/// A run over documents whose bytes go to one output.
enum DocumentRun {
  /// Runs `body` with a taker of bytes, reports what it read, and gives the output its name.
  static func write(
    to output: OutputFile, _ arguments: Arguments,
    _ body: (@escaping ([UInt8]) -> Bool) throws(RecordProblem) -> RunSummary
  ) throws(CommandError) {
    let state = State()
    let summary: RunSummary
    do throws(RecordProblem) {
      summary = try body { bytes in
        state.hasFailed = !output.write(bytes)
        return !state.hasFailed
      }
    } catch {
      throw .file(FileError(path: error.source, reason: Report.place(error)))
    }
    if state.hasFailed { throw output.failure }
    try Report.finish(summary, arguments)
    try output.commit()
    if summary.failures > 0 { throw .inputFailed }
  }

  private final class State {
    var hasFailed = false
  }
}
