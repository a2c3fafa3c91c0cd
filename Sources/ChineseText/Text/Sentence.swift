/// A sentence of the text, with its place in the document.
public struct Sentence: Sendable {
  /// Scalars of the sentence, end mark and closing quotes included, outer blanks excluded.
  public let span: TextSpan
  /// Number of the paragraph (line) it begins in, counted from 0; the title is paragraph 0.
  public let paragraph: Int
  /// Whether it is the title.
  public let isTitle: Bool
  /// Tokens of the sentence: a range of the analysis' token array.
  public let tokens: Range<Int>

  package init(span: TextSpan, paragraph: Int, isTitle: Bool, tokens: Range<Int> = 0..<0) {
    self.span = span
    self.paragraph = paragraph
    self.isTitle = isTitle
    self.tokens = tokens
  }

  package func with(tokens: Range<Int>) -> Sentence {
    Sentence(span: span, paragraph: paragraph, isTitle: isTitle, tokens: tokens)
  }
}
