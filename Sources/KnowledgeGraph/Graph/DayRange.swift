/// The days that a time covers, inclusive; an open end reaches for ever.
struct DayRange: Hashable {
  var first: Int32
  var last: Int32

  static let always = DayRange(first: .min, last: .max)

  init(first: Int32, last: Int32) {
    self.first = first
    self.last = last
  }

  init(_ time: ClaimFact.Time) {
    first = time.start.flatMap { Self.day($0) } ?? .min
    last = time.end.flatMap { Self.day($0) } ?? .max
    if first > last { swap(&first, &last) }
  }

  /// Whether the text gives no date at all.
  var isOpen: Bool { self == .always }

  /// Whether it covers a month or less.
  var isPrecise: Bool { Int64(last) - Int64(first) < 31 }

  func overlaps(_ other: DayRange) -> Bool { first <= other.last && other.first <= last }

  func intersection(_ other: DayRange) -> DayRange {
    DayRange(first: max(first, other.first), last: min(last, other.last))
  }

  /// The smallest range that holds both; an open one adds nothing.
  func hull(_ other: DayRange) -> DayRange {
    if other.isOpen { return self }
    return isOpen ? other : DayRange(first: min(first, other.first), last: max(last, other.last))
  }

  func widened(by days: Int32) -> DayRange {
    DayRange(
      first: first < .min + days ? .min : first - days,
      last: last > .max - days ? .max : last + days)
  }

  /// The number of a day, from 1 March of the year 0; nil for what is no ISO date.
  static func day(_ text: String) -> Int32? {
    let parts = text.utf8.prefix(10).split(separator: UInt8(ascii: "-"))
    guard parts.count == 3, let year = number(parts[0]), let month = number(parts[1]),
      let day = number(parts[2]), (1...12).contains(month), (1...31).contains(day)
    else { return nil }
    let shifted = month > 2 ? year : year - 1
    let days = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
    return 365 * shifted + shifted / 4 - shifted / 100 + shifted / 400 + days
  }

  private static func number(_ digits: Substring.UTF8View.SubSequence) -> Int32? {
    guard (1...4).contains(digits.count) else { return nil }
    var value: Int32 = 0
    for byte in digits {
      guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
      value = value * 10 + Int32(byte - UInt8(ascii: "0"))
    }
    return value
  }
}
