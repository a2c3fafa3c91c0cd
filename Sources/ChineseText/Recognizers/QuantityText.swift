/// One sentence of a folded text, as the quantity recognizers read it: outside of it stands 0.
///
/// Holds pointers into the text, so it must not outlive the call that made it.
struct QuantityText {
  let folded: UnsafeBufferPointer<UInt16>
  let classes: UnsafeBufferPointer<UInt8>
  /// Codes of the lexicon's alphabet.
  let codes: UnsafeBufferPointer<UInt16>
  /// The scalars as written, for the few readings that need the width.
  let scalars: UnsafeBufferPointer<UInt32>
  let start: Int
  let end: Int

  /// Calls `body` with the view of `span`.
  static func with(_ text: FoldedText, _ span: TextSpan, _ body: (QuantityText) -> Void) {
    let end = min(span.end, text.count)
    let start = min(max(span.start, 0), end)
    text.folded.withUnsafeBufferPointer { folded in
      text.classes.withUnsafeBufferPointer { classes in
        text.codes.withUnsafeBufferPointer { codes in
          text.scalars.withUnsafeBufferPointer { scalars in
            guard end <= min(folded.count, classes.count), end <= min(codes.count, scalars.count)
            else { return }
            body(
              QuantityText(
                folded: folded, classes: classes, codes: codes, scalars: scalars, start: start,
                end: end))
          }
        }
      }
    }
  }

  /// The folded character at `index`, 0 outside the sentence.
  @inline(__always)
  subscript(index: Int) -> UInt16 {
    index >= start && index < end ? folded[index] : 0
  }

  /// The class of the character at `index`, `.other` outside the sentence.
  @inline(__always)
  func kind(_ index: Int) -> CharacterClass {
    guard index >= start, index < end else { return .other }
    return CharacterClass(rawValue: classes[index]) ?? .other
  }

  @inline(__always)
  private func has(_ kind: CharacterClass, _ index: Int) -> Bool {
    index >= start && index < end && classes[index] == kind.rawValue
  }

  @inline(__always) func isHan(_ index: Int) -> Bool { has(.han, index) }
  @inline(__always) func isDigit(_ index: Int) -> Bool { has(.digit, index) }
  @inline(__always) func isLetter(_ index: Int) -> Bool { has(.letter, index) }
  @inline(__always) func isBlank(_ index: Int) -> Bool { has(.space, index) }

  /// Whether `pattern` stands at `index`.
  @inline(__always)
  func matches(_ pattern: [UInt16], at index: Int) -> Bool {
    guard index >= start, index + pattern.count <= end else { return false }
    for offset in 0..<pattern.count where folded[index + offset] != pattern[offset] { return false }
    return true
  }

  /// Whether a word that ends at `place` would cut a Latin or digit run in two.
  @inline(__always)
  func cutsRun(at place: Int) -> Bool {
    if isLetter(place - 1) { return isLetter(place) }
    return isDigit(place - 1) && (isDigit(place) || isLetter(place))
  }

  /// Whether 负 stands at `index` as a sign: 负3.9%, not 背负3亿元.
  func isNegation(_ index: Int) -> Bool {
    self[index] == Self.negative && !Self.bearing.contains(self[index - 1])
  }

  private static let negative = "负".utf16.first ?? 0
  private static let bearing = Array("背担肩自胜抱辜欺欠减增重".utf16)

  /// Whether a full-width comma stands at `index`, which parts numbers more often than groups.
  func isWideComma(_ index: Int) -> Bool {
    index >= start && index < end && scalars[index] == 0xFF0C
  }

  /// `index`, or the place behind the blanks that stand there, three at most.
  func skippingBlanks(_ index: Int) -> Int {
    var place = index
    while place < index + 3, isBlank(place) { place += 1 }
    return place
  }

  /// `index`, or the place behind the one blank that stands there.
  @inline(__always)
  func skippingBlank(_ index: Int) -> Int { isBlank(index) ? index + 1 : index }

  /// `index`, or the place before the one blank that stands to its left.
  @inline(__always)
  func skippingBlankBackward(_ index: Int) -> Int {
    isBlank(index - 1) ? index - 1 : index
  }
}
