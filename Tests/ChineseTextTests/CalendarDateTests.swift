import ChineseText
import Testing

@Suite struct CalendarDateTests {
  @Test(arguments: [
    ("2024-03-21", "2024-03-21"), ("2024/3/21 08:00", "2024-03-21"), ("2024年3月21日", "2024-03-21"),
    ("20240321", "2024-03-21"), ("2026-03-13 19:07:56  +0800", "2026-03-13"),
    ("Thu, 02 Apr 2026 07:08:37 GMT", "2026-04-02"), ("2 April 2026", "2026-04-02"),
    ("Sept 9, 2025", "2025-09-09"), ("Mar 05 2024 10:00:00", "2024-03-05"),
  ])
  func readsCommonWritings(text: String, iso: String) {
    #expect(CalendarDate(text)?.description == iso)
  }

  @Test(arguments: [
    "", "2024", "2024-13-01", "2023-02-29", "abc", "Monday", "Apr 2026", "31 Feb 2024", "May 5 24",
    "99999999999999999999-1-1",
  ])
  func refusesWhatIsNoDay(text: String) {
    #expect(CalendarDate(text) == nil)
  }

  @Test func dayNumbersRoundTrip() {
    var number = -719_162
    while number < 2_932_896 {
      #expect(CalendarDate(dayNumber: number).dayNumber == number)
      number += 997
    }
  }

  @Test func countsWeekdaysFromMonday() {
    #expect(CalendarDate(2024, 3, 21)?.weekday == 4)
    #expect(CalendarDate(1970, 1, 1)?.weekday == 4)
    #expect(CalendarDate(2026, 11, 25)?.weekday == 3)
  }

  @Test func monthsClampAtTheEnds() {
    let date = CalendarDate(2024, 1, 31)
    #expect(date?.firstOfMonth(adding: 1).description == "2024-02-01")
    #expect(date?.firstOfMonth(adding: 1).lastOfMonth.description == "2024-02-29")
    #expect(date?.firstOfMonth(adding: -1_000_000).year == 1)
    #expect(date?.adding(days: Int.max).year == 9999)
  }
}
