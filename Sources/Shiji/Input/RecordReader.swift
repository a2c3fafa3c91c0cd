/// Reads the inputs of a run, one after the other, in batches of records.
///
/// Not for several threads at once. Memory: one batch and one piece of the input, or the longest
/// record where that is larger.
package final class RecordReader {
  private static let batchSize = 1 << 17

  private let items: [InputItem]
  private let options: InputOptions
  private var next = 0
  private var stream: (any RecordStream)?
  private var source: ByteSource?
  private var left: Int
  /// What the user may want to know of the inputs: encodings that were guessed.
  package private(set) var notes: [String] = []
  /// Inputs that the user named and that could not be read.
  package private(set) var failures = 0

  /// Makes a reader of the inputs.
  package init(_ inputs: InputList, options: InputOptions) {
    items = inputs.items
    self.options = options
    left = options.limit ?? Int.max
  }

  /// The next records, or nothing at the end. Records that cannot be read are among them.
  package func nextBatch() -> RecordBatch? {
    var batch = RecordBatch()
    while batch.bytes.count < Self.batchSize, batch.records.count < 4096 {
      let before = batch.records.count
      guard left > 0, !Interruption.isRequested, let stream = currentStream(&batch) else { break }
      do throws(FileError) {
        if try !stream.fill(&batch) { close() }
      } catch {
        fail(error, into: &batch)
      }
      limit(&batch, from: before)
      if self.stream != nil, items[next - 1].path.isEmpty, !batch.records.isEmpty { break }
    }
    return batch.records.isEmpty ? nil : batch
  }

  private func limit(_ batch: inout RecordBatch, from before: Int) {
    let new = batch.records.count - before
    if new > left { batch.records.removeLast(new - left) }
    left -= min(new, left)
  }

  private func close() {
    if let found = source?.foundEncoding {
      notes.append("\(items[next - 1].label): read as \(found.rawValue)")
    }
    stream = nil
    source = nil
  }

  private func fail(_ error: FileError, into batch: inout RecordBatch) {
    let item = items[next - 1]
    if item.isNamed { failures += 1 }
    batch.append(
      RecordProblem(source: item.label, number: 0, code: "unreadable", message: error.reason),
      input: next - 1)
    close()
  }

  private func currentStream(_ batch: inout RecordBatch) -> (any RecordStream)? {
    while stream == nil, next < items.count {
      next += 1
      do throws(FileError) { stream = try open(items[next - 1]) } catch {
        fail(error, into: &batch)
      }
    }
    return stream
  }

  private func open(_ item: InputItem) throws(FileError) -> any RecordStream {
    let source = try ByteSource(item, encoding: options.encoding)
    self.source = source
    var first: [UInt8] = []
    var format = item.format
    if format == .auto || format == .json {
      while first.isEmpty, !source.isAtEnd { try source.read(into: &first) }
      format = FormatGuess.format(of: first, declared: format)
    }
    let context = StreamContext(
      source: source, input: next - 1, label: item.label, maximumRecord: options.maximumRecord,
      keepsBlankLines: options.keepsBlankLines)
    switch format {
    case .auto, .text: return WholeStream(context, pending: first)
    case .lines: return LineStream(context, isJSON: false, pending: first)
    case .jsonl: return LineStream(context, isJSON: true, pending: first)
    case .json: return JSONStream(context, pending: first)
    }
  }
}
