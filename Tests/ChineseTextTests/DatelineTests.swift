import ChineseText
import Testing

@Suite struct DatelineTests {
  @Test(arguments: [
    ("新华社北京2024年3月5日电 记者从会上获悉", "2024-03-05"),
    ("本报讯 2024 年 3 月 5 日消息，公司宣布", "2024-03-05"), ("2024年12月31日报道", "2024-12-31"),
  ])
  func readsTheDayWhereTheYearIsWritten(text: String, iso: String) {
    #expect(Dateline.date(in: text)?.description == iso)
  }

  @Test(arguments: [
    "", "新华社北京3月5日电", "公司成立于2014年3月5日。", "2024年2月30日电", "2024年3月5",
    "该公司于2024年3月5日宣布",
  ])
  func refusesWhatNamesNoDay(text: String) {
    #expect(Dateline.date(in: text) == nil)
  }
}
