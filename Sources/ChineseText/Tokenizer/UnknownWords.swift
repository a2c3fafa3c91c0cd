/// Proposes Latin, digit and mixed runs as single words: GPT-4o, 36氪's 36, Robin, v2.5.
///
/// A run is letters and digits, joined inside by `-`, `.`, `'`, `&`, `+`, `_`, `/`, `@`. Its
/// letter-only and digit-only parts are proposed too, so that a known name may end inside (Stable
/// Diffusion|3); the whole run is cheaper than its parts. O(length).
struct UnknownWords {
  /// Cost of a run.
  private let cost: Int32

  init(lexicon: Lexicon) { cost = lexicon.runCost }

  /// Appends the runs of `span` in order of start.
  func recognize(_ text: FoldedText, in span: TextSpan, candidates: inout [Candidate]) {
    text.withView { recognize($0, in: span, candidates: &candidates) }
  }

  /// Appends the runs of `span` in order of start.
  func recognize(_ text: TextView, in span: TextSpan, candidates: inout [Candidate]) {
    let (classes, folded) = (text.classes.buffer, text.folded.buffer)
    guard span.start >= 0, span.end <= min(classes.count, folded.count) else { return }
    var index = span.start
    while true {
      index = Self.skip(classes, from: index, to: span.end)
      guard index < span.end else { return }
      let end = Self.runEnd(classes, folded, from: index, limit: span.end)
      appendRun(classes, index, end, to: &candidates)
      index = end
    }
  }

  /// The next place of a run: eight characters at a time while none of them is in one.
  @inline(__always)
  private static func skip(
    _ classes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int
  ) -> Int {
    let raw = UnsafeRawBufferPointer(classes)
    var index = start
    while index < end {
      guard index &+ 8 <= raw.count else {
        if isRunClass(classes[index]) { return index }
        index &+= 1
        continue
      }
      let word = UInt64(
        littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      // Letter and digit are the classes 2 and 3: what differs from 2 in the last bit at most. The
      // lowest hit is a true one.
      let other = (word ^ 0x0202_0202_0202_0202) & 0xFEFE_FEFE_FEFE_FEFE
      let hits = (other &- 0x0101_0101_0101_0101) & ~other & 0x8080_8080_8080_8080
      if hits != 0 { return min(index &+ hits.trailingZeroBitCount >> 3, end) }
      index &+= 8
    }
    return end
  }

  /// Calls `body` with every position that continues a letter run or a digit run: no word begins
  /// there.
  @inline(__always)
  static func forEachInside(
    _ classes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int, _ body: (Int) -> Void
  ) {
    guard start >= 0, end <= classes.count else { return }
    var index = start
    while true {
      index = skip(classes, from: index, to: end)
      guard index < end else { return }
      let kind = classes[index]
      index &+= 1
      while index < end, classes[index] == kind {
        body(index)
        index &+= 1
      }
    }
  }

  @inline(__always)
  static func isRunClass(_ raw: UInt8) -> Bool {
    raw &- CharacterClass.letter.rawValue <= 1
  }

  @inline(__always)
  static func isJoiner(_ unit: UInt16) -> Bool {
    switch unit {
    // - . ' & + _ / @ and the closing quote
    case 0x2D, 0x2E, 0x27, 0x26, 0x2B, 0x5F, 0x2F, 0x40, 0x2019: true
    default: false
    }
  }

  /// First scalar after the run that begins at `from`.
  private static func runEnd(
    _ classes: UnsafeBufferPointer<UInt8>, _ folded: UnsafeBufferPointer<UInt16>, from: Int,
    limit: Int
  ) -> Int {
    var index = from
    while index < limit {
      if isRunClass(classes[index]) {
        index &+= 1
      } else if index &+ 1 < limit, isJoiner(folded[index]), isRunClass(classes[index &+ 1]) {
        index &+= 2
      } else {
        break
      }
    }
    return index
  }

  private func appendRun(
    _ classes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int,
    to candidates: inout [Candidate]
  ) {
    let digit = CharacterClass.digit.rawValue
    let kind = classes[start]
    var index = start &+ 1
    while index < end, classes[index] == kind { index &+= 1 }
    if index == end {
      candidates.append(part(start, end, number: kind == digit))
    } else {
      appendParts(classes, start, end, to: &candidates)
    }
  }

  /// Appends a run of several parts, then the parts.
  private func appendParts(
    _ classes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int,
    to candidates: inout [Candidate]
  ) {
    let digit = CharacterClass.digit.rawValue
    let hasLetters = classes[start..<end].contains(CharacterClass.letter.rawValue)
    candidates.append(part(start, end, number: !hasLetters))
    var partStart = start
    for index in start..<end where index &+ 1 == end || classes[index &+ 1] != classes[index] {
      if Self.isRunClass(classes[index]) {
        candidates.append(part(partStart, index &+ 1, number: classes[index] == digit))
      }
      partStart = index &+ 1
    }
  }

  private func part(_ start: Int, _ end: Int, number: Bool) -> Candidate {
    Candidate(
      start: start, end: end, tags: number ? .number : .latin, cost: cost)
  }
}
