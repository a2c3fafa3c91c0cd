/// A record that gives no document, and why.
public struct RecordProblem: Error, Hashable, Sendable, CustomStringConvertible {
  /// Name of the input; never an absolute path.
  public let source: String
  /// Number of the record in the input from 1 (in files of lines: of the line); 0 for the whole.
  public let number: Int
  /// Short code: `bad-json`, `bad-bytes`, `no-text`, `empty`, `too-long`, `unreadable`.
  public let code: String
  /// What is wrong.
  public let message: String

  /// `source:record: message`.
  public var description: String {
    number > 0 ? "\(source):\(number): \(message)" : "\(source): \(message)"
  }
}

/// A stretch of bytes that should give one document.
struct RawRecord: Sendable {
  /// Index of the input.
  let input: Int
  /// Number of the record in the input, from 1; 0 where the input is one record.
  let number: Int
  /// Where its bytes stand in the batch.
  let bytes: Range<Int>
  /// Whether they are JSON.
  let isJSON: Bool
  /// Why there are no bytes to read.
  let problem: RecordProblem?
}

/// Some records with their bytes: the unit of work.
package struct RecordBatch: Sendable {
  var bytes: [UInt8] = []
  var records: [RawRecord] = []

  mutating func append(_ problem: RecordProblem, input: Int) {
    records.append(
      RawRecord(
        input: input, number: problem.number, bytes: 0..<0, isJSON: false, problem: problem))
  }

  /// Adds a record of bytes that stand elsewhere.
  mutating func append(
    _ content: some Sequence<UInt8>, input: Int, number: Int, isJSON: Bool
  ) {
    let start = bytes.count
    bytes.append(contentsOf: content)
    records.append(
      RawRecord(
        input: input, number: number, bytes: start..<bytes.count, isJSON: isJSON, problem: nil))
  }
}
