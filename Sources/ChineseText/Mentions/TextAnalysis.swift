/// What the text stages know of one document: an immutable value, each part in text order.
public final class TextAnalysis: Sendable {
  /// The text.
  public let text: FoldedText
  /// Day of publication.
  public let published: CalendarDate?
  /// Sentences, the title first.
  public let sentences: [Sentence]
  /// Tokens of all sentences.
  public let tokens: [Token]
  /// Mentions sorted by start; they do not overlap.
  public let mentions: [Mention]
  /// For each token, the index of the mention that covers it, or -1.
  package let mentionOfToken: [Int32]
  /// Entities in order of first mention.
  public let entities: [Entity]
  /// Values of quantity mentions.
  public let values: [QuantityValue]
  /// Names that the text equates.
  public let same: [SameName]

  package init(
    text: FoldedText, published: CalendarDate?, sentences: [Sentence], tokens: [Token],
    mentions: [Mention], mentionOfToken: [Int32], entities: [Entity], values: [QuantityValue],
    same: [SameName]
  ) {
    self.text = text
    self.published = published
    self.sentences = sentences
    self.tokens = tokens
    self.mentions = mentions
    self.mentionOfToken = mentionOfToken
    self.entities = entities
    self.values = values
    self.same = same
  }
}
