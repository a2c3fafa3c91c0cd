/// The matching shadow's tables: what each BMP character folds to, and its class.
///
/// Built once by the lexicon compiler; traditional forms come from `words/trad-simp.tsv`.
package struct FoldingTables: Sendable {
  package var fold: [UInt16]
  package var classes: [UInt8]

  /// Tables with width, case, blanks, interpuncts, quotes and dashes folded, and the given
  /// traditional → simplified pairs.
  package init(traditional: [(from: UInt16, to: UInt16)]) {
    fold = (0..<65536).map { UInt16($0) }
    Self.foldWidthAndMarks(&fold)
    Self.foldCase(&fold)
    for pair in traditional { fold[Int(pair.from)] = pair.to }
    classes = [UInt8](repeating: CharacterClass.symbol.rawValue, count: 65536)
    Self.classify(&classes)
  }

  private static func foldWidthAndMarks(_ fold: inout [UInt16]) {
    for code in 0xFF01...0xFF5E { fold[code] = UInt16(code - 0xFEE0) }
    let groups: [(String, Unicode.Scalar)] = [
      ("\t\u{A0}\u{2002}\u{2003}\u{2004}\u{2005}\u{2006}\u{2007}\u{2008}\u{2009}\u{200A}", " "),
      ("\u{202F}\u{3000}\u{FEFF}\u{200B}\u{200C}\u{200D}\u{2060}\u{AD}", " "),
      ("\r\u{85}\u{2028}\u{2029}\u{0B}\u{0C}", "\n"),
      ("•・‧･∙⋅●●∙", "·"),
      ("—–―─－‐‑‒−", "-"),
      ("～〜∼", "~"),
      ("「『〝\"＂", "“"),
      ("」』〞", "”"),
      ("﹐", ","), ("﹔", ";"), ("﹕", ":"), ("﹖", "?"), ("﹗", "!"), ("｡", "。"), ("､﹑", "、"),
      ("〈", "《"), ("〉", "》"), ("﹪", "%"), ("￥", "¥"), ("￡", "£"),
      ("【〔［", "["), ("】〕］", "]"), ("…⋯", "…"),
    ]
    for (sources, target) in groups {
      for scalar in sources.unicodeScalars where scalar.value < 65536 {
        fold[Int(scalar.value)] = UInt16(truncatingIfNeeded: target.value)
      }
    }
  }

  private static func foldCase(_ fold: inout [UInt16]) {
    for code in 0..<65536 where !(0xD800...0xDFFF).contains(code) {
      guard let scalar = Unicode.Scalar(UInt32(fold[code])) else { continue }
      let lower = scalar.properties.lowercaseMapping.unicodeScalars
      if lower.count == 1, let first = lower.first, first.value < 65536 {
        fold[code] = UInt16(first.value)
      }
    }
  }

  private static func classify(_ classes: inout [UInt8]) {
    func set(_ range: ClosedRange<Int>, _ value: CharacterClass) {
      for code in range { classes[code] = value.rawValue }
    }
    set(0x3400...0x4DBF, .han)
    set(0x4E00...0x9FFF, .han)
    set(0xF900...0xFAFF, .han)
    set(0x3007...0x3007, .han)
    set(0x0061...0x007A, .letter)
    set(0x0041...0x005A, .letter)
    set(0x00C0...0x024F, .letter)
    set(0x0370...0x03FF, .letter)
    set(0x0400...0x052F, .letter)
    set(0x3041...0x30FA, .letter)
    set(0xAC00...0xD7A3, .letter)
    set(0x00D7...0x00D7, .symbol)
    set(0x00F7...0x00F7, .symbol)
    set(0x0030...0x0039, .digit)
    set(0xD800...0xDFFF, .other)
    set(0xFFFF...0xFFFF, .other)
    set(0...0, .other)
    for (marks, value) in marksByClass {
      for scalar in marks.unicodeScalars { classes[Int(scalar.value)] = value.rawValue }
    }
  }

  private static let marksByClass: [(String, CharacterClass)] = [
    (" ", .space), ("\n", .newline), ("。！？!?；;", .stop), ("，、：,:", .comma),
    ("“‘（([《{〈", .open), ("”’）)]》}〉", .close),
  ]
}
