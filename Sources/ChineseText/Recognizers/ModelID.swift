/// The id of a model that a line explains: `prd:` with the line and the rest of the name, in small
/// letters, digits and Han characters, the same with and without blanks.
///
///     Find X + 9s Pro        prd:find-x9s-pro
///     骁龙 + 8 至尊版         prd:骁龙-8-至尊版
struct ModelID {
  /// The id.
  private(set) var text = ""

  init(line: String, rest: TextSpan, _ view: TextView, _ cues: NameCues) {
    text = line
    var units: [UInt16] = []
    ProductLines.forEachUnit(rest, view) { units.append($0) }
    guard let first = units.first else { return }
    if !Self.isDigit(first) || !isGlued { text.append("-") }
    write(units, cues)
  }

  /// An id's part of a name: small letters, digits, Han characters, `-` between words.
  static func slug(_ name: String) -> String {
    var result = ""
    for scalar in name.lowercased().unicodeScalars {
      if scalar == "+" {
        result += result.isEmpty || result.last == "-" ? "plus" : "-plus"
      } else if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        result.unicodeScalars.append(scalar)
      } else if !result.isEmpty, result.last != "-" {
        result.append("-")
      }
    }
    if result.last == "-" { result.removeLast() }
    return result
  }

  /// Whether a number follows the line without a hyphen: Find X9, but iPhone-17.
  private var isGlued: Bool {
    let last = text.utf8.reversed().prefix { $0 >= 97 && $0 <= 122 }
    return !last.isEmpty && last.count < 3
  }

  /// Writes the characters, hyphens around the words of product lines among them.
  private mutating func write(_ units: [UInt16], _ cues: NameCues) {
    var index = 0
    while index < units.count {
      let end = cues.modelWordEnd(units, from: index)
      if end > index {
        hyphen()
        for unit in units[index..<end] { append(unit) }
        hyphen()
        index = end
      } else {
        if index > 0, Self.isHan(units[index]) != Self.isHan(units[index - 1]) { hyphen() }
        append(units[index])
        index += 1
      }
    }
    if text.last == "-" { text.removeLast() }
  }

  private mutating func hyphen() {
    if text.last != "-" { text.append("-") }
  }

  private mutating func append(_ unit: UInt16) {
    guard let scalar = Unicode.Scalar(unit) else { return }
    if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
      text.unicodeScalars.append(scalar)
    } else {
      hyphen()
    }
  }

  private static func isDigit(_ unit: UInt16) -> Bool { unit >= 48 && unit <= 57 }
  private static func isHan(_ unit: UInt16) -> Bool { unit >= 0x3400 && unit < 0xF900 }
}
