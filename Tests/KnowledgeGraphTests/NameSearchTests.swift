import KnowledgeGraph
import Testing

struct NameSearchTests {
  private let search = NameSearch(deals().graph())

  @Test(arguments: ["星河科技", "xinghe", "ＸＩＮＧＨＥ", " Xinghe ", "org:xinghe"])
  func findsWhateverItIsCalled(name: String) {
    #expect(search.nodes(name).map(\.id) == ["org:xinghe"])
  }

  @Test func findsEventsById() throws {
    let event = try #require(deals().graph().events.first { _ in true })
    #expect(search.nodes(event.id).map(\.id) == [event.id])
  }

  @Test func knowsNamesThatAreLikeAWrongOne() {
    #expect(search.nodes("星合科技") == [])
    #expect(search.near("星合科技").first == "星河科技")
    #expect(search.near("Xingho") == ["Xinghe"])
    #expect(search.near("完全不同") == [])
    #expect(search.near("") == [])
  }
}
