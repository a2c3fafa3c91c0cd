import ChineseText

/// A text as stretches from its beginning to its end: mentions, and what stands between them.
struct AnnotatedText {
  /// A stretch of the text.
  struct Stretch {
    let span: TextSpan
    /// The mention that it is, if any.
    let mention: Mention?
  }

  let text: FoldedText
  /// The mentions shown, sorted by start; they do not overlap.
  let mentions: [Mention]

  /// The title's scalars, without the line feed behind them.
  var title: TextSpan { TextSpan(0, max(0, text.bodyStart - 1)) }

  /// The body's scalars.
  var body: TextSpan { TextSpan(text.bodyStart, text.count) }

  /// Walks through a part of the text. O(length of the part and number of mentions).
  func forEach(in part: TextSpan, _ visit: (Stretch) -> Void) {
    var place = part.start
    for mention in mentions where mention.span.start >= place && mention.span.end <= part.end {
      if place < mention.span.start {
        visit(Stretch(span: TextSpan(place, mention.span.start), mention: nil))
      }
      visit(Stretch(span: mention.span, mention: mention))
      place = mention.span.end
    }
    if place < part.end { visit(Stretch(span: TextSpan(place, part.end), mention: nil)) }
  }
}
