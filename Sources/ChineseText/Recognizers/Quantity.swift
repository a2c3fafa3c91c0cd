/// An exact decimal: `mantissa × 10^exponent`, as written, never a floating-point number.
public struct ExactDecimal: Hashable, Sendable {
  /// Digits with sign; no trailing zero unless the value is 0.
  public let mantissa: Int64
  /// Power of ten.
  public let exponent: Int

  /// Makes a decimal in lowest terms.
  public init(mantissa: Int64, exponent: Int = 0) {
    var digits = mantissa
    var power = digits == 0 ? 0 : exponent
    while digits != 0, digits % 10 == 0 {
      digits /= 10
      power += 1
    }
    self.mantissa = digits
    self.exponent = power
  }

  /// The value times `10^power`.
  public func shifted(by power: Int) -> ExactDecimal {
    ExactDecimal(mantissa: mantissa, exponent: exponent + power)
  }

  /// Plain digits: `1500000000`, `0.35`, `-12.5`.
  public var description: String {
    var digits = String(mantissa.magnitude)
    if exponent >= 0 {
      digits += String(repeating: "0", count: min(exponent, 64))
    } else {
      let places = min(-exponent, 64)
      if digits.count <= places {
        digits = String(repeating: "0", count: places - digits.count + 1) + digits
      }
      digits.insert(".", at: digits.index(digits.endIndex, offsetBy: -places))
    }
    return mantissa < 0 ? "-" + digits : digits
  }
}

extension ExactDecimal: CustomStringConvertible {}

/// An amount of money with bounds, as the data model defines them.
public struct Money: Hashable, Sendable {
  /// Where the currency was read.
  public enum CurrencySource: String, Sendable { case explicit, context, `default` }
  /// Least amount, absent for 不超过.
  public var low: ExactDecimal?
  /// Greatest amount, absent for 超, 余, 至少.
  public var high: ExactDecimal?
  /// ISO 4217 code.
  public var currency: String
  /// Where the currency was read.
  public var currencySource: CurrencySource
  /// Whether the text says about, more than, some …
  public var approx: Bool
  /// `month`, `year`, `share` …; empty for a plain amount.
  public var per: String
  /// Span of the amount that this one restates (约合…).
  public var equivalentOf: TextSpan?

  /// Makes an amount.
  public init(
    low: ExactDecimal?, high: ExactDecimal?, currency: String,
    currencySource: CurrencySource = .explicit, approx: Bool = false, per: String = "",
    equivalentOf: TextSpan? = nil
  ) {
    self.low = low
    self.high = high
    self.currency = currency
    self.currencySource = currencySource
    self.approx = approx
    self.per = per
    self.equivalentOf = equivalentOf
  }
}

/// A count or share with bounds and a unit: 1200人, 10%, 3倍.
public struct Count: Hashable, Sendable {
  /// Least value.
  public var low: ExactDecimal?
  /// Greatest value.
  public var high: ExactDecimal?
  /// `person`, `percent`, `times`, `share`, `unit`, or the measure as written.
  public var unit: String
  /// Whether the text says about, more than, some …
  public var approx: Bool

  /// Makes a count.
  public init(low: ExactDecimal?, high: ExactDecimal?, unit: String, approx: Bool = false) {
    self.low = low
    self.high = high
    self.unit = unit
    self.approx = approx
  }
}

/// A time with grain, resolved as far as the text and the publication date allow.
public struct TimeValue: Hashable, Sendable {
  /// Finest unit that the text gives.
  public enum Grain: String, Sendable { case year, half, quarter, month, week, day, period }
  /// What the date was resolved against.
  public enum Anchor: String, Sendable { case explicit, published, context }
  /// First day, absent for an open or unknown beginning.
  public var start: CalendarDate?
  /// Last day (inclusive), absent for an open or unknown end.
  public var end: CalendarDate?
  /// Finest unit.
  public var grain: Grain
  /// Whether the text says 约, 前后, 近日 …
  public var approx: Bool
  /// What the date was resolved against.
  public var anchor: Anchor

  /// Makes a time.
  public init(
    start: CalendarDate?, end: CalendarDate?, grain: Grain, approx: Bool = false,
    anchor: Anchor = .explicit
  ) {
    self.start = start
    self.end = end
    self.grain = grain
    self.approx = approx
    self.anchor = anchor
  }

  /// Short ISO form (`2024`, `2024-H1`, `2024-Q1`, `2024-03`, `2024-03-20`, `a/b`), or nothing
  /// where a bound is unknown.
  public var date: String? {
    guard let start, let end else { return nil }
    let year = CalendarDate.padded(start.year, 4)
    switch grain {
    case .year
    where start.month == 1 && start.day == 1 && end.month == 12 && end.year == start.year:
      return year
    case .half where start.day == 1:
      return year + (start.month == 1 ? "-H1" : "-H2")
    case .quarter where start.day == 1:
      return year + "-Q" + String((start.month + 2) / 3)
    case .month where start.day == 1 && end == start.lastOfMonth:
      return year + "-" + CalendarDate.padded(start.month, 2)
    case _ where start == end:
      return start.description
    default:
      return start.description + "/" + end.description
    }
  }
}

/// A funding round: 天使轮, Pre-A轮, B+轮, with its code.
public struct Round: Hashable, Sendable {
  /// Normalised code: `Seed`, `Angel`, `Pre-A`, `A`, `A+`, `Strategic`, `IPO` …
  public let code: String
  /// Makes a round.
  public init(code: String) { self.code = code }
}

/// A value that a recognizer read.
public enum QuantityValue: Hashable, Sendable {
  /// Money.
  case money(Money)
  /// A time.
  case time(TimeValue)
  /// A percentage (unit `percent`) or a count.
  case count(Count)
  /// A funding round.
  case round(Round)
  /// A bare number.
  case number(ExactDecimal)
}
