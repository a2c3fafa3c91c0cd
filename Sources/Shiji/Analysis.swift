import ChineseText
import EventRules

/// What is known of one document: its text, mentions and entities, and the claims it makes.
///
/// All offsets are Unicode scalars of the title and the body joined by a line feed; `text.local`
/// gives the offsets within the one or the other.
public struct Analysis: Sendable {
  /// The document as it was read.
  public let document: Document
  /// Sentences, tokens, mentions, entities.
  public let text: TextAnalysis
  /// Events and relations, in the order of the text.
  public let claims: [Claim]

  package init(document: Document, text: TextAnalysis, claims: [Claim]) {
    self.document = document
    self.text = text
    self.claims = claims
  }
}
