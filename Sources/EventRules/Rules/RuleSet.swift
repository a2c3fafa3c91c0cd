import ChineseText

/// The rule files of a lexicon, read and checked.
public struct RuleSet: Sendable {
  /// A type as the user sees it.
  public struct TypeSummary: Sendable {
    /// Name in facts.
    public let name: String
    /// Chinese name.
    public let label: String
    /// Whether it is a state rather than an event.
    public let isRelation: Bool
    /// Names of the roles.
    public let roles: [String]
  }

  let types: [EventType]

  /// Reads rule files, sorted by name. Throws all problems of all files at once.
  ///
  /// With `tests: false` the lines that only tests need are passed over, and their absence is no
  /// problem: enough to extract with, and faster.
  public static func load(
    _ sources: [RuleSource], tests: Bool = true
  ) throws(LexiconError) -> RuleSet {
    var types: [EventType] = []
    var problems: [LexiconProblem] = []
    for source in sources.sorted(by: { $0.name < $1.name }) {
      var parser = RuleParser(source: source, tests: tests)
      let type = parser.parse()
      problems += parser.problems
      if let type {
        if parser.problems.isEmpty {
          problems += RuleChecker.problems(of: type, in: source, tests: tests)
        }
        types.append(type)
      }
    }
    problems += RuleChecker.duplicates(types, sources)
    guard problems.isEmpty else { throw LexiconError(problems) }
    return RuleSet(types: types)
  }

  /// All mistakes in rule files.
  public static func check(_ sources: [RuleSource]) -> [LexiconProblem] {
    do {
      _ = try load(sources)
      return []
    } catch {
      return error.problems
    }
  }

  /// The declared types, sorted by file.
  public var summaries: [TypeSummary] {
    types.map {
      TypeSummary(
        name: $0.name, label: $0.label, isRelation: $0.isRelation, roles: $0.roles.map(\.name))
    }
  }

  /// Number of tests in all files.
  public var testCount: Int { types.reduce(0) { $0 + $1.tests.count } }
}
