import ChineseText
import Testing

/// Random days, written in many ways and read again.
@Suite struct TimeSpellingTests {
  private static let digits = Array("〇一二三四五六七八九")

  /// Days from 1950 to 2080, the same in every run.
  private static let days: [CalendarDate] = {
    var generator = SeededGenerator(seed: 20240325)
    return (0..<300).map { _ in
      CalendarDate(dayNumber: Int.random(in: -7305...40500, using: &generator))
    }
  }()

  private static func chinese(_ number: Int) -> String {
    if number < 10 { return String(digits[number]) }
    let tens = number / 10 == 1 ? "十" : String(digits[number / 10]) + "十"
    return number % 10 == 0 ? tens : tens + String(digits[number % 10])
  }

  private static func spellings(_ day: CalendarDate) -> [String] {
    let (y, m, d) = (day.year, day.month, day.day)
    let year = String(y).compactMap { $0.wholeNumberValue }.map { String(digits[$0]) }.joined()
    return [
      "\(y)年\(m)月\(d)日", "\(y) 年 \(m) 月 \(d) 日", "\(y)年\(m)月\(d)号", day.description,
      "\(y)/\(m)/\(d)", "\(y).\(m).\(d)", "\(year)年\(chinese(m))月\(chinese(d))日",
    ]
  }

  private static func dates(_ text: String, _ published: CalendarDate?) -> [String?] {
    guard let found = QuantityCases.find(text, published: published) else { return [] }
    return found.values.compactMap { value -> String?? in
      if case .time(let time) = value { return .some(time.date) }
      return nil
    }
  }

  @Test func fullDatesComeBackWhateverThePublication() {
    for (index, day) in Self.days.enumerated() {
      let published = index % 3 == 0 ? nil : day.adding(days: index * 37 - 4000)
      for text in Self.spellings(day) {
        #expect(Self.dates("公司于\(text)，公布消息。", published) == [day.description], "\(text)")
      }
    }
  }

  @Test func monthsQuartersAndHalvesComeBack() {
    for day in Self.days {
      let month = CalendarDate.padded(day.month, 2)
      #expect(Self.dates("\(day.year)年\(day.month)月，公司成立。", day) == ["\(day.year)-\(month)"])
      let quarter = (day.month + 2) / 3
      for text in ["第\(Self.chinese(quarter))季度", "Q\(quarter)", "\(Self.chinese(quarter))季度"] {
        #expect(Self.dates("\(day.year)年\(text)盈利。", day) == ["\(day.year)-Q\(quarter)"])
      }
    }
  }

  @Test func datesWithoutYearComeBackAfterTheirDay() {
    for (index, day) in Self.days.enumerated() {
      let published = day.adding(days: index % 150)
      #expect(
        Self.dates("\(day.month)月\(day.day)日，公司宣布消息。", published) == [day.description])
      #expect(
        Self.dates("公司将于\(day.month)月\(day.day)日开会。", day.adding(days: -index % 150))
          == [day.description])
    }
  }

  @Test func wordsForDaysCountFromThePublication() {
    for day in Self.days {
      for (word, shift) in [("前天", 2), ("昨日", 1), ("今天", 0), ("明天", -1)] {
        #expect(Self.dates("\(word)公布。", day.adding(days: shift)) == [day.description])
      }
      let name = ["一", "二", "三", "四", "五", "六", "日"][day.weekday - 1]
      #expect(Self.dates("上周\(name)公布。", day.adding(days: 7)) == [day.description])
    }
  }

  @Test func withoutPublicationNoWordHasADate() {
    for word in ["昨日", "上周五", "去年7月", "3月5日", "三年前", "过去五年", "春节", "年内", "今早"] {
      #expect(Self.dates("\(word)公布。", nil) == [nil])
    }
  }
}
