import KnowledgeGraph
import Testing

struct QueryTests {
  static let questions: [(expression: String, names: [String])] = [
    ("event funding", ["星河科技 融资 3亿元", "星河科技 融资 超10亿元"]),
    ("event funding where company=Xinghe and amount>=3亿元 and year=2023", ["星河科技 融资 3亿元"]),
    ("event funding where amount>3e8", ["星河科技 融资 超10亿元"]),
    ("event funding where amount>1e9", []),
    ("event funding where amount>=1e9 CNY", ["星河科技 融资 超10亿元"]),
    ("event funding where amount<1e12", ["星河科技 融资 3亿元"]),
    ("event funding where amount>1 USD", []),
    ("event funding where amount=2e9 CNY", ["星河科技 融资 超10亿元"]),
    ("event where round in (B, C)", ["星河科技 融资 超10亿元"]),
    ("event where round=B轮", ["星河科技 融资 超10亿元"]),
    ("event where has lead", ["星河科技 融资 3亿元"]),
    ("event where not has amount and with=林远 sort date desc limit 1", ["林远 appointment 云帆智能"]),
    ("event where status=rumoured", ["星河科技 acquisition 云帆智能 5亿元"]),
    ("event acquisition where acquirer~星河 and realis!=denied", ["星河科技 acquisition 云帆智能 5亿元"]),
    ("event where date<2022", ["林远 appointment 星河科技"]),
    (
      "event where date>=2023-06-19 and date<=2024-03",
      ["林远 appointment 云帆智能", "星河科技 融资 超10亿元"]
    ),
    ("event where date~2023-01-15", ["星河科技 融资 3亿元"]),
    ("event where source=丙报", ["星河科技 acquisition 云帆智能 5亿元"]),
    (
      "event where (type=funding or type=acquisition) and reported>=2024",
      [
        "星河科技 融资 超10亿元", "星河科技 acquisition 云帆智能 5亿元",
      ]
    ),
    ("event where with!=星河科技", ["林远 appointment 云帆智能"]),
    ("event where attribution=anonymous", ["星河科技 acquisition 云帆智能 5亿元"]),
    ("event funding where document=d3 and confidence>=900", ["星河科技 融资 超10亿元"]),
    ("company where role=investor", ["北辰资本"]),
    ("company where with=林远 sort name", ["云帆智能", "星河科技"]),
    ("person where title=CEO", ["林远"]),
    ("entity where ticker=sz:300001", ["星河科技"]),
    ("product", ["星盒"]),
    ("entity where documents<2", ["星盒"]),
    ("relation ceo_of where to=“星河科技” and former=false", ["per:zhou ceo_of org:xinghe"]),
    ("relation where kind=derived", ["org:capital investor_in org:xinghe"]),
    ("relation product_of where from=星盒 and claims=1", ["prd:box product_of org:xinghe"]),
  ]

  private func names(_ expression: String) throws -> [String] {
    let graph = deals().graph()
    return try Query(expression, for: graph).matches(in: GraphIndex(graph)).map { match in
      switch match {
      case .event(let event): event.name
      case .entity(let entity): entity.name
      case .relation(let edge): "\(edge.source) \(edge.type) \(edge.target)"
      }
    }
  }

  @Test(arguments: questions)
  func finds(expression: String, names: [String]) throws {
    #expect(try self.names(expression) == names)
  }

  static let errors: [(expression: String, message: String)] = [
    (
      "",
      "column 1: nothing is asked for; a query begins with event, relation, entity, person, "
        + "company, organization, product, place"
    ),
    ("evnt", "column 1: unknown kind 'evnt'; did you mean event?"),
    ("event fundng", "column 7: unknown type 'fundng'; did you mean funding?"),
    ("event where compny=1", "column 13: unknown role or field 'compny'; did you mean company?"),
    (
      "event where date=foo",
      "column 18: 'foo' is no date such as 2023, 2023-Q2, 2023-06 or 2023-06-29"
    ),
    ("event where sources>many", "column 21: 'many' is no number"),
    (
      "event where amount>much", "column 20: 'much' is no number; words are compared by =, != and ~"
    ),
    ("event where realis=true", "column 20: 'true' is none of asserted, planned, rumoured, denied"),
    ("relation where former=no", "column 23: 'no' is neither true nor false"),
    ("event where company", "column 20: expected =, !=, <, <=, >, >=, ~ or in after company"),
    ("event where company=", "column 21: expected a value"),
    ("event where (company=a", "column 23: expected ')' at the end"),
    (
      "event where company=a b",
      "column 23: unexpected 'b'; names of several words stand in quotes, tests are tied by and, or"
    ),
    ("event where company=\"a", "column 21: the quote is not closed"),
    ("event limit 0", "column 13: limit takes a whole number"),
    ("event where round in B", "column 22: expected '(' after in"),
  ]

  @Test(arguments: errors)
  func saysWhatIsWrongAndWhere(expression: String, message: String) {
    let graph = deals().graph()
    let error = #expect(throws: QueryError.self) { try Query(expression, for: graph) }
    #expect(error?.description.split(separator: "\n").first.map(String.init) == message)
  }

  @Test func marksThePlaceBelowWideCharacters() {
    let error = QueryError(expression: "event where 公司=x", column: 13, message: "m")
    #expect(error.description == "column 13: m\n  event where 公司=x\n              ^")
    let later = QueryError(expression: "公司=x", column: 3, message: "m")
    #expect(later.description.hasSuffix("\n      ^"))
  }

  @Test func deepAndBrokenExpressionsAreErrors() {
    let graph = deals().graph()
    let deep = "event where " + String(repeating: "(", count: 5000)
    #expect(throws: QueryError.self) { try Query(deep, for: graph) }
    var random = SeededGenerator(state: 5)
    let pieces = ["event", "where", "company", "=", "(", ")", "\"", "and", "not", ",", "1e9", "有"]
    for _ in 0..<2000 {
      let words = (0..<Int.random(in: 1...9, using: &random)).map { _ in
        pieces[Int.random(in: pieces.indices, using: &random)]
      }
      _ = try? Query(words.joined(separator: " "), for: graph)
    }
  }
}
