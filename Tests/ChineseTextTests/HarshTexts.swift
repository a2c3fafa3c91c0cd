import Testing

/// Texts that no newsroom writes, of any length: what breaks scanners, sums and bounds.
struct HarshTexts: Sendable, CustomTestStringConvertible {
  let testDescription: String
  private let parts: [String]

  /// A text of about `count` scalars.
  func text(_ count: Int) -> String {
    var scalars = String.UnicodeScalarView()
    while scalars.count < count {
      for part in parts { scalars.append(contentsOf: part.unicodeScalars) }
    }
    return String(scalars)
  }

  private init(_ name: String, _ parts: String...) {
    testDescription = name
    self.parts = parts
  }

  static let all = [
    HarshTexts("no sentence end", "小米发布手机，微软与星河科技合作的", "收购案由林知远宣布"),
    HarshTexts("one Latin run", "a"), HarshTexts("letters and digits", "a1"),
    HarshTexts("joined runs", "gpt-4o_v2.5/"), HarshTexts("one digit run", "7"),
    HarshTexts("digits with points", "1,234.5"), HarshTexts("Chinese digits", "三十二万亿零五"),
    HarshTexts("opening brackets", "（"), HarshTexts("nested brackets", "（《「“", "甲"),
    HarshTexts("closing brackets", "）》」”"), HarshTexts("end marks", "。"),
    HarshTexts("end marks and quotes", "！”）"), HarshTexts("dots", "……"),
    HarshTexts("combining marks", "e\u{301}\u{302}\u{303}\u{323}"),
    HarshTexts("only combining marks", "\u{301}"),
    HarshTexts("emoji families", "👩\u{200D}👩\u{200D}👧\u{200D}👦🏽🇨🇳"),
    HarshTexts("plane 2", "𠮷𠀀𪚥"), HarshTexts("NULs", "\u{0}"),
    HarshTexts("controls", "\u{1}\u{1B}\u{7F}\u{85}"),
    HarshTexts("byte order marks", "\u{FEFF}"),
    HarshTexts("no characters", "\u{FFFE}\u{FFFF}\u{10FFFF}"),
    HarshTexts("blanks", " \u{3000}\t"), HarshTexts("line ends", "\n"),
    HarshTexts("carriage returns", "甲\r\n"),
    HarshTexts("amounts", "3.5亿元"), HarshTexts("ranges", "约10-12亿美元至"),
    HarshTexts("days", "2024年3月21日"),
    HarshTexts("names", "林知远、陈小北、"), HarshTexts("one name", "张伟"),
    HarshTexts("foreign names", "马克·扎克伯格·"),
    HarshTexts("companies", "星河科技有限公司"), HarshTexts("particles", "的"),
    HarshTexts("titles", "CEO董事长"),
  ]
}
