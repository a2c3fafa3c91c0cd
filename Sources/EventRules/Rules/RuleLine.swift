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
    var cutter = Cutter(line.utf8, comments: keyword != "test")
    let words = cutter.cut()
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

  /// Cuts bytes into words parted by blanks; brackets stand alone; quotation marks hold blanks
  /// together.
  private struct Cutter {
    private let bytes: [UInt8]
    private let comments: Bool
    private var words: [Word] = []
    private var current: [UInt8] = []
    private var start = 0
    private var quoted = false
    private var wasQuoted = false

    init(_ bytes: Substring.UTF8View, comments: Bool) {
      self.bytes = Array(bytes)
      self.comments = comments
    }

    mutating func cut() -> [Word] {
      var before = UInt8(ascii: " ")
      var column = 0
      for byte in bytes {
        if byte & 0xC0 != 0x80 { column += 1 }
        if comments, byte == UInt8(ascii: "#"), before == 0x20, !quoted { break }
        take(byte, column)
        before = byte
      }
      flush()
      return words
    }

    private mutating func take(_ byte: UInt8, _ column: Int) {
      if byte == UInt8(ascii: "\"") {
        if current.isEmpty { start = column }
        quoted.toggle()
        wasQuoted = true
      } else if !quoted, byte == 0x20 {
        flush()
      } else if !quoted, byte == UInt8(ascii: "(") || byte == UInt8(ascii: ")") {
        flush()
        let text = byte == UInt8(ascii: "(") ? "(" : ")"
        words.append(Word(text: text, column: column, quoted: false))
      } else {
        if current.isEmpty, !wasQuoted { start = column }
        current.append(byte)
      }
    }

    private mutating func flush() {
      if !current.isEmpty {
        let text = String(decoding: current, as: UTF8.self)
        words.append(Word(text: text, column: start, quoted: wasQuoted))
      }
      current.removeAll(keepingCapacity: true)
      wasQuoted = false
    }
  }
}

extension String {
  /// The parts between separators, at most `most` of them. By bytes, so that reading rules costs a
  /// program's start little.
  func parts(at separator: Unicode.Scalar, most: Int = .max) -> [String] {
    let byte = UInt8(truncatingIfNeeded: separator.value)
    return utf8.split(separator: byte, maxSplits: most - 1).map { String(Substring($0)) }
  }
}
