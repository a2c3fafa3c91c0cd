/// The days that a short date means, first and last, as texts that compare: `2024-Q1` is
/// 2024-01-01 to 2024-03-31.
struct DayInterval: Equatable {
  let first: String
  let last: String

  init(first: String, last: String) {
    self.first = first
    self.last = last
  }

  /// Reads `2024`, `2024-03`, `2024-03-21`, `2024-Q1`, `2024-H1`, or two of them parted by `/` or
  /// `..`; nothing for other texts.
  init?(_ date: String) {
    if let (a, b) = Self.parts(date) {
      guard let start = DayInterval(a), let end = DayInterval(b) else { return nil }
      self.init(first: start.first, last: end.last)
      return
    }
    let parts = date.split(separator: "-", omittingEmptySubsequences: false)
    guard let year = parts.first, Self.isNumber(year, 4), parts.count <= 3 else { return nil }
    if parts.count == 3 {
      guard Self.isNumber(parts[1], 2), Self.isNumber(parts[2], 2) else { return nil }
      self.init(first: date, last: date)
      return
    }
    guard let months = Self.months(parts.count == 2 ? String(parts[1]) : nil) else { return nil }
    self.init(
      first: "\(year)-\(Self.two(months.lowerBound))-01",
      last: "\(year)-\(Self.two(months.upperBound))-\(Self.ends[months.upperBound - 1])")
  }

  /// Whether another interval lies inside.
  func contains(_ other: DayInterval) -> Bool { first <= other.first && other.last <= last }

  private static func parts(_ date: String) -> (String, String)? {
    if let slash = date.firstIndex(of: "/") {
      return (String(date[..<slash]), String(date[date.index(after: slash)...]))
    }
    guard let dots = date.firstRange(of: "..") else { return nil }
    return (String(date[..<dots.lowerBound]), String(date[dots.upperBound...]))
  }

  private static func isNumber(_ text: Substring, _ count: Int) -> Bool {
    text.utf8.count == count && text.utf8.allSatisfy { (48...57).contains($0) }
  }

  private static func months(_ part: String?) -> ClosedRange<Int>? {
    guard let part else { return 1...12 }
    let digit = part.dropFirst().first?.wholeNumberValue ?? 0
    if part.count == 2, part.hasPrefix("Q"), (1...4).contains(digit) {
      return 3 * digit - 2...3 * digit
    }
    if part.count == 2, part.hasPrefix("H"), (1...2).contains(digit) {
      return 6 * digit - 5...6 * digit
    }
    guard isNumber(part[...], 2), let month = Int(part), (1...12).contains(month) else {
      return nil
    }
    return month...month
  }

  private static let ends = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
