import ChineseText

/// Reads inputs and writes their facts, in several threads, in the order of the input.
///
///     let run = FactsRun(analyzer: analyzer, inputs: inputs, options: options, jobs: 2)
///     let summary = try run.write { bytes in output.write(bytes) }
///
/// The bytes are the same for any number of jobs. Memory: a few batches for each job, or the
/// longest record where that is larger.
package struct FactsRun {
  private let analyzer: Analyzer
  private let inputs: InputList
  private let options: InputOptions
  private let includesMentions: Bool
  private let jobs: Int

  /// Prepares a run.
  package init(
    analyzer: Analyzer, inputs: InputList, options: InputOptions, includesMentions: Bool = false,
    jobs: Int = 1
  ) {
    self.analyzer = analyzer
    self.inputs = inputs
    self.options = options
    self.includesMentions = includesMentions
    self.jobs = jobs
  }

  /// Runs to the end of the input, or until `deliver` says false.
  ///
  /// Throws where a record has bytes that are no text and the options say to fail then.
  package func write(
    _ deliver: @escaping ([UInt8]) -> Bool
  ) throws(RecordProblem) -> RunSummary {
    let reader = RecordReader(inputs, options: options)
    let state = State()
    let queue = WorkQueue<RecordBatch, Chunk>(
      window: jobs * 3, next: { reader.nextBatch() }, work: { process($0) },
      deliver: { chunk in
        state.summary.add(chunk.summary)
        state.fatal = chunk.fatal
        return deliver(chunk.bytes) && chunk.fatal == nil
      })
    queue.run(jobs: jobs)
    if let fatal = state.fatal { throw fatal }
    state.summary.notes = reader.notes
    state.summary.failures = reader.failures
    return state.summary
  }

  private final class State {
    var summary = RunSummary()
    var fatal: RecordProblem?
  }

  private struct Chunk {
    var bytes: [UInt8] = []
    var summary = RunSummary()
    var fatal: RecordProblem?
  }

  private func process(_ batch: RecordBatch) -> Chunk {
    let decoder = DocumentDecoder(items: inputs.items, options: options)
    var writer = FactsWriter(analyzer: analyzer, includesMentions: includesMentions)
    var chunk = Chunk()
    chunk.bytes.reserveCapacity(batch.bytes.count)
    for record in batch.records {
      do throws(RecordProblem) {
        let decoded = try decoder.decode(record, in: batch)
        if decoded.wasRepaired { chunk.summary.repaired += 1 }
        let analysis = analyzer.analyze(decoded.document)
        chunk.summary.add(analysis)
        writer.write(analysis, to: &chunk.bytes)
      } catch {
        if error.code == "bad-bytes", options.badBytes == .fail {
          chunk.fatal = error
          return chunk
        }
        chunk.summary.add(error)
        writer.write(error, to: &chunk.bytes)
      }
    }
    return chunk
  }
}
