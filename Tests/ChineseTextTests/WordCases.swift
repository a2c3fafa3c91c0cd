import ChineseText
import Testing

/// Cuts the texts of word cases with the built lexicon.
enum WordCases {
  /// The words of a text, parted by `|`.
  static func cut(
    _ text: String, _ granularity: Granularity, _ standard: WordStandard? = nil
  ) throws -> String {
    let analyzer = try #require(NameCases.analyzer)
    let cutter = try WordCutter(
      analyzer: analyzer, granularity: granularity, standard: standard)
    let (folded, words) = cutter.words(of: Document(id: "case", text: text))
    return words.map { folded.string($0.span) }.filter { $0 != " " }.joined(separator: "|")
  }
}
