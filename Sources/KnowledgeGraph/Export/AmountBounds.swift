/// What all reports of an event together say of one amount.
///
/// Bounds that fit together give their common part; where they contradict each other, the least
/// and the greatest of what is said.
public struct AmountBounds: Hashable, Sendable {
  /// The lower bound as an exact decimal; absent where it is open.
  public let low: String?
  /// The upper bound as an exact decimal; absent where it is open.
  public let high: String?
  /// The ISO 4217 code.
  public let currency: String
  /// Whether the amount is known only roughly.
  public let isApproximate: Bool
  /// Whether the reports contradict each other.
  public let isDisputed: Bool
  /// The words of the texts, each once, those in other currencies too.
  public let texts: [String]

  /// The amount where it is one number.
  public var exact: String? { low == high ? low : nil }

  /// The amounts of the currency of the first one; the first is the one to believe.
  init?(_ amounts: [Graph.Amount]) {
    guard let first = amounts.first?.money else { return nil }
    let monies = amounts.map(\.money).filter { $0.currency == first.currency }
    let lows = monies.map { $0.low.flatMap { DecimalNumber($0) } }
    let highs = monies.map { $0.high.flatMap { DecimalNumber($0) } }
    let (low, high) = (lows.compactMap(\.self).max(), highs.compactMap(\.self).min())
    currency = first.currency
    texts = amounts.map(\.name).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    if let low, let high, high < low {
      // An open end stays open: whoever says "more than" is not contradicted from above.
      self.low = lows.contains(nil) ? nil : lows.compactMap(\.self).min()?.text
      self.high = highs.contains(nil) ? nil : highs.compactMap(\.self).max()?.text
      isDisputed = true
      isApproximate = true
    } else {
      self.low = low?.text
      self.high = high?.text
      isDisputed = false
      isApproximate = monies.allSatisfy(\.isApproximate)
    }
  }
}
