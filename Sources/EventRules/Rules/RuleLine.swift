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
    let keyword = String(line.drop { $0 == " " }.prefix { $0 != " " })
    guard !keyword.isEmpty, keyword.first != "#" else { return nil }
    let literal = keyword == "test"
    let words = Self.cut(literal ? line : Self.withoutComment(line))
    guard let first = words.first else { return nil }
    self.number = number
    self.keyword = first
    self.words = Array(words.dropFirst())
    let behind = line.drop { $0 == " " }.dropFirst(keyword.count).drop { $0 == " " }
    rest = String(behind)
  }

  private static func withoutComment(_ line: Substring) -> Substring {
    var quoted = false
    var before: Character = " "
    for index in line.indices {
      let character = line[index]
      if character == "\"" { quoted.toggle() }
      if character == "#", before == " ", !quoted { return line[..<index] }
      before = character
    }
    return line
  }

  /// Words parted by blanks; `:` stands alone; quotation marks hold blanks together.
  private static func cut(_ line: Substring) -> [Word] {
    var words: [Word] = []
    var current = ""
    var start = 0
    var quoted = false
    var wasQuoted = false
    func flush() {
      if !current.isEmpty {
        words.append(Word(text: current, column: start, quoted: wasQuoted))
      }
      current = ""
      wasQuoted = false
    }
    for (offset, character) in line.enumerated() {
      if character == "\"" {
        if current.isEmpty { start = offset + 1 }
        quoted.toggle()
        wasQuoted = true
      } else if !quoted, character == " " {
        flush()
      } else if !quoted, character == "(" || character == ")" {
        flush()
        words.append(Word(text: String(character), column: offset + 1, quoted: false))
      } else {
        if current.isEmpty { start = offset + 1 }
        current.append(character)
      }
    }
    flush()
    return words
  }
}
