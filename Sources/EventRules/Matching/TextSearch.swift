import ChineseText

extension FoldedText {
  /// Whether the folded text of a span holds `units`. O(span × units) at worst.
  func contains(_ units: [UInt16], in span: TextSpan) -> Bool {
    first(units, in: span) != nil
  }

  /// Offset of the first occurrence of `units` inside a span.
  func first(_ units: [UInt16], in span: TextSpan) -> Int? {
    guard let head = units.first, span.count >= units.count else { return nil }
    var at = span.start
    while at + units.count <= span.end {
      if folded[at] == head, matches(units, at: at) { return at }
      at += 1
    }
    return nil
  }
}
