/// A plain list of a user's words: one a line, no header.
///
///     # products
///     华为 Mate 60 Pro<TAB>product
///     一加手机
///     云帆|智能
///
/// A tab parts the word from its type (see `WordType`); `|` inside a word forces a cut wherever
/// the text stands; `#` begins a comment line. Of jieba's lists, `word<TAB>freq<TAB>tag` is
/// understood, and `word freq tag` in a file that has such a line; the count is not used.
struct WordList {
  /// A line that was understood.
  struct Entry {
    /// Bytes of the word, with `|` where it is cut.
    let word: UnsafeBufferPointer<UInt8>
    /// What it is; nothing where the line does not say.
    let tags: WordTags?
    /// Line, from 1.
    let line: Int
    /// Whether it is a forced cut.
    let isCut: Bool
  }

  private typealias Bytes = UnsafeBufferPointer<UInt8>

  private static let tab = UInt8(ascii: "\t")
  private static let blank = UInt8(ascii: " ")
  private static let bar = UInt8(ascii: "|")

  private let path: String
  private(set) var problems: [LexiconProblem] = []
  private var isJieba = false
  private var types: [String: WordTags] = [:]

  private init(path: String) { self.path = path }

  /// Reads a list; `body` gets every good line. Gives all problems. O(bytes).
  static func read(
    path: String, bytes: [UInt8], _ body: (Entry) -> Void
  ) -> [LexiconProblem] {
    guard String(validating: bytes, as: UTF8.self) != nil else {
      return [
        LexiconProblem(
          file: path, line: 1,
          message: "file is not UTF-8; convert it: iconv -f GB18030 -t UTF-8")
      ]
    }
    var list = WordList(path: path)
    bytes.withUnsafeBufferPointer { bytes in
      var bytes = bytes
      if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = Bytes(rebasing: bytes[3...]) }
      list.isJieba = isJieba(bytes)
      forEachLine(bytes) { line, number in list.take(line, number, body) }
    }
    return list.problems
  }

  /// Calls `body` with every line that is neither empty nor a comment; `false` ends it.
  private static func forEachLine(_ bytes: Bytes, _ body: (Bytes, Int) -> Void) {
    var start = 0
    var number = 0
    while start < bytes.count {
      number += 1
      var end = start
      while end < bytes.count, bytes[end] != 10 { end += 1 }
      var line = Bytes(rebasing: bytes[start..<end])
      start = end + 1
      if line.last == 13 { line = Bytes(rebasing: line.dropLast()) }
      if line.isEmpty || line[0] == UInt8(ascii: "#") { continue }
      body(line, number)
    }
  }

  /// Whether some line reads `word 12 nz`: no other list writes so.
  private static func isJieba(_ bytes: Bytes) -> Bool {
    var found = false
    forEachLine(bytes) { line, _ in
      guard !found, !line.contains(tab), let last = line.lastIndex(of: blank) else { return }
      let parts = line.split(separator: blank, omittingEmptySubsequences: false)
      guard parts.count == 3, last < line.count - 1 else { return }
      found = isNumber(parts[1]) && WordType.tags(text(parts[2])) != nil
    }
    return found
  }

  private static func isNumber(_ bytes: some Collection<UInt8>) -> Bool {
    !bytes.isEmpty && bytes.allSatisfy { $0 >= 48 && $0 <= 57 }
  }

  private static func text(_ bytes: some Collection<UInt8>) -> String {
    String(decoding: bytes, as: UTF8.self)
  }

  private mutating func take(_ line: Bytes, _ number: Int, _ body: (Entry) -> Void) {
    guard let (end, types) = columns(of: line, number) else { return }
    let word = Bytes(rebasing: line[..<end])
    guard WordCheck.isGood(word, path: path, line: number, &problems) else { return }
    let isCut = word.contains(Self.bar)
    if isCut {
      guard types.isEmpty else {
        return report(
          number, word, "a forced cut takes no type; name the parts on lines of their own")
      }
      body(Entry(word: word, tags: nil, line: number, isCut: true))
      return
    }
    guard !types.isEmpty else {
      return body(Entry(word: word, tags: nil, line: number, isCut: false))
    }
    let name = Self.text(line[types])
    guard let tags = tags(of: name) else {
      return report(
        number, Bytes(rebasing: line[..<types.lowerBound]),
        "unknown type \(name)\(WordType.suggestion(name)); types: \(WordType.hint)")
    }
    body(Entry(word: word, tags: tags, line: number, isCut: false))
  }

  private mutating func tags(of name: String) -> WordTags? {
    if let tags = types[name] { return tags }
    let tags = WordType.tags(name)
    types[name] = tags
    return tags
  }

  /// Where the word ends, and where its type stands (empty: nowhere).
  private mutating func columns(of line: Bytes, _ number: Int) -> (Int, Range<Int>)? {
    guard let first = line.firstIndex(of: Self.tab) else { return blanks(of: line, number) }
    var cells = [0..<first]
    var start = first + 1
    for index in start...line.count where index == line.count || line[index] == Self.tab {
      cells.append(start..<index)
      start = index + 1
    }
    if Self.isNumber(line[cells[1]]) { cells.remove(at: 1) }
    if cells.count == 1 { return (first, first..<first) }
    guard cells.count == 2 else {
      report(
        number, Bytes(rebasing: line[..<cells[2].lowerBound]),
        "more than a word and its type; a line is: word<TAB>type")
      return nil
    }
    return (first, cells[1])
  }

  /// A line without a tab: a word, which may hold blanks, or jieba's form.
  private mutating func blanks(of line: Bytes, _ number: Int) -> (Int, Range<Int>)? {
    let whole = (line.count, line.count..<line.count)
    guard line.contains(Self.blank) else { return whole }
    let parts = line.split(separator: Self.blank, omittingEmptySubsequences: false)
    guard parts.count <= 3, let last = parts.last, last.startIndex > 0 else { return whole }
    let end = parts[0].endIndex
    let isType = WordType.tags(Self.text(last)) != nil
    if parts.count == 3 {
      guard isJieba, Self.isNumber(parts[1]), isType else { return whole }
      return (end, last.startIndex..<last.endIndex)
    }
    let isCount = Self.isNumber(last)
    guard isCount || isType else { return whole }
    if isJieba { return (end, isCount ? end..<end : last.startIndex..<last.endIndex) }
    report(
      number, Bytes(rebasing: line[..<last.startIndex]),
      "\(Self.text(last)) may belong to the word or be its \(isCount ? "count" : "type"); "
        + "write a tab behind the word: \(Self.text(isCount ? line[...] : parts[0]))<TAB>"
        + (isCount ? "TYPE" : Self.text(last)))
    return nil
  }

  private mutating func report(_ line: Int, _ before: Bytes, _ message: String) {
    let column = before.count(where: { $0 & 0xC0 != 0x80 }) + 1
    problems.append(LexiconProblem(file: path, line: line, column: column, message: message))
  }
}
