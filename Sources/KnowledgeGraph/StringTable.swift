/// Gives equal strings one small number, so that facts stay compact.
struct StringTable {
  private(set) var strings: [String] = []
  private var numbers: [ByteKey: Int32] = [:]

  /// The number that stands for no string.
  static let none: Int32 = -1

  /// The number of a string; a new one where it was not seen before.
  mutating func number(_ text: String) -> Int32 {
    let key = ByteKey(text)
    if let known = numbers[key] { return known }
    let number = Int32(strings.count)
    numbers[key] = number
    strings.append(text)
    return number
  }

  /// The number of a string, or `none` where there is no string.
  mutating func number(_ text: String?) -> Int32 {
    text.map { number($0) } ?? Self.none
  }

  /// The number of a string seen before.
  func known(_ text: String) -> Int32? { numbers[ByteKey(text)] }

  /// The string of a number.
  subscript(number: Int32) -> String { strings[Int(number)] }

  /// The string of a number that may be `none`.
  func text(_ number: Int32) -> String? { number < 0 ? nil : strings[Int(number)] }

  /// Numbers all strings anew in bytewise order, and returns the new number of each old one.
  ///
  /// Afterwards comparing numbers is comparing strings. Complexity: O(n log n).
  mutating func sort() -> [Int32] {
    let order = strings.indices.sorted { strings[$0].precedesBytewise(strings[$1]) }
    var renumbered = [Int32](repeating: 0, count: strings.count)
    for (new, old) in order.enumerated() { renumbered[old] = Int32(new) }
    strings = order.map { strings[$0] }
    numbers = numbers.mapValues { renumbered[Int($0)] }
    return renumbered
  }
}
