import KnowledgeGraph
import Testing

struct PathSearchTests {
  private let index = GraphIndex(deals().graph())

  private func ways(_ start: String, _ end: String, _ change: (inout PathSearch) -> Void = { _ in })
    -> [[String]]
  {
    var search = PathSearch(index)
    change(&search)
    return search.paths(from: start, to: end).paths.map { path in
      path.steps.map(\.to)
    }
  }

  @Test func findsTheShortestWay() {
    #expect(ways("org:capital", "per:zhou") == [["org:xinghe", "per:zhou"]])
    #expect(ways("per:zhou", "org:capital") == [["org:xinghe", "org:capital"]])
    #expect(ways("org:xinghe", "org:yunfan") == [["org:yunfan"]])
    #expect(ways("org:xinghe", "org:xinghe") == [])
    #expect(ways("org:xinghe", "org:nobody") == [])
  }

  @Test func walksOnlyOverWhatIsAllowed() {
    #expect(ways("org:capital", "per:zhou") { $0.maximumHops = 1 } == [])
    #expect(
      ways("org:xinghe", "org:yunfan") { $0.statuses = [.asserted] } == [["per:lin", "org:yunfan"]])
    #expect(ways("org:xinghe", "org:yunfan") { $0.types = ["funding"] } == [])
    #expect(
      ways("org:xinghe", "org:yunfan") {
        $0.statuses = [.asserted]
        $0.avoided = ["per:lin"]
      } == [])
  }

  @Test func aStepNamesAllThatTiesTheTwo() throws {
    let result = PathSearch(index).paths(from: "org:capital", to: "org:xinghe")
    #expect(result.count == 1)
    let step = try #require(result.paths.first?.steps.first)
    #expect(step.ties.count == 3)
    #expect(step.ties.filter { $0.event == nil }.count == 1)
    let text = PathText(index).text(result, from: "org:capital", to: "org:xinghe")
    #expect(text.hasPrefix("北辰资本 → 星河科技：1 步，1 条最短路径\n"))
    #expect(text.contains("“星河科技完成超10亿元B轮融资。”  甲报 2024-03-05"))
  }

  /// A ladder of diamonds has very many shortest paths; they are counted, not walked.
  @Test func countsWithoutWalking() {
    var facts = Facts()
    facts.document("d", "2024-01-01")
    for rung in 0..<12 {
      for side in ["l", "r"] {
        facts.relation("d", "partner_of", .string("org:m\(rung)"), .string("org:\(side)\(rung)"))
        facts.relation(
          "d", "partner_of", .string("org:\(side)\(rung)"), .string("org:m\(rung + 1)"))
      }
    }
    var search = PathSearch(GraphIndex(facts.graph()))
    search.maximumHops = 40
    let result = search.paths(from: "org:m0", to: "org:m12")
    #expect(result.count == 4096)
    #expect(result.paths.count == 10)
    #expect(result.paths.first?.steps.count == 24)
    #expect(result.paths.first?.steps.first?.to == "org:l0")
  }
}
