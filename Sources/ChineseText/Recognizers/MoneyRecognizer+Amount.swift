/// One amount: sign, currency, number, units, currency, small units.
extension MoneyRecognizer {
  static var before: QuantitySenses { QuantitySenses(.currencyBefore) }
  static var after: QuantitySenses { QuantitySenses(.currencyAfter) }
  static var level: QuantitySenses { QuantitySenses(.level) }
  static var minor: QuantitySenses { QuantitySenses(.minorUnit) }
  static var latin: QuantitySenses { QuantitySenses(.latinUnit) }

  /// Sign, currency, number, units, currency.
  func amount(
    _ text: QuantityText, at index: Int, number: NumberReading?, prefix given: String
  ) -> Amount? {
    var place = index
    let isNegative = text[place] == 45
    if isNegative { place += 1 }
    var prefix = given
    if let match = words.longest(text, at: place, Self.before), !text.isLetter(place - 1) {
      prefix = words.code(match)
      place = text.skippingBlank(match.end)
    }
    let known = place == index ? number : nil
    guard let reading = known ?? numerals.read(text, at: place), !reading.isDigitString,
      !reading.hasLeadingZero
    else { return nil }
    var amount = Amount(number: reading, start: index, end: reading.end, currency: prefix)
    amount.isNegative = isNegative
    amount.hasPrefix = !prefix.isEmpty
    takeLatinUnit(text, &amount)
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
    guard amount.hasPrefix || words.longest(text, at: behind, Self.after) != nil else { return }
    amount.number.multiply(by: match.amount)
    amount.number.isPlain = false
    amount.end = match.end
  }

  /// 千万级, 亿元级.
  func takeLevel(_ text: QuantityText, _ amount: inout Amount) {
    guard !amount.isLevel, let match = words.longest(text, at: amount.end, Self.level)
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
      if match.amount != 0 { amount.number.multiply(by: match.amount) }
      amount.end = match.end
      takeOver(text, &amount)
      takeMinorUnits(text, &amount)
      takeSecondCurrency(text, &amount)
    } else if !amount.hasPrefix {
      takeLeadingMinor(text, &amount)
    }
  }

  /// 三元 and 一块 begin many words: without a unit they need an end that suits an amount.
  func endsProperly(_ text: QuantityText, _ amount: Amount, _ match: QuantityMatch) -> Bool {
    let isShort = amount.number.hanCount == 1 && amount.number.end - amount.number.start == 1
    let isBareUnit = amount.number.isBare && amount.number.hanCount == 1
    guard match.end - amount.number.end == 1, isShort, !amount.hasPrefix, !amount.isLevel
    else { return true }
    if isBareUnit { return true }
    if case .digit = numerals.role(text, match.end) { return true }
    return !text.isHan(match.end) || cues.follows(text, at: match.end)
      || cues.precedes(text, before: amount.start)
  }

  /// 2块多.
  func takeOver(_ text: QuantityText, _ amount: inout Amount) {
    guard numerals.role(text, amount.end) == .over else { return }
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
      guard let sum = amount.number.low.adding(part.low.shifted(by: match.amount))
      else { return }
      amount.number.low = sum
      amount.number.high = sum
      amount.end = match.end
    }
  }

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
