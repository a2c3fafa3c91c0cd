/// A half-open range of Unicode scalars in one text: the unit of every offset in this package.
public struct TextSpan: Hashable, Comparable, Sendable {
  /// First scalar inside, as an offset in Unicode scalars.
  public let start: Int
  /// First scalar after the span, as an offset in Unicode scalars.
  public let end: Int

  /// Makes the span `start..<end`; an end before the start makes it empty.
  @inlinable public init(_ start: Int, _ end: Int) {
    self.start = start
    self.end = end < start ? start : end
  }

  /// Number of Unicode scalars.
  @inlinable public var count: Int { end - start }
  /// Whether nothing lies inside.
  @inlinable public var isEmpty: Bool { start == end }

  /// Whether `other` lies wholly inside.
  @inlinable public func contains(_ other: TextSpan) -> Bool {
    start <= other.start && other.end <= end
  }
  /// Whether the scalar at `offset` lies inside.
  @inlinable public func contains(_ offset: Int) -> Bool { start <= offset && offset < end }
  /// Whether the two share at least one scalar.
  @inlinable public func overlaps(_ other: TextSpan) -> Bool {
    start < other.end && other.start < end
  }

  /// Orders by start, then by end.
  @inlinable public static func < (a: TextSpan, b: TextSpan) -> Bool {
    (a.start, a.end) < (b.start, b.end)
  }
}
