/// Reads `a and (b or c)` and `party>=2`.
struct RequirementParser {
  private let words: [RuleLine.Word]
  private let roles: [Role]
  private var index = 0
  private(set) var problem: (column: Int, message: String)?

  init(words: [RuleLine.Word], roles: [Role]) {
    self.words = words
    self.roles = roles
  }

  mutating func parse() -> Requirement {
    let result = parseAny(depth: 0)
    if index < words.count, problem == nil {
      problem = (words[index].column, "unexpected \(words[index].text)")
    }
    return result
  }

  private mutating func parseAny(depth: Int) -> Requirement {
    var parts = [parseAll(depth: depth)]
    while take("or") { parts.append(parseAll(depth: depth)) }
    return parts.count == 1 ? parts[0] : .any(parts)
  }

  private mutating func parseAll(depth: Int) -> Requirement {
    var parts = [parseOne(depth: depth)]
    while take("and") { parts.append(parseOne(depth: depth)) }
    return parts.count == 1 ? parts[0] : .all(parts)
  }

  private mutating func parseOne(depth: Int) -> Requirement {
    if depth < 16, take("(") {
      let inner = parseAny(depth: depth + 1)
      if !take(")"), problem == nil {
        problem = (words.last?.column ?? 1, "missing )")
      }
      return inner
    }
    guard index < words.count else {
      problem = problem ?? (words.last?.column ?? 1, "a role is missing")
      return .always
    }
    let word = words[index]
    index += 1
    return role(word)
  }

  private mutating func role(_ word: RuleLine.Word) -> Requirement {
    let parts = word.text.split(separator: ">", maxSplits: 1).map(String.init)
    let least = parts.count == 2 ? Int(parts[1].drop { $0 == "=" }) ?? 1 : 1
    guard let role = roles.firstIndex(where: { $0.name == parts[0] }) else {
      problem = problem ?? (word.column, "unknown role \(parts[0])")
      return .always
    }
    return .role(role, atLeast: least)
  }

  private mutating func take(_ word: String) -> Bool {
    guard index < words.count, words[index].text == word else { return false }
    index += 1
    return true
  }
}
