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
  private let behind: Substring

  /// Everything behind the keyword, as written.
  var rest: String {
    let text = behind.utf8.drop { $0 == 0x20 }.dropFirst(keyword.text.utf8.count)
    return String(Substring(text.drop { $0 == 0x20 }))
  }

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
    behind = line
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
      if !bytes.contains(UInt8(ascii: "\"")) { return cutPlain() }
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

    /// The same without quotation marks: most lines, and much faster.
    private func cutPlain() -> [Word] {
      var words: [Word] = []
      var index = 0
      var column = 1
      while index < bytes.count {
        let byte = bytes[index]
        if byte == 0x20 {
          index += 1
          column += 1
          continue
        }
        if comments, byte == UInt8(ascii: "#"), index == 0 || bytes[index - 1] == 0x20 { break }
        var end = index + 1
        if !Self.isBracket(byte) {
          while end < bytes.count, bytes[end] != 0x20, !Self.isBracket(bytes[end]) { end += 1 }
        }
        let text = String(decoding: bytes[index..<end], as: UTF8.self)
        words.append(Word(text: text, column: column, quoted: false))
        for byte in bytes[index..<end] where byte & 0xC0 != 0x80 { column += 1 }
        index = end
      }
      return words
    }

    private static func isBracket(_ byte: UInt8) -> Bool {
      byte == UInt8(ascii: "(") || byte == UInt8(ascii: ")")
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
