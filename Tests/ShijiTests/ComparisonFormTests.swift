import Testing

@testable import Shiji

struct ComparisonFormTests {
  @Test func widthCaseBlanksAndMarksAreLeftOut() {
    #expect(ComparisonForm.of("“Ｓｔａｒ Sea”·Ａ") == "starseaa")
    #expect(ComparisonForm.of(" 让-皮埃尔·罗斯　") == "让-皮埃尔罗斯")
  }

  @Test(arguments: [
    ("首席执行官", "首席执行官", true), ("联合创始人兼首席执行官", "首席执行官", true),
    ("1200人", "200人", false), ("约200人", "200人", true), ("CEO", "ceo", true),
    ("总裁", "裁", false), ("", "总裁", false), ("10%", "0%", false), ("3.5%", "3.5%股份", true),
  ])
  func literalsAgree(_ a: String, _ b: String, _ agree: Bool) {
    #expect(ComparisonForm.agree(a, b) == agree)
    #expect(ComparisonForm.agree(b, a) == agree)
  }

  @Test(arguments: ["A轮", "A 轮融资", "a轮", "A", "A轮次融资"])
  func roundsAreOne(_ text: String) { #expect(ComparisonForm.round(text) == "a") }
}

struct PeriodCodeTests {
  @Test(arguments: [
    ("2023年第三季度", "2023Q3"), ("2023Q3", "2023Q3"), ("2023-Q3", "2023Q3"),
    ("2023财年第1季度", "2023Q1"), ("2023年上半年", "2023H1"), ("2023-H2", "2023H2"),
    ("2023年7月", "2023-07"), ("2023-07-31", "2023-07"), ("2023年", "2023"), ("2023", "2023"),
    ("2021-2023", "2021-2023"), ("2021Q1-2022Q2", "2021Q1-2022Q2"),
  ])
  func codes(_ text: String, _ code: String) { #expect(PeriodCode.of(text) == code) }

  @Test(arguments: ["去年", "第三季度", ""])
  func withoutAYearThereIsNone(_ text: String) { #expect(PeriodCode.of(text) == nil) }
}

struct DayIntervalTests {
  @Test(arguments: [
    ("2024", "2024-01-01", "2024-12-31"), ("2024-02", "2024-02-01", "2024-02-29"),
    ("2024-Q2", "2024-04-01", "2024-06-30"), ("2024-H2", "2024-07-01", "2024-12-31"),
    ("2024-03-21", "2024-03-21", "2024-03-21"), ("2023/2024-03", "2023-01-01", "2024-03-31"),
    ("2023..2024", "2023-01-01", "2024-12-31"),
  ])
  func days(_ date: String, _ first: String, _ last: String) {
    #expect(DayInterval(date) == DayInterval(first: first, last: last))
  }

  @Test(arguments: ["", "24", "2024-13", "2024-Q5", "昨天", "2024-1"])
  func otherTextsHaveNone(_ date: String) { #expect(DayInterval(date) == nil) }
}

struct ExactNumberTests {
  @Test func spellingsOfOneNumberAreEqual() {
    for text in ["1500", "1500.0", "1.5e3", "1.5E+3", "01500"] {
      #expect(ExactNumber(text) == ExactNumber("1500"), "\(text)")
    }
    #expect(ExactNumber("1.5e3")?.description == "1500")
    #expect(ExactNumber("-0.0150")?.description == "-0.015")
    #expect(ExactNumber("12.5")?.description == "12.5")
    #expect(ExactNumber.range(ExactNumber("1"), ExactNumber("1.0")) == "1")
    #expect(ExactNumber.range(ExactNumber("1"), nil) == "1..?")
    #expect(ExactNumber("-0") == ExactNumber("0.00"))
    #expect(ExactNumber("1500") != ExactNumber("-1500"))
    #expect(ExactNumber("0.1") != ExactNumber("0.10000000000000001"))
    for text in ["", "-", "1.2.3", "1e", "一"] { #expect(ExactNumber(text) == nil, "\(text)") }
  }
}
