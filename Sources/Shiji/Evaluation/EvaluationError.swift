/// Something that the tool and the annotation see differently.
package struct EvaluationError: Sendable, Equatable {
  /// What it concerns.
  package enum Section: String, Sendable, CaseIterable {
    case entities, money, events, arguments, relations, time, realis
  }

  /// How the two differ.
  package enum Kind: String, Sendable, CaseIterable {
    /// The tool did not find it.
    case missing
    /// The annotation does not have it.
    case spurious
    /// Both have it, the tool as something else.
    case mistyped
    /// The tool tells it twice as two things.
    case repeated
    /// Both have it, with another value.
    case wrong
  }

  /// What it concerns.
  package let section: Section
  /// How they differ.
  package let kind: Kind
  /// How much hangs on it: roles of an event, uses of an entity.
  package let weight: Int
  /// Id of the document.
  package let document: String
  /// What differs.
  package let item: String
  /// The sentence.
  package let sentence: String
}

/// Finds the sentence of a text that holds some words.
struct QuotedText {
  let text: String

  /// The sentence of the first place where `part` stands; empty where there is none.
  func sentence(with part: String) -> String {
    guard !part.isEmpty, let range = text.firstRange(of: part) else { return "" }
    var start = range.lowerBound
    while start > text.startIndex {
      let before = text.index(before: start)
      if Self.isEnd(text[before]) { break }
      start = before
    }
    var end = range.upperBound
    while end < text.endIndex {
      let character = text[end]
      if character.isNewline { break }
      end = text.index(after: end)
      if Self.isEnd(character) { break }
    }
    while end < text.endIndex, Self.closers.contains(text[end]) { end = text.index(after: end) }
    let inner = text[start..<end].filter { !$0.isNewline }
    return String(inner.drop { $0 == " " || $0 == "\u{3000}" || Self.closers.contains($0) })
  }

  /// What closes the sentence before it.
  private static let closers: Set<Character> = ["”", "’", "」", "』", "）", ")"]

  private static func isEnd(_ character: Character) -> Bool {
    character == "。" || character == "！" || character == "？" || character.isNewline
  }
}
