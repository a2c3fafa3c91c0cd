import ChineseText

/// Reads one rule file; every mistake is reported with its place, all at once.
///
/// The language is documented in `Lexicons/README.md`.
struct RuleParser {
  private let source: RuleSource
  private(set) var problems: [LexiconProblem] = []
  private var name = ""
  private var label = ""
  private var isRelation = false
  private var roles: [Role] = []
  private var require: Requirement = .always
  private var key: [Int] = []
  private var apart: [Int] = []
  private var isOnce = false
  private var links: [ClaimLink] = []
  private var frames: [Frame] = []
  private var patterns: [Pattern] = []
  private var unless: [String] = []
  private var guards: [String] = []
  private var derivations: [Derivation] = []
  private var fromOwners = false
  private var fromTables = false
  private var yields = false
  private var tests: [RuleTest] = []
  private var given: [(kind: MentionKind, names: [String])] = []
  private var published: CalendarDate?

  static let keywords = [
    "event", "relation", "role", "require", "key", "apart", "once", "link", "frame", "noun",
    "more", "pattern", "unless", "guard", "titles", "derive", "owners", "yields", "given",
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
      yields: yields, tests: tests
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

  private mutating func takeRole(_ line: RuleLine) {
    guard line.words.count >= 3, line.words[1].text == ":" else {
      return report(line.number, line.keyword.column, "write: role name : type…")
    }
    let many = line.words[0].text.hasSuffix("*")
    let roleName = String(line.words[0].text.prefix { $0 != "*" })
    if roles.contains(where: { $0.name == roleName }) {
      report(line.number, line.words[0].column, "role \(roleName) is declared already")
    }
    var types: FillerTypes = []
    var nearby = false
    var cues: [String] = []
    var units: [String] = []
    var codes: [RoleCode] = []
    var within: String?
    var isTotal = false
    var isRate = false
    var hasLocalCues = false
    var heads: WordTags = []
    for word in line.words.dropFirst(2) {
      let parts = word.text.parts(at: "=", most: 2)
      if word.text == "nearby" {
        nearby = true
      } else if word.text == "total" {
        isTotal = true
      } else if word.text == "rate" {
        isRate = true
      } else if word.text == "local" {
        hasLocalCues = true
      } else if parts.count == 2, parts[0] == "noun" {
        heads = WordTags(name: parts[1]) ?? []
        if heads.isEmpty { report(line.number, word.column, "unknown tag \(parts[1])") }
      } else if parts.count == 2, parts[0] == "cue" {
        cues += parts[1].parts(at: "|")
      } else if parts.count == 2, parts[0] == "code" {
        let halves = parts[1].parts(at: ":", most: 2)
        if halves.count == 2, !halves[0].isEmpty, !halves[1].isEmpty {
          codes.append(RoleCode(code: halves[0], words: halves[1].parts(at: "|")))
        } else {
          report(line.number, word.column, "write: code=NAME:WORD|WORD")
        }
      } else if parts.count == 2, parts[0] == "unit" {
        units += parts[1].parts(at: "|")
      } else if parts.count == 2, parts[0] == "within" {
        within = parts[1]
      } else if let type = FillerTypes.names[word.text] {
        types.formUnion(type)
      } else {
        let known = Array(FillerTypes.names.keys) + ["nearby", "total", "rate", "local"]
        let hint = suggestion(for: word.text, among: known)
        report(line.number, word.column, "unknown type \(word.text)\(hint)")
      }
    }
    roles.append(
      Role(
        name: roleName, types: types, many: many, nearby: nearby, cues: cues, within: within,
        prefersEmployer: types.contains(.person)
          && line.words.contains { $0.text == "org" || $0.text == "company" },
        heads: heads, isTotal: isTotal, isRate: isRate, hasLocalCues: hasLocalCues, units: units, codes: codes))
  }

  private mutating func role(_ word: RuleLine.Word, _ line: RuleLine) -> Int? {
    if let index = roles.firstIndex(where: { $0.name == word.text }) { return index }
    let hint = suggestion(for: word.text, among: roles.map(\.name))
    report(line.number, word.column, "unknown role \(word.text)\(hint)")
    return nil
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

  private mutating func takeFrame(_ line: RuleLine, _ kind: Frame.Kind) {
    guard let colon = line.words.firstIndex(where: { $0.text == ":" && !$0.quoted }), colon > 0
    else { return report(line.number, line.keyword.column, "write: frame word… : slot=role…") }
    var slots: [(slot: Slot, role: Int)] = []
    var constants: [(role: Int, code: String)] = []
    var realis: Realis?
    var also = false
    var needs: [[Int]] = []
    var local: [[Int]] = []
    var classes: [String] = []
    var former: [String] = []
    var with: [String] = []
    var without: [String] = []
    for word in line.words[(colon + 1)...] {
      let parts = word.text.parts(at: "=", most: 2)
      guard parts.count == 2 else {
        report(line.number, word.column, "write slot=role, not \(word.text)")
        continue
      }
      if parts[0] == "with" {
        with += parts[1].parts(at: "|")
      } else if parts[0] == "needs" {
        needs.append(roleGroup(parts[1], word, line))
      } else if parts[0] == "local" {
        local.append(roleGroup(parts[1], word, line))
      } else if parts[0] == "class" {
        classes += parts[1].parts(at: "|")
      } else if parts[0] == "former" {
        former += parts[1].parts(at: "|")
      } else if parts[0] == "also" {
        also = parts[1] == "yes"
      } else if parts[0] == "without" {
        without += parts[1].parts(at: "|")
      } else if parts[0] == "realis" {
        realis = Realis(rawValue: parts[1])
        if realis == nil { report(line.number, word.column, "unknown realis \(parts[1])") }
      } else if parts[0].hasPrefix("!") {
        let target = RuleLine.Word(
          text: String(parts[0].dropFirst()), column: word.column, quoted: false)
        if let index = role(target, line) { constants.append((index, parts[1])) }
      } else if let slot = Slot(parts[0]) {
        let target = RuleLine.Word(
          text: parts[1], column: word.column + parts[0].count + 1, quoted: false)
        if let index = role(target, line) { slots.append((slot, index)) }
      } else {
        report(line.number, word.column, "unknown slot \(parts[0])")
      }
    }
    frames.append(
      Frame(
        kind: kind, words: line.words[..<colon].map(\.text), slots: slots, constants: constants,
        realis: realis, also: also, needs: needs, local: local,
        classes: classes,
        former: former, with: with, without: without, line: line.number))
  }

  /// Roles joined by `|`.
  private mutating func roleGroup(
    _ text: String, _ word: RuleLine.Word, _ line: RuleLine
  ) -> [Int] {
    text.parts(at: "|").compactMap { name in
      role(RuleLine.Word(text: name, column: word.column, quoted: false), line)
    }
  }

  private mutating func takePattern(_ line: RuleLine) {
    var elements: [Pattern.Element] = []
    var constants: [(role: Int, code: String)] = []
    var realis: Realis?
    var literal = false
    for word in line.words {
      let parts = word.text.parts(at: "=", most: 2)
      if word.text == "…" {
        elements.append(.gap)
      } else if word.text.hasPrefix("{"), word.text.hasSuffix("}") {
        let target = RuleLine.Word(
          text: String(word.text.dropFirst().dropLast()), column: word.column + 1, quoted: false)
        if let index = role(target, line) { elements.append(.role(index)) }
      } else if parts.count == 2, parts[0] == "realis" {
        realis = Realis(rawValue: parts[1])
      } else if parts.count == 2, parts[0].hasPrefix("!") {
        let target = RuleLine.Word(
          text: String(parts[0].dropFirst()), column: word.column, quoted: false)
        if let index = role(target, line) { constants.append((index, parts[1])) }
      } else {
        elements.append(.literal(Array(word.text.utf16)))
        literal = true
      }
    }
    if !literal { report(line.number, line.keyword.column, "a pattern needs a literal") }
    patterns.append(
      Pattern(elements: elements, constants: constants, realis: realis, line: line.number))
  }

  private mutating func takeDerivation(_ line: RuleLine) {
    guard let first = line.words.first else {
      return report(line.number, line.keyword.column, "write: \(line.keyword.text) name …")
    }
    let isEvent = line.keyword.text == "derive"
    var options: [String: String] = [:]
    var former = false
    var isExplicit = false
    for word in line.words.dropFirst() where word.text != ":" {
      let parts = word.text.parts(at: "=", most: 2)
      if word.text == "former" {
        former = true
      } else if word.text == "explicit", !isEvent {
        isExplicit = true
      } else if parts.count == 2, ["from", "to", "class"].contains(parts[0]) {
        options[parts[0]] = parts[1]
      } else {
        report(line.number, word.column, "unknown option \(word.text)")
      }
    }
    derivations.append(
      Derivation(
        source: first.text, isEvent: isEvent, from: options["from"] ?? "from",
        to: options["to"] ?? "to", titleClass: options["class"] ?? "", former: former,
        isExplicit: isExplicit, line: line.number))
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
