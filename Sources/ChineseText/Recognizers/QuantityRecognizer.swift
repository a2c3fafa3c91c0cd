/// Finds money, times, shares, counts and rounds, and proposes them to the lattice.
///
/// One pass from left to right: only characters that can begin a quantity are looked at, the
/// longest reading at a place wins, and the search goes on behind it. Every candidate has a value.
/// O(length).
package struct QuantityRecognizer: Sendable {
  private let numerals: Numerals
  private let words: QuantityTrie
  private let money: MoneyRecognizer
  private let times: TimeRecognizer
  private let counts: CountRecognizer
  private let rounds: RoundRecognizer
  private let home: HomeCurrency
  private let starts: QuantityStarts
  /// A quantity costs less than the words it is made of.
  private let cost: Int32
  /// Nats of each character.
  private let costOfCharacter: Double

  /// Reads the quantity tables of a lexicon; a bad table is an error with all its mistakes.
  package init(lexicon: Lexicon) throws(LexiconError) {
    let tables = try QuantityTables(lexicon: lexicon)
    words = tables.words()
    let wordsBefore = tables.wordsBefore()
    numerals = tables.numerals()
    let bounds = BoundFinder(words: words, wordsBefore: wordsBefore)
    let cues = MoneyCues(words: words, wordsBefore: wordsBefore, bounds: bounds)
    money = MoneyRecognizer(numerals: numerals, words: words, bounds: bounds, cues: cues)
    let timeWords = tables.times()
    let parser = TimeParser(numerals: numerals, words: timeWords, measures: words)
    times = TimeRecognizer(parser: parser, words: timeWords, holidays: tables.holidays)
    counts = CountRecognizer(numerals: numerals, words: words, bounds: bounds)
    rounds = RoundRecognizer(words: words)
    home = HomeCurrency(words: words)
    starts = QuantityStarts(numerals, words, times: timeWords, lexicon: lexicon)
    let costs = try CandidateCosts.of(lexicon)
    cost = costs[.quantity]
    costOfCharacter = costs.nats(.quantityCharacter)
  }

  /// Finds all quantities of one sentence and appends their candidates in order of start.
  ///
  /// One call a sentence, in text order; `context` carries the last date through the document.
  package func recognize(
    _ text: FoldedText, in sentence: TextSpan, published: CalendarDate?,
    context: inout TimeContext, candidates: inout [Candidate], values: inout [QuantityValue]
  ) {
    context.dates.beginSentence(beginsParagraph: Self.beginsParagraph(text, sentence))
    if context.homeCurrency == nil { context.homeCurrency = home.code(of: text) }
    QuantityText.with(text, sentence) { view in
      scan(view, published, &context, &candidates, &values)
    }
  }

  /// Whether a sentence is the first of its line.
  private static func beginsParagraph(_ text: FoldedText, _ sentence: TextSpan) -> Bool {
    var index = sentence.start - 1
    while index >= 0, index < text.count {
      switch CharacterClass(rawValue: text.classes[index]) {
      case .space: index -= 1
      case .newline: return true
      default: return false
      }
    }
    return true
  }

  private func scan(
    _ text: QuantityText, _ published: CalendarDate?, _ context: inout TimeContext,
    _ candidates: inout [Candidate], _ values: inout [QuantityValue]
  ) {
    var index = starts.next(text, from: text.start)
    guard index < text.end else { return }
    var state = MoneyRecognizer.State(
      home: context.homeCurrency ?? "", named: context.namedCurrency)
    defer { context.namedCurrency = state.named }
    var output = Output()
    swap(&output.candidates, &candidates)
    swap(&output.values, &values)
    while index < text.end {
      let start = starts.at(text, index)
      if !start.isEmpty,
        read(text, at: index, start, published, &context.dates, &state, &output)
      {
        index = starts.next(text, from: output.end)
      } else {
        index = starts.next(text, from: skip(text, from: index))
      }
    }
    swap(&output.candidates, &candidates)
    swap(&output.values, &values)
  }

  /// What was found so far.
  private struct Output {
    var candidates: [Candidate] = []
    var values: [QuantityValue] = []
    /// The end of what was found last.
    var end = 0
  }

  /// Takes note of a quantity.
  private func add(
    _ span: TextSpan, _ tags: WordTags, _ value: QuantityValue, to output: inout Output
  ) {
    output.candidates.append(
      Candidate(
        start: span.start, end: span.end, tags: tags, cost: cost(span.count),
        value: Int32(truncatingIfNeeded: output.values.count)))
    output.values.append(value)
    output.end = span.end
  }

  /// A little more with length.
  private func cost(_ count: Int) -> Int32 {
    cost &+ Int32(costOfCharacter * Double(min(count, 200)) * Double(Candidate.unit))
  }

  /// Reads the longest quantity that begins at `index`; false where there is none. What is found
  /// goes straight to the output: most places hold nothing, and values are large.
  private func read(
    _ text: QuantityText, at index: Int, _ start: QuantityStarts.Kinds, _ published: CalendarDate?,
    _ context: inout DateContext, _ state: inout MoneyRecognizer.State, _ output: inout Output
  ) -> Bool {
    let glue = Glue(text, index)
    if glue == .forbidden { return false }
    if start.contains(.round), glue == .free, let found = rounds.read(text, at: index) {
      add(found.span, .round, .round(found.round), to: &output)
      return true
    }
    if start.contains(.time), time(text, index, glue, published, &context, &output) { return true }
    let number = start.contains(.number) ? numerals.read(text, at: index) : nil
    if start.contains(.money) || number.map({ mayBeMoney(text, $0) }) ?? false,
      amount(text, index, number, glue, &state, &output)
    {
      return true
    }
    guard let number, glue != .tight || number.scale >= 4 else { return false }
    return count(text, number, published, &context, &output) || plain(text, number, &output)
  }

  /// Whether something behind a number makes it worth a look as money.
  private func mayBeMoney(_ text: QuantityText, _ number: NumberReading) -> Bool {
    if number.scale >= 4 || number.hanCount > 0 && number.isLarge { return true }
    let before = text[text.skippingBlankBackward(number.start) - 1]
    if before == 41 || before == 58 { return true }
    let place = text.skippingBlank(number.end)
    return words.longest(text, at: place, Self.monetary) != nil
  }

  private static var monetary: QuantitySenses {
    .currencyAfter | .minorUnit | .latinUnit | .level | .range | .pair
  }

  private func time(
    _ text: QuantityText, _ index: Int, _ glue: Glue, _ published: CalendarDate?,
    _ context: inout DateContext, _ output: inout Output
  ) -> Bool {
    guard
      let found = times.read(
        text, at: index, published: published, needsFull: glue == .tight, context: &context)
    else { return false }
    add(found.span, .time, .time(found.value), to: &output)
    return true
  }

  private func amount(
    _ text: QuantityText, _ index: Int, _ number: NumberReading?, _ glue: Glue,
    _ state: inout MoneyRecognizer.State, _ output: inout Output
  ) -> Bool {
    guard glue != .tight || number.map({ $0.scale >= 4 }) ?? false,
      text[index] != 45 || glue == .free,
      let found = money.read(text, at: index, number: number, state: &state)
    else { return false }
    add(found.span, .money, .money(found.money), to: &output)
    return true
  }

  private func count(
    _ text: QuantityText, _ number: NumberReading, _ published: CalendarDate?,
    _ context: inout DateContext, _ output: inout Output
  ) -> Bool {
    guard let found = counts.read(text, number) else { return false }
    if found.isDuration,
      let ago = times.readAgo(
        text, found.number, unit: found.count.unit, end: found.span.end, published: published,
        context: &context)
    {
      add(ago.span, .time, .time(ago.value), to: &output)
    } else {
      add(found.span, found.tags, .count(found.count), to: &output)
    }
    return true
  }

  /// A number with units and nothing known behind it: 5亿, 三百.
  private func plain(
    _ text: QuantityText, _ number: NumberReading, _ output: inout Output
  ) -> Bool {
    guard number.scale > 0, !number.isBare, !number.isVague, number.end - number.start > 2,
      !text.cutsRun(at: number.end)
    else { return false }
    add(TextSpan(number.start, number.end), .number, .number(number.low), to: &output)
    return true
  }

  private static let ordinal = "第".utf16.first ?? 0

  /// Where to look next when nothing begins at `index`: behind a letter or digit run, or the
  /// number of 第十三批, never inside.
  private func skip(_ text: QuantityText, from index: Int) -> Int {
    var place = index + 1
    if text.isDigit(index) {
      while text.isDigit(place) || text[place] == 46 && text.isDigit(place + 1) { place += 1 }
    } else if text.isLetter(index) {
      while text.isLetter(place) { place += 1 }
    } else if text[index - 1] == Self.ordinal, let number = numerals.read(text, at: index) {
      return number.end
    }
    return place
  }
}

/// How a quantity's first character hangs on what stands before it.
private enum Glue {
  /// Nothing to cut.
  case free
  /// A digit right behind letters: only a full reading may begin here (OpenAI15亿美元).
  case tight
  /// Inside a Latin or digit run.
  case forbidden

  init(_ text: QuantityText, _ index: Int) {
    let before = text.kind(index - 1)
    if text.isDigit(index) {
      switch before {
      case .letter: self = .tight
      case .digit: self = .forbidden
      default: self = Self.behindMark(text, index)
      }
    } else if text.isLetter(index) {
      self = before == .letter || before == .digit ? .forbidden : .free
    } else if text[index] == 45 {
      self =
        before == .han || before == .space || before == .open || before == .comma
        ? .free : .forbidden
    } else {
      self = .free
    }
  }

  /// `GPT-4`, `7·26`, `4/5`: a mark with a letter or digit before it joins.
  private static func behindMark(_ text: QuantityText, _ index: Int) -> Glue {
    switch text[index - 1] {
    case 58 where text.isLetter(index - 2): return .tight
    case 45, 46, 47, 183, 95, 58:
      let other = text.kind(index - 2)
      return other == .letter || other == .digit ? .forbidden : .free
    default: return .free
    }
  }
}
