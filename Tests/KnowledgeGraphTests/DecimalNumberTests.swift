import KnowledgeGraph
import Testing

struct DecimalNumberTests {
  static let texts: [(text: String, plain: String?)] = [
    ("0", "0"), ("-0", "0"), ("12.50", "12.5"), ("1,300,000", "1300000"), ("1.3e9", "1300000000"),
    ("1E-3", "0.001"), ("-0.5", "-0.5"), (".5", "0.5"), ("5.", "5"), ("007", "7"),
    ("99999999999999999999999999999999999999", "99999999999999999999999999999999999999"),
    ("999999999999999999999999999999999999999999", nil), ("", nil), ("-", nil), ("1.2.3", nil),
    ("1e", nil), ("1e99", nil), ("abc", nil), ("1x", nil), (".", nil),
  ]

  @Test(arguments: texts)
  func readsAndWrites(text: String, plain: String?) {
    #expect(DecimalNumber(text)?.text == plain)
  }

  @Test(arguments: [("0.1", "0.2", "0.3"), ("1e9", "-1", "999999999"), ("-0.5", "0.5", "0")])
  func adds(left: String, right: String, sum: String) throws {
    let (left, right) = (try #require(DecimalNumber(left)), try #require(DecimalNumber(right)))
    #expect(left.adding(right)?.text == sum)
    #expect(right.adding(left)?.text == sum)
  }

  @Test(arguments: [("1.5", "7.1", "10.65"), ("-2", "0.5", "-1"), ("1e20", "1e15", nil)])
  func multiplies(left: String, right: String, product: String?) throws {
    let (left, right) = (try #require(DecimalNumber(left)), try #require(DecimalNumber(right)))
    let found = left.multiplied(by: right)
    if let product { #expect(found?.text == product) } else { #expect(found != nil) }
  }

  @Test func comparesByValue() throws {
    let sorted = ["-1e20", "-2", "-0.1", "0", "0.05", "0.1", "2", "10", "1e20"]
    let numbers = try sorted.map { try #require(DecimalNumber($0)) }
    #expect(numbers.reversed().sorted() == numbers)
    #expect(DecimalNumber("1.50") == DecimalNumber("1.5"))
  }

  @Test func tooManyDigitsAreNothing() throws {
    let large = try #require(DecimalNumber("99999999999999999999999999999999999999"))
    #expect(large.multiplied(by: large) == nil)
    #expect(large.adding(try #require(DecimalNumber("0.1"))) == nil)
    #expect(try #require(DecimalNumber("0.1")) < large)
  }
}
