import ChineseText

/// A role that relations of the document fill where an event leaves it out: `complete person=from :
/// founder_of organization=to`.
struct Completion: Sendable {
  /// Role to fill.
  let role: Int
  /// End of the relation that fills it: `from` or `to`.
  let filledBy: String
  /// Type of the relation.
  let relation: String
  /// Role that both must share.
  let shared: Int
  /// End of the relation that must be the same entity.
  let sharedBy: String
}

extension RuleParser {
  mutating func takeCompletion(_ line: RuleLine) {
    let words = line.words
    let usage = "write: complete role=from : relation role=to"
    guard words.count == 4, words[1].text == ":" else {
      return report(line.number, line.keyword.column, usage)
    }
    let filled = words[0].text.parts(at: "=", most: 2)
    let shared = words[3].text.parts(at: "=", most: 2)
    guard filled.count == 2, shared.count == 2, Self.ends.contains(filled[1]),
      Self.ends.contains(shared[1]), filled[1] != shared[1]
    else { return report(line.number, words[0].column, usage) }
    guard let role = roles.firstIndex(where: { $0.name == filled[0] }),
      let other = roles.firstIndex(where: { $0.name == shared[0] })
    else { return report(line.number, words[0].column, "unknown role: \(usage)") }
    completions.append(
      Completion(
        role: role, filledBy: filled[1], relation: words[2].text, shared: other,
        sharedBy: shared[1]))
  }

  private static let ends = ["from", "to"]
}
