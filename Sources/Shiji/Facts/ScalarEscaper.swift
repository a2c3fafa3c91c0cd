import ChineseText
import KnowledgeGraph

/// Writes scalars of a text in UTF-8.
enum ScalarEscaper {
  /// Appends a span as a JSON string.
  static func append(_ scalars: [UInt32], _ span: TextSpan, to output: inout [UInt8]) {
    output.append(UInt8(ascii: "\""))
    write(scalars, span, room: 6, to: &output) { JSONText.write($0, to: $1) }
    output.append(UInt8(ascii: "\""))
  }

  /// Appends a span as it is.
  static func appendRaw(_ scalars: [UInt32], _ span: TextSpan, to output: inout [UInt8]) {
    write(scalars, span, room: 4, to: &output) { JSONText.writeRaw($0, to: $1) }
  }

  /// `room`: at most so many bytes become of a scalar.
  @inline(__always)
  private static func write(
    _ scalars: [UInt32], _ span: TextSpan, room: Int, to output: inout [UInt8],
    _ body: (UnsafeBufferPointer<UInt32>, UnsafeMutablePointer<UInt8>) -> Int
  ) {
    let start = min(max(span.start, 0), scalars.count)
    let end = min(max(span.end, start), scalars.count)
    guard start < end else { return }
    scalars.withUnsafeBufferPointer { all in
      let source = UnsafeBufferPointer(rebasing: all[start..<end])
      withUnsafeTemporaryAllocation(of: UInt8.self, capacity: source.count &* room) { bytes in
        guard let base = bytes.baseAddress else { return }
        let count = body(source, base)
        output.append(contentsOf: UnsafeBufferPointer(start: base, count: count))
      }
    }
  }
}
