import ChineseText
import EventRules

/// What must hold of a text's mentions and claims, whatever it says.
package struct AnalysisChecks {
  private let text: TextAnalysis
  private let claims: [Claim]

  /// Looks at an analysis.
  package init(_ text: TextAnalysis, claims: [Claim] = []) {
    self.text = text
    self.claims = claims
  }

  /// The first thing that does not hold, or nothing.
  package func problem() -> String? {
    mentionOrder() ?? lines() ?? tokenMap() ?? references() ?? claimSpans()
  }

  /// Mentions lie in order, do not overlap, and cover whole tokens.
  private func mentionOrder() -> String? {
    var last = 0
    for mention in text.mentions {
      guard mention.span.start >= last, isInside(mention.span) else {
        return "mention \(mention.span) after \(last)"
      }
      last = mention.span.end
      guard let first = mention.tokens.first, mention.tokens.upperBound <= text.tokens.count,
        text.tokens[first].start == mention.span.start,
        text.tokens[mention.tokens.upperBound - 1].end == mention.span.end
      else { return "mention \(mention.span) has the tokens \(mention.tokens)" }
    }
    return nil
  }

  /// No mention goes on over the end of a line, or of the title.
  private func lines() -> String? {
    for mention in text.mentions where isInside(mention.span) {
      let classes = text.text.classes[mention.span.start..<mention.span.end]
      if classes.contains(CharacterClass.newline.rawValue) {
        return "mention \(mention.span) goes over the end of a line"
      }
    }
    return nil
  }

  /// Each token names the mention that covers it.
  private func tokenMap() -> String? {
    var expected = [Int32](repeating: -1, count: text.tokens.count)
    for (index, mention) in text.mentions.enumerated() {
      for token in mention.tokens { expected[token] = Int32(truncatingIfNeeded: index) }
    }
    return expected == text.mentionOfToken ? nil : "tokens name other mentions than cover them"
  }

  /// Every index leads to something.
  private func references() -> String? {
    for mention in text.mentions {
      let entities = [mention.entity] + mention.others
      // The value of a title is a row of its table.
      guard entities.allSatisfy({ (-1..<text.entities.count).contains($0) }),
        mention.kind == .title || (-1..<text.values.count).contains(mention.value)
      else { return "mention \(mention.span) leads nowhere" }
    }
    return nil
  }

  private func claimSpans() -> String? {
    for claim in claims {
      for filler in claim.roles.flatMap(\.fillers) {
        guard isInside(filler.span), (-1..<text.entities.count).contains(filler.entity),
          (-1..<text.values.count).contains(filler.value)
        else { return "a filler of \(claim.type) at \(filler.span) leads nowhere" }
      }
    }
    return nil
  }

  private func isInside(_ span: TextSpan) -> Bool {
    span.start >= 0 && span.end > span.start && span.end <= text.text.count
  }
}
