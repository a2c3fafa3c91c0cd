/// Splits a folded text into sentences.
///
/// A sentence ends at `。！？；…`, at a line end, or hard after `limit` scalars. Closing quotes and
/// brackets after the mark belong to it. Marks inside round brackets end nothing unless the
/// bracket stays open for long. A line end inside a sentence ends nothing: the next line goes on
/// with a comma, or is a name alone before such a line (万科董事长 / 郁亮 / ，…). O(length).
struct SentenceSplitter {
  /// Longest sentence in scalars: keeps the lattice's costs within 32 bits.
  static let limit = 1024
  private static let bracketReach = 120
  /// Longest name on a line of its own.
  private static let nameLine = 12

  func split(_ text: FoldedText) -> [Sentence] {
    text.folded.withUnsafeBufferPointer { folded in
      text.classes.withUnsafeBufferPointer { classes in
        let view = View(
          folded: folded, classes: classes, count: text.count, bodyStart: text.bodyStart)
        return view.split()
      }
    }
  }

  /// Classes that end something or open and close brackets; all others only fill sentences.
  private static let eventful: UInt32 =
    1 << UInt32(CharacterClass.newline.rawValue) | 1 << UInt32(CharacterClass.stop.rawValue)
    | 1 << UInt32(CharacterClass.open.rawValue) | 1 << UInt32(CharacterClass.close.rawValue)

  private struct View {
    let folded: UnsafeBufferPointer<UInt16>
    let classes: UnsafeBufferPointer<UInt8>
    let count: Int
    let bodyStart: Int

    func split() -> [Sentence] {
      var sentences: [Sentence] = []
      sentences.reserveCapacity(count / 32 + 4)
      let eventful = SentenceSplitter.eventful
      var start = 0
      var paragraph = 0
      var index = 0
      var bracket = -1
      while index < count {
        let kind = classes[index]
        let isFull = index &- start >= SentenceSplitter.limit
        if eventful &>> UInt32(kind) & 1 == 0, !isFull {
          index &+= 1
          continue
        }
        let unit = folded[index]
        if unit == 0x28 {
          bracket = index
        } else if unit == 0x29 {
          bracket = -1
        }
        let inBracket = bracket >= 0 && index - bracket < SentenceSplitter.bracketReach
        if kind == CharacterClass.newline.rawValue, isSoft(index, from: start) {
          paragraph += 1
        } else if kind == CharacterClass.newline.rawValue {
          append(start, index, paragraph, to: &sentences)
          paragraph += 1
          start = index + 1
          bracket = -1
        } else if isFull {
          append(start, index, paragraph, to: &sentences)
          start = index
        } else if kind == CharacterClass.stop.rawValue, !inBracket {
          let end = endOfMarks(index + 1, before: start + SentenceSplitter.limit)
          append(start, end, paragraph, to: &sentences)
          start = end
          index = end
          continue
        }
        index += 1
      }
      append(start, count, paragraph, to: &sentences)
      return sentences
    }

    /// Whether a line end lies inside a sentence of the body.
    private func isSoft(_ newline: Int, from start: Int) -> Bool {
      guard start >= bodyStart, newline > start, newline - start < SentenceSplitter.limit / 2,
        classes[newline - 1] != CharacterClass.stop.rawValue, newline + 1 < count
      else { return false }
      if goesOn(newline + 1) { return true }
      // A name alone on its line, before a line that goes on.
      guard newline - start > SentenceSplitter.nameLine else { return false }
      var end = newline + 1
      while end < count, end - newline <= SentenceSplitter.nameLine + 1, isWord(classes[end]) {
        end += 1
      }
      return end > newline + 1 && end + 1 < count
        && classes[end] == CharacterClass.newline.rawValue && goesOn(end + 1)
    }

    /// Whether a line begins with a comma: ，、.
    private func goesOn(_ index: Int) -> Bool {
      folded[index] == 0x2C || folded[index] == 0x3001
    }

    private func isWord(_ kind: UInt8) -> Bool {
      kind == CharacterClass.han.rawValue || kind == CharacterClass.letter.rawValue
        || kind == CharacterClass.digit.rawValue || kind == CharacterClass.space.rawValue
    }

    /// The end of a run of further end marks, closing quotes and brackets, `limit` at most.
    private func endOfMarks(_ from: Int, before limit: Int) -> Int {
      var index = from
      while index < min(count, limit) {
        let kind = classes[index]
        guard
          kind == CharacterClass.stop.rawValue
            || kind == CharacterClass.close.rawValue && folded[index] != 0x300B
        else { break }
        index += 1
      }
      return index
    }

    private func append(
      _ from: Int, _ to: Int, _ paragraph: Int, to sentences: inout [Sentence]
    ) {
      var start = from
      var end = to
      let space = CharacterClass.space.rawValue
      while start < end, classes[start] == space { start += 1 }
      while end > start, classes[end - 1] == space { end -= 1 }
      guard start < end else { return }
      sentences.append(
        Sentence(span: TextSpan(start, end), paragraph: paragraph, isTitle: start < bodyStart))
    }
  }
}
