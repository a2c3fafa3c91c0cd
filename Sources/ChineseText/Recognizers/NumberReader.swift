/// Reads one number, character by character.
///
/// A number is a sum of sections (below 万) times great units: 3亿2000万, 一万五千亿, 二十三. Low and
/// high run in parallel, because 数, 几 and 三五 stand for ranges.
struct NumberReader {
  private typealias Pair = (low: ExactDecimal, high: ExactDecimal)

  private let numerals: Numerals
  private let text: QuantityText
  private var index: Int
  private var result: NumberReading
  private var total: Pair?
  private var section: Pair?
  /// The number not yet multiplied.
  private var number: Pair?
  private var numberStart = 0
  private var isArabic = false
  /// Chinese digits in a row, the last two and their number.
  private var digitCount = 0
  private var lastDigit: Int64 = 0
  private var digitBefore: Int64 = 0
  private var digitValue: Int64 = 0
  private var lastSmall = 5
  private var lastGreat = 99
  /// Power of ten of the great units so far: 12 behind 万亿, where one more 亿 may follow.
  private var greatScale = 99
  private var lastUnit = 0
  private var sawZero = false
  private var parts = 0
  private var isBroken = false

  init(numerals: Numerals, text: QuantityText, index: Int) {
    self.numerals = numerals
    self.text = text
    self.index = index
    result = NumberReading(start: index, end: index, low: .zero, high: .zero)
  }

  mutating func read() -> NumberReading? {
    while index < text.end, step() {}
    return isBroken ? nil : finish()
  }

  /// Takes the next character; false where the number ends.
  private mutating func step() -> Bool {
    if text.isDigit(index) { return takeArabic() }
    if let next = digitBehindBlank() { return takeSpaced(next) }
    let place = unitBehindBlank() ?? index
    switch numerals.role(text, place) {
    case .digit(let value): return takeDigit(value)
    case .unit(let power): return takeUnit(power, at: place)
    case .some: return takeSome()
    case .over: return takeOver()
    case .half: return takeHalf()
    case .link: return takeLink()
    case .point: return takePoint()
    case .none: return false
    }
  }

  /// `15 亿`: the place of a great unit behind one blank.
  private func unitBehindBlank() -> Int? {
    guard isArabic, number != nil, text.kind(index) == .space else { return nil }
    if case .unit(let power) = numerals.role(text, index + 1), power >= 3 { return index + 1 }
    return nil
  }

  /// `1 亿 2000 万`: the place of a digit behind one blank and a great unit.
  private func digitBehindBlank() -> Int? {
    guard number == nil, parts > 0, lastUnit >= 4, !result.isOver, text.isBlank(index),
      text.isDigit(index + 1)
    else { return nil }
    return index + 1
  }

  /// The next part, which falls away with its blank where no unit follows it.
  private mutating func takeSpaced(_ next: Int) -> Bool {
    let blank = index
    index = next
    let isTaken = takeArabic()
    numberStart = blank
    return isTaken
  }

  private mutating func takeArabic() -> Bool {
    guard number == nil, !result.isOver else { return false }
    numberStart = index
    isArabic = true
    let first = index
    var mantissa: Int64 = 0
    var count = 0
    var places = 0
    var hasPoint = false
    var hasComma = false
    while true {
      if text.isDigit(index) {
        guard count < 18 else {
          isBroken = true
          return false
        }
        mantissa = mantissa * 10 + Int64(text[index] - 48)
        count += mantissa == 0 ? 0 : 1
        if hasPoint { places += 1 }
        index += 1
      } else if !hasPoint, isGroup(after: index, from: first) {
        hasComma = true
        index += 1
      } else if !hasPoint, text[index] == 46, text.isDigit(index + 1) {
        hasPoint = true
        index += 1
      } else {
        break
      }
    }
    if hasPoint, text[index] == 46, text.isDigit(index + 1) { isBroken = true }
    let value = ExactDecimal(mantissa: mantissa, exponent: -places)
    if total == nil, section == nil {
      result.isPlain = !hasPoint && !hasComma
      result.hasLeadingZero = text[first] == 48 && index - first > 1 && !hasPoint
    }
    number = (value, value)
    return !isBroken
  }

  /// A comma with exactly three digits behind it, and at most three before it. `V2，259元` and
  /// `$20，300美元` are lists.
  private func isGroup(after place: Int, from first: Int) -> Bool {
    guard text[place] == 44, (1...3).contains(firstGroup(from: first)),
      !text.isLetter(first - 1),
      !(text.isWideComma(place) && Self.symbols.contains(text[first - 1]))
    else { return false }
    for offset in 1...3 where !text.isDigit(place + offset) { return false }
    return !text.isDigit(place + 4)
  }

  private static let symbols = Array("$€£¥".utf16)

  private func firstGroup(from first: Int) -> Int {
    var count = 0
    while text.isDigit(first + count), count < 4 { count += 1 }
    return count
  }

  private mutating func takeDigit(_ value: Int64) -> Bool {
    if result.isOver || isArabic && number != nil { return false }
    if number == nil {
      numberStart = index
      isArabic = false
      digitCount = 0
      digitValue = 0
      if value == 0, total != nil || section != nil {
        sawZero = true
        result.hanCount += 1
        index += 1
        return true
      }
    }
    guard digitCount < 9 else { return false }
    digitCount += 1
    digitBefore = lastDigit
    lastDigit = value
    digitValue = digitValue * 10 + value
    number = (ExactDecimal(mantissa: digitValue), ExactDecimal(mantissa: digitValue))
    if digitCount == 2, let pair = neighbours { number = pair }
    result.hanCount += 1
    index += 1
    return true
  }

  /// 二三, 三五, 十五六: two digits in a row that name a range.
  private var neighbours: Pair? {
    let (first, second) = (digitBefore, lastDigit)
    guard first > 0, second == first + 1 || first == 3 && second == 5 else { return nil }
    return (ExactDecimal(mantissa: first), ExactDecimal(mantissa: second))
  }

  private mutating func takeUnit(_ power: Int, at place: Int) -> Bool {
    if isPairless { return false }
    let isFirst = number == nil && section == nil && total == nil
    let taken = power < 4 ? takeSmall(power) : takeGreat(power)
    guard taken else { return false }
    if isFirst, power > 1 { result.isBare = true }
    noteNumber()
    lastUnit = power
    sawZero = false
    parts += 1
    result.hanCount += 1
    result.isPlain = false
    index = place + 1
    return true
  }

  /// Two Chinese digits that are neither a range nor a string do not multiply.
  private var isPairless: Bool {
    !isArabic && digitCount == 2 && neighbours == nil
  }

  private mutating func takeSmall(_ power: Int) -> Bool {
    guard power < lastSmall else { return false }
    if number == nil, section != nil || total != nil && !sawZero { return false }
    let factor = number ?? (.one, .one)
    keepCoefficient(power)
    guard let sum = Self.sum(section, Self.shifted(factor, power)) else { return false }
    section = sum
    lastSmall = power
    return true
  }

  private mutating func takeGreat(_ power: Int) -> Bool {
    let below: Pair?
    if let number {
      guard let sum = Self.sum(section, number) else { return false }
      below = sum
    } else {
      below = section
    }
    let isRepeated = power == lastGreat
    if isRepeated, below == nil || greatScale <= power { return false }
    if below == nil, total != nil, lastUnit < 4 || power < lastGreat { return false }
    keepCoefficient(power)
    if let sum = total {
      if power < lastGreat || isRepeated {
        greatScale = power
        guard let below, let added = Self.sum(sum, Self.shifted(below, power)) else { return false }
        total = added
      } else {
        guard let added = Self.sum(sum, below ?? (.zero, .zero)) else { return false }
        total = Self.shifted(added, power)
        greatScale = lastGreat + power
      }
    } else {
      total = Self.shifted(below ?? (.one, .one), power)
      greatScale = power
    }
    section = nil
    lastGreat = power
    lastSmall = 5
    return true
  }

  /// Remembers 3.5 and 8 of 3.5亿; more than one number leaves nothing to remember.
  private mutating func keepCoefficient(_ power: Int) {
    if parts == 0 {
      result.coefficient = number?.low ?? .one
      result.scale = power
    } else if number == nil {
      result.scale += power
    } else {
      result.coefficient = nil
    }
  }

  /// The number has found its unit.
  private mutating func noteNumber() {
    if digitCount == 2, !isArabic { result.isRange = true }
    number = nil
    digitCount = 0
    isArabic = false
  }

  private mutating func takeSome() -> Bool {
    guard number == nil, !result.isVague else { return false }
    let afterUnit = section != nil || total != nil
    numberStart = index
    number = (ExactDecimal(mantissa: afterUnit ? 0 : 1), ExactDecimal(mantissa: 10))
    isArabic = false
    digitCount = 0
    result.isVague = true
    result.hanCount += 1
    index += 1
    return true
  }

  private mutating func takeOver() -> Bool {
    guard number != nil || section != nil || total != nil, !result.isOver, !result.isVague
    else { return false }
    result.isOver = true
    result.isPlain = false
    index += 1
    return true
  }

  /// 三点五亿: decimals in Chinese digits, behind whom no small unit stands (三点二十分).
  private mutating func takePoint() -> Bool {
    guard !isArabic, digitCount == (number == nil ? 0 : 1), number != nil || section != nil,
      total == nil, !result.isOver, !result.isVague
    else { return false }
    var value = number?.low ?? .zero
    var place = index + 1
    var power = 0
    while case .digit(let digit) = numerals.role(text, place), power < 6 {
      power += 1
      guard let sum = value.adding(ExactDecimal(mantissa: digit, exponent: -power))
      else { return false }
      value = sum
      place += 1
    }
    if case .unit(let unit) = numerals.role(text, place), unit < 4 { return false }
    guard power > 0 else { return false }
    if section != nil {
      numberStart = index
      digitCount = 0
    }
    number = (value, value)
    result.hanCount += power + 1
    index = place
    return true
  }

  private mutating func takeHalf() -> Bool {
    guard number == nil, section == nil, total == nil else { return false }
    number = (ExactDecimal(mantissa: 5, exponent: -1), ExactDecimal(mantissa: 5, exponent: -1))
    numberStart = index
    result.hanCount += 1
    index += 1
    return false
  }

  /// 五个亿, 两个多亿.
  private mutating func takeLink() -> Bool {
    guard number != nil else { return false }
    var place = index + 1
    if numerals.role(text, place) == .over { place += 1 }
    guard case .unit(let power) = numerals.role(text, place), power >= 8 else { return false }
    index += 1
    return true
  }

  private mutating func finish() -> NumberReading? {
    closeNumber()
    guard !isBroken, index > result.start else { return nil }
    guard let below = Self.sum(section, number ?? (.zero, .zero)),
      let value = Self.sum(total, below)
    else { return nil }
    result.end = index
    result.low = value.low
    result.high = value.high
    if result.isVague, let less = value.high.adding(ExactDecimal(mantissa: -1)) {
      result.high = less
    }
    return result
  }

  /// Settles a number without a unit: 一万二 means 12000, 二〇二四 is a string of digits, and Arabic
  /// digits behind a unit belong to something else.
  private mutating func closeNumber() {
    guard let last = number else { return }
    if parts == 0 {
      if isPairless || digitCount > 2 {
        result.isDigitString = true
      } else if digitCount == 2 {
        result.isRange = true
      }
      if result.coefficient == nil { result.coefficient = last.low }
      return
    }
    if isArabic || digitCount > 2 || isPairless {
      number = nil
      index = numberStart
      return
    }
    if digitCount == 2 { result.isRange = true }
    result.coefficient = nil
    if lastUnit > 1, !sawZero, digitCount == 1 {
      number = Self.shifted(last, lastUnit - 1)
    }
  }

  private static func shifted(_ pair: Pair, _ power: Int) -> Pair {
    (pair.low.shifted(by: power), pair.high.shifted(by: power))
  }

  private static func sum(_ a: Pair?, _ b: Pair) -> Pair? {
    guard let a else { return b }
    guard let low = a.low.adding(b.low), let high = a.high.adding(b.high) else { return nil }
    return (low, high)
  }
}
