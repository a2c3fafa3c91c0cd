import KnowledgeGraph
import Testing

/// Knowledge that follows from events and relations.
struct DerivedTests {
  private let index = GraphIndex(deals().graph())

  @Test func postsHaveStartAndEnd() throws {
    let tenures = Tenures(index)
    let lin = tenures.of("per:lin")
    #expect(lin.map(\.organization) == ["org:xinghe", "org:yunfan"])
    #expect(lin.map { $0.start?.text } == ["2021-05-01", "2023-07-01"])
    #expect(lin.map { $0.end?.text } == ["2023-06-18", nil])
    #expect(lin.map(\.standing) == [.former, .taken])
    let xinghe = tenures.of("org:xinghe")
    #expect(xinghe.map(\.person) == ["per:zhou", "per:lin"])
    #expect(xinghe.first?.standing == .current)
    #expect(xinghe.first?.lastReport == "2024-03-05")
  }

  @Test func whoComesBackHoldsThePostAgain() {
    var facts = Facts()
    facts.document("d", "2024-01-01")
    let roles: [(String, [JSONValue])] = [
      ("person", ["per:a"]), ("organization", ["org:b"]), ("title", [literal("CEO", "CEO")]),
    ]
    facts.event("d", "resignation", roles, core: ["person"], time: on("2020-01-01"))
    facts.event("d", "appointment", roles, core: ["person"], time: on("2022-01-01"))
    let tenures = Tenures(GraphIndex(facts.graph())).tenures
    #expect(tenures.map(\.standing) == [.taken, .former])
    #expect(tenures.map { $0.start?.text } == ["2022-01-01", nil])
  }

  @Test func roundsStandInTime() {
    let rounds = Rounds(index).of("org:xinghe")
    #expect(rounds.map(\.code) == ["A", "B"])
    #expect(rounds.map(\.leads) == [["org:capital"], []])
    #expect(rounds.map(\.investors) == [["org:capital"], ["org:capital"]])
    #expect(rounds.first?.amounts.map(\.name) == ["3亿元"])
  }

  @Test func investorsHoldWhatTheyFinanced() {
    let holdings = Portfolios(index).of("org:capital")
    #expect(holdings.map(\.target) == ["org:xinghe", "org:xinghe"])
    #expect(holdings.map(\.isLead) == [true, false])
  }

  @Test func leavingAndJoiningIsAMove() throws {
    let moves = Moves(index, Tenures(index)).moves
    let move = try #require(moves.first)
    #expect(moves.count == 1)
    #expect(move.person == "per:lin")
    #expect(move.from.organization == "org:xinghe")
    #expect(move.to.organization == "org:yunfan")
    #expect(move.day?.text == "2023-06-18")
  }

  @Test func anEventWithoutADateStandsAtItsReport() throws {
    let rumour = try #require(index.graph.events.first { $0.status == .rumoured })
    let entry = try #require(
      Card("org:yunfan", in: index)?.events.first { $0.event.id == rumour.id })
    #expect(entry.roles == ["target"])
    #expect(
      CardText(index).text(try #require(Card("org:yunfan", in: index))).contains("报道 2024-04-01"))
  }
}
