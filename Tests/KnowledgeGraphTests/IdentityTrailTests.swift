import KnowledgeGraph
import Testing

/// Why ids of facts became one entity.
struct IdentityTrailTests {
  private func entity(_ facts: Facts, _ decisions: String = "") throws -> Graph.Entity {
    let graph = facts.graph(try Decisions(parsing: decisions))
    let again = try GraphReader.read(GraphJSON.bytes(graph))
    let entity = try #require(graph.entities.first { _ in true })
    #expect(again.node(entity.id) == .entity(entity))
    #expect(Array(graph.entities).count == 1)
    return entity
  }

  private let first = "org:00000000000000aa"
  private let second = "org:00000000000000bb"

  private func pair(_ names: (String, String), ticker: String? = nil) -> Facts {
    var facts = Facts()
    facts.document("d1", "2024-01-01", source: "甲报")
    facts.document("d2", "2024-01-02", source: "乙报")
    facts.entity("d1", first, "company", names.0, ticker: ticker)
    facts.entity("d2", second, "company", names.1, ticker: ticker)
    return facts
  }

  @Test func oneIdNeedsNoReason() throws {
    var facts = Facts()
    facts.entity("d1", first, "company", "某公司")
    let entity = try entity(facts)
    #expect(entity.origins == [])
    #expect(entity.merges == [])
  }

  @Test func equalNamesJoin() throws {
    let entity = try entity(pair(("某公司", "某公司")))
    #expect(entity.origins.map(\.id) == [first, second])
    #expect(entity.merges.map(\.basis) == [.name])
    #expect(entity.merges.map(\.value) == ["某公司"])
  }

  @Test func aTickerWeighsMoreThanAName() throws {
    let entity = try entity(pair(("某公司", "某公司"), ticker: "SZ:300001"))
    #expect(entity.merges.map(\.basis) == [.ticker])
    #expect(entity.merges.map(\.value) == ["SZ:300001"])
  }

  @Test func decisionsJoinWithTheirReason() throws {
    let entity = try entity(pair(("甲", "乙")), "same\t\(first)\t\(second)\t同一家公司\n")
    #expect(entity.merges.map(\.basis) == [.decision])
    #expect(entity.merges.map(\.value) == ["同一家公司"])
    #expect(entity.origins.map(\.name) == ["甲", "乙"])
  }

  @Test func statementsJoinWithTheirSentence() throws {
    var facts = pair(("甲", "Jia Tech"))
    facts.entity("d1", second, "company", "Jia Tech")
    facts.lines.append(
      Facts.line([
        "kind": "same", "document": "d1", "a": .string(first), "b": .string(second),
        "basis": "translation", "evidence": [["text": "甲（Jia Tech）成立。"]],
      ]))
    let entity = try entity(facts)
    #expect(entity.merges.map(\.basis) == [.statement])
    #expect(entity.merges.map(\.evidence) == ["甲（Jia Tech）成立。"])
    let text = IdentityText(facts.graph()).text(entity)
    #expect(
      text == """
        身份
          \(first)  甲：按名称编号；名称相同（不计大小写、全半角、繁简、公司形式）视为同一个
          \(second)  Jia Tech：按名称编号；名称相同（不计大小写、全半角、繁简、公司形式）视为同一个
          \(first) = \(second)  文中说明（translation）
              “甲（Jia Tech）成立。”  甲报 2024-01-01

        """)
  }

  @Test(arguments: 1...5)
  func everyNodeOfSeveralIdsHasAChain(seed: Int) {
    for entity in newspaper(seed: UInt64(seed)).graph().entities {
      #expect(entity.merges.count == max(0, entity.origins.count - 1))
    }
  }
}
