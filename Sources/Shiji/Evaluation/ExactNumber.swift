/// A number whose spelling does not matter: 1500, 1500.0 and 1.5e3 are equal.
struct ExactNumber: Hashable {
  private let isNegative: Bool
  /// Without zeros at either end; empty for zero.
  private let digits: [UInt8]
  /// The power of ten of the last digit.
  private let exponent: Int

  /// Reads a decimal as JSON writes it; nothing for other texts.
  init?(_ text: String) {
    var rest = text.utf8[...]
    let isNegative = rest.first == UInt8(ascii: "-")
    if isNegative { rest = rest.dropFirst() }
    var exponent = 0
    if let mark = rest.firstIndex(where: { $0 == UInt8(ascii: "e") || $0 == UInt8(ascii: "E") }) {
      guard let power = Int(String(decoding: rest[rest.index(after: mark)...], as: UTF8.self)),
        abs(power) < 10_000
      else { return nil }
      exponent = power
      rest = rest[..<mark]
    }
    var digits: [UInt8] = []
    var hasPoint = false
    for byte in rest {
      if byte == UInt8(ascii: "."), !hasPoint {
        hasPoint = true
      } else if (48...57).contains(byte) {
        digits.append(byte)
        if hasPoint { exponent -= 1 }
      } else {
        return nil
      }
    }
    guard !digits.isEmpty else { return nil }
    while digits.last == 48 {
      digits.removeLast()
      exponent += 1
    }
    digits = Array(digits.drop { $0 == 48 })
    self.isNegative = isNegative && !digits.isEmpty
    self.digits = digits
    self.exponent = digits.isEmpty ? 0 : exponent
  }
}
