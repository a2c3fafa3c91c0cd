import Testing

@testable import ChineseText

@Suite struct AliasesTests {
  @Test(arguments: NameCases.read("aliases"))
  func oneDocumentOneEntity(row: NameCases.Case) throws {
    #expect(try NameCases.entities(row.text, [.company, .organization, .person]) == row.expected)
  }

  @Test func statesATranslationForOtherDocuments() throws {
    let analysis = try NameCases.analyze("垄田科技（Lumivex）宣布完成融资。")
    #expect(analysis.same.map(\.name) == ["Lumivex"])
    #expect(analysis.same.map(\.basis) == ["translation"])
  }

  @Test func statesNoAbbreviationForOtherDocuments() throws {
    let analysis = try NameCases.analyze("北京市交通委员会（BJC）约谈了平台。")
    #expect(analysis.same.isEmpty)
  }
}
