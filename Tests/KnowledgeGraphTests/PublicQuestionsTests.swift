import KnowledgeGraph
import Testing

/// What the documentation shows of questions to a graph, compiled and run.
struct PublicQuestionsTests {
  private let bytes = GraphJSON.bytes(deals().graph())

  @Test func asksAsTheReadmeDoes() throws {
    let index = GraphIndex(try GraphReader.read(bytes))
    let query = try Query("event funding where amount>=1亿元 and year=2023", for: index.graph)
    var names: [String] = []
    for case .event(let event) in query.matches(in: index) { names.append(event.name) }
    #expect(names == ["星河科技 融资 3亿元"])
    let posts = Tenures(index).of("per:lin").map { tenure in
      "\(tenure.title ?? "") \(tenure.start?.text ?? "")–\(tenure.end?.text ?? "")"
    }
    #expect(posts == ["CEO 2021-05-01–2023-06-18", "总裁 2023-07-01–"])
  }

  @Test func oneIndexServesManyTasks() async throws {
    let index = GraphIndex(try GraphReader.read(bytes))
    let cards = await withTaskGroup(of: String.self) { group in
      for _ in 0..<4 {
        group.addTask {
          Card("org:xinghe", in: index).map { CardText(index).text($0) } ?? ""
        }
      }
      return await group.reduce(into: Set<String>()) { $0.insert($1) }
    }
    #expect(cards.count == 1)
  }

  @Test func everyAnswerIsAtHand() throws {
    let index = GraphIndex(try GraphReader.read(bytes))
    let investor = try #require(NameSearch(index.graph).entities("北辰资本").first)
    #expect(Portfolios(index).of(investor.id).count == 2)
    #expect(Rounds(index).of("org:xinghe").map(\.code) == ["A", "B"])
    #expect(Moves(index, Tenures(index)).moves.count == 1)
    #expect(PathSearch(index).paths(from: investor.id, to: "per:lin").count == 1)
    #expect(Contradictions(index).contradictions.isEmpty)
    #expect(AmountSums(index).sums.map(\.currency) == ["CNY", "CNY"])
    #expect(GraphMeasures(index).components == [12])
    #expect(GraphDiff(from: index.graph, to: index.graph).changes.isEmpty)
    #expect(IdentityText(index.graph).text(investor).hasPrefix("身份\n"))
  }
}
