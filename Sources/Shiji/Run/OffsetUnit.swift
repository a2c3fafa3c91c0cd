import ChineseText
import KnowledgeGraph

/// What the offsets of words are counted in.
package enum OffsetUnit: String, Sendable, CaseIterable {
  case scalars, bytes
}

/// The offsets of spans in one text, in the unit that was asked for.
struct Offsets {
  /// UTF-8 places of all scalars; nothing where scalars are counted.
  private let places: [Int]?

  init(_ text: FoldedText, _ unit: OffsetUnit) {
    places = unit == .bytes ? text.utf8Places() : nil
  }

  /// Start and end of a span.
  func range(_ span: TextSpan) -> (start: Int, end: Int) {
    guard let places, places.indices.contains(span.start), places.indices.contains(span.end)
    else { return (span.start, span.end) }
    return (places[span.start], places[span.end])
  }

  /// Writes `"bytes":[start,end]` where bytes are counted; call it in the order of the keys.
  func writeBytes(_ span: TextSpan, to line: inout JSONLine) {
    if places != nil { write("bytes", span, to: &line) }
  }

  /// Writes `"span":[start,end]` where scalars are counted; call it in the order of the keys.
  func writeScalars(_ span: TextSpan, to line: inout JSONLine) {
    if places == nil { write("span", span, to: &line) }
  }

  private func write(_ key: StaticString, _ span: TextSpan, to line: inout JSONLine) {
    let range = range(span)
    line.key(key)
    line.beginArray()
    line.int(range.start)
    line.int(range.end)
    line.endArray()
  }
}

extension JSONLine {
  /// Writes a list of strings.
  mutating func strings(_ key: StaticString, _ values: [String]) {
    self.key(key)
    beginArray()
    for value in values { string(value) }
    endArray()
  }
}
