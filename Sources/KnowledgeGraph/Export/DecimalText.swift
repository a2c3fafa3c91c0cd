/// An exact decimal number, kept as its text and compared by value.
struct DecimalText: Comparable, Hashable, Sendable {
  /// The digits as they are written, such as `-13500000.5`.
  let text: String
  private let isNegative: Bool
  private let whole: [UInt8]
  private let fraction: [UInt8]

  /// Nothing for what is no plain decimal: digits, a point, a sign.
  init?(_ text: String) {
    let bytes = Array(text.utf8)
    let hasSign = bytes.first == UInt8(ascii: "-")
    let parts = bytes[(hasSign ? 1 : 0)...].split(
      separator: UInt8(ascii: "."), maxSplits: 1, omittingEmptySubsequences: false)
    guard let first = parts.first, !first.isEmpty, parts.count == 1 || !parts[1].isEmpty,
      parts.allSatisfy({ $0.allSatisfy { (0x30...0x39).contains($0) } })
    else { return nil }
    self.text = text
    whole = Array(first.drop { $0 == 0x30 })
    var rest = parts.count > 1 ? Array(parts[1]) : []
    while rest.last == 0x30 { rest.removeLast() }
    fraction = rest
    isNegative = hasSign && !(whole.isEmpty && rest.isEmpty)
  }

  static func == (left: DecimalText, right: DecimalText) -> Bool {
    left.isNegative == right.isNegative && left.whole == right.whole
      && left.fraction == right.fraction
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(isNegative)
    hasher.combine(whole)
    hasher.combine(fraction)
  }

  static func < (left: DecimalText, right: DecimalText) -> Bool {
    if left.isNegative != right.isNegative { return left.isNegative }
    let (small, large) = left.isNegative ? (right, left) : (left, right)
    if small.whole.count != large.whole.count { return small.whole.count < large.whole.count }
    if small.whole != large.whole { return small.whole.lexicographicallyPrecedes(large.whole) }
    return small.fraction.lexicographicallyPrecedes(large.fraction)
  }
}
