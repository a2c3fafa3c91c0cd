/// What a line of a plain word list may say of its word.
enum WordType {
  /// Kinds of names.
  static let names: [(name: String, tags: WordTags)] = [
    ("company", .company), ("organization", .organization), ("person", .person),
    ("place", .place), ("product", .product), ("title", .title),
  ]

  /// Letters of parts of speech, jieba's fine ones too.
  static let parts: [String] = [
    "a", "ad", "ag", "an", "b", "c", "d", "e", "eng", "f", "i", "j", "l", "m", "n", "nr", "nrt",
    "ns", "nt", "nz", "o", "p", "q", "r", "s", "t", "u", "ud", "ug", "uj", "ul", "uv", "uz", "v",
    "vd", "vi", "vn", "vq", "x", "y", "z",
  ]

  /// All that may be written, as a hint says it.
  static let hint =
    "company, organization, person, place, product, title or a part of speech (n v a …)"

  private static let known: [String: WordTags] = {
    var known = Dictionary(names.map { ($0.name, $0.tags) }, uniquingKeysWith: { a, _ in a })
    for part in parts {
      switch part {
      case "nr", "nrt": known[part] = .person
      case "ns": known[part] = .place
      case "nt": known[part] = .organization
      default: known[part] = LexiconSchema.tags(partOfSpeech: part)
      }
    }
    return known
  }()

  /// The tags of a type; nothing for an unknown one.
  static func tags(_ type: String) -> WordTags? { known[type] }

  /// A correction of an unknown type, where one is near.
  static func suggestion(_ type: String) -> String {
    ChineseText.suggestion(for: type, among: names.map(\.name))
  }
}
