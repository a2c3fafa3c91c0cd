import ChineseText

/// Finds what parses but cannot work.
enum RuleChecker {
  /// Problems of one type.
  static func problems(
    of type: EventType, in source: RuleSource, tests: Bool
  ) -> [LexiconProblem] {
    var problems: [LexiconProblem] = []
    func report(_ line: Int, _ message: String) {
      problems.append(LexiconProblem(file: source.path, line: line, message: message))
    }
    if type.isRelation, type.roles.map(\.name).prefix(2) != ["from", "to"] {
      report(1, "a relation declares the roles from and to")
    }
    for role in type.roles {
      if role.types.isEmpty { report(1, "role \(role.name) has no type") }
      if let within = role.within, type.role(within) == nil {
        report(1, "role \(role.name) is within \(within), which is no role")
      }
      if let owned = role.owned, type.role(owned) == nil {
        report(1, "role \(role.name) owns \(owned), which is no role")
      }
    }
    for index in type.roles.indices where !isFillable(index, type) {
      report(1, "no line can fill role \(type.roles[index].name)")
    }
    for frame in type.frames {
      for word in frame.words where word.hasPrefix("{") {
        if word.last != "}" || MentionKind(rawValue: String(word.dropFirst().dropLast())) == nil {
          report(frame.line, "\(word) is no kind of mention: {round}, {money}, {title} …")
        }
      }
    }
    for frame in type.frames where frame.slots.isEmpty && frame.constants.isEmpty {
      report(frame.line, "the line fills nothing")
    }
    for pattern in type.patterns {
      if case .gap? = pattern.elements.first {
        report(pattern.line, "a pattern cannot begin with …")
      }
      if case .gap? = pattern.elements.last { report(pattern.line, "a pattern cannot end with …") }
    }
    guard tests else { return problems }
    if type.tests.isEmpty { report(1, "the file has no test") }
    if !type.tests.isEmpty, !type.tests.contains(where: { $0.expected.isEmpty }) {
      report(1, "no test expects nothing: add one with expect none")
    }
    return problems
  }

  private static func isFillable(_ index: Int, _ type: EventType) -> Bool {
    let role = type.roles[index]
    if role.nearby || !role.cues.isEmpty || !type.derivations.isEmpty || type.fromOwners {
      return true
    }
    if type.frames.contains(where: { frame in
      frame.slots.contains { $0.role == index } || frame.constants.contains { $0.role == index }
    }) {
      return true
    }
    if type.roles.contains(where: { $0.within == role.name }) { return true }
    return type.patterns.contains { pattern in
      pattern.constants.contains { $0.role == index }
        || pattern.elements.contains {
          if case .role(let filled) = $0 { return filled == index }
          return false
        }
    }
  }

  /// Types declared twice.
  static func duplicates(_ types: [EventType], _ sources: [RuleSource]) -> [LexiconProblem] {
    var seen: [String: String] = [:]
    var problems: [LexiconProblem] = []
    for type in types {
      if let first = seen[type.name] {
        let path = sources.first { $0.name == type.file }?.path ?? type.file
        problems.append(
          LexiconProblem(
            file: path, line: 1, message: "type \(type.name) is declared in \(first) already"))
      }
      seen[type.name] = type.file
    }
    return problems
  }
}
