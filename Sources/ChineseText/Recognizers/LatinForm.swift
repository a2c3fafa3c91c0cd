/// How a Latin run is written.
struct LatinForm: Sendable {
  /// Number of letters.
  var letters = 0
  /// Number of digits.
  var digits = 0
  /// Number of capitals.
  var capitals = 0
  /// Whether the first character is a capital.
  var isCapitalised = false
  /// Offset of the first capital after a small letter, as in AnnaLindqvist; -1 where there is none.
  var innerCapital = -1

  /// Reads the scalars of a span as written.
  init(_ scalars: ArrayView<UInt32>, _ span: TextSpan) {
    var wasSmall = false
    for offset in span.start..<min(span.end, scalars.count) {
      let scalar = Self.halfWidth(scalars[offset])
      let isCapital = Self.isCapital(scalar)
      if scalar >= 48, scalar <= 57 {
        digits += 1
      } else {
        letters += 1
      }
      if isCapital {
        capitals += 1
        if offset == span.start { isCapitalised = true }
        if wasSmall, innerCapital < 0 { innerCapital = offset }
      }
      wasSmall = Self.isSmall(scalar)
    }
  }

  /// Whether all letters are capitals: an abbreviation.
  var isAbbreviation: Bool { letters > 0 && capitals == letters }

  /// Whether it is capitals and digits, and no longer than `count`: the code of a model.
  func isAbbreviation(withDigits count: Int) -> Bool {
    isAbbreviation && letters + digits <= count
  }

  /// Written as a name's part: Ada, O’Neil, not GPU.
  var isNamePart: Bool { isCapitalised && digits == 0 && (capitals < letters || letters == 1) }

  private static func halfWidth(_ scalar: UInt32) -> UInt32 {
    scalar >= 0xFF01 && scalar <= 0xFF5E ? scalar - 0xFEE0 : scalar
  }

  private static func isCapital(_ scalar: UInt32) -> Bool {
    if scalar < 128 { return scalar >= 65 && scalar <= 90 }
    return Unicode.Scalar(scalar)?.properties.isUppercase ?? false
  }

  private static func isSmall(_ scalar: UInt32) -> Bool {
    if scalar < 128 { return scalar >= 97 && scalar <= 122 }
    return Unicode.Scalar(scalar)?.properties.isLowercase ?? false
  }
}
