import KnowledgeGraph
import Testing

struct MergeCandidatesTests {
  private let words = NameWords(
    legalForms: ["有限公司"], trades: ["科技", "银行", "资本"], places: ["苏州", "北京", "上海"])

  /// The candidates of some names, each in a document of its own.
  private func candidates(
    _ names: [(id: String, type: String, name: String, aliases: [String])], minimum: Int = 500
  ) -> [String] {
    var facts = Facts()
    for (number, entity) in names.enumerated() {
      facts.entity("d\(number)", entity.id, entity.type, entity.name, aliases: entity.aliases)
    }
    return MergeCandidates(facts.graph(), words: words).list(minimumScore: minimum)
      .map { "\($0.first) \($0.second)" }
  }

  private let a = "org:0123456789abcdef"
  private let b = "org:fedcba9876543210"

  @Test(arguments: [
    ("沉砚智能", "苏州沉砚智能科技有限公司", true), ("沉砚", "沉砚科技", false), ("GoPro HERO", "GoProHero", true),
    ("海川银行", "海川资本", false), ("北京海川科技", "上海海川科技", false), ("海川", "星河", false),
  ])
  func comparesNamesOfFirms(first: String, second: String, isOne: Bool) {
    let found = candidates([(a, "company", first, []), (b, "company", second, [])])
    #expect(found == (isOne ? ["\(a) \(b)"] : []))
  }

  @Test func comparesAliases() {
    #expect(candidates([(a, "company", "星河", ["银河"]), (b, "company", "银河", [])]).count == 1)
    #expect(candidates([(a, "company", "星河", ["银河一"]), (b, "company", "大川", ["银河一"])]).count == 1)
    #expect(candidates([("org:x", "company", "星河", []), ("org:y", "company", "星河", [])]) == [])
  }

  @Test func comparesProductsWithAndWithoutTheirMaker() {
    let maker = ("org:oppo", "company", "OPPO", [String]())
    let bare = ("prd:0123456789abcdef", "product", "Find X10", [String]())
    let full = ("prd:fedcba9876543210", "product", "OPPO Find X10", [String]())
    let other = ("prd:00112233445566ff", "product", "vivo Find X10", [String]())
    #expect(candidates([maker, bare, full]).count == 1)
    #expect(candidates([bare, full]) == [])
    #expect(candidates([maker, other, full]) == [])
  }

  @Test func keepsApartWhatOneEventNames() {
    var facts = Facts()
    facts.entity("d1", a, "company", "沉砚智能")
    facts.entity("d1", b, "company", "苏州沉砚智能有限公司")
    facts.event("d1", "investment", [("investor", [.string(a)]), ("target", [.string(b)])])
    #expect(MergeCandidates(facts.graph(), words: words).list(minimumScore: 0).isEmpty)
  }

  @Test func givesReasonsAndRaisesWhatSharesAContext() {
    var facts = Facts()
    for (number, id) in [a, b].enumerated() {
      let document = "d\(number)"
      facts.entity(document, id, "company", ["沉砚智能", "苏州沉砚智能有限公司"][number])
      facts.entity(document, "per:he", "person", "贺知夏")
      facts.relation(document, "ceo_of", "per:he", .string(id))
    }
    let found = MergeCandidates(facts.graph(), words: words).list()
    #expect(found.map(\.score) == [850])
    #expect(
      found.first?.reasons == ["equal names but for legal form, place", "both: ceo_of of 贺知夏"])
  }

  @Test func proposesPartsOfOneNameOnlyWithMore() {
    var facts = Facts()
    for (number, organization) in ["org:a", "org:b"].enumerated() {
      let document = "d\(number)"
      facts.entity(document, "per:0123456789abcdef", "person", "李明")
      facts.entity(document, organization, "company", organization)
      facts.relation(document, "ceo_of", "per:0123456789abcdef", .string(organization))
    }
    let list = MergeCandidates(facts.graph())
    #expect(list.list().isEmpty)
    #expect(list.list(minimumScore: 400).map(\.score) == [400])
  }

  @Test func makesNoPairsInLargeBlocks() {
    var facts = Facts()
    for number in 0..<60 {
      let id = "prd:" + String(repeating: "0", count: 13) + String(100 + number)
      facts.entity("d\(number)", id, "product", "产品\(number)", aliases: ["新品系列"])
    }
    #expect(MergeCandidates(facts.graph()).list(minimumScore: 0).isEmpty)
  }
}
