import KnowledgeGraph
import Testing

struct IdentityTests {
  private let unlisted = "org:0123456789abcdef"
  private let other = "org:fedcba9876543210"
  private let person = "per:0123456789abcdef"

  private func ids(_ facts: Facts, _ decisions: String = "") throws -> [String] {
    facts.graph(try Decisions(parsing: decisions)).entities.map(\.id)
  }

  @Test func joinsByTickerAndPrefersTheLexicon() throws {
    var facts = Facts()
    facts.entity("d1", unlisted, "company", "微软公司", ticker: "MSFT")
    facts.entity("d2", "org:microsoft", "company", "微软", ticker: "MSFT")
    #expect(try ids(facts) == ["org:microsoft"])
  }

  @Test func joinsBySameFullNameOfOneKind() throws {
    var facts = Facts()
    facts.entity("d1", unlisted, "company", "星河")
    facts.entity("d2", "org:galaxy", "organization", "星河")
    facts.entity("d3", "prd:0123456789abcdef", "product", "星河")
    #expect(try ids(facts) == ["org:galaxy", "prd:0123456789abcdef"])
  }

  @Test func leavesANameThatTwoListedEntitiesShare() throws {
    var facts = Facts()
    facts.entity("d1", "org:a", "company", "华兴")
    facts.entity("d2", "org:b", "company", "华兴")
    facts.entity("d3", unlisted, "company", "华兴")
    #expect(try ids(facts) == [unlisted, "org:a", "org:b"])
  }

  @Test func followsStatementsOfDocuments() throws {
    var facts = Facts()
    facts.entity("d1", unlisted, "company", "甲")
    facts.entity("d1", other, "company", "A")
    facts.same("d1", unlisted, other)
    #expect(try ids(facts) == [unlisted])
    #expect(try ids(facts, "not_same\t\(unlisted)\t\(other)\t两家") == [unlisted, other])
  }

  @Test func keepsListedEntitiesApartUnlessTheUserJoinsThem() throws {
    var facts = Facts()
    facts.entity("d1", "org:a", "company", "甲")
    facts.entity("d1", "org:b", "company", "乙")
    facts.same("d1", "org:a", "org:b")
    #expect(try ids(facts) == ["org:a", "org:b"])
    #expect(try ids(facts, "same\torg:a\torg:b\t改名") == ["org:a"])
  }

  private func people(_ organizations: [String?]) -> Facts {
    var facts = Facts()
    for (number, organization) in organizations.enumerated() {
      let document = "d\(number)"
      facts.entity(document, person, "person", "李明")
      if let organization {
        facts.entity(document, organization, "company", organization)
        facts.relation(document, "ceo_of", .string(person), .string(organization))
      }
    }
    return facts
  }

  @Test func joinsPersonsOnlyWhereAnOrganizationIsShared() throws {
    #expect(try ids(people(["org:a", "org:a"])) == ["org:a", person])
    #expect(
      try ids(people(["org:a", "org:b"])) == [
        "org:a", "org:b", "\(person)@org:a", "\(person)@org:b",
      ])
    let apart = try ids(people(["org:a", nil]))
    #expect(apart.contains("\(person)@org:a"))
    #expect(apart.contains { $0.hasPrefix("\(person)@doc:") })
  }

  @Test func joinsAFullNameAndTheShortOneThatItAloneHas() throws {
    var facts = Facts()
    facts.entity("d1", unlisted, "company", "苏州沉砚智能科技有限公司", aliases: ["沉砚智能", "沉砚"])
    facts.entity("d2", other, "company", "沉砚智能")
    #expect(try ids(facts) == [unlisted])
    facts.entity("d3", "org:00112233445566ff", "company", "沉砚")
    #expect(try ids(facts).count == 2)
    facts.entity("d4", "org:ff00112233445566", "company", "沈阳沉砚智能有限公司", aliases: ["沉砚智能"])
    #expect(try ids(facts).count == 4)
  }

  @Test func findsAPersonWhereTheDocumentsNameOneSmallFirm() throws {
    var facts = people(["org:a", nil, nil])
    facts.entity("d1", "org:a", "company", "甲")
    #expect(try ids(facts).filter { $0.hasPrefix("per:") }.count == 2)
    facts.entity("d2", "org:b", "company", "乙")
    #expect(try ids(facts).filter { $0.hasPrefix("per:") }.count == 2)
  }

  @Test func leavesAPersonWhereTheFirmsOfADocumentLeadToTwo() throws {
    var facts = people(["org:a", "org:b", nil])
    facts.entity("d2", "org:a", "company", "甲")
    facts.entity("d2", "org:b", "company", "乙")
    #expect(try ids(facts).filter { $0.hasPrefix("per:") }.count == 3)
  }

  @Test func joinsAForeignNameOfSeveralPartsWithTheListedOne() throws {
    var facts = Facts()
    facts.entity("d1", "per:franz", "person", "弗朗茨·冯·霍兹豪森")
    facts.entity("d2", person, "person", "弗朗茨 · 冯 ・ 霍兹豪森")
    facts.entity("d3", "per:fedcba9876543210", "person", "霍兹豪森")
    #expect(try ids(facts) == ["per:fedcba9876543210", "per:franz"])
  }

  @Test func joinsProductsOfEverydayNamesOnlyBesideOneMaker() throws {
    let product = "prd:0123456789abcdef"
    var facts = Facts()
    for (number, maker) in ["org:a", "org:a", "org:b"].enumerated() {
      facts.entity("d\(number)", product, "product", "X9 Pro")
      facts.entity("d\(number)", maker, "company", maker)
    }
    #expect(try ids(facts).filter { $0.hasPrefix("prd:") }.count == 2)
    var named = Facts()
    for (number, maker) in ["org:a", "org:b"].enumerated() {
      named.entity("d\(number)", product, "product", "骁龙 6")
      named.entity("d\(number)", maker, "company", maker)
    }
    #expect(try ids(named).filter { $0.hasPrefix("prd:") }.count == 2)
    for number in 0...1 { named.entity("d\(number)", "org:c", "organization", "丙") }
    #expect(try ids(named).filter { $0.hasPrefix("prd:") }.count == 1)
  }

  @Test func letsTheUserJoinAndSplitPersons() throws {
    let facts = people(["org:a", "org:b"])
    let joined = try ids(facts, "same\t\(person)@org:a\t\(person)@org:b\t同一人")
    #expect(joined == ["org:a", "org:b", "\(person)@org:a"])
    let split = try ids(people(["org:a", "org:a"]), "split\t\(person)\tby document\t两人")
    #expect(split.filter { $0.hasPrefix(person) }.count == 2)
  }

  @Test func saysWhichDecisionsMeetNothing() throws {
    let decisions = try Decisions(parsing: "same\torg:x\torg:y\tr\nreject\tclm:z\tr")
    var builder = GraphBuilder(version: "", decisions: decisions)
    _ = builder.finish()
    #expect(
      builder.notes == [
        "line 1: no fact names org:x", "line 1: no fact names org:y", "line 2: no claim clm:z",
      ])
  }

  @Test func choosesTheNameMostDocumentsUse() throws {
    var facts = Facts()
    facts.entity("d1", "org:a", "company", "长长的名字", aliases: ["短"])
    facts.entity("d2", "org:a", "organization", "名字")
    facts.entity("d3", "org:a", "organization", "名字")
    let entity = try #require(Array(facts.graph().entities).first)
    #expect(entity.name == "名字")
    #expect(entity.type == "organization")
    #expect(entity.aliases == ["短", "长长的名字"])
    #expect(entity.documents == ["d1", "d2", "d3"])
  }
}
