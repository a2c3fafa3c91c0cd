import KnowledgeGraph
import Testing

struct GraphJSONTests {
  @Test func writesTheSchema() throws {
    var facts = Facts()
    facts.document("d1", "2024-01-02", source: "报")
    facts.event(
      "d1", "funding", [("company", ["org:a"]), ("amount", [yuan("3亿元", 3, 3)])],
      time: on("2024-01-01"))
    let json = try JSONParser.parse(GraphJSON.bytes(facts.graph()))
    #expect(json["schema"] == "shiji-graph/1")
    #expect(json["generator"] == ["lexicons": ["sha256:aa"], "name": "shiji", "version": "test"])
    #expect(
      json["documents"] == [
        ["id": "d1", "published": "2024-01-02", "sha256": "d1", "source": "报"]
      ])
    #expect(
      json["nodes"]?.arrayValue?.compactMap { $0["kind"]?.stringValue }
        == ["event", "money", "entity"])
    #expect(json["claims"]?.arrayValue?.count == 1)
    let entity: JSONValue = [
      "aliases": [], "documents": ["d1"], "first": "2024-01-02", "id": "org:a", "kind": "entity",
      "last": "2024-01-02", "name": "名-org:a", "type": "company",
    ]
    #expect(json["nodes"]?.arrayValue?.last == entity)
  }

  @Test func isCanonicalButForLineEnds() throws {
    let bytes = GraphJSON.bytes(newspaper(seed: 1).graph())
    let canonical = JSONWriter.bytes(try JSONParser.parse(bytes))
    #expect(bytes.filter { $0 != 0x0A } == canonical)
  }

  @Test func sortsEverythingById() throws {
    let json = try JSONParser.parse(GraphJSON.bytes(newspaper(seed: 2).graph()))
    for list in ["claims", "documents", "edges", "nodes"] {
      let ids = json[list]?.arrayValue?.compactMap { $0["id"]?.stringValue } ?? []
      #expect(ids == ids.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
      #expect(Set(ids).count == ids.count)
    }
  }
}
