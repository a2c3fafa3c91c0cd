import Testing

@testable import ChineseText

@Suite struct HolidayTableTests {
  @Test func fixedDaysHoldEveryYear() {
    var table = HolidayTable()
    let id = table.add("05-01", length: 5)
    #expect(id.flatMap { table.days($0, year: 2024) }?.first.description == "2024-05-01")
    #expect(id.flatMap { table.days($0, year: 1999) }?.last.description == "1999-05-05")
  }

  @Test func weekdaysOfAMonthAreCounted() {
    var table = HolidayTable()
    let id = table.add("05/2/7", length: 1)
    #expect(id.flatMap { table.days($0, year: 2024) }?.first.description == "2024-05-12")
  }

  @Test func listedDaysHoldInTheirYearsOnly() {
    var table = HolidayTable()
    let id = table.add("2024:02-10|2025:01-29", length: 7)
    #expect(id.flatMap { table.days($0, year: 2025) }?.first.description == "2025-01-29")
    #expect(id.flatMap { table.days($0, year: 2026) } == nil)
  }

  @Test(arguments: ["", "5月1日", "13-01", "05-32", "2024:2024", "05/9/1", "a-b"])
  func refusesWhatIsNoDay(text: String) {
    var table = HolidayTable()
    #expect(table.add(text, length: 1) == nil)
    #expect(table.add("05-01", length: 0) == nil)
  }

  @Test func theBuiltInNewYearsAreNewMoonsInWinter() {
    for year in 2000...2035 {
      let row = QuantityCases.Case(
        name: "\(year)", published: CalendarDate(year, 6, 1), text: "\(year)年春节放假。", expected: "")
      let found = QuantityCases.compact(row, .time)
      #expect(
        found.contains("~\(year)-01-2") || found.contains("~\(year)-01-3")
          || found.contains("~\(year)-02-"), "\(found)")
    }
  }
}
