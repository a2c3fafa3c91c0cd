/// A file of JSON values: an array of records, or records one after the other.
///
/// The file is never held whole: the stream follows brackets and strings to the end of each
/// record. A broken record costs its own line of error, not the file.
final class JSONStream: RecordStream {
  private let context: StreamContext
  private var pending: [UInt8]
  private var position = 0
  private var start: Int?
  private var depth = 0
  private var isInString = false
  private var isEscaped = false
  private var isInArray = false
  private var isFirst = true
  private var number = 0
  private var isSkipping = false
  /// The first record of a sequence: it has no number where no other follows.
  private var held: [UInt8]?

  init(_ context: StreamContext, pending: [UInt8]) {
    self.context = context
    self.pending = pending
  }

  func fill(_ batch: inout RecordBatch) throws(FileError) -> Bool {
    let before = batch.records.count
    while true {
      scan(into: &batch)
      dropConsumed()
      if batch.records.count > before { return true }
      if context.source.isAtEnd {
        finish(into: &batch)
        return false
      }
      try context.source.read(into: &pending)
    }
  }

  private func scan(into batch: inout RecordBatch) {
    while position < pending.count {
      let byte = pending[position]
      position += 1
      if let start {
        if follow(byte) { take(start..<position, into: &batch) }
        if position - start > context.maximumRecord { skip(into: &batch) }
      } else {
        begin(byte, &batch)
      }
    }
  }

  /// Reads a byte between records.
  private func begin(_ byte: UInt8, _ batch: inout RecordBatch) {
    switch byte {
    case 0x20, 0x09, 0x0A, 0x0D, UInt8(ascii: ","): return
    case UInt8(ascii: "]") where isInArray: return
    case UInt8(ascii: "[") where isFirst: isInArray = true
    default:
      release(number: 1, into: &batch)
      start = position - 1
      depth = 0
      isInString = false
      isEscaped = false
      _ = follow(byte)
    }
    isFirst = false
  }

  /// Reads a byte of a record; true where the record ends with it.
  private func follow(_ byte: UInt8) -> Bool {
    if isInString {
      if isEscaped {
        isEscaped = false
      } else if byte == UInt8(ascii: "\\") {
        isEscaped = true
      } else if byte == UInt8(ascii: "\"") {
        isInString = false
        return depth == 0
      }
      return false
    }
    switch byte {
    case UInt8(ascii: "\""): isInString = true
    case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
    case UInt8(ascii: "}"), UInt8(ascii: "]"):
      depth -= 1
      return depth <= 0
    case UInt8(ascii: ","), 0x0A: return depth == 0
    default: break
    }
    return false
  }

  private func take(_ range: Range<Int>, into batch: inout RecordBatch) {
    start = nil
    number += 1
    if isSkipping {
      isSkipping = false
      return
    }
    var content = pending[range]
    while content.last == UInt8(ascii: ",") || content.last == 0x0A { content.removeLast() }
    if number == 1, !isInArray {
      held = Array(content)
    } else {
      batch.append(content, input: context.input, number: number, isJSON: true)
    }
  }

  private func release(number: Int, into batch: inout RecordBatch) {
    guard let content = held else { return }
    held = nil
    batch.append(content, input: context.input, number: number, isJSON: true)
  }

  private func skip(into batch: inout RecordBatch) {
    if !isSkipping { batch.append(context.tooLong(number + 1), input: context.input) }
    isSkipping = true
    start = position
  }

  /// Frees what no open record needs.
  private func dropConsumed() {
    let keep = start ?? position
    pending.removeSubrange(..<keep)
    position -= keep
    if start != nil { start = 0 }
  }

  private func finish(into batch: inout RecordBatch) {
    if start != nil, !pending.isEmpty { take(0..<pending.count, into: &batch) }
    release(number: 0, into: &batch)
    if number == 0 {
      batch.append(context.empty("the file holds no record"), input: context.input)
    }
  }
}
