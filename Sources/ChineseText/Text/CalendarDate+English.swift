extension CalendarDate {
  /// Reads a date whose month is an English word, as feeds write it: `Thu, 02 Apr 2026 07:08:37 GMT`,
  /// `2 April 2026`, `Apr 2, 2026`. The day counts as written, whatever the zone. O(length).
  init?(english text: String) {
    var numbers: [(value: Int, digits: Int)] = []
    var month: (number: Int, place: Int)?
    for word in text.utf8.split(whereSeparator: { !Self.isWordByte($0) }) {
      if let digit = word.first, digit < 58 {
        guard let number = Int(Substring(word)) else { return nil }
        numbers.append((number, word.count))
      } else if month == nil, let number = Self.month(Substring(word)) {
        month = (number, numbers.count)
      }
      if let month, numbers.count >= max(2, month.place + 1) { break }
    }
    guard let month, numbers.count >= 2 else { return nil }
    let first = month.place > 0 ? month.place - 1 : 0
    guard first + 1 < numbers.count, numbers[first].digits <= 2, numbers[first + 1].digits == 4
    else { return nil }
    self.init(numbers[first + 1].value, month.number, numbers[first].value)
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
  }

  /// The month that an English word or its first three letters name.
  private static func month(_ word: Substring) -> Int? {
    let lower = word.lowercased()
    guard lower.utf8.count >= 3 else { return nil }
    return months.firstIndex { $0.hasPrefix(lower) }.map { $0 + 1 }
      ?? (lower == "sept" ? 9 : nil)
  }

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]
}
