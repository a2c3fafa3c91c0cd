/// A day of the proleptic Gregorian calendar.
public struct CalendarDate: Hashable, Comparable, Sendable {
  /// Year, for instance 2024.
  public let year: Int
  /// Month, 1 to 12.
  public let month: Int
  /// Day of the month, from 1.
  public let day: Int

  /// Makes a date, or nothing where no such day exists (years 1 to 9999).
  public init?(_ year: Int, _ month: Int, _ day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Self.days(inMonth: month, year: year)
    else { return nil }
    self.init(unchecked: year, month, day)
  }

  private init(unchecked year: Int, _ month: Int, _ day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }

  /// Reads the date at the beginning of `text`: `2024-03-21`, `2024/3/21`, `2024年3月21日`, or
  /// with an English month as in feeds, whatever follows it (a clock time, a zone).
  public init?(_ text: String) {
    guard let date = CalendarDate(numeric: text) ?? CalendarDate(english: text) else {
      return nil
    }
    self = date
  }

  private init?(numeric text: String) {
    var numbers: [Int] = []
    var current: Int?
    for byte in text.utf8 {
      if byte >= 48, byte <= 57 {
        let value = (current ?? 0) * 10 + Int(byte - 48)
        if value > 99999999 { return nil }
        current = value
        continue
      }
      if let number = current { numbers.append(number) }
      current = nil
      if numbers.count == 3 { break }
    }
    if let number = current { numbers.append(number) }
    if let packed = numbers.first, packed > 10_000_000 {
      self.init(packed / 10000, packed / 100 % 100, packed % 100)
    } else if numbers.count >= 3 {
      self.init(numbers[0], numbers[1], numbers[2])
    } else {
      return nil
    }
  }

  /// Days since 1970-01-01 (negative before it).
  public var dayNumber: Int {
    let y = month <= 2 ? year - 1 : year
    let era = (y >= 0 ? y : y - 399) / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146097 + dayOfEra - 719468
  }

  /// The date that lies `dayNumber` days after 1970-01-01, kept within years 1 to 9999.
  public init(dayNumber: Int) {
    let z = min(max(dayNumber, -719162), 2_932_896) + 719468
    let era = (z >= 0 ? z : z - 146096) / 146097
    let dayOfEra = z - era * 146097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    self.init(unchecked: year, month, dayOfYear - (153 * shifted + 2) / 5 + 1)
  }

  /// The date `days` later (earlier where negative).
  public func adding(days: Int) -> CalendarDate {
    CalendarDate(dayNumber: dayNumber + min(max(days, -4_000_000), 4_000_000))
  }

  /// The first day of the month that lies `months` after this one.
  public func firstOfMonth(adding months: Int = 0) -> CalendarDate {
    let total = min(max(year * 12 + month - 1 + months, 12), 9999 * 12 + 11)
    return CalendarDate(unchecked: total / 12, total % 12 + 1, 1)
  }

  /// The last day of this date's month.
  public var lastOfMonth: CalendarDate {
    CalendarDate(unchecked: year, month, Self.days(inMonth: month, year: year))
  }

  /// Day of the week, Monday 1 to Sunday 7.
  public var weekday: Int { ((dayNumber + 3) % 7 + 7) % 7 + 1 }

  /// Number of days in a month, 28 to 31.
  public static func days(inMonth month: Int, year: Int) -> Int {
    if month == 2 {
      return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    }
    return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31
  }

  /// Orders by time.
  public static func < (a: CalendarDate, b: CalendarDate) -> Bool {
    (a.year, a.month, a.day) < (b.year, b.month, b.day)
  }

  /// ISO form, `2024-03-21`.
  public var description: String {
    Self.padded(year, 4) + "-" + Self.padded(month, 2) + "-" + Self.padded(day, 2)
  }

  package static func padded(_ value: Int, _ width: Int) -> String {
    let digits = String(value)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}

extension CalendarDate: CustomStringConvertible {}
