/// Splits a folded text into sentences.
///
/// A sentence ends at `。！？；…`, at a line end, or hard after `limit` scalars. Closing quotes and
/// brackets after the mark belong to it. Marks inside round brackets end nothing unless the
/// bracket stays open for long. O(length).
struct SentenceSplitter {
  /// Longest sentence in scalars: keeps the lattice's costs within 32 bits.
  static let limit = 1024
  private static let bracketReach = 120

  func split(_ text: FoldedText) -> [Sentence] {
    var sentences: [Sentence] = []
    sentences.reserveCapacity(text.count / 32 + 4)
    var start = 0
    var paragraph = 0
    var index = 0
    var bracket = -1
    while index < text.count {
      let unit = text.folded[index]
      let kind = text.classes[index]
      if unit == 0x28 {
        bracket = index
      } else if unit == 0x29 {
        bracket = -1
      }
      let inBracket = bracket >= 0 && index - bracket < Self.bracketReach
      if kind == CharacterClass.newline.rawValue {
        append(text, start, index, paragraph, to: &sentences)
        paragraph += 1
        start = index + 1
        bracket = -1
      } else if index - start >= Self.limit {
        append(text, start, index, paragraph, to: &sentences)
        start = index
      } else if kind == CharacterClass.stop.rawValue, !inBracket {
        let end = endOfMarks(text, index + 1)
        append(text, start, end, paragraph, to: &sentences)
        start = end
        index = end
        continue
      }
      index += 1
    }
    append(text, start, text.count, paragraph, to: &sentences)
    return sentences
  }

  /// The end of a run of further end marks, closing quotes and brackets.
  private func endOfMarks(_ text: FoldedText, _ from: Int) -> Int {
    var index = from
    while index < text.count {
      let kind = text.classes[index]
      guard
        kind == CharacterClass.stop.rawValue
          || kind == CharacterClass.close.rawValue
            && text.folded[index] != 0x300B
      else { break }
      index += 1
    }
    return index
  }

  private func append(
    _ text: FoldedText, _ from: Int, _ to: Int, _ paragraph: Int, to sentences: inout [Sentence]
  ) {
    var start = from
    var end = to
    let space = CharacterClass.space.rawValue
    while start < end, text.classes[start] == space { start += 1 }
    while end > start, text.classes[end - 1] == space { end -= 1 }
    guard start < end else { return }
    sentences.append(
      Sentence(
        span: TextSpan(start, end), paragraph: paragraph, isTitle: start < text.bodyStart))
  }
}
