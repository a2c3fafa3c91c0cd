import Testing

@testable import KnowledgeGraph

struct DayRangeTests {
  @Test(arguments: [
    ("2024-03-01", "2024-02-29", 1), ("2023-03-01", "2023-02-28", 1),
    ("2024-01-01", "2023-12-31", 1),
    ("2024-03-21T10:00", "2024-03-20", 1), ("2000-03-01", "2000-02-28", 2),
  ])
  func countsDays(later: String, earlier: String, days: Int32) throws {
    let difference = try #require(DayRange.day(later)) - #require(DayRange.day(earlier))
    #expect(difference == days)
  }

  @Test(arguments: [
    "", "2024", "2024-13-01", "2024-00-01", "abcd-01-01", "99999-01-01", "2024-1-32",
  ])
  func refusesWhatIsNoDate(text: String) {
    #expect(DayRange.day(text) == nil)
  }
}
