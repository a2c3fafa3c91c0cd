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

extension ExactNumber: CustomStringConvertible {
  /// The number without an exponent: 1500, 0.15.
  var description: String {
    var text = digits.isEmpty ? "0" : String(decoding: digits, as: UTF8.self)
    if exponent >= 0 {
      text += String(repeating: "0", count: exponent)
    } else {
      let missing = 1 - exponent - text.count
      text = String(repeating: "0", count: max(0, missing)) + text
      text.insert(".", at: text.index(text.endIndex, offsetBy: exponent))
    }
    return isNegative ? "-" + text : text
  }

  /// `low..high`, or the number where both are one; `?` for an open end.
  static func range(_ low: ExactNumber?, _ high: ExactNumber?) -> String {
    let (a, b) = (low?.description ?? "?", high?.description ?? "?")
    return a == b ? a : "\(a)..\(b)"
  }
}
