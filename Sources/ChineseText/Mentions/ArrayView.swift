/// A window on an array that somebody else keeps alive: checked like the array, but without
/// reference counting, so that passing it around costs nothing.
struct ArrayView<Element>: RandomAccessCollection {
  /// The memory, for loops whose bounds are checked before them.
  let buffer: UnsafeBufferPointer<Element>

  init(_ buffer: UnsafeBufferPointer<Element>) { self.buffer = buffer }

  var startIndex: Int { 0 }
  @inline(__always) var endIndex: Int { buffer.count }
  @inline(__always) var count: Int { buffer.count }

  @inline(__always)
  subscript(index: Int) -> Element {
    precondition(index >= 0 && index < buffer.count)
    return buffer[index]
  }

  /// An element whose index the caller has checked.
  @inline(__always)
  subscript(unchecked index: Int) -> Element { buffer[index] }

  /// The elements of a range, counted from 0 again.
  @inline(__always)
  subscript(range: Range<Int>) -> ArrayView<Element> {
    precondition(range.lowerBound >= 0 && range.upperBound <= buffer.count)
    return ArrayView(UnsafeBufferPointer(rebasing: buffer[range]))
  }
}

/// A folded text without its owners: what the finders read.
struct TextView {
  /// The scalars as written.
  let scalars: ArrayView<UInt32>
  /// The shadow, with a 0 at the end.
  let folded: ArrayView<UInt16>
  /// `CharacterClass` raw values, with a 0 at the end.
  let classes: ArrayView<UInt8>
  /// Codes of the lexicon's alphabet, with a 0 at the end.
  let codes: ArrayView<UInt16>

  /// Number of Unicode scalars.
  var count: Int { scalars.count }

  /// Class, folded form and code of the character at `offset`: one check for the three.
  @inline(__always)
  func character(_ offset: Int) -> (kind: UInt8, head: UInt16, code: UInt16) {
    precondition(
      offset >= 0 && offset < classes.count && classes.count == folded.count
        && classes.count == codes.count)
    return (
      classes[unchecked: offset], folded[unchecked: offset], codes[unchecked: offset]
    )
  }

  /// Whether the folded text at `offset` begins with `pattern`.
  @inline(__always)
  func matches(_ pattern: [UInt16], at offset: Int) -> Bool {
    guard offset >= 0, offset + pattern.count <= scalars.count else { return false }
    for index in 0..<pattern.count where folded[offset + index] != pattern[index] { return false }
    return true
  }

  /// Whether the folded text at `offset` is that of `span`.
  @inline(__always)
  func repeats(_ span: TextSpan, at offset: Int) -> Bool {
    guard offset >= 0, offset + span.count <= scalars.count else { return false }
    for index in 0..<span.count where folded[offset + index] != folded[span.start + index] {
      return false
    }
    return true
  }
}

extension FoldedText {
  /// Runs `body` on the arrays of the text.
  @inline(__always)
  func withView<Result>(_ body: (TextView) -> Result) -> Result {
    scalars.withUnsafeBufferPointer { scalars in
      folded.withUnsafeBufferPointer { folded in
        classes.withUnsafeBufferPointer { classes in
          codes.withUnsafeBufferPointer { codes in
            body(
              TextView(
                scalars: ArrayView(scalars), folded: ArrayView(folded),
                classes: ArrayView(classes), codes: ArrayView(codes)))
          }
        }
      }
    }
  }
}
