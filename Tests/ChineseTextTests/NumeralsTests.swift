import Testing

@testable import ChineseText

@Suite struct NumeralsTests {
  /// The number at the beginning of a text: its bounds, and how many characters it took.
  private func read(_ text: String) throws -> (low: String, high: String, length: Int)? {
    let shared = try #require(QuantityCases.shared)
    let folded = TextDecoder(lexicon: shared.lexicon).decode(title: "", body: text)
    let numerals = try QuantityTables(lexicon: shared.lexicon).numerals()
    var result: (String, String, Int)?
    QuantityText.with(folded, TextSpan(0, folded.count)) { view in
      guard let number = numerals.read(view, at: 0) else { return }
      result = (number.low.description, number.high.description, number.end)
    }
    return result
  }

  @Test(arguments: [
    ("15", "15"), ("1,100", "1100"), ("1.50", "1.5"), ("3亿2000万", "320000000"),
    ("一万五千亿", "1500000000000"), ("1.5万亿", "1500000000000"), ("二十三", "23"),
    ("一百零五", "105"), ("一千零一十", "1010"), ("一万二", "12000"), ("两百五", "250"),
    ("三亿五", "350000000"), ("贰仟叁佰", "2300"), ("五个亿", "500000000"), ("15 亿", "1500000000"),
    ("百亿", "10000000000"), ("5百万", "5000000"), ("十", "10"), ("零", "0"), ("１２０", "120"),
    ("123456789012345678", "123456789012345678"),
  ])
  func readsExactNumbers(text: String, value: String) throws {
    let number = try #require(try read(text))
    #expect(number.low == value)
    #expect(number.high == value)
    #expect(number.length == text.unicodeScalars.count)
  }

  @Test(arguments: [
    ("数亿", "100000000", "999999999"), ("十几亿", "1000000000", "1999999999"),
    ("几十", "10", "99"), ("数千万", "10000000", "99999999"), ("三五百", "300", "500"),
    ("二三十", "20", "30"), ("十五六", "15", "16"), ("七八千万", "70000000", "80000000"),
  ])
  func readsVagueNumbers(text: String, low: String, high: String) throws {
    let number = try #require(try read(text))
    #expect(number.low == low)
    #expect(number.high == high)
  }

  @Test(arguments: [("5亿2023年", 2), ("三亿八", 3), ("3.5.2", 0), ("12345678901234567890", 0)])
  func endsWhereTheNumberEnds(text: String, length: Int) throws {
    #expect(try read(text)?.length ?? 0 == length)
  }

  @Test func sumsAreExactOrNothing() {
    let most = ExactDecimal(mantissa: .max)
    #expect(most.adding(.one) == nil)
    #expect(ExactDecimal(mantissa: 1, exponent: 40).adding(.one) == nil)
    #expect(ExactDecimal(mantissa: 15, exponent: -1).adding(.one)?.description == "2.5")
    #expect(ExactDecimal.one.isLess(than: ExactDecimal(mantissa: 1, exponent: 60)))
    #expect(!most.isLess(than: .zero))
  }
}
