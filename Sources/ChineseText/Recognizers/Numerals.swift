/// The number characters of `quantities/numerals.tsv`, one byte of meaning per character.
final class Numerals: Sendable {
  /// What a character is in a number.
  enum Role: Equatable {
    case none
    case digit(Int64)
    case unit(Int)
    /// 数, 几: a digit that is not told.
    case some
    /// 余, 多, 来: more than the number so far.
    case over
    /// 半.
    case half
    /// 个 between a number and 亿.
    case link
    /// 点 before decimals: 三点五.
    case point
  }

  private let table: [UInt8]
  /// The characters that have a meaning.
  private let units: [UInt16]
  /// Texts that must not follow a character, by the number in `exceptionOf`.
  private let exceptions: [[[UInt16]]]
  private let exceptionOf: [UInt8]

  private init(
    table: [UInt8], units: [UInt16], exceptionOf: [UInt8], exceptions: [[[UInt16]]]
  ) {
    self.table = table
    self.units = units
    self.exceptionOf = exceptionOf
    self.exceptions = exceptions
  }

  /// Collects the rows.
  struct Builder {
    private var table = [UInt8](repeating: 0, count: 65536)
    private var units: [UInt16] = []
    private var exceptionOf = [UInt8](repeating: 0, count: 65536)
    private var exceptions: [[[UInt16]]] = [[]]

    /// Adds a character; false where kind or value is unknown.
    mutating func add(_ unit: UInt16, kind: String, value: Int, unless: [[UInt16]]) -> Bool {
      switch kind {
      case "digit" where (0...9).contains(value): table[Int(unit)] = UInt8(1 + value)
      case "unit" where (1...16).contains(value): table[Int(unit)] = unitBase + UInt8(value)
      case "some": table[Int(unit)] = 64
      case "over": table[Int(unit)] = 65
      case "half": table[Int(unit)] = 66
      case "link": table[Int(unit)] = 67
      case "point": table[Int(unit)] = 68
      default: return false
      }
      units.append(unit)
      if !unless.isEmpty, exceptions.count < 255 {
        exceptionOf[Int(unit)] = UInt8(exceptions.count)
        exceptions.append(unless)
      }
      return true
    }

    func build() -> Numerals {
      Numerals(
        table: table, units: units, exceptionOf: exceptionOf, exceptions: exceptions)
    }
  }

  private static let unitBase: UInt8 = 32

  /// The characters that a number can begin with, Arabic digits left out.
  func initials() -> [UInt16] {
    units.filter { !(65...68).contains(table[Int($0)]) || table[Int($0)] == 66 }
  }

  /// All characters of numbers, Arabic digits left out.
  func all() -> [UInt16] { units }

  /// What the character at `index` is; what its row excludes is `none`.
  @inline(__always)
  func role(_ text: QuantityText, _ index: Int) -> Role {
    let unit = Int(text[index])
    let code = table[unit]
    if code == 0 { return .none }
    if exceptionOf[unit] > 0, isExcluded(text, index) { return .none }
    switch code {
    case 1...10: return .digit(Int64(code) - 1)
    case 33...63: return .unit(Int(code - Self.unitBase))
    case 64: return .some
    case 65: return .over
    case 66: return .half
    case 67: return .link
    default: return .point
    }
  }

  private func isExcluded(_ text: QuantityText, _ index: Int) -> Bool {
    let list = exceptions[Int(exceptionOf[Int(text[index])])]
    let next = text[index + 1]
    for place in list.indices where list[place].first == next {
      if text.matches(list[place], at: index + 1) { return true }
    }
    return false
  }

  /// Whether a character of a number stands at `index`: a quick look before `read`.
  @inline(__always)
  func mayBegin(_ text: QuantityText, at index: Int) -> Bool {
    text.isDigit(index) || table[Int(text[index])] != 0
  }

  /// The number that begins at `index`, in Arabic, Chinese or mixed writing. O(length).
  func read(_ text: QuantityText, at index: Int) -> NumberReading? {
    if text.isDigit(index) {
      if let plain = plain(text, at: index) { return plain }
    } else if table[Int(text[index])] == 0 {
      return nil
    }
    var reader = NumberReader(numerals: self, text: text, index: index)
    return reader.read()
  }
}

extension Numerals {
  /// A few Arabic digits with nothing behind them that could belong to the number: most numbers
  /// are so, and need no reader.
  private func plain(_ text: QuantityText, at index: Int) -> NumberReading? {
    var value: Int64 = 0
    var end = index
    while text.isDigit(end), end &- index < 10 {
      value = value &* 10 &+ Int64(text[end] &- 48)
      end &+= 1
    }
    let next = text[end]
    guard end &- index < 10, next != 44, next != 46, table[Int(next)] == 0, !text.isBlank(end)
    else { return nil }
    let number = ExactDecimal(mantissa: value)
    var reading = NumberReading(start: index, end: end, low: number, high: number)
    reading.isPlain = true
    reading.hasLeadingZero = text[index] == 48 && end &- index > 1
    reading.coefficient = number
    return reading
  }
}

/// A number as written, with the bounds that its own words give.
struct NumberReading {
  /// First scalar.
  var start: Int
  /// First scalar after it.
  var end: Int
  var low: ExactDecimal
  var high: ExactDecimal
  /// 数亿, 十几亿: only the order of size is told.
  var isVague = false
  /// 一千多万, 3000余: more than `low`.
  var isOver = false
  /// 三五百, 二三十: two digits that stand for a range.
  var isRange = false
  /// Arabic digits alone, without comma, point or unit.
  var isPlain = false
  /// Arabic digits with a leading 0: a code, not a number.
  var hasLeadingZero = false
  /// Begins with a unit: 百亿, 千万.
  var isBare = false
  /// Number of characters that are units or digits written in Chinese.
  var hanCount = 0
  /// Digits only, in Chinese: 二〇二四.
  var isDigitString = false
  /// `low` without the units behind it, where one number stands before them: 3.5 of 3.5亿.
  var coefficient: ExactDecimal?
  /// Power of ten of the units behind `coefficient`.
  var scale = 0

  /// Whether it is one number, in Arabic digits or Chinese, with nothing left open.
  var isExact: Bool { !isFuzzy && !isRange && !isDigitString }

  /// Whether its own words leave it open: 数亿, 一千多万, 百亿.
  var isFuzzy: Bool { isVague || isOver || isBare }

  /// Whether 万 or more multiplies the number, or it is as large.
  var isLarge: Bool { !low.isLess(than: ExactDecimal(mantissa: 1, exponent: 4)) }

  /// Takes the unit of `other`, of which this is the lower end: 3.5 of 3.5-4亿.
  mutating func inheritScale(of other: NumberReading) {
    guard scale == 0, hanCount <= 1, !isVague, let theirs = other.coefficient, other.scale >= 4,
      low.isLess(than: theirs)
    else { return }
    multiply(by: other.scale)
  }

  /// Multiplies by a power of ten.
  mutating func multiply(by power: Int) {
    low = low.shifted(by: power)
    high = high.shifted(by: power)
    scale += power
  }
}
