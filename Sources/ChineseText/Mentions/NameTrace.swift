/// How the names of a document were found: what each stage added and dropped, the words beside the
/// names that spoke for them, and what was looked at and had too few points.
///
/// Made by running the search again under a tracer: for looking at, not for bulk.
package struct NameTrace: Sendable {
  /// A word beside a name, and the points that it gave.
  package struct Cue: Sendable {
    /// Where it stands.
    package let span: TextSpan
    /// Whether it stands before the name.
    package let isBefore: Bool
    /// Points by kind, none of them 0, in the order of the kinds.
    package let points: [(kind: MentionKind, points: Int)]
  }

  /// A stretch that some stage took for a name or title.
  package struct Find: Sendable {
    /// Where it stands.
    package let span: TextSpan
    /// What it was taken for.
    package let kind: MentionKind
    /// The stage that added it.
    package let stage: MentionStage
    /// Whether a row of the lexicon names it; else it was found by its form and place.
    package let isListed: Bool
    /// Its word, or -1.
    package let word: Int32
    /// The points that it had, where the stage counts points.
    package let points: Int?
    /// The words beside it.
    package let cues: [Cue]
    /// The stage that took it away again; nothing for a name that stands.
    package internal(set) var dropped: MentionStage?
    /// Index of its entity, or -1.
    package internal(set) var entity = -1
  }

  /// A stretch that might have been a name with more points.
  package struct Guess: Sendable {
    /// Where it stands.
    package let span: TextSpan
    /// What it might have been.
    package let kind: MentionKind
    /// The stage that looked at it.
    package let stage: MentionStage
    /// The points that it had.
    package let points: Int
    /// The points that it needed.
    package let needed: Int
    /// The words beside it.
    package let cues: [Cue]
  }

  /// Why an ambiguous word is no name where it stands.
  package enum Reading: Sendable {
    /// None of its cues stands in the sentence, nor another name of the same thing in the document.
    case noCue
    /// A number or measure stands before it: 三个苹果.
    case counted
  }

  /// In order of the stages, and of the text within each.
  package internal(set) var finds: [Find] = []
  /// In order of the stages; a stretch may have several.
  package internal(set) var guesses: [Guess] = []
  /// Ambiguous words that are no names, by their spans.
  package internal(set) var plain: [(span: TextSpan, reading: Reading)] = []
}
