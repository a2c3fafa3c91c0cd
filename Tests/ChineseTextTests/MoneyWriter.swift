import ChineseText

/// Writes amounts in the ways that news write them, for tests that read them back.
struct MoneyWriter {
  private static let digits = Array("零一二三四五六七八九")

  /// 三亿二千零五万: the Chinese numeral of a whole number below 10^16.
  static func han(_ value: Int) -> String {
    if value == 0 { return "零" }
    for (size, unit) in [(100_000_000, "亿"), (10_000, "万")] where value >= size {
      let rest = value % size
      let zero = rest > 0 && rest < size / 10 ? "零" : ""
      return han(value / size) + unit + zero + (rest > 0 ? han(rest) : "")
    }
    return section(value)
  }

  /// The numeral of a number below 10000.
  private static func section(_ value: Int) -> String {
    var result = ""
    var needsZero = false
    for (power, unit) in [(1000, "千"), (100, "百"), (10, "十"), (1, "")] {
      let digit = value / power % 10
      if digit == 0 {
        needsZero = !result.isEmpty
        continue
      }
      if needsZero { result += "零" }
      result += String(digits[digit]) + unit
      needsZero = false
    }
    return result
  }

  /// `1,234,567`.
  static func grouped(_ value: Int) -> String {
    var result = ""
    for (index, digit) in String(value).reversed().enumerated() {
      if index > 0, index % 3 == 0 { result.append(",") }
      result.append(digit)
    }
    return String(result.reversed())
  }

  /// `1.25` for 125 and two places; no zeros at the end.
  static func decimal(_ value: Int, places: Int) -> String {
    ExactDecimal(mantissa: Int64(value), exponent: -places).description
  }

  /// 1.5 as １．５.
  static func wide(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map {
          (0x21...0x7E).contains($0.value) ? Unicode.Scalar($0.value + 0xFEE0) ?? $0 : $0
        }))
  }

  /// Spellings of `hundredths` hundredths of 亿元.
  static func spellings(ofHundredthYi hundredths: Int) -> [String] {
    let yuan = hundredths * 1_000_000
    let yi = decimal(hundredths, places: 2)
    var result = [
      "\(yi)亿元", "\(yi) 亿元", "人民币\(yi)亿元", "\(yi)亿元人民币", "¥\(yi)亿", "RMB \(yi)亿",
      wide("\(yi)") + "亿元", "\(hundredths * 100)万元", "\(grouped(hundredths * 100))万元",
      "\(grouped(yuan))元", "\(han(yuan))元", "CNY \(hundredths) million",
    ]
    if hundredths % 100 != 0, hundredths > 100 {
      result.append("\(hundredths / 100)亿\(hundredths % 100 * 100)万元")
    }
    return result
  }
}
