#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Cuts one input into records.
///
/// `fill` appends what one more piece of the input completes; it never waits for more input while
/// it holds complete records, so that a slow pipe is answered record by record.
protocol RecordStream: AnyObject {
  /// Appends records to `batch`; false when the input is at its end.
  func fill(_ batch: inout RecordBatch) throws(FileError) -> Bool
}

/// What all streams know of their input.
struct StreamContext {
  let source: ByteSource
  let input: Int
  let label: String
  let maximumRecord: Int
  let keepsBlankLines: Bool

  func tooLong(_ number: Int) -> RecordProblem {
    RecordProblem(
      source: label, number: number, code: "too-long",
      message: "longer than \(maximumRecord) bytes; --max-record sets the limit")
  }

  func empty(_ what: String) -> RecordProblem {
    RecordProblem(source: label, number: 0, code: "empty", message: what)
  }
}

/// A file that is one document.
final class WholeStream: RecordStream {
  private let context: StreamContext
  private var pending: [UInt8]

  init(_ context: StreamContext, pending: [UInt8]) {
    self.context = context
    self.pending = pending
  }

  func fill(_ batch: inout RecordBatch) throws(FileError) -> Bool {
    while !context.source.isAtEnd, pending.count <= context.maximumRecord {
      try context.source.read(into: &pending)
    }
    if pending.count > context.maximumRecord {
      batch.append(context.tooLong(0), input: context.input)
    } else if pending.allSatisfy({ $0 == 0x20 || ($0 >= 0x09 && $0 <= 0x0D) }) {
      if context.label != "stdin" {
        batch.append(context.empty("the file is empty"), input: context.input)
      }
    } else {
      batch.append(pending, input: context.input, number: 0, isJSON: false)
    }
    return false
  }
}

/// A file whose lines are the documents.
final class LineStream: RecordStream {
  private let context: StreamContext
  private let isJSON: Bool
  private var pending: [UInt8]
  private var number = 0
  private var searched = 0
  private var isSkipping = false

  init(_ context: StreamContext, isJSON: Bool, pending: [UInt8]) {
    self.context = context
    self.isJSON = isJSON
    self.pending = pending
  }

  func fill(_ batch: inout RecordBatch) throws(FileError) -> Bool {
    let before = batch.records.count
    while batch.records.count == before {
      takeLines(into: &batch)
      if batch.records.count > before { return true }
      if context.source.isAtEnd {
        takeRest(into: &batch)
        return false
      }
      if pending.count > context.maximumRecord { skip(into: &batch) }
      try context.source.read(into: &pending)
    }
    return true
  }

  private func takeLines(into batch: inout RecordBatch) {
    var start = 0
    while let end = ByteSearch.newline(in: pending, from: max(start, searched)) {
      take(start..<end, into: &batch)
      start = end + 1
    }
    pending.removeSubrange(..<start)
    searched = pending.count
  }

  private func takeRest(into batch: inout RecordBatch) {
    if !pending.isEmpty || isSkipping { take(0..<pending.count, into: &batch) }
    pending.removeAll()
  }

  private func take(_ range: Range<Int>, into batch: inout RecordBatch) {
    number += 1
    defer { isSkipping = false }
    if isSkipping { return }
    if range.count > context.maximumRecord {
      return batch.append(context.tooLong(number), input: context.input)
    }
    var line = pending[range]
    if line.last == UInt8(ascii: "\r") { line.removeLast() }
    if !context.keepsBlankLines, line.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) { return }
    batch.append(line, input: context.input, number: number, isJSON: isJSON)
  }

  /// Forgets the beginning of a line that is too long, and remembers to leave out its end.
  private func skip(into batch: inout RecordBatch) {
    if !isSkipping { batch.append(context.tooLong(number + 1), input: context.input) }
    isSkipping = true
    pending.removeAll()
    searched = 0
  }
}

/// Finds bytes with the C library.
enum ByteSearch {
  /// The next line feed at or behind `start`.
  static func newline(in bytes: [UInt8], from start: Int) -> Int? {
    guard start < bytes.count else { return nil }
    return bytes.withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress,
        let found = memchr(base + start, 0x0A, buffer.count - start)
      else { return nil }
      return UnsafeRawPointer(found) - base
    }
  }
}
