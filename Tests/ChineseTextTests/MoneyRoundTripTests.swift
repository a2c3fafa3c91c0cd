import ChineseText
import Testing

/// What is written in many ways is read back as the value that it was.
@Suite struct MoneyRoundTripTests {
  private func expect(_ text: String, _ value: String) {
    #expect(QuantityCases.values("交易金额为" + text + "。", .money) == [value], "\(text)")
  }

  @Test func amountsOfYi() {
    var random = SeededGenerator(seed: 41)
    for _ in 0..<150 {
      let hundredths = Int.random(in: 1...99_999, using: &random)
      let value = String(hundredths * 1_000_000) + " CNY"
      for text in MoneyWriter.spellings(ofHundredthYi: hundredths) { expect(text, value) }
    }
  }

  @Test func wholeAmountsInChineseNumerals() {
    var random = SeededGenerator(seed: 43)
    for power in 1...12 {
      for _ in 0..<40 {
        let most = (0..<power).reduce(1) { result, _ in result * 10 }
        let value = Int.random(in: most...(most * 10 - 1), using: &random)
        expect(MoneyWriter.han(value) + "元", "\(value) CNY")
        expect(MoneyWriter.grouped(value) + "美元", "\(value) USD")
      }
    }
  }

  @Test func amountsInEnglish() {
    var random = SeededGenerator(seed: 47)
    let units = [(6, " million", "M"), (9, " billion", "B"), (12, " trillion", "tn")]
    for _ in 0..<200 {
      let tenths = Int.random(in: 1...9_999, using: &random)
      let number = MoneyWriter.decimal(tenths, places: 1)
      for (power, word, letter) in units {
        let exact = ExactDecimal(mantissa: Int64(tenths), exponent: power - 1)
        for text in [
          "$\(number)\(word)", "US$\(number)\(letter)", "USD \(number)\(word)",
          "\(number)\(word) dollars", "\(number)\(letter) 美元",
        ] { expect(text, "\(exact) USD") }
      }
    }
  }

  @Test func rangesInheritTheUnit() {
    var random = SeededGenerator(seed: 53)
    for _ in 0..<200 {
      let low = Int.random(in: 1...899, using: &random)
      let high = Int.random(in: (low + 1)...900, using: &random)
      let (a, b) = (MoneyWriter.decimal(low, places: 1), MoneyWriter.decimal(high, places: 1))
      let value = "\(low * 10_000_000)..\(high * 10_000_000) CNY"
      for text in [
        "\(a)-\(b)亿元", "\(a)亿至\(b)亿元", "\(a)亿元到\(b)亿元", "\(a)～\(b)亿元", "\(a)至\(b)亿元人民币",
        "人民币\(a)亿元至\(b)亿元", "¥\(a)-\(b)亿", "\(a)亿-\(b)亿元", "RMB \(a)-\(b)亿",
      ] { expect(text, value) }
    }
  }

  @Test func boundsKeepTheNumber() {
    var random = SeededGenerator(seed: 59)
    for _ in 0..<200 {
      let number = Int.random(in: 2...9_999, using: &random)
      let value = number * 10_000
      expect("约\(number)万元", "~\(value) CNY")
      expect("超\(number)万元", "~\(value).. CNY")
      expect("\(number)余万元", "~\(value).. CNY")
      expect("不超过\(number)万元", "~..\(value) CNY")
      expect("不足\(MoneyWriter.han(number))万元", "~..\(value) CNY")
      expect("-\(number)万元", "-\(value) CNY")
    }
  }
}
