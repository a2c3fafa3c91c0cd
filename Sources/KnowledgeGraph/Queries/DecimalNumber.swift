/// An exact decimal number: never rounded, never a float.
///
///     DecimalNumber("1.5e9") == DecimalNumber("1500000000")   // true
///
/// Holds up to 38 digits; what is longer, and what a calculation makes longer, is nil.
public struct DecimalNumber: Hashable, Sendable, Comparable {
  /// The digits as a whole number, without zeros at its end.
  private let digits: Int128
  /// How many of them stand behind the point; negative where zeros follow.
  private let scale: Int

  /// Zero.
  public static let zero = DecimalNumber(digits: 0, scale: 0)

  private init(digits: Int128, scale: Int) {
    var (digits, scale) = (digits, scale)
    while digits != 0, digits % 10 == 0 {
      digits /= 10
      scale -= 1
    }
    self.digits = digits
    self.scale = digits == 0 ? 0 : scale
  }

  /// Reads `-12.50`, `1,300,000`, `1.3e9`; nil for anything else and for too many digits.
  public init?(_ text: String) {
    var rest = Array(text.utf8.filter { $0 != UInt8(ascii: ",") })[...]
    let isNegative = rest.first == UInt8(ascii: "-")
    if isNegative { rest.removeFirst() }
    var (digits, scale, count): (Int128, Int, Int) = (0, 0, 0)
    var hasPoint = false
    while let byte = rest.first, byte == UInt8(ascii: ".") || (0x30...0x39).contains(byte) {
      rest.removeFirst()
      if byte == UInt8(ascii: ".") {
        if hasPoint { return nil }
        hasPoint = true
        continue
      }
      guard let next = Self.sum(Self.product(digits, 10), Int128(byte - 0x30)) else { return nil }
      digits = next
      scale += hasPoint ? 1 : 0
      count += 1
    }
    if count == 0 { return nil }
    if let mark = rest.first, mark == UInt8(ascii: "e") || mark == UInt8(ascii: "E") {
      let exponent = Int(String(decoding: rest.dropFirst(), as: UTF8.self))
      guard let exponent, (-30...30).contains(exponent) else { return nil }
      scale -= exponent
      rest = []
    }
    guard rest.isEmpty else { return nil }
    self.init(digits: isNegative ? -digits : digits, scale: scale)
    if Self.aligned(self, .zero) == nil { return nil }
  }

  /// The sum; nil where it has too many digits.
  public func adding(_ other: DecimalNumber) -> DecimalNumber? {
    guard let (left, right, scale) = Self.aligned(self, other), let sum = Self.sum(left, right)
    else { return nil }
    return DecimalNumber(digits: sum, scale: scale)
  }

  /// The product; nil where it has too many digits.
  public func multiplied(by other: DecimalNumber) -> DecimalNumber? {
    Self.product(digits, other.digits).map {
      DecimalNumber(digits: $0, scale: scale + other.scale)
    }
  }

  /// Compares by value; numbers further apart than 38 digits by their size.
  public static func < (left: DecimalNumber, right: DecimalNumber) -> Bool {
    if let (one, other, _) = aligned(left, right) { return one < other }
    if (left.digits < 0) != (right.digits < 0) { return left.digits < 0 }
    return (left.magnitude < right.magnitude) != (left.digits < 0)
  }

  /// Whether it may be the other number rounded to fewer digits: 28 of 28.4, 0.29 of 0.293592.
  func isRounding(of other: DecimalNumber) -> Bool {
    let unit = DecimalNumber(digits: 1, scale: scale)
    let negative = DecimalNumber(digits: -digits, scale: scale)
    guard let difference = other.adding(negative) else { return false }
    let distance = DecimalNumber(digits: abs(difference.digits), scale: difference.scale)
    return distance.adding(distance).map { $0 <= unit } ?? false
  }

  /// How many digits stand before the point.
  private var magnitude: Int { String(digits.magnitude).utf8.count - scale }

  /// The number in plain digits: `1500000000`, `-0.5`.
  public var text: String {
    let sign = digits < 0 ? "-" : ""
    var written = String(digits.magnitude)
    if scale <= 0 { return sign + written + String(repeating: "0", count: -scale) }
    if written.utf8.count <= scale {
      written = String(repeating: "0", count: scale + 1 - written.utf8.count) + written
    }
    return "\(sign)\(written.dropLast(scale)).\(written.suffix(scale))"
  }

  private static func aligned(
    _ left: DecimalNumber, _ right: DecimalNumber
  ) -> (Int128, Int128, Int)? {
    let scale = max(left.scale, right.scale, 0)
    guard let first = shifted(left.digits, by: scale - left.scale),
      let second = shifted(right.digits, by: scale - right.scale)
    else { return nil }
    return (first, second, scale)
  }

  private static func shifted(_ digits: Int128, by places: Int) -> Int128? {
    var result: Int128? = digits
    if digits == 0 { return 0 }
    for _ in 0..<places {
      guard let value = result else { return nil }
      result = product(value, 10)
    }
    return result
  }

  private static func product(_ left: Int128, _ right: Int128) -> Int128? {
    let (product, overflow) = left.multipliedReportingOverflow(by: right)
    return overflow ? nil : product
  }

  private static func sum(_ left: Int128?, _ right: Int128) -> Int128? {
    guard let left else { return nil }
    let (sum, overflow) = left.addingReportingOverflow(right)
    return overflow ? nil : sum
  }
}
