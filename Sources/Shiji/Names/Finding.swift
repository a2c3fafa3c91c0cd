import ChineseText

/// How a name was found, or why it was left out: a key for programs and a sentence for people.
package struct Finding: Sendable, Equatable {
  /// `lexicon`, `person-shape`, `suffix`, … or `weak`, `replaced`.
  package let key: String
  /// In words.
  package let text: String

  init(_ key: String, _ text: String) {
    self.key = key
    self.text = text
  }

  /// A name that stands.
  init(_ find: NameTrace.Find) {
    switch find.stage {
    case .words where find.isListed: self.init("lexicon", "a word of the lexicon")
    case .words, .persons:
      self.init("person-shape", "a person by shape: family name and given name")
    case .spaced:
      self.init("lexicon", "a name of the lexicon with a blank between scripts")
    case .models, .tails: self.init("model", "a name with its version or a word of product lines")
    case .latin: self.init("latin", "a run of Latin words by its form and the words beside it")
    case .suffixes: self.init("suffix", "ends in a suffix of organizations")
    case .extensions:
      self.init("extension", "a known company with a place or a branch of trade behind it")
    case .listed: self.init("ticker", "stands before a ticker")
    case .companies:
      self.init("company-shape", "a brand and a trade word, or a made-up word in a company's place")
    case .stakes: self.init("stake", "the firm whose share is told")
    case .lists: self.init("list", "a member of a list of companies")
    case .products: self.init("quoted", "quoted beside words that speak for a name")
    case .honorifics: self.init("honorific", "a family name with a form of address")
    case .aliases:
      self.init("short-form", "a short form or other name of what the text names in full")
    case .shortModels: self.init("model", "a version behind the short form of a name")
    }
  }

  /// A name that a later stage took away.
  init(dropped stage: MentionStage, _ find: NameTrace.Find) {
    switch stage {
    case .persons: self.init("weak", "a person by shape whose surroundings say too little")
    case .honorifics: self.init("honorific", "a form of address without the person named before")
    default: self.init("replaced", "part of a longer name (\(stage.rawValue))")
    }
  }

  /// What had too few points.
  init(weak guess: NameTrace.Guess) {
    let what: String
    switch guess.stage {
    case .latin: what = "a run of Latin words"
    case .persons: what = "a person by shape"
    default: what = "might be a company by its shape"
    }
    self.init("weak", "\(what): too few points")
  }
}
