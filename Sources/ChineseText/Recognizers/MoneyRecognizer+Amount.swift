/// One amount: sign, currency, number, units, currency, small units.
extension MoneyRecognizer {
  static var before: QuantitySenses { QuantitySenses(.currencyBefore) }
  static var after: QuantitySenses { QuantitySenses(.currencyAfter) }
  static var level: QuantitySenses { QuantitySenses(.level) }
  static var minor: QuantitySenses { QuantitySenses(.minorUnit) }
  static var latin: QuantitySenses { QuantitySenses(.latinUnit) }
  /// What is counted, not paid.
  static var counted: QuantitySenses { .count | .model | .noun }

  /// Sign, currency, number, units, currency.
  func amount(
    _ text: QuantityText, at index: Int, number: NumberReading?, prefix given: String
  ) -> Amount? {
    var place = index
    let isNegative = text[place] == 45
    if isNegative { place += 1 }
    var isLatin = false
    var prefix = given
    if let match = words.longest(text, at: place, Self.before), !text.isLetter(place - 1) {
      prefix = words.code(match)
      isLatin = text.isLetter(match.end - 1)
      place = text.skippingBlanks(match.end)
    }
    let known = place == index ? number : nil
    guard let reading = known ?? numerals.read(text, at: place), !reading.isDigitString,
      !reading.hasLeadingZero
    else { return nil }
    var amount = Amount(number: reading, start: index, end: reading.end, currency: prefix)
    amount.isNegative = isNegative || text.isNegation(index - 1)
    amount.hasPrefix = !prefix.isEmpty
    amount.isLatinCode = isLatin
    takeLatinUnit(text, &amount)
    takeHead(text, &amount)
    takeLevel(text, &amount)
    takeCurrency(text, &amount)
    takeLevel(text, &amount)
    return amount
  }

  /// `1.5B`, `1.3 billion`: only beside a currency.
  func takeLatinUnit(_ text: QuantityText, _ amount: inout Amount) {
    let place = text.skippingBlank(amount.end)
    guard amount.number.scale == 0, amount.number.hanCount == 0,
      let match = words.longest(text, at: place, Self.latin)
    else { return }
    let behind = text.skippingBlank(match.end)
    guard
      amount.hasPrefix || words.longest(text, at: behind, Self.after) != nil
        || match.end == place + 1 && cues.isPay(text, before: amount.start)
    else { return }
    amount.number.multiply(by: match.amount)
    amount.hasLatinUnit = true
    amount.number.isPlain = false
    amount.end = match.end
  }

  /// 千万级, 亿元级.
  func takeLevel(_ text: QuantityText, _ amount: inout Amount) {
    guard !amount.isLevel, amount.number.scale >= 2 || amount.number.isVague,
      let match = words.longest(text, at: amount.end, Self.level)
    else { return }
    amount.isLevel = true
    amount.end = match.end
  }

  func takeCurrency(_ text: QuantityText, _ amount: inout Amount) {
    let place = text.skippingBlank(amount.end)
    if let match = words.longest(text, at: place, Self.after) {
      guard endsProperly(text, amount, match) else { return }
      amount.currency =
        amount.currency.isEmpty || words.code(match) != Self.plain
        ? words.code(match)
        : amount.currency
      amount.isPlainUnit = match.end - place == 1
      amount.isLatinCode = amount.isLatinCode || text.isLetter(match.end - 1)
      if match.amount != 0 { amount.number.multiply(by: match.amount) }
      amount.end = match.end
      takeOver(text, &amount)
      if match.effects.contains(.weak) { takeTenth(text, &amount) }
      takeMinorUnits(text, &amount)
      takeMinorWords(text, &amount, below: match.amount)
      takeSecondCurrency(text, &amount)
    } else if !amount.hasPrefix {
      takeLeadingMinor(text, &amount)
    }
  }

  /// 三元 and 一块 begin many words: without a unit they need an end that suits an amount, or a
  /// word of money before them. 块 counts things as well and always needs such a sign.
  func endsProperly(_ text: QuantityText, _ amount: Amount, _ match: QuantityMatch) -> Bool {
    if match.effects.contains(.weak), !isMoneyPiece(text, amount, match.end) { return false }
    let isShort = amount.number.hanCount == 1 && amount.number.end - amount.number.start == 1
    let isBareUnit = amount.number.isBare && amount.number.hanCount == 1
    guard match.end - amount.number.end == 1, isShort, !amount.hasPrefix, !amount.isLevel
    else { return true }
    if isBareUnit { return true }
    if let part = numerals.read(text, at: match.end),
      words.longest(text, at: part.end, Self.minor) != nil || match.effects.contains(.weak)
    {
      return true
    }
    if cues.precedes(text, before: amount.start) { return true }
    let isWord = Self.names.contains(text[amount.start])
    return amount.number.low != .one && !(isWord && text.isHan(amount.start - 1))
      && (!text.isHan(match.end) || cues.follows(text, at: match.end))
  }

  /// 9块9, 三块五毛, 卖8块: not 一块屏幕, 6块硬盘.
  private func isMoneyPiece(_ text: QuantityText, _ amount: Amount, _ unitEnd: Int) -> Bool {
    let end = text[unitEnd] == Self.many ? unitEnd + 1 : unitEnd
    if tenth(text, at: end) != nil { return true }
    if let part = numerals.read(text, at: end), part.low.isLess(than: Self.ten),
      words.longest(text, at: part.end, Self.minor) != nil
    {
      return true
    }
    guard !text.isHan(end) || cues.follows(text, at: end) else { return false }
    return text.kind(end) != .space && cues.precedes(text, before: amount.start)
  }

  /// The last digit of 9块9: alone, with nothing counted behind it.
  private func tenth(_ text: QuantityText, at index: Int) -> NumberReading? {
    guard let part = numerals.read(text, at: index), part.end == index + 1, part.scale == 0,
      part.isExact, part.low.exponent == 0, part.low != .zero, part.low != Self.ten,
      !text.isLetter(part.end), text[part.end] != 46, text[part.end] != 37,
      words.longest(text, at: part.end, Self.pieces) == nil
    else { return nil }
    return part
  }

  private static let ten = ExactDecimal(mantissa: 10)
  private static var pieces: QuantitySenses { .count | .model | .duration | .minorUnit }

  /// 9块9.
  private func takeTenth(_ text: QuantityText, _ amount: inout Amount) {
    guard amount.number.scale == 0, let part = tenth(text, at: amount.end) else { return }
    add(part.low.shifted(by: -1), to: &amount, end: part.end)
  }

  /// 2块多; not 25万元余承东.
  func takeOver(_ text: QuantityText, _ amount: inout Amount) {
    guard numerals.role(text, amount.end) == .over,
      !text.isHan(amount.end + 1) || cues.follows(text, at: amount.end + 1)
        || text[amount.end] == Self.many
    else { return }
    amount.number.isOver = true
    amount.end += 1
  }

  /// 5元3角, 三块五毛: each unit smaller than the one before.
  func takeMinorUnits(_ text: QuantityText, _ amount: inout Amount, below unit: Int = 0) {
    var power = unit
    while amount.isPlainUnit, amount.number.scale == 0,
      let part = numerals.read(text, at: amount.end), part.scale == 0, !part.isLarge,
      let match = words.longest(text, at: part.end, Self.minor), match.amount < power
    {
      power = match.amount
      guard add(part.low.shifted(by: match.amount), to: &amount, end: match.end) else { return }
    }
  }

  private static let many = "多".utf16.first ?? 0
  /// 外三元, 大三元, 新二元.
  private static let names = Array("二三".utf16)
  private static let again = Array("又零".utf16)

  /// 2美元50美分, 10日元5日本钱: a smaller unit with a name of its own.
  private func takeMinorWords(_ text: QuantityText, _ amount: inout Amount, below power: Int) {
    var place = text.skippingBlank(amount.end)
    if Self.again.contains(text[place]) { place += 1 }
    guard amount.number.scale == 0, !amount.number.isVague, !amount.number.isOver,
      let part = numerals.read(text, at: place), part.scale < 3, part.isExact,
      let match = words.longest(text, at: text.skippingBlank(part.end), Self.after),
      match.amount < power, words.code(match) == amount.currency
    else { return }
    add(part.low.shifted(by: match.amount), to: &amount, end: match.end)
  }

  @discardableResult
  private func add(_ part: ExactDecimal, to amount: inout Amount, end: Int) -> Bool {
    guard let sum = amount.number.low.adding(part) else { return false }
    amount.number.low = sum
    amount.number.high = sum
    amount.end = end
    return true
  }

  /// `发行总额（亿元）：10`: the unit stands in brackets before the number.
  private func takeHead(_ text: QuantityText, _ amount: inout Amount) {
    guard !amount.hasPrefix, amount.number.scale == 0, amount.number.hanCount == 0,
      !isYear(amount.number), endsCell(text, amount.end),
      let head = head(text, before: amount.start)
    else { return }
    amount.number.multiply(by: head.number.scale)
    amount.number.isPlain = false
    amount.currency = head.currency
    amount.hasHead = true
    amount.head = head.start
  }

  private func endsCell(_ text: QuantityText, _ index: Int) -> Bool {
    switch text.kind(text.skippingBlank(index)) {
    case .han, .letter, .symbol: return false
    case .digit: return text.isBlank(index)
    default: return true
    }
  }

  /// A head of years stands above many tables.
  private func isYear(_ number: NumberReading) -> Bool {
    guard number.isPlain, let value = number.low.smallInteger else { return false }
    return (1900...2100).contains(value)
  }

  /// The amount in the brackets that end before `index`: （亿元）, （单位：万美元）.
  private func head(_ text: QuantityText, before index: Int) -> Amount? {
    var place = text.skippingBlankBackward(index)
    if text[place - 1] == 58 { place = text.skippingBlankBackward(place - 1) }
    guard text[place - 1] == 41 else { return nil }
    let end = place - 1
    place = end - 1
    while place > end - 12, place >= text.start, text[place] != 40 { place -= 1 }
    guard text[place] == 40 else { return nil }
    let open = place
    place += 1
    if text.matches(Self.unitWord, at: place) { place += 3 }
    guard let number = numerals.read(text, at: place), number.isBare else { return nil }
    var head = Amount(number: number, start: open, end: number.end)
    takeCurrency(text, &head)
    return head.end == end ? head : nil
  }

  private static let unitWord = Array("单位:".utf16)

  /// 3角5分, 五毛: the small unit comes first.
  func takeLeadingMinor(_ text: QuantityText, _ amount: inout Amount) {
    guard amount.number.scale == 0, !amount.number.isLarge,
      let match = words.longest(text, at: amount.end, Self.minor)
    else { return }
    var trial = amount
    trial.number.low = amount.number.low.shifted(by: match.amount)
    trial.number.high = trial.number.low
    trial.isPlainUnit = true
    trial.end = match.end
    let before = trial.end
    takeMinorUnits(text, &trial, below: match.amount)
    guard trial.end > before else { return }
    trial.currency = words.code(match)
    amount = trial
  }

  /// 185亿元人民币, 5亿元港币.
  func takeSecondCurrency(_ text: QuantityText, _ amount: inout Amount) {
    guard amount.isPlainUnit, text.isHan(amount.end),
      let match = words.longest(text, at: amount.end, Self.after), match.end - amount.end > 1
    else { return }
    amount.currency = words.code(match)
    amount.hasSecond = true
    amount.end = match.end
  }
}
