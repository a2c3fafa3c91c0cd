import ChineseText

/// What a run makes of its documents: one value for each batch, used by one thread.
protocol RecordWriter {
  /// Appends what a document gives.
  mutating func write(
    _ document: Document, to output: inout [UInt8], _ summary: inout RunSummary)
  /// Appends what a record without a document gives.
  mutating func write(_ problem: RecordProblem, to output: inout [UInt8])
}

/// Reads inputs and writes what each document gives, in several threads, in the order of the input.
struct OrderedRun {
  let inputs: InputList
  let options: InputOptions
  let jobs: Int

  /// Runs to the end of the input, or until `deliver` says false; each batch has its own copy of
  /// `writer`.
  func write(
    _ writer: some RecordWriter & Sendable, _ deliver: @escaping ([UInt8]) -> Bool
  ) throws(RecordProblem) -> RunSummary {
    let reader = RecordReader(inputs, options: options)
    let state = State()
    let queue = WorkQueue<RecordBatch, Chunk>(
      window: jobs * 3, next: { reader.nextBatch() }, work: { process($0, writer) },
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

  private func process(_ batch: RecordBatch, _ original: some RecordWriter) -> Chunk {
    let decoder = DocumentDecoder(items: inputs.items, options: options)
    var writer = original
    var chunk = Chunk()
    chunk.bytes.reserveCapacity(batch.bytes.count)
    for record in batch.records {
      do throws(RecordProblem) {
        let decoded = try decoder.decode(record, in: batch)
        if decoded.wasRepaired { chunk.summary.repaired += 1 }
        writer.write(decoded.document, to: &chunk.bytes, &chunk.summary)
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
