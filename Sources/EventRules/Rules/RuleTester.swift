import ChineseText

/// A test of a rule file that failed.
public struct RuleTestFailure: Sendable, CustomStringConvertible {
  /// Path of the rule file.
  public let file: String
  /// Line of the test or of the expectation, from 1.
  public let line: Int
  /// What was expected and what was found.
  public let message: String
  /// `file:line: message`.
  public var description: String { "\(file):\(line): \(message)" }
}

/// Runs the tests that stand inside rule files.
///
/// `given` names are compiled to an overlay of the lexicon, so a test does not depend on what the
/// name tables hold. Words of a user's folder stay beside them.
public struct RuleTester {
  private let sources: [RuleSource]
  private let rules: RuleSet
  private let lexicon: Lexicon

  /// Reads the rules. Throws where they are wrong.
  public init(sources: [RuleSource], lexicon: Lexicon) throws(LexiconError) {
    self.sources = sources
    self.lexicon = lexicon
    rules = try RuleSet.load(sources)
  }

  /// Runs every test (of the given types, if any are named); gives the failures in file order.
  public func run(
    types only: [String] = []
  ) throws(LexiconError) -> (count: Int, failures: [RuleTestFailure]) {
    var failures: [RuleTestFailure] = []
    var count = 0
    for type in rules.types where only.isEmpty || only.contains(type.name) {
      let path = sources.first { $0.name == type.file }?.path ?? type.file
      var stages: (key: String, analyzer: TextAnalyzer, extractor: EventExtractor)?
      for test in type.tests {
        let key = test.given.map { "\($0.kind) \($0.names)" }.joined()
        if stages == nil || stages?.key != key {
          let own = try lexicon(with: test.given)
          stages = (
            key, try TextAnalyzer(lexicon: own), try EventExtractor(rules: rules, lexicon: own)
          )
        }
        guard let stages else { continue }
        count += 1
        let document = Document(id: "test", text: test.text, published: test.published)
        let analysis = stages.analyzer.analyze(document)
        let claims = stages.extractor.extract(analysis).filter { $0.type == type.name }
        failures += check(test, claims, analysis, path)
      }
    }
    return (count, failures)
  }

  /// The lexicon with the given names beside it.
  private func lexicon(
    with given: [(kind: MentionKind, names: [String])]
  ) throws(LexiconError) -> Lexicon {
    var rows: [String: [String]] = [:]
    for (kind, names) in given {
      for name in names { rows[Self.table(kind), default: []].append(Self.row(kind, name)) }
    }
    guard !rows.isEmpty else { return lexicon }
    let tables = rows.keys.sorted().map { name in
      let lines = Set(rows[name] ?? []).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      let text = ([Self.header(name)] + lines).joined(separator: "\n") + "\n"
      return LexiconCompiler.Source(path: name, name: name, bytes: Array(text.utf8))
    }
    return try LexiconCompiler.lay(
      [.sources(tables: tables, rules: [], lists: [])], over: lexicon)
  }

  private static func table(_ kind: MentionKind) -> String {
    switch kind {
    case .company: return "names/companies-given"
    case .person: return "names/people"
    case .product: return "names/products"
    case .place: return "names/places"
    default: return "names/agencies"
    }
  }

  private static func header(_ table: String) -> String {
    switch table {
    case "names/people": return "id\tname\taliases\tlatin\tposts\tsource"
    case "names/products": return "id\tname\taliases\towner\tkind\tsource"
    case "names/places": return "id\tname\taliases\tlevel\tparent\tsource"
    default: return "id\tname\taliases\ttype\tparent\ttickers\tformer\tfull\tlatin\tsource"
    }
  }

  private static func row(_ kind: MentionKind, _ name: String) -> String {
    switch kind {
    case .person: return "per:given-\(name)\t\(name)\t\t\t\thand"
    case .product: return "prd:given-\(name)\t\(name)\t\t\t\thand"
    case .place: return "loc:given-\(name)\t\(name)\t\t\t\thand"
    default: return "org:given-\(name)\t\(name)\t\t\t\t\t\t\t\thand"
    }
  }

  private func check(
    _ test: RuleTest, _ claims: [Claim], _ analysis: TextAnalysis, _ path: String
  ) -> [RuleTestFailure] {
    if test.expected.isEmpty {
      guard let first = claims.first else { return [] }
      return [
        RuleTestFailure(
          file: path, line: test.line,
          message: "expected none, found " + describe(first, analysis))
      ]
    }
    var failures: [RuleTestFailure] = []
    for expected in test.expected
    where !claims.contains(where: { matches($0, expected, analysis) }) {
      let found = claims.map { describe($0, analysis) }.joined(separator: " | ")
      let wanted = expected.values.map { "\($0.name)=\($0.value)" }.joined(separator: " ")
      failures.append(
        RuleTestFailure(
          file: path, line: expected.line,
          message: "expected \(wanted); found \(found.isEmpty ? "nothing" : found)"))
    }
    return failures
  }

  private func matches(
    _ claim: Claim, _ expected: RuleTest.Expectation, _ analysis: TextAnalysis
  ) -> Bool {
    if !expected.values.contains(where: { $0.name == "realis" }), claim.realis != .asserted {
      return false
    }
    return expected.values.allSatisfy { name, value in
      switch name {
      case "realis": return claim.realis.rawValue == value
      case "time": return claim.time?.value.date == value
      case "former": return claim.former == (value == "true")
      default:
        return claim.fillers(name).contains { filler in
          texts(filler, analysis).contains(value)
        }
      }
    }
  }

  private func texts(_ filler: Filler, _ analysis: TextAnalysis) -> [String] {
    var result = [analysis.text.string(filler.span)]
    if !filler.code.isEmpty { result.append(filler.code) }
    if filler.entity >= 0, filler.entity < analysis.entities.count {
      result.append(analysis.entities[filler.entity].name)
      result += analysis.entities[filler.entity].aliases
    }
    return result
  }

  private func describe(_ claim: Claim, _ analysis: TextAnalysis) -> String {
    var parts = claim.roles.map { role in
      role.role + "=" + role.fillers.map { texts($0, analysis)[0] }.joined(separator: "+")
    }
    if claim.realis != .asserted { parts.append("realis=\(claim.realis.rawValue)") }
    if let date = claim.time?.value.date { parts.append("time=\(date)") }
    if claim.former { parts.append("former=true") }
    return "{" + parts.joined(separator: " ") + "}"
  }
}
