/// Finds amounts of money, times, shares, counts and funding rounds in a text, and what they mean.
///
///     let quantities = try Quantities(lexicon: Lexicon(path: "lexicon.bin"))
///     let published = CalendarDate(2024, 3, 25)
///     for found in quantities.find(in: "去年7月，公司以超15亿美元卖出两成股份。", published: published) {
///       print(found.text, found.kind, found.span.start)  // 去年7月 time 0, 15亿美元 money 9 …
///       switch found.value {
///       case .money(let money): print(money.low?.description ?? "?", money.currency)  // 1500000000 USD
///       case .time(let time): print(time.date ?? "?")  // 2023-07
///       case .count(let count): print(count.low?.description ?? "?", count.unit)  // 20 percent
///       case .round, .number: break
///       }
///     }
///
/// Values are exact: no floating-point number is involved. Bounds are part of the value: 超, 不足,
/// 约 and 数 shape `low`, `high` and `approx`, though only the amount itself is in the span.
///
/// Words and names of the lexicon play no part here. Where a text is analysed anyway, the mentions
/// of `TextAnalyzer` hold the same values, weighed against the words around them.
///
/// Immutable; one value serves any number of threads. Reading never throws and never traps,
/// whatever the text.
public struct Quantities: Sendable {
  private let decoder: TextDecoder
  private let recognizer: QuantityRecognizer

  /// Reads the quantity tables of a lexicon: numerals, currencies, units, times, rounds.
  ///
  /// - Throws: `LexiconError` with all mistakes of a table that cannot be used.
  public init(lexicon: Lexicon) throws(LexiconError) {
    decoder = TextDecoder(lexicon: lexicon)
    recognizer = try QuantityRecognizer(lexicon: lexicon)
  }

  /// All quantities of a text, in text order; they do not overlap.
  ///
  /// - Parameters:
  ///   - text: any text; times and currencies named before help to read those behind them.
  ///   - published: the day against which 去年 and 3月21日 are read. Without it such times are
  ///     found, but have no date: the clock of the machine is never asked.
  /// - Complexity: O(length).
  public func find(in text: String, published: CalendarDate? = nil) -> [Quantity] {
    let folded = decoder.decode(title: "", body: text)
    var context = TimeContext()
    var candidates: [Candidate] = []
    var values: [QuantityValue] = []
    for sentence in SentenceSplitter().split(folded) {
      recognizer.recognize(
        folded, in: sentence.span, published: published, context: &context,
        candidates: &candidates, values: &values)
    }
    return candidates.compactMap { Quantity($0, folded, values) }
  }

  /// The amount of money that an expression stands for; nothing where it holds none or several.
  ///
  ///     quantities.money("不超过3.2亿港元")?.high?.description  // 320000000
  ///     quantities.money("3.2亿")  // nil: no currency, so perhaps no money
  public func money(_ expression: String) -> Money? {
    single(find(in: expression)) { value in
      if case .money(let money) = value { money } else { nil }
    }
  }

  /// The time that an expression stands for; nothing where it holds none or several.
  ///
  ///     quantities.time("去年底", published: CalendarDate(2024, 3, 25))?.date  // 2023-12
  public func time(_ expression: String, published: CalendarDate? = nil) -> TimeValue? {
    single(find(in: expression, published: published)) { value in
      if case .time(let time) = value { time } else { nil }
    }
  }

  private func single<Value>(
    _ found: [Quantity], _ value: (QuantityValue) -> Value?
  ) -> Value? {
    let values = found.compactMap { value($0.value) }
    return values.count == 1 ? values.first : nil
  }
}

/// A quantity of a text: where it stands, how it is written, what it means.
public struct Quantity: Hashable, Sendable {
  /// What a quantity measures.
  public enum Kind: String, Sendable, CaseIterable {
    case money, time, percent, count, round, number
  }

  /// Where it stands, in Unicode scalars of the text.
  public let span: TextSpan
  /// How it is written.
  public let text: String
  /// What it measures. A `percent` has the value of a count, with the unit `percent` or `point`.
  public let kind: Kind
  /// What it means.
  public let value: QuantityValue

  init?(_ candidate: Candidate, _ folded: FoldedText, _ values: [QuantityValue]) {
    let index = Int(candidate.value)
    guard values.indices.contains(index) else { return nil }
    span = TextSpan(candidate.start, candidate.end)
    text = folded.string(span)
    value = values[index]
    kind =
      switch value {
      case .money: .money
      case .time: .time
      case .count: candidate.tags.contains(.percent) ? .percent : .count
      case .round: .round
      case .number: .number
      }
  }
}
