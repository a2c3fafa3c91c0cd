/// Reads amounts of money: 15亿美元, US$1.3 billion, 人民币5亿元, 50亿-60亿美元, 3角5分.
struct MoneyRecognizer: Sendable {
  let numerals: Numerals
  let words: QuantityTrie
  let bounds: BoundFinder
  let cues: MoneyCues

  /// An amount with its place.
  struct Reading {
    let span: TextSpan
    let money: Money
    /// Whether the currency is written.
    var isExplicit: Bool { money.currencySource == .explicit }
  }

  /// What the sentence said before, and the currency that 元 means in this text.
  struct State {
    var last: Reading?
    var home = ""
    /// The currency that the text named last, and where.
    var named: (code: String, end: Int)?

    /// Takes note of an amount.
    mutating func note(_ reading: Reading) {
      last = reading
      guard reading.isExplicit else { return }
      named = (reading.money.currency, reading.span.end)
    }
  }

  /// One end of a range, or the whole amount.
  struct Amount {
    var number: NumberReading
    var start: Int
    var end: Int
    var currency = ""
    var isNegative = false
    var isLevel = false
    /// A currency stands before the number.
    var hasPrefix = false
    /// A word of one character (元, 块) stands behind the number.
    var isPlainUnit = false
    /// A second word names the currency: 亿元人民币.
    var hasSecond = false
    /// Letters name the currency: CNY, RMB.
    var isLatinCode = false
    /// A letter or an English word is the unit: 8k, 3 billion.
    var hasLatinUnit = false
    /// The unit stands in brackets before the number, from `head` on: （亿元）10.
    var hasHead = false
    var head = 0
  }

  private static var range: QuantitySenses { QuantitySenses(.range) }
  private static var pair: QuantitySenses { QuantitySenses(.pair) }
  private static var between: QuantitySenses { QuantitySenses(.between) }

  /// The amount that begins at `index`, with its currency written or known from the context.
  func read(
    _ text: QuantityText, at index: Int, number: NumberReading?, state: inout State
  ) -> Reading? {
    guard let first = amount(text, at: index, number: number, prefix: "") else { return nil }
    let found = range(text, from: first) ?? Pair(low: first, high: first)
    guard let reading = close(text, found, state) else { return nil }
    state.note(reading)
    return reading
  }

  /// Both ends of an amount.
  private struct Pair {
    var low: Amount
    var high: Amount
    var isRange: Bool { low.start != high.start }
  }

  /// 13亿至15亿美元, 3.5-4亿美元, 58亿元和62亿元之间.
  private func range(_ text: QuantityText, from first: Amount) -> Pair? {
    var place = behindRate(text, first.end)
    let link: QuantityMatch
    let isPair: Bool
    if let match = words.longest(text, at: place, Self.range) {
      (link, isPair) = (match, false)
    } else if let match = words.longest(text, at: place, Self.pair) {
      (link, isPair) = (match, true)
    } else {
      return nil
    }
    place = text.skippingBlank(link.end)
    let prefix = first.hasPrefix ? first.currency : ""
    guard let second = amount(text, at: place, number: nil, prefix: prefix),
      first.isNegative || !second.isNegative
    else { return nil }
    if isPair, words.longest(text, at: second.end, Self.between) == nil { return nil }
    if !first.currency.isEmpty, text.isHan(link.end - 1), isChange(text, first) { return nil }
    return join(first, second)
  }

  /// 95元/股至118元/股, 1000元（含）—3000元: what may stand between an amount and the link.
  private func behindRate(_ text: QuantityText, _ end: Int) -> Int {
    var place = text.skippingBlank(end)
    if text.matches(Self.included, at: place) { return place + 3 }
    if text[place] == 47, let match = words.longest(text, at: place, Self.rateAfter) {
      place = text.skippingBlank(match.end)
    }
    return place
  }

  private static let included = Array("(含)".utf16)
  private static var rateAfter: QuantitySenses { QuantitySenses(.rateAfter) }

  /// 增加5亿元至20亿元: two amounts, not a range.
  private func isChange(_ text: QuantityText, _ amount: Amount) -> Bool {
    let span = TextSpan(amount.start, amount.end)
    return bounds.bounds(text, span, number: amount.number).effects.contains(.change)
  }

  private func join(_ first: Amount, _ second: Amount) -> Pair? {
    var low = first
    var high = second
    guard low.currency.isEmpty || high.currency.isEmpty || low.currency == high.currency
    else { return nil }
    if low.isNegative != high.isNegative {
      if high.isNegative { return nil }
      return joinAroundZero(low, high)
    }
    if low.end == low.number.end { low.number.inheritScale(of: high.number) }
    if !high.currency.isEmpty, low.currency.isEmpty { low.currency = high.currency }
    if high.currency.isEmpty, low.hasPrefix { high.currency = low.currency }
    let isUpward = low.number.low.isLess(than: high.number.high)
    let isDownward = low.isNegative && high.number.low.isLess(than: low.number.high)
    guard isUpward || isDownward, !low.number.isBare, isPlausible(low.number, high.number)
    else { return nil }
    return Pair(low: low, high: high)
  }

  /// -2亿元至1亿元: a unit of its own at both ends.
  private func joinAroundZero(_ low: Amount, _ high: Amount) -> Pair? {
    guard !low.currency.isEmpty, low.currency == high.currency else { return nil }
    return Pair(low: low, high: high)
  }

  /// A number without a unit begins a range of great amounts only where it comes near them.
  private func isPlausible(_ low: NumberReading, _ high: NumberReading) -> Bool {
    low.scale > 0 || high.scale < 4 || high.low.shifted(by: -3).isLess(than: low.low)
  }

  /// Gives the amount its currency and bounds; nothing where it is no money.
  private func close(_ text: QuantityText, _ pair: Pair, _ state: State) -> Reading? {
    let span = TextSpan(pair.low.start, pair.high.end)
    guard !isCodeName(text, pair) else { return nil }
    var currency = pair.high.currency
    var source = Money.CurrencySource.explicit
    if currency.isEmpty {
      guard let known = context(text, pair, state) else { return nil }
      (currency, source) = known
    }
    if !state.home.isEmpty, currency == Self.plain, isUnnamed(pair) {
      (currency, source) = (state.home, .context)
    }
    var reading = pair.low.number
    reading.isVague = reading.isVague || pair.low.isLevel && reading.isBare
    if pair.high.isLevel, reading.isBare, !pair.isRange {
      reading.isVague = true
      reading.high = reading.low.shifted(by: 1).adding(ExactDecimal(mantissa: -1)) ?? reading.low
    }
    let around = bounds.bounds(text, span, number: reading)
    if isHeader(text, pair, around) { return nil }
    var money = value(pair, reading, around, currency)
    money.currencySource = source
    if pair.high.isLevel { money.approx = true }
    money.per = cues.rate(text, span, from: around.start)
    money.equivalentOf = equivalent(text, around, money, state)
    return Reading(span: span, money: money)
  }

  /// CAD2, PHP 7: letters beside a plain number are more often a name than a currency.
  private func isCodeName(_ text: QuantityText, _ pair: Pair) -> Bool {
    pair.high.isLatinCode && pair.high.number.isPlain
      && words.longest(text, at: pair.high.end, Self.cueAfter) == nil
      && !cues.precedes(text, before: pair.low.start)
  }

  private static var cueAfter: QuantitySenses { QuantitySenses(.cueAfter) }

  /// The currency of 元 where the text does not say otherwise.
  static let plain = "CNY"

  /// Whether only 元, or nothing, names the currency.
  private func isUnnamed(_ pair: Pair) -> Bool {
    !pair.low.hasPrefix && !pair.high.hasSecond
      && (pair.high.isPlainUnit || pair.high.currency.isEmpty)
  }

  /// 亿元 alone is a unit (in a table's head), unless bounded: 近亿元, 亿元级.
  private func isHeader(_ text: QuantityText, _ pair: Pair, _ around: Bounds) -> Bool {
    let number = pair.low.number
    return number.isBare && number.hanCount == 1 && !pair.low.isLevel && around.effects.isEmpty
  }

  private func value(
    _ pair: Pair, _ reading: NumberReading, _ around: Bounds, _ currency: String
  ) -> Money {
    let isRange = pair.isRange || reading.isRange
    if isRange {
      let low = pair.low.isNegative ? pair.low.number.low.negated : pair.low.number.low
      let high = pair.high.isNegative ? pair.high.number.high.negated : pair.high.number.high
      let approx =
        around.effects.contains(.about) || pair.low.number.isFuzzy || pair.high.number.isFuzzy
      return low.isLess(than: high)
        ? Money(low: low, high: high, currency: currency, approx: approx)
        : Money(low: high, high: low, currency: currency, approx: approx)
    }
    let limits = around.apply(to: reading)
    return signed(limits.low, limits.high, currency, limits.approx, pair.low.isNegative)
  }

  private func signed(
    _ low: ExactDecimal?, _ high: ExactDecimal?, _ currency: String, _ approx: Bool,
    _ isNegative: Bool
  ) -> Money {
    isNegative
      ? Money(low: high?.negated, high: low?.negated, currency: currency, approx: approx)
      : Money(low: low, high: high, currency: currency, approx: approx)
  }

  /// The currency of an amount that names none, if it is money at all.
  private func context(
    _ text: QuantityText, _ pair: Pair, _ state: State
  ) -> (String, Money.CurrencySource)? {
    let number = pair.high.number
    guard
      number.scale >= 4 || number.isLarge && number.hanCount > 0 || pair.high.isLevel
        || pair.high.hasLatinUnit || pair.high.hasHead,
      !text.isLetter(pair.high.end), !text.isDigit(pair.high.end),
      cues.follows(text, at: pair.high.end)
        || words.longest(text, at: text.skippingBlank(pair.high.end), Self.counted) == nil
    else { return nil }
    if pair.high.hasLatinUnit { return (Self.plain, .default) }
    if pair.high.hasHead {
      return cues.precedes(text, before: pair.high.head) ? (Self.plain, .default) : nil
    }
    if let shared = shared(text, after: pair.high.end) { return (shared, .context) }
    guard cues.isMoney(text, TextSpan(pair.low.start, pair.high.end)) else { return nil }
    if let last = state.last, last.money.equivalentOf == nil, last.isExplicit,
      !cues.isEquivalent(text, before: pair.low.start)
    {
      return (last.money.currency, .context)
    }
    if let named = state.named, named.code != Self.plain,
      pair.low.start - named.end <= Self.nearby, !cues.isEquivalent(text, before: pair.low.start)
    {
      return (named.code, .context)
    }
    return (Self.plain, .default)
  }

  /// How far a currency of the sentence before reaches.
  private static let nearby = 40

  /// 3亿、5亿和8亿元: the currency stands behind the last member.
  private func shared(_ text: QuantityText, after end: Int) -> String? {
    var place = end
    for _ in 0..<8 {
      guard cues.isListMark(text[place]),
        let next = amount(text, at: place + 1, number: nil, prefix: ""),
        next.number.scale >= 4
      else { return nil }
      if !next.currency.isEmpty { return next.currency }
      place = next.end
    }
    return nil
  }

  /// 13亿美元（约合人民币94亿元）: the amount which this one says again.
  private func equivalent(
    _ text: QuantityText, _ around: Bounds, _ money: Money, _ state: State
  ) -> TextSpan? {
    guard let last = state.last, last.money.equivalentOf == nil,
      last.money.currency != money.currency, around.start >= last.span.end
    else { return nil }
    let gap = around.start - last.span.end
    let opens = text.kind(text.skippingBlank(last.span.end)) == .open
    if around.effects.contains(.equal) {
      return gap <= 6 || opens && gap <= 16 && !isClosed(text, last.span.end, around.start)
        ? last.span : nil
    }
    return opens && gap <= 3 ? last.span : nil
  }

  /// Whether a bracket closes, or a sentence ends, between two places.
  private func isClosed(_ text: QuantityText, _ start: Int, _ end: Int) -> Bool {
    for place in start..<end where text.kind(place) == .close || text.kind(place) == .stop {
      return true
    }
    return false
  }
}
