/// Reads facts line by line from files, folders or standard input.
package final class FactLines {
  private let item: InputItem
  private let source: ByteSource
  private var pending: [UInt8] = []
  private var start = 0
  /// Number of the line that was read last, from 1.
  package private(set) var number = 0

  /// Opens one input.
  package init(_ item: InputItem) throws(FileError) {
    self.item = item
    source = try ByteSource(item, encoding: .utf8)
  }

  /// The name for messages.
  package var label: String { item.label }

  /// The next line without its end, or nothing behind the last one. Complexity: its length.
  package func next() throws(FileError) -> [UInt8]? {
    var searched = start
    while true {
      if let end = ByteSearch.newline(in: pending, from: searched) {
        defer { start = end + 1 }
        number += 1
        return Array(pending[start..<end])
      }
      if source.isAtEnd { return rest() }
      pending.removeSubrange(..<start)
      start = 0
      searched = pending.count
      try source.read(into: &pending)
    }
  }

  private func rest() -> [UInt8]? {
    guard start < pending.count else { return nil }
    defer {
      pending.removeAll()
      start = 0
    }
    number += 1
    return Array(pending[start...])
  }

  /// All that was not read as lines yet.
  package func remaining() throws(FileError) -> [UInt8] {
    pending.removeSubrange(..<start)
    start = 0
    while !source.isAtEnd { try source.read(into: &pending) }
    defer { pending = [] }
    return pending
  }

  /// The inputs of facts that `paths` name; folders give their `*.jsonl` and `*.facts`.
  package static func inputs(_ paths: [String]) throws(FileError) -> [InputItem] {
    var options = InputOptions()
    options.format = .jsonl
    options.include = ["*.jsonl", "*.facts"]
    return try InputList(paths, options: options).items
  }
}
