/// One word of the best path through a sentence's lattice. Its text is made only on demand.
///
/// A place in the text, no copy of it. `FoldedText.string` makes a String of its
/// span, `FoldedText.scalars` shows the scalars where they lie, `FoldedText.utf8Places` maps them to
/// bytes, and `Lexicon.ids` names the rows of the gazetteer behind it.
public struct Token: Sendable {
  let start32: UInt32
  let end32: UInt32
  /// Row of the lexicon's word list, or -1 where no list holds the word.
  package let word: Int32
  /// Index into the analysis' candidates, or -1 where the word comes from the lexicon.
  package let candidate: Int32
  /// What the word can be.
  public let tags: WordTags

  package init(start: Int, end: Int, word: Int32, candidate: Int32, tags: WordTags) {
    self.start32 = UInt32(truncatingIfNeeded: start)
    self.end32 = UInt32(truncatingIfNeeded: end)
    self.word = word
    self.candidate = candidate
    self.tags = tags
  }

  /// First scalar, as an offset in Unicode scalars.
  public var start: Int { Int(start32) }
  /// First scalar after the word, as an offset in Unicode scalars.
  public var end: Int { Int(end32) }
  /// Scalars of the word.
  public var span: TextSpan { TextSpan(Int(start32), Int(end32)) }
}
