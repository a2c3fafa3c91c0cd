extension FoldedText {
  /// The scalars of a span as written, not copied.
  ///
  ///     for token in analysis.tokens where analysis.text.scalars(token.span).first == 0x5FAE {
  ///       print(token.start)  // words that begin with 微
  ///     }
  public func scalars(_ span: TextSpan) -> ArraySlice<UInt32> {
    let start = min(max(span.start, 0), scalars.count)
    return scalars[start..<min(max(span.end, start), scalars.count)]
  }

  /// Whether a span holds blanks and line ends alone.
  public func isBlank(_ span: TextSpan) -> Bool {
    let start = min(max(span.start, 0), scalars.count)
    return classes[start..<min(max(span.end, start), scalars.count)].allSatisfy {
      $0 == CharacterClass.space.rawValue || $0 == CharacterClass.newline.rawValue
    }
  }

  /// The UTF-8 byte offset of every scalar and, last, the number of bytes: for those who need the
  /// bytes of many spans, where `utf8Offsets(of:)` would count anew for each. O(length).
  public func utf8Places() -> [Int] {
    var places: [Int] = []
    places.reserveCapacity(scalars.count + 1)
    var bytes = 0
    for scalar in scalars {
      places.append(bytes)
      bytes += scalar < 0x80 ? 1 : scalar < 0x800 ? 2 : scalar < 0x10000 ? 3 : 4
    }
    places.append(bytes)
    return places
  }
}
