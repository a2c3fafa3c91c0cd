import Testing

@testable import ChineseText

@Suite struct TitleGrammarTests {
  @Test(arguments: NameCases.read("titles"))
  func findsTitlesWithTheirFields(row: NameCases.Case) throws {
    let analysis = try NameCases.analyze(row.text)
    let codes = try #require(NameCases.analyzer).lexicon.table("names/titles")
    let column = codes?.column("code") ?? -1
    let found = analysis.mentions.filter { $0.kind == .title }.map { mention in
      let code = mention.value < 0 ? "" : codes?.cell(mention.value, column) ?? ""
      return analysis.text.string(mention.span) + (code.isEmpty ? "" : "=" + code)
    }
    #expect(found.joined(separator: " | ") == row.expected)
  }

  @Test func hidesOccupationsFromTheRules() throws {
    let analysis = try NameCases.analyze("画家采访了董事长。")
    let owned = analysis.mentionOfToken.filter { $0 >= 0 }.map { analysis.mentions[Int($0)] }
    #expect(owned.map { analysis.text.string($0.span) } == ["董事长"])
  }

  @Test func staysInItsLine() throws {
    let analysis = try NameCases.analyze("出道即受认可｜最前线\n作者林远舟")
    let found = analysis.mentions.filter { $0.kind == .title }
    #expect(found.map { analysis.text.string($0.span) } == ["作者"])
  }

  @Test func hasItsCases() { #expect(NameCases.read("titles").count >= 12) }
}
