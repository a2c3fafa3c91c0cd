/// The code of a reporting period as a text writes it.
///
///     PeriodCode.of("2023年第三季度")  // 2023Q3
///     PeriodCode.of("2023年上半年")    // 2023H1
enum PeriodCode {
  /// The code; nothing for a text without a year.
  static func of(_ text: String) -> String? {
    let form = Array(ComparisonForm.of(text).uppercased())
    if isRange(form) { return String(form) }
    guard let start = year(in: form) else { return nil }
    let year = String(form[start..<start + 4])
    let rest = form[(start + 4)...]
    if let quarter = quarter(rest) { return "\(year)Q\(quarter)" }
    let half = skip(rest, "-年财度")
    if begins(half, with: ["上半年", "H1", "中期", "半年"]) { return year + "H1" }
    if begins(half, with: ["下半年", "H2"]) { return year + "H2" }
    return month(rest).map { "\(year)-\($0)" } ?? year
  }

  private typealias Text = ArraySlice<Character>

  private static func isDigit(_ character: Character) -> Bool {
    character >= "0" && character <= "9"
  }

  /// `2021-2023`, `2021Q1-2021Q3`.
  private static func isRange(_ form: [Character]) -> Bool {
    guard form.count >= 9 else { return false }
    return form.indices.contains { index in
      form[index] == "-" && isPeriod(form[..<index]) && isPeriod(form[(index + 1)...])
    }
  }

  private static func isPeriod(_ text: Text) -> Bool {
    guard text.count >= 4, text.prefix(4).allSatisfy(isDigit) else { return false }
    let rest = Array(text.dropFirst(4))
    switch rest.count {
    case 0: return true
    case 2: return (rest[0] == "Q" || rest[0] == "H") && isDigit(rest[1])
    case 3: return rest[0] == "-" && isDigit(rest[1]) && isDigit(rest[2])
    default: return false
    }
  }

  private static func year(in form: [Character]) -> Int? {
    guard form.count >= 4 else { return nil }
    return (0...form.count - 4).first { start in
      let four = form[start..<start + 4]
      return four.allSatisfy(isDigit) && (four.starts(with: "19") || four.starts(with: "20"))
    }
  }

  private static func skip(_ text: Text, _ characters: String) -> Text {
    text.drop { characters.contains($0) }
  }

  private static func begins(_ text: Text, with words: [String]) -> Bool {
    words.contains { text.starts(with: $0) }
  }

  private static func quarter(_ rest: Text) -> String? {
    var text = skip(rest, "-年财度FY")
    if text.first == "第" { text = text.dropFirst() }
    if let first = text.first, text.dropFirst().first == "季" {
      if let place = Array("一二三四").firstIndex(of: first) { return String(place + 1) }
      if ("1"..."4").contains(first) { return String(first) }
    }
    let short = skip(rest, "-年")
    guard short.first == "Q", let digit = short.dropFirst().first, ("1"..."4").contains(digit)
    else { return nil }
    return String(digit)
  }

  private static func month(_ rest: Text) -> String? {
    guard rest.first == "-" || rest.first == "年" else { return nil }
    let digits = rest.dropFirst().prefix { isDigit($0) }.prefix(2)
    guard !digits.isEmpty else { return nil }
    let next = rest.dropFirst(1 + digits.count).first
    guard next == nil || next == "月" || next == "-" else { return nil }
    return digits.count == 1 ? "0" + digits : String(digits)
  }
}
