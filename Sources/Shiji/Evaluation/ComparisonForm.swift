/// Names and literals in the form in which they are compared: half width, small letters, without
/// blanks, quotation marks and interpuncts.
enum ComparisonForm {
  private static let dropped = Set("\"'`“”‘’「」『』《》〈〉·•・‧˙﹒".unicodeScalars)

  /// The form of a text.
  ///
  ///     ComparisonForm.of("“Ｓｔａｒ Sea”")  // starsea
  static func of(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let narrow = half(scalar)
      if dropped.contains(narrow) || narrow.properties.isWhitespace { continue }
      result.append(contentsOf: narrow.properties.lowercaseMapping.unicodeScalars)
    }
    return String(result)
  }

  /// Full-width letters, digits and marks in half width.
  private static func half(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
    case 0xFFE5: "¥"
    case 0xFFE1: "£"
    default: scalar
    }
  }

  /// Whether two literals agree: they are equal, or one holds the other (two characters or more),
  /// without cutting a number in two.
  static func agree(_ first: String, _ second: String) -> Bool {
    let a = Array(of(first))
    let b = Array(of(second))
    if a.isEmpty || b.isEmpty { return false }
    if a == b { return true }
    let (long, short) = a.count < b.count ? (b, a) : (a, b)
    guard short.count >= 2, short.count < long.count else { return false }
    return (0...long.count - short.count).contains { start in
      let end = start + short.count
      guard long[start..<end].elementsEqual(short) else { return false }
      let cutsLeft = start > 0 && isNumeric(short[0]) && isNumeric(long[start - 1])
      let cutsRight = end < long.count && isNumeric(short[short.count - 1]) && isNumeric(long[end])
      return !cutsLeft && !cutsRight
    }
  }

  private static func isNumeric(_ character: Character) -> Bool {
    ("0"..."9").contains(character) || character == "." || character == ","
  }

  /// A funding round without its ending: `A轮`, `A 轮融资` and `A` are the same.
  static func round(_ text: String) -> String {
    let form = of(text)
    var rest = form
    for endings in [["融资", "融資", "投资"], ["次"], ["轮", "輪"]] {
      if let ending = endings.first(where: rest.hasSuffix) { rest.removeLast(ending.count) }
    }
    return rest.isEmpty ? form : rest
  }
}
