import ChineseText

/// The names of what a word can be, as output shows them.
enum TagNames {
  /// The names of a set of tags, in a fixed order.
  static func names(of tags: WordTags) -> [String] {
    all.filter { tags.contains($0.tag) }.map(\.name)
  }

  private static let all: [(tag: WordTags, name: String)] = [
    (.noun, "noun"), (.verb, "verb"), (.adjective, "adjective"), (.adverb, "adverb"),
    (.preposition, "preposition"), (.conjunction, "conjunction"), (.particle, "particle"),
    (.pronoun, "pronoun"), (.numeral, "numeral"), (.measure, "measure"),
    (.timeWord, "time-word"), (.locative, "locative"), (.punctuation, "punctuation"),
    (.latin, "latin"), (.number, "number"), (.unknown, "unknown"), (.company, "company"),
    (.organization, "organization"), (.person, "person"), (.product, "product"),
    (.place, "place"), (.title, "title"), (.money, "money"), (.time, "time"),
    (.percent, "percent"), (.count, "count"), (.round, "round"), (.trigger, "trigger"),
    (.cue, "cue"),
  ]
}
