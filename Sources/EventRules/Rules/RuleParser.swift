import ChineseText

/// Reads one rule file; every mistake is reported with its place, all at once.
///
/// The language is documented in `Lexicons/README.md`.
struct RuleParser {
  let source: RuleSource
  private(set) var problems: [LexiconProblem] = []
  var name = ""
  var label = ""
  var isRelation = false
  var roles: [Role] = []
  var require: Requirement = .always
  var key: [Int] = []
  var apart: [Int] = []
  var isOnce = false
  var links: [ClaimLink] = []
  var frames: [Frame] = []
  var patterns: [Pattern] = []
  var unless: [String] = []
  var guards: [String] = []
  var derivations: [Derivation] = []
  var fromOwners = false
  var fromTables = false
  var yields = false
  var completions: [Completion] = []
  var tests: [RuleTest] = []
  var given: [(kind: MentionKind, names: [String])] = []
  var published: CalendarDate?

  private static let keywords = [
    "event", "relation", "role", "require", "key", "apart", "once", "link", "frame", "noun",
    "more", "pattern", "unless", "guard", "titles", "derive", "owners", "yields", "complete",
    "given",
    "published",
    "test", "expect",
  ]

  /// Whether lines that only tests need are read.
  private let readsTests: Bool
  private static let testKeywords = ["test ", "expect ", "given ", "published "]

  /// Whether only tests need a line; `first` is its first byte.
  private static func isForTests(_ line: ArraySlice<UInt8>, _ first: UInt8) -> Bool {
    if first == UInt8(ascii: "#") { return true }
    guard testKeywords.contains(where: { $0.utf8.first == first }) else { return false }
    return testKeywords.contains { line.starts(with: $0.utf8) }
  }

  init(source: RuleSource, tests: Bool) {
    self.source = source
    readsTests = tests
  }

  /// The type that the file declares, or nothing where it is wrong.
  mutating func parse() -> EventType? {
    guard String(validating: source.bytes, as: UTF8.self) != nil else {
      report(1, 1, "file is not UTF-8")
      return nil
    }
    let bytes = source.bytes
    var number = 0
    var start = 0
    while start < bytes.count {
      number += 1
      var end = start
      var hasTab = false
      while end < bytes.count, bytes[end] != 10 {
        if bytes[end] == 9 { hasTab = true }
        end += 1
      }
      let line = bytes[start..<end]
      start = end + 1
      if hasTab { report(number, 1, "tabs are not allowed: use blanks") }
      guard let first = line.first, readsTests || !Self.isForTests(line, first) else { continue }
      if let line = RuleLine(String(decoding: line, as: UTF8.self)[...], number: number) {
        take(line)
      }
    }
    if name.isEmpty { report(1, 1, "no event or relation line") }
    guard problems.isEmpty else { return nil }
    return EventType(
      name: name, label: label, isRelation: isRelation, file: source.name, roles: roles,
      require: require, key: key, apart: apart, isOnce: isOnce, links: links, frames: frames,
      patterns: patterns, unless: unless, guards: guards, derivations: derivations,
      fromOwners: fromOwners,
      fromTables: fromTables,
      yields: yields, completions: completions, tests: tests
    )
  }

  private mutating func take(_ line: RuleLine) {
    switch line.keyword.text {
    case "event", "relation": takeHead(line)
    case "role": takeRole(line)
    case "require": takeRequire(line)
    case "key": key += line.words.compactMap { role($0, line) }
    case "apart": apart += line.words.compactMap { role($0, line) }
    case "once": isOnce = true
    case "link": takeLink(line)
    case "frame": takeFrame(line, .verb)
    case "noun": takeFrame(line, .noun)
    case "more": takeFrame(line, .more)
    case "pattern": takePattern(line)
    case "unless": unless += line.words.map(\.text)
    case "guard": guards += line.words.map(\.text)
    case "titles", "derive": takeDerivation(line)
    case "owners":
      fromOwners = true
      fromTables = line.words.first?.text != "stated"
    case "yields": yields = true
    case "complete": takeCompletion(line)
    case "given": takeGiven(line)
    case "published": takePublished(line)
    case "test": takeTest(line)
    case "expect": takeExpect(line)
    default:
      let hint = suggestion(for: line.keyword.text, among: Self.keywords)
      report(line.number, line.keyword.column, "unknown keyword \(line.keyword.text)\(hint)")
    }
  }

  mutating func report(_ line: Int, _ column: Int, _ message: String) {
    problems.append(
      LexiconProblem(file: source.path, line: line, column: column, message: message))
  }

  private mutating func takeHead(_ line: RuleLine) {
    guard name.isEmpty else { return report(line.number, 1, "a file declares one type") }
    guard line.words.count == 2 else {
      return report(line.number, 1, "write: \(line.keyword.text) name 中文名")
    }
    isRelation = line.keyword.text == "relation"
    name = line.words[0].text
    label = line.words[1].text
  }

  private mutating func takeRequire(_ line: RuleLine) {
    var parser = RequirementParser(words: line.words, roles: roles)
    require = parser.parse()
    if let problem = parser.problem { report(line.number, problem.column, problem.message) }
  }

  private mutating func takeLink(_ line: RuleLine) {
    let words = line.words
    guard words.count == 5, words[1].text == "->", words[3].text == ":" else {
      return report(line.number, line.keyword.column, "write: link role -> role : edge")
    }
    guard let from = role(words[0], line), let to = role(words[2], line) else { return }
    links.append(ClaimLink(type: words[4].text, from: roles[from].name, to: roles[to].name))
  }

  private mutating func takeGiven(_ line: RuleLine) {
    guard let first = line.words.first, let kind = MentionKind(rawValue: first.text),
      kind.isEntity
    else { return report(line.number, line.keyword.column, "write: given company NAME…") }
    given.append((kind, line.words.dropFirst().map(\.text)))
  }

  private mutating func takePublished(_ line: RuleLine) {
    published = CalendarDate(line.rest)
    if published == nil { report(line.number, line.keyword.column, "write: published 2024-03-21") }
  }

  private mutating func takeTest(_ line: RuleLine) {
    tests.append(
      RuleTest(
        text: line.rest, line: line.number, published: published, given: given, expected: []))
  }

  private mutating func takeExpect(_ line: RuleLine) {
    guard let test = tests.popLast() else {
      return report(line.number, line.keyword.column, "expect without a test above")
    }
    var expected = test.expected
    if line.rest != "none" {
      let values = line.words.compactMap { word -> (name: String, value: String)? in
        let parts = word.text.parts(at: "=", most: 2)
        return parts.count == 2 ? (parts[0], parts[1]) : nil
      }
      if values.count != line.words.count || values.isEmpty {
        report(line.number, line.keyword.column, "write: expect role=value…, or expect none")
      }
      expected.append(RuleTest.Expectation(values: values, line: line.number))
    }
    tests.append(
      RuleTest(
        text: test.text, line: test.line, published: test.published, given: test.given,
        expected: expected))
  }
}
