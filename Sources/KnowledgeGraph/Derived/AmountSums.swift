/// The user's exchange rates: what one unit of a currency is worth in a base currency.
///
///     USD	7.1
///     CNY	1
///
/// One currency a line, a tab or blanks before the rate; `#` begins a comment. The base is the
/// currency whose rate is 1.
public struct ExchangeRates: Sendable {
  /// The base currency.
  public let base: String
  let rates: [String: DecimalNumber]

  /// A line that is no rate.
  public struct Problem: Error, Hashable, Sendable, CustomStringConvertible {
    /// The number of the line, from 1; 0 where the whole is meant.
    public let line: Int
    /// What is wrong.
    public let message: String
    /// For people.
    public var description: String { line == 0 ? message : "line \(line): \(message)" }
  }

  /// Reads a table; throws the first problem.
  public init(parsing text: String) throws(Problem) {
    var rates: [String: DecimalNumber] = [:]
    let lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
    for (index, line) in lines.enumerated() {
      let fields = line.prefix { $0 != "#" }.split { $0 == " " || $0 == "\t" }.map(String.init)
      if fields.isEmpty { continue }
      guard fields.count == 2, QueryValue.isCurrency(fields[0]) else {
        throw Problem(line: index + 1, message: "expected a currency and a rate: USD<TAB>7.1")
      }
      guard let rate = DecimalNumber(fields[1]), rate > .zero else {
        throw Problem(line: index + 1, message: "'\(fields[1])' is no rate")
      }
      if rates.updateValue(rate, forKey: fields[0]) != nil {
        throw Problem(line: index + 1, message: "\(fields[0]) has a rate already")
      }
    }
    let one = DecimalNumber("1")
    guard let base = rates.keys.sorted().first(where: { rates[$0] == one }) else {
      throw Problem(line: 0, message: "no currency has the rate 1; it is the base of the others")
    }
    self.base = base
    self.rates = rates
  }
}

/// The sum of amounts of events, with what is sure about it.
public struct AmountSum: Hashable, Sendable {
  /// The type of the events.
  public let type: String
  /// The role of the amounts.
  public let role: String
  /// The status of the events.
  public let status: ClaimFact.Realis
  /// The currency; of a sum across currencies the base.
  public let currency: String
  /// How many events have such an amount.
  public internal(set) var events = 0
  /// How many of them are known only roughly, or their reports disagree.
  public internal(set) var rough = 0
  /// The least that the sum can be; open lower bounds count as nothing.
  public internal(set) var low = DecimalNumber.zero
  /// The most that the sum can be, without those that are open.
  public internal(set) var high = DecimalNumber.zero
  /// How many amounts have no upper bound.
  public internal(set) var open = 0
}

/// Sums of amounts by type, role, status and currency, each event counted once.
///
/// An event whose reports disagree counts with the least and the greatest of what they say. Where
/// an event has amounts in several currencies one is taken, because one restates the other: the
/// foreign one before CNY. Amounts of earnings and valuations are states and are not summed;
/// nothing is summed across types, since a financing may be told as an investment too.
public struct AmountSums: Sendable {
  /// The sums, by type, role, status, currency.
  public let sums: [AmountSum]
  /// The sums across currencies by the user's rates, in the same order; empty without rates.
  public let converted: [AmountSum]
  /// Currencies that have no rate.
  public let missing: [String]

  private static let statesOnly: Set<String> = ["earnings", "valuation"]

  /// Complexity: linear in the events.
  public init(_ index: GraphIndex, rates: ExchangeRates? = nil) {
    var sums: [[String]: AmountSum] = [:]
    var converted: [[String]: AmountSum] = [:]
    var missing: Set<String> = []
    for event in index.graph.events where !Self.statesOnly.contains(event.type) {
      for (role, amounts) in Self.amounts(of: event, index) where role != "valuation" {
        guard let bounds = AmountSpan(amounts) else { continue }
        func add(_ span: AmountSpan, to sums: inout [[String]: AmountSum]) {
          let key = [event.type, role, event.status.rawValue, span.currency]
          sums[
            key,
            default: AmountSum(
              type: event.type, role: role, status: event.status, currency: span.currency)
          ].add(span)
        }
        add(bounds, to: &sums)
        guard let rates else { continue }
        if let rate = rates.rates[bounds.currency] {
          if let span = bounds.converted(rate, rates.base) { add(span, to: &converted) }
        } else {
          missing.insert(bounds.currency)
        }
      }
    }
    self.sums = Self.sorted(sums)
    self.converted = Self.sorted(converted)
    self.missing = missing.sorted()
  }

  private static func sorted(_ sums: [[String]: AmountSum]) -> [AmountSum] {
    sums.sorted { $0.key.lexicographicallyPrecedes($1.key) { $0.precedesBytewise($1) } }
      .map(\.value)
  }

  private static func amounts(
    of event: Graph.Event, _ index: GraphIndex
  ) -> [(String, [ClaimFact.Money])] {
    var amounts: [String: [ClaimFact.Money]] = [:]
    for participant in index.participants(of: event) {
      if case .money(let amount) = participant.node, amount.money.per == nil {
        amounts[participant.role, default: []].append(amount.money)
      }
    }
    return amounts.sorted { $0.key.precedesBytewise($1.key) }.map { ($0.key, $0.value) }
  }
}

extension AmountSum {
  /// Adds what is known of one event; a sum with too many digits is left as it is.
  mutating func add(_ span: AmountSpan) {
    guard let low = low.adding(span.low ?? .zero),
      let high = high.adding(span.high ?? span.low ?? .zero)
    else { return }
    self.low = low
    self.high = high
    events += 1
    if span.isRough { rough += 1 }
    if span.high == nil { open += 1 }
  }
}

/// What the reports of an event say of one amount, all together.
struct AmountSpan {
  let currency: String
  let low: DecimalNumber?
  let high: DecimalNumber?
  let isRough: Bool

  /// Amounts of one role; nil where none has a bound.
  init?(_ amounts: [ClaimFact.Money]) {
    let currencies = Set(amounts.map(\.currency))
    guard let currency = currencies.sorted().first(where: { $0 != "CNY" }) ?? currencies.first
    else { return nil }
    let own = amounts.filter { $0.currency == currency }
    let lows = own.map { $0.low.flatMap { DecimalNumber($0) } }
    let highs = own.map { $0.high.flatMap { DecimalNumber($0) } }
    self.currency = currency
    low = lows.contains(nil) ? nil : lows.compactMap(\.self).min()
    high = highs.contains(nil) ? nil : highs.compactMap(\.self).max()
    isRough = own.count > 1 || own.contains(where: \.isApproximate)
    if low == nil, high == nil { return nil }
  }

  private init(currency: String, low: DecimalNumber?, high: DecimalNumber?, isRough: Bool) {
    self.currency = currency
    self.low = low
    self.high = high
    self.isRough = isRough
  }

  /// The same in another currency; nil where that has too many digits.
  func converted(_ rate: DecimalNumber, _ base: String) -> AmountSpan? {
    let low = low.map { $0.multiplied(by: rate) }
    let high = high.map { $0.multiplied(by: rate) }
    if case .some(nil) = low { return nil }
    if case .some(nil) = high { return nil }
    return AmountSpan(
      currency: base, low: low.flatMap(\.self), high: high.flatMap(\.self), isRough: isRough)
  }
}
