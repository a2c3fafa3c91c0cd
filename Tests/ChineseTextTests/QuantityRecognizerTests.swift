import Testing

@testable import ChineseText

@Suite struct QuantityRecognizerTests {
  private let alphabet = Array(
    "0123456789.,-+/%$¥€年月日周上下半季度第一二三两十百千万亿几数多余元块角分美港人民币约超近至到和、级个家"
      + "昨今去前后当同初底Qq1Aa轮天使，。：（） 成之国轮Bbn\n"
  ).map(String.init)

  private func noise(_ random: inout SeededGenerator) -> String {
    (0..<Int.random(in: 0...60, using: &random))
      .map { _ in alphabet.randomElement(using: &random) ?? "" }.joined()
  }

  @Test func anyTextGivesOrderedCandidatesInsideTheText() throws {
    var random = SeededGenerator(seed: 23)
    let published = CalendarDate(2024, 2, 29)
    for _ in 0..<4000 {
      let text = noise(&random)
      let found = try #require(QuantityCases.find(text, published: published))
      var last = 0
      for candidate in found.candidates {
        #expect(candidate.start >= last && candidate.end > candidate.start, "\(text)")
        #expect(candidate.end <= found.text.count)
        #expect(found.values.indices.contains(Int(candidate.value)))
        last = candidate.end
      }
    }
  }

  @Test func neverCutsARunOfDigits() throws {
    var random = SeededGenerator(seed: 29)
    for _ in 0..<2000 {
      let text = noise(&random)
      let found = try #require(QuantityCases.find(text, published: CalendarDate(2024, 3, 25)))
      let view = found.text
      func isDigit(_ index: Int) -> Bool {
        index >= 0 && index < view.count && view.classes[index] == CharacterClass.digit.rawValue
      }
      for candidate in found.candidates {
        #expect(!(isDigit(candidate.start) && isDigit(candidate.start - 1)), "\(text)")
        #expect(!(isDigit(candidate.end) && isDigit(candidate.end - 1)), "\(text)")
      }
    }
  }

  @Test func extremeNumbersAndDatesDoNotTrap() throws {
    for text in [
      "9223372036854775807万亿亿元", "999999999999999999亿亿亿元", "0000年00月00日", "9999年12月31日次年",
      "99999999年前", "1900年1月1日前一百九十九年前", "兆兆兆元", "亿亿万万元", "一二三四五六七八九十元", "-", "-¥", "¥",
      "百分之", "分之一", "0分之一", "三分之", "2024-", "2024-13-45", "第季度", "上周周", "前月",
    ] {
      for published in [nil, CalendarDate(1, 1, 1), CalendarDate(9999, 12, 31)] {
        #expect(QuantityCases.find(text, published: published) != nil)
      }
    }
  }

  @Test func aQuantityCostsFourNatsAndATenthForEachCharacter() throws {
    let found = try #require(QuantityCases.find("获5亿元"))
    let first = try #require(found.candidates.first)
    #expect(first.cost == 4 * Candidate.unit + 3 * Candidate.unit / 10)
    #expect(first.tags == .money)
  }

  @Test func badTablesAreReportedTogether() throws {
    let lexicon = try QuantityCases.lexicon(changing: [
      "quantities/numerals": "text\tkind\tvalue\tunless\tsource\n一\tdigt\t1\t\thand\n",
      "quantities/rates": "text\tplace\tsource\n每月\tbefore\thand\n",
      "quantities/rounds": "text\tcode\tkind\twhen\tunless\tsource\n轮\t\tends\t\t\thand\n",
    ])
    let error = #expect(throws: LexiconError.self) { try QuantityRecognizer(lexicon: lexicon) }
    #expect(
      error?.description == """
        quantities/numerals:0:1: 一: unknown value digt 1
        quantities/rates:1:1: column rate is missing
        quantities/rounds:0:1: 轮: unknown value ends; did you mean end?
        """)
  }
}
