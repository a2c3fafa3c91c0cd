import ChineseText
import Testing

@Suite struct TimeRecognizerTests {
  @Test(arguments: QuantityCases.read("time"))
  func readsTimes(row: QuantityCases.Case) {
    #expect(QuantityCases.compact(row, .time) == row.expected)
  }

  @Test func hasItsCases() {
    #expect(QuantityCases.read("time").count >= 300)
  }

  @Test func theContextReachesOverSentences() {
    let row = QuantityCases.Case(
      name: "context", published: nil, text: "2021年3月5日，公司成立。次日，产品上线。",
      expected: "2021年3月5日 = 2021-03-05 e | 次日 = 2021-03-06 c")
    #expect(QuantityCases.compact(row, .time) == row.expected)
  }

  @Test func withoutPublicationDateOnlyExplicitTimesHaveDates() {
    let row = QuantityCases.Case(
      name: "unknown", published: nil, text: "上月签约，2023年5月交割，周五公告。",
      expected: "上月 = - p | 2023年5月 = 2023-05 e | 周五 = - p")
    #expect(QuantityCases.compact(row, .time) == row.expected)
  }
}
