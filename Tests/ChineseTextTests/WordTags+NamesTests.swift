import Foundation
import Testing

@testable import ChineseText

/// Names of tags: one list in the code, and the same in `Lexicons/README.md`.
@Suite struct WordTagsNamesTests {
  @Test func everyTagHasOneName() {
    let names = WordTags.named.map(\.name)
    #expect(Set(names).count == names.count)
    #expect(WordTags.named.allSatisfy { $0.tag.rawValue.nonzeroBitCount == 1 })
    let bits = WordTags.named.map(\.tag.rawValue)
    #expect(bits == bits.sorted())
    #expect(Set(bits).count == bits.count)
  }

  @Test func unionsAreMadeOfNamedTags() {
    let all = WordTags.named.reduce(into: WordTags()) { $0.formUnion($1.tag) }
    #expect(all.isSuperset(of: .name) && all.isSuperset(of: .quantity))
    #expect(WordTags.named.count == all.rawValue.nonzeroBitCount)
  }

  @Test func classesOfTheTablesHaveTheSameNames() {
    for (name, tag) in LexiconSchema.classTags { #expect(tag.names == [name]) }
  }

  @Test func readmeListsThemInThisOrder() throws {
    #expect(try Self.rows().map(\.name) == WordTags.named.map(\.name))
  }

  @Test func examplesOfTheReadmeHaveTheirTags() throws {
    let analyzer = try #require(NameCases.analyzer)
    for row in try Self.rows() {
      let tokens = analyzer.tokenize(Document(id: "d", text: row.example)).tokens
      #expect(tokens.count == 1 && tokens[0].tags.names.contains(row.name), "\(row.example)")
    }
  }

  /// The rows of the table in `Lexicons/README.md`: tag and example.
  private static func rows() throws -> [(name: String, example: String)] {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let readme = try String(contentsOf: root.appending(path: "Lexicons/README.md"), encoding: .utf8)
    let behind = readme.components(separatedBy: "\n# Tags of words\n").last ?? ""
    let section = behind.components(separatedBy: "\n# ").first ?? ""
    return section.split(separator: "\n").filter { $0.hasPrefix("| `") }.map { row in
      let cells = row.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      return (cells[0].filter { $0 != "`" }, cells.last ?? "")
    }
  }

  @Test(
    arguments: [
      ([.noun, .company], "company"), ([.noun, .company, .ambiguous], "company|noun"),
      ([.verb, .noun, .trigger], "noun|verb"), ([.cue], "other"), ([], "other"),
      ([.latin, .product], "product"), ([.numeral, .money], "money"),
    ] as [(WordTags, String)])
  func labelSaysWhatAWordIs(tags: WordTags, label: String) {
    #expect(tags.label == label)
  }
}
