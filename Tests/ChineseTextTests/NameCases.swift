import ChineseText
import Foundation
import Testing

/// Tables of name cases, the built lexicon they run on, and the compact forms of what is found.
enum NameCases {
  /// A text and what is to be found in it, in order.
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let text: String
    let expected: String
    var testDescription: String { name }
  }

  /// The stages on the built lexicon; nothing where the build laid none.
  static let analyzer: TextAnalyzer? = folders.lazy.compactMap { folder -> TextAnalyzer? in
    guard let lexicon = try? Lexicon(path: folder + "/lexicon.bin") else { return nil }
    return try? TextAnalyzer(lexicon: lexicon)
  }.first

  private static var folders: [String] {
    var places = [CommandLine.arguments[0], "/proc/self/exe"].map {
      URL(fileURLWithPath: $0).resolvingSymlinksInPath().deletingLastPathComponent()
    }
    places += places.map { $0.deletingLastPathComponent() }
    let beside = places.flatMap { place in
      ["resources", "bundle"].map { place.appendingPathComponent("shiji_Lexicons.\($0)").path }
    }
    return [ProcessInfo.processInfo.environment["SHIJI_LEXICONS"]].compactMap { $0 } + beside
  }

  /// The rows of `Cases/NAME.tsv`.
  static func read(_ name: String) -> [Case] {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Cases/\(name).tsv")
    guard let text = try? String(contentsOf: file, encoding: .utf8) else { return [] }
    return text.split(separator: "\n").dropFirst().compactMap { line in
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      return cells.count == 3 ? Case(name: cells[0], text: cells[1], expected: cells[2]) : nil
    }
  }

  static func analyze(_ text: String) throws -> TextAnalysis {
    try #require(analyzer).analyze(Document(id: "case", text: text))
  }

  /// `name=alias+alias` of each entity of the given kinds, with its kind where there are several.
  static func entities(_ text: String, _ kinds: Set<MentionKind>) throws -> String {
    try analyze(text).entities.filter { kinds.contains($0.kind) }.map { entity in
      let names = ([entity.name] + entity.aliases.prefix(1)).joined(separator: "=")
      let more = entity.aliases.dropFirst().map { "+" + $0 }.joined()
      return (kinds.count > 1 ? entity.kind.rawValue + " " : "") + names + more
    }.joined(separator: " | ")
  }

  /// `reference=entity+entity` of each resolved reference.
  static func references(_ text: String) throws -> String {
    let analysis = try analyze(text)
    return analysis.mentions.filter { $0.via == .pronoun || $0.via == .definite }.map { mention in
      let names = ([mention.entity] + mention.others).map { analysis.entities[$0].name }
      return analysis.text.string(mention.span) + "=" + names.joined(separator: "+")
    }.joined(separator: " | ")
  }
}
