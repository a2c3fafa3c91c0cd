import Testing

@testable import KnowledgeGraph

struct EventOrderTests {
  private func event(
    _ id: String, _ start: String? = nil, _ end: String? = nil, date: String? = nil,
    published: String? = nil
  ) -> Graph.Event {
    Graph.Event(
      id: id, type: "funding", label: "融资", status: .asserted,
      history: [Graph.Report(claim: "clm:\(id)", published: published, realis: .asserted)],
      name: id,
      time: ClaimFact.Time(
        text: nil, date: date, start: start, end: end, grain: nil, anchor: nil,
        isApproximate: false),
      attributes: [], claims: ["clm:\(id)"], sources: 1, conflicts: [])
  }

  @Test func longerDatesStandBeforeTheShorterOnesThatBeginThere() {
    let events = [
      event("reported later", published: "2020-02-01"), event("since 2024", "2024-01-01"),
      event("day", "2024-01-01", "2024-01-01"), event("next", "2024-02-01", "2024-02-01"),
      event("year", "2024-01-01", "2024-12-31"), event("until 2023", nil, "2023-12-31"),
      event("reported first", published: "2020-01-01"),
      event("quarter", "2024-01-01", "2024-03-31"),
      event("nothing known"),
    ]
    #expect(
      EventOrder.sorted(events).map(\.id) == [
        "until 2023", "since 2024", "year", "quarter", "day", "next", "reported first",
        "reported later", "nothing known",
      ])
  }

  @Test func datesAreAsPreciseAsTheText() {
    #expect(EventOrder.date(event("a", "2024-01-01", "2024-03-31", date: "2024-Q1")) == "2024-Q1")
    #expect(EventOrder.date(event("a", "2024-01-01", "2024-01-09")) == "2024-01-01/2024-01-09")
    #expect(EventOrder.date(event("a", "2024-01-01")) == "2024-01-01/..")
    #expect(EventOrder.date(event("a", nil, "2024-01-01")) == "../2024-01-01")
    #expect(EventOrder.date(event("a", published: "2024-01-01")) == nil)
  }
}
