import ChineseText
import EventRules

/// The lines of rule files that can give claims, by file and number.
struct RuleLines {
  /// A line.
  struct Line: Sendable {
    /// Path of its file.
    let path: String
    /// File stem and number, as evidence names it: `acquisition:12`.
    let name: String
    /// Number, from 1.
    let number: Int
    /// Its first word: `frame`, `pattern` …
    let keyword: String
    /// Its trigger words; none for lines without such.
    let triggers: [String]
  }

  private static let keywords: Set<String> = [
    "frame", "noun", "more", "pattern", "titles", "derive", "owners",
  ]

  /// The lines of some files, in order.
  static func of(_ sources: [RuleSource]) -> [Line] {
    sources.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }.flatMap(lines)
  }

  private static func lines(_ source: RuleSource) -> [Line] {
    let words = Dictionary(
      RuleTriggers.places(in: source.bytes).map { ($0.line, $0.words) },
      uniquingKeysWith: { first, _ in first })
    let lines = String(decoding: source.bytes, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false)
    return lines.enumerated().compactMap { index, line in
      let keyword = String(line.prefix { $0 != " " })
      guard keywords.contains(keyword) else { return nil }
      return Line(
        path: source.path, name: "\(source.name):\(index + 1)", number: index + 1,
        keyword: keyword, triggers: words[index + 1] ?? [])
    }
  }
}
