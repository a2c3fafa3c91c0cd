/// A value of an expression, in every way it can be meant.
struct QueryValue: Sendable {
  /// The words.
  let text: String
  /// The words without case and width.
  let folded: String
  /// The number, where it is one: `1.5e9`, `15亿`.
  let number: DecimalNumber?
  /// The currency behind the number.
  let currency: String?
  /// The days, where it is a date.
  let days: DayRange?

  /// Reads words and what may stand behind them as a currency.
  init(_ text: String, currency: String? = nil) {
    self.text = text
    folded = NameSearch.folded(text)
    let amount = Self.amount(text)
    number = amount?.number
    self.currency = currency ?? amount?.currency
    days = Self.days(text)
  }

  private static let units: [(word: String, value: String)] = [
    ("万亿", "1e12"), ("千亿", "1e11"), ("百亿", "1e10"), ("十亿", "1e9"), ("亿", "1e8"),
    ("千万", "1e7"), ("百万", "1e6"), ("万", "1e4"),
  ]
  private static let currencies: [(word: String, code: String)] = [
    ("美元", "USD"), ("人民币", "CNY"), ("港元", "HKD"), ("欧元", "EUR"), ("日元", "JPY"),
    ("英镑", "GBP"), ("韩元", "KRW"), ("新台币", "TWD"), ("元", "CNY"), ("%", "%"),
  ]

  private static func amount(_ text: String) -> (number: DecimalNumber, currency: String?)? {
    var rest = text
    var currency: String?
    if let known = currencies.first(where: { rest.hasSuffix($0.word) }) {
      rest.removeLast(known.word.count)
      currency = known.code == "%" ? nil : known.code
    }
    var factor = DecimalNumber("1")
    if let unit = units.first(where: { rest.hasSuffix($0.word) }) {
      rest.removeLast(unit.word.count)
      factor = DecimalNumber(unit.value)
    }
    guard let number = DecimalNumber(rest), let factor,
      let product = number.multiplied(by: factor)
    else { return nil }
    return (product, currency)
  }

  /// Whether a word is the code of a currency.
  static func isCurrency(_ text: String) -> Bool {
    text.utf8.count == 3 && text.utf8.allSatisfy { (0x41...0x5A).contains($0) }
  }

  /// The days of `2023`, `2023-H1`, `2023-Q2`, `2023-06`, `2023-06-29`.
  private static func days(_ text: String) -> DayRange? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard let year = parts.first, year.utf8.count == 4, Int(year) != nil else { return nil }
    if parts.count == 2, let letter = parts[1].first, "QqHh".contains(letter),
      let number = Int(parts[1].dropFirst())
    {
      let months = "Qq".contains(letter) ? 3 : 6
      guard number >= 1, number * months <= 12 else { return nil }
      return span(String(year), from: (number - 1) * months + 1, to: number * months)
    }
    if parts.count == 1 { return span(String(year), from: 1, to: 12) }
    if parts.count == 2, parts[1].utf8.count == 2, let month = Int(parts[1]) {
      return (1...12).contains(month) ? span(String(year), from: month, to: month) : nil
    }
    guard parts.count == 3, text.utf8.count == 10 else { return nil }
    return DayRange.day(text).map { DayRange(first: $0, last: $0) }
  }

  private static func span(_ year: String, from first: Int, to last: Int) -> DayRange? {
    let next = last == 12 ? "\((Int(year) ?? 0) + 1)-01-01" : "\(year)-\(two(last + 1))-01"
    guard let start = DayRange.day("\(year)-\(two(first))-01"), let end = DayRange.day(next) else {
      return nil
    }
    return DayRange(first: start, last: end - 1)
  }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
