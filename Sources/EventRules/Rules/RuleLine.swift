/// One line of a rule file, cut into words with their columns.
struct RuleLine {
  struct Word {
    let text: String
    /// Column in characters, from 1.
    let column: Int
    let quoted: Bool
  }
  let number: Int
  let keyword: Word
  let words: [Word]
  /// Everything behind the keyword, as written.
  let rest: String

  /// Cuts a line; nothing for blank lines and comments. `#` begins a comment behind a blank, but
  /// not in test texts.
  init?(_ line: Substring, number: Int) {
    let keyword = Self.keyword(of: line)
    guard !keyword.isEmpty, !keyword.hasPrefix("#") else { return nil }
    let words = Self.cut(line, comments: keyword != "test")
    guard let first = words.first else { return nil }
    self.number = number
    self.keyword = first
    self.words = Array(words.dropFirst())
    let behind = line.utf8.drop { $0 == 0x20 }.dropFirst(keyword.utf8.count)
    rest = String(Substring(behind.drop { $0 == 0x20 }))
  }

  /// The first word of a line.
  static func keyword(of line: Substring) -> String {
    String(Substring(line.utf8.drop { $0 == 0x20 }.prefix { $0 != 0x20 }))
  }

  /// Words parted by blanks; brackets stand alone; quotation marks hold blanks together.
  private static func cut(_ line: Substring, comments: Bool) -> [Word] {
    var cutter = Cutter()
    var before: Unicode.Scalar = " "
    for (offset, scalar) in line.unicodeScalars.enumerated() {
      if comments, scalar == "#", before == " ", !cutter.quoted { break }
      cutter.take(scalar, column: offset + 1)
      before = scalar
    }
    cutter.flush()
    return cutter.words
  }

  private struct Cutter {
    var words: [Word] = []
    var quoted = false
    private var current = String.UnicodeScalarView()
    private var start = 0
    private var wasQuoted = false

    mutating func take(_ scalar: Unicode.Scalar, column: Int) {
      if scalar == "\"" {
        if current.isEmpty { start = column }
        quoted.toggle()
        wasQuoted = true
      } else if !quoted, scalar == " " {
        flush()
      } else if !quoted, scalar == "(" || scalar == ")" {
        flush()
        words.append(Word(text: String(scalar), column: column, quoted: false))
      } else {
        if current.isEmpty, !wasQuoted { start = column }
        current.append(scalar)
      }
    }

    mutating func flush() {
      if !current.isEmpty {
        words.append(Word(text: String(current), column: start, quoted: wasQuoted))
      }
      current = String.UnicodeScalarView()
      wasQuoted = false
    }
  }
}
