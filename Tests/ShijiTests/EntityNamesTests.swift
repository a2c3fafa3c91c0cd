import ChineseText
import Testing

@testable import Shiji

struct EntityNamesTests {
  private func id(_ name: String, _ kind: MentionKind = .company) throws -> String {
    let names = EntityNames(lexicon: try BaseLexicon.analyzer().lexicon)
    return names.id(Entity(kind: kind, name: name))
  }

  static let same = [
    ["星河科技", "星河科技有限公司", "星河科技股份有限公司", "星 河 科 技"],
    ["Nova Labs", "NOVA LABS", "Ｎｏｖａ　Ｌａｂｓ", "Nova Labs, Inc.", "NovaLabs"],
    ["騰飛半導體", "腾飞半导体"],
  ]

  @Test(arguments: same)
  func spellingsShareAnID(_ names: [String]) throws {
    #expect(Set(try names.map { try id($0) }).count == 1)
  }

  @Test func companiesAndOrganizationsShareIDs() throws {
    #expect(try id("星河研究院", .company) == id("星河研究院", .organization))
  }

  @Test func kindsHavePrefixes() throws {
    #expect(try id("李雷", .person).hasPrefix("per:"))
    #expect(try id("星河一号", .product).hasPrefix("prd:"))
    #expect(try id("星河县", .place).hasPrefix("loc:"))
    #expect(try id("有限公司").hasPrefix("org:"))
  }

  @Test func lexiconIDWins() throws {
    let names = EntityNames(lexicon: try BaseLexicon.analyzer().lexicon)
    #expect(names.id(Entity(lexiconID: "org:x", kind: .company, name: "甲")) == "org:x")
  }
}
