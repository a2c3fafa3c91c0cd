import KnowledgeGraph
import Testing

/// Graphs that lack nodes, edges, claims or documents, or hold odd values, are answered from what
/// is left; nothing traps.
struct BrokenGraphTests {
  /// The graph of the deals without some of its elements and with some of its texts replaced.
  private func broken(seed: UInt64) throws -> Graph {
    var random = SeededGenerator(state: seed)
    let odd = ["", "0000-00-00", "0000-01-01", "9999-12-31", "-", "e", "1e30", "\u{0}", "per:lin"]
    func change(_ value: JSONValue, _ depth: Int) -> JSONValue {
      switch value {
      case .object(let object):
        return .object(
          JSONObject(object.members.map { .init($0.key, change($0.value, depth + 1)) }))
      case .array(let elements):
        let kept = elements.filter { _ in depth != 1 || Int.random(in: 0..<5, using: &random) > 0 }
        return .array(kept.map { change($0, depth + 1) })
      case .string where depth > 3 && Int.random(in: 0..<9, using: &random) == 0:
        return .string(odd[Int.random(in: odd.indices, using: &random)])
      default: return value
      }
    }
    let value = change(try JSONParser.parse(GraphJSON.bytes(deals().graph())), 0)
    return try GraphReader.read(JSONWriter.bytes(value))
  }

  @Test(arguments: 1...60)
  func answersAnyway(seed: Int) throws {
    guard let graph = try? broken(seed: UInt64(seed)) else { return }
    let index = GraphIndex(graph)
    for entity in graph.entities {
      let card = try #require(Card(entity.id, in: index))
      var writer = CardText(index)
      writer.showsContext = true
      #expect(!writer.text(card).isEmpty)
      #expect(!IdentityText(graph).text(entity).isEmpty)
      for other in graph.entities {
        let found = PathSearch(index).paths(from: entity.id, to: other.id)
        #expect(found.paths.count <= found.count)
        _ = PathText(index).text(found, from: entity.id, to: other.id)
      }
    }
    for event in graph.events { _ = EventCardText(index).text(event) }
    for section in StatsReport.Section.allCases { _ = StatsReport(index).tables(section) }
    _ = ContradictionText.text(Contradictions(index).contradictions)
    for expression in ["event sort date", "entity where with=星河科技", "relation where claims>0"] {
      let matches = try Query(expression, for: graph).matches(in: index)
      for format in QueryText.Format.allCases { _ = QueryText(index).text(matches, as: format) }
    }
    let diff = GraphDiff(from: graph, to: deals().graph())
    #expect(GraphDiffText.text(diff).isEmpty == diff.changes.isEmpty)
  }
}
